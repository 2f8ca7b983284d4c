package dev.storyloom.story.condenser;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads sentence after sentence and keeps what stays true: who is there, the place, the time, the weather. */
final class StageReader {

    private static final Set<String> AWAY = Set.of("from", "left", "leave", "leaving", "away", "rời", "khỏi", "từ");
    private static final Set<String> LEAPS = Set.of("day", "days", "week", "later", "month", "months", "year", "years",
            "hôm", "ngày", "tuần", "tháng", "năm");
    private static final Set<String> ABSENT = Set.of("of", "about", "for", "miss", "missed", "của", "nhà", "nhớ", "về");

    private final Language language;
    private final HitFinder finder;
    private final Roster roster;
    private final Pronouns pronouns;

    private Entry place;
    private Entry time;
    private List<Entry> weather = List.of();
    private String outfit = "";
    private Set<Figure> before = Set.of();

    StageReader(Language language, HitFinder finder, Roster roster) {
        this.language = language;
        this.finder = finder;
        this.roster = roster;
        this.pronouns = new Pronouns(language, roster);
    }

    Moment read(Sentence sentence, List<Word> words) {
        List<Hit> hits = finder.find(words);
        boolean[] silent = Silence.in(words, language);
        Hit[] hitAt = new Hit[words.size()];
        hits.forEach(hit -> hitAt[hit.from()] = hit);

        LinkedHashSet<Figure> onStage = new LinkedHashSet<>();
        List<Deed> deeds = new ArrayList<>();
        List<Entry> moods = new ArrayList<>();
        List<Hit> things = new ArrayList<>();
        List<Entry> sky = new ArrayList<>();
        PlaceSense places = new PlaceSense(language, place);
        Entry newTime = null;
        Figure subject = null;
        boolean leap = false;
        pronouns.beginSentence();

        int i = 0;
        while (i < words.size()) {
            Word word = words.get(i);
            Hit hit = hitAt[i];
            List<Figure> who = who(words, i, hit);
            if (!who.isEmpty()) {
                boolean shown = !silent[i] && !absent(words, i, who.get(0)) || who.get(0).cast() && !silent[i];
                if (shown) {
                    onStage.addAll(who);
                    subject = subject == null || word.first() || deeds.isEmpty() ? who.get(0) : subject;
                    pronouns.seen(who, deeds.isEmpty());
                }
                i += Math.max(hit == null ? 1 : hit.to() - i, lengthOf(words, i, who));
                continue;
            }
            leap |= LEAPS.contains(word.text()) && Leap.at(words, i, language);
            if (hit == null) {
                i++;
                continue;
            }
            if (!silent[i]) {
                switch (hit.kind()) {
                    case ACTION -> deeds.add(deed(hit, hits, silent, words, subject));
                    case PLACE -> places.see(words, hit, hits, AWAY);
                    case TIME -> newTime = hit.entry();
                    case WEATHER -> sky.add(hit.entry());
                    case MOOD -> moods.add(hit.entry());
                    case THING -> things.add(hit);
                    default -> { }
                }
            }
            i = hit.to();
        }
        deeds.removeIf(deed -> deed == null);
        return moment(sentence, onStage, deeds, places.result(), newTime, leap, sky, moods, things);
    }

    private Moment moment(Sentence sentence, LinkedHashSet<Figure> onStage, List<Deed> deeds, Entry newPlace,
                          Entry newTime, boolean leap, List<Entry> sky, List<Entry> moods, List<Hit> things) {
        boolean moved = newPlace != null && newPlace != place && place != null;
        boolean later = newTime != null && newTime != time && time != null || leap;
        place = newPlace == null ? place : newPlace;
        time = newTime != null ? newTime : leap ? null : time;
        if (!sky.isEmpty()) {
            weather = List.copyOf(sky);
        } else if (later) {
            weather = List.of();
        }
        boolean someone = !onStage.isEmpty() && before.stream().noneMatch(onStage::contains) && !before.isEmpty()
                || onStage.stream().filter(f -> !before.contains(f)).count() > 1;
        if (!onStage.isEmpty()) {
            before = Set.copyOf(onStage);
        }
        for (Hit thing : things) {
            if (thing.entry().has("wear") && deeds.stream().anyMatch(d -> d.phrase().startsWith("wearing"))) {
                outfit = thing.entry().withArticle(thing.adjective());
            }
        }
        return new Moment(sentence, List.copyOf(onStage), deeds, place, time, weather, moods, things, outfit,
                newPlace != null, newTime != null, moved, later, someone);
    }

    private List<Figure> who(List<Word> words, int i, Hit hit) {
        Figure named = roster.nameAt(words, i);
        if (named != null) {
            return List.of(named);
        }
        if (hit != null && hit.kind().being()) {
            boolean other = i > 0 && (words.get(i - 1).text().equals("another") || words.get(i - 1).text().equals("other"))
                    || hit.to() < words.size() && words.get(hit.to()).text().equals("khác");
            Figure figure = nameAfter(words, hit);
            if (figure == null) {
                figure = roster.figure(hit, other);
                figure.describe(hit.adjective(), hit.surface());
            }
            return List.of(figure);
        }
        return hit == null || hit.kind() == Kind.COLOUR ? pronouns.at(words, i) : List.of();
    }

    /** "bạn Lan", "King Otto", "chú thỏ Bông": the noun belongs to the name after it. */
    private Figure nameAfter(List<Word> words, Hit hit) {
        boolean more = hit.to() < words.size() && !words.get(hit.to()).first();
        Figure figure = more ? roster.nameAt(words, hit.to()) : null;
        return figure;
    }

    private int lengthOf(List<Word> words, int i, List<Figure> who) {
        Figure named = roster.nameAt(words, i);
        return named != null ? roster.nameLength(named) : pronouns.lengthAt(words, i);
    }

    /** Somebody who is only spoken of or owns something is not on stage. */
    private boolean absent(List<Word> words, int i, Figure figure) {
        Word word = words.get(i);
        String previous = i == 0 || word.first() ? "" : words.get(i - 1).text();
        String second = i > 1 && !word.first() ? words.get(i - 2).text() : "";
        return word.owner() || ABSENT.contains(previous)
                || language == Language.ENGLISH && Set.of("his", "her", "their", "the", "a").contains(previous)
                && ABSENT.contains(second) && !second.equals("of");
    }

    private Deed deed(Hit hit, List<Hit> hits, boolean[] silent, List<Word> words, Figure subject) {
        String phrase = hit.entry().phrase();
        int slot = phrase.indexOf('{');
        boolean weak = hit.entry().has("weak");
        Figure actor = subject != null ? subject : pronouns.subject();
        if (slot < 0) {
            return new Deed(actor, phrase, "", weak);
        }
        int close = phrase.indexOf('}');
        Hit object = objectOf(hit, hits, silent, words);
        String filler = object == null ? phrase.substring(slot + 1, close) : object.entry().withArticle(object.adjective());
        String filled = (phrase.substring(0, slot) + filler + phrase.substring(close + 1)).strip();
        if (filler.isEmpty()) {
            String bare = filled.replaceFirst(" (at|in)$", "");
            boolean alone = Set.of("playing", "drinking", "cooking", "building", "riding", "throwing", "pulling",
                    "pushing", "looking").contains(bare);
            return alone ? new Deed(actor, bare, "", true) : null;
        }
        boolean plain = filled.equals("eating food");
        return new Deed(actor, filled, object == null ? "" : filler, weak || plain);
    }

    /** The first thing after the verb in the same clause (a creature, too, for what one can look at or ride). */
    private static Hit objectOf(Hit verb, List<Hit> hits, boolean[] silent, List<Word> words) {
        boolean beings = Set.of("looking at {}", "riding {}", "finding {}", "holding {}").contains(verb.entry().phrase());
        for (Hit hit : hits) {
            if (hit.from() < verb.to() || silent[hit.from()]) {
                continue;
            }
            for (int i = verb.to(); i <= hit.from(); i++) {
                if (words.get(i).first() || i - verb.to() > 6) {
                    return null;
                }
            }
            if (hit.kind() == Kind.THING || beings && hit.kind() == Kind.CREATURE) {
                return hit;
            }
            if (hit.kind() == Kind.ACTION) {
                return null;
            }
        }
        return null;
    }
}
