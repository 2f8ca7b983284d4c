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
    private static final Set<String> OVER = Set.of("over", "stopped", "ended", "passed", "gone", "melted", "tạnh", "tan",
            "ngớt", "dứt", "ngừng");
    private static final Set<String> BY_THE_SEA = Set.of("snow", "beach", "ship", "harbour", "island");
    private static final Set<String> ABSENT = Set.of("of", "about", "for", "miss", "missed", "của", "nhà", "nhớ", "về");

    private final Language language;
    private final HitFinder finder;
    private final Roster roster;
    private final Pronouns pronouns;

    private Entry place;
    private String placeWritten = "";
    private Entry time;
    private boolean begun;
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

        DeedReader deedReader = new DeedReader(words, hits, silent);
        LinkedHashSet<Figure> onStage = new LinkedHashSet<>();
        List<Deed> deeds = new ArrayList<>();
        List<Entry> moods = new ArrayList<>();
        List<Hit> things = new ArrayList<>();
        List<Entry> sky = new ArrayList<>();
        PlaceSense places = new PlaceSense(language, place, placeWritten);
        Entry newTime = null;
        Figure subject = null;
        boolean lifeless = false;
        boolean leap = false;
        pronouns.beginSentence(sentence.gap() == 2);

        int i = 0;
        while (i < words.size()) {
            Word word = words.get(i);
            Hit hit = hitAt[i];
            List<Figure> who = who(words, i, hit);
            if (!who.isEmpty()) {
                if (!silent[i] && !absent(words, i, who.get(0)) && !(hit != null && deedReader.elsewhere(hit))) {
                    onStage.addAll(who);
                    subject = subject == null || word.first() || deeds.isEmpty() ? who.get(0) : subject;
                    lifeless = false;
                    pronouns.seen(who, deeds.isEmpty());
                }
                i += Math.max(hit == null ? 1 : hit.to() - i, lengthOf(words, i, who));
                continue;
            }
            leap |= LEAPS.contains(word.text()) && Leap.at(words, i, language);
            lifeless |= pronouns.isIt(word) && (subject == null || word.first());
            if (hit == null) {
                i++;
                continue;
            }
            if (hit.kind() == Kind.WEATHER || hit.kind() == Kind.THING || hit.kind() == Kind.PLACE) {
                pronouns.seenThing();
            }
            if (!silent[i]) {
                switch (hit.kind()) {
                    case ACTION -> add(deeds, lifeless ? null
                            : deedReader.read(hit, subject != null ? subject : pronouns.subject()));
                    case PLACE -> places.see(words, hit, hits, AWAY);
                    case TIME -> newTime = hit.entry();
                    case WEATHER -> {
                        if (over(words, hit)) {
                            weather = List.of();
                        } else {
                            sky.add(hit.entry());
                        }
                    }
                    case MOOD -> moods.add(hit.entry());
                    case THING -> things.add(hit);
                    default -> { }
                }
                lifeless |= subject == null && deeds.isEmpty() && opensClause(words, hit)
                        && (hit.kind() == Kind.WEATHER || hit.kind() == Kind.THING);
            }
            i = hit.to();
        }
        placeWritten = places.written();
        Entry named = places.result();
        boolean dives = named == null && deeds.stream().anyMatch(deed -> deed.phrase().equals("swimming"));
        Entry newPlace = dives && (place == null || BY_THE_SEA.contains(place.noun())) ? finder.place("ocean") : named;
        return moment(sentence, onStage, deeds, newPlace, newTime, leap, sky, moods, things);
    }

    /** "The storm was over", "mưa tạnh". */
    private static boolean over(List<Word> words, Hit hit) {
        for (int i = hit.to(); i < Math.min(words.size(), hit.to() + 3) && !words.get(i).first(); i++) {
            if (OVER.contains(words.get(i).text())) {
                return true;
            }
        }
        return false;
    }

    private static void add(List<Deed> deeds, Deed deed) {
        if (deed != null) {
            deeds.add(deed);
        }
    }

    /** Whether a noun heads its clause ("The sun shone"): then what follows is its doing and nobody's deed. */
    private static boolean opensClause(List<Word> words, Hit hit) {
        int i = hit.from();
        while (i > 0 && !words.get(i).first()) {
            i--;
        }
        return hit.from() - i <= 2;
    }

    private Moment moment(Sentence sentence, LinkedHashSet<Figure> onStage, List<Deed> deeds, Entry newPlace,
                          Entry newTime, boolean leap, List<Entry> sky, List<Entry> moods, List<Hit> things) {
        boolean moved = newPlace != null && newPlace != place && begun;
        boolean later = newTime != null && newTime != time && begun || leap && begun;
        begun = true;
        place = newPlace == null ? place : newPlace;
        time = newTime != null ? newTime : leap ? null : time;
        boolean indoors = place != null && place.has("indoors");
        if (!sky.isEmpty()) {
            weather = List.copyOf(sky);
        } else if (later || moved && indoors) {
            weather = List.of();
        }
        outfit = later || moved && indoors ? "" : outfit;
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
}
