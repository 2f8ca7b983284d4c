package dev.storyloom.story.condenser;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads sentence after sentence and keeps what stays true: who is there, the place, the time, the weather, the outfit. */
final class StageReader {

    private static final Set<String> LEAPS = Set.of("day", "days", "week", "later", "month", "months", "year", "years",
            "hôm", "ngày", "tuần", "tháng", "năm");
    private static final Set<String> TAKING = Set.of("buying", "rescuing", "finding");
    private static final Set<String> AT_THE_DOOR = Set.of("stood", "knocked", "knocking", "waited", "rang", "đứng",
            "gõ", "chờ", "đợi");
    private static final Set<String> AWAITING = Set.of("chờ", "đợi", "ngóng", "mong");
    private static final int PARAGRAPH = 2;

    private final Language language;
    private final HitFinder finder;
    private final Pronouns pronouns;
    private final FigureReader figures;
    private final Entrances entrances;
    private final Exits exits;
    private final Whereabouts whereabouts;

    private StageState state = StageState.EMPTY;
    /** Where the story is while it looks back; null while it does not. */
    private StageState present;
    private int read;
    /** The last sentence that says that somebody tells. */
    private int told = -PARAGRAPH;
    /** How often somebody is named, in the whole story and in this paragraph. */
    private final Map<Figure, Integer> mentions = new HashMap<>();
    private final Map<Figure, Integer> mentioned = new HashMap<>();
    private final Map<Figure, Integer> lastMentioned = new HashMap<>();
    private int paragraph;
    private Set<Figure> before = Set.of();
    private final Partings partings = new Partings();

    StageReader(Language language, HitFinder finder, Roster roster) {
        this.language = language;
        this.finder = finder;
        this.pronouns = new Pronouns(language, roster);
        this.figures = new FigureReader(language, roster, pronouns);
        this.entrances = new Entrances(language);
        this.exits = new Exits(language);
        this.whereabouts = new Whereabouts(language, finder);
    }

    Moment read(Sentence sentence, List<Word> words) {
        boolean remembers = lookBack(sentence, words);
        if (sentence.gap() == PARAGRAPH) {
            beginParagraph();
        }
        pronouns.beginSentence(sentence.gap() == PARAGRAPH, state.present());
        pronouns.hear(words);
        Sight sight = new Sight();
        sight.opens = sentence.gap() == PARAGRAPH;
        PlaceSense places = new PlaceSense(language, state.place(), state.placeWritten(), sight.opens);
        sight.leap = sight.opens && read > 0 && Leap.opens(words, language);
        look(words, sight, places);
        read++;
        return moment(sentence, words, sight, places, remembers);
    }

    /** A child's family stays with it; strangers and creatures that were only glanced at are not in the next picture. */
    private void beginParagraph() {
        Set<Figure> staying = new LinkedHashSet<>(state.present());
        paragraph++;
        staying.removeIf(figure -> !goesAlong(figure) && (figure.kin()
                ? paragraph - lastMentioned.getOrDefault(figure, paragraph) > 2 : mentioned.getOrDefault(figure, 0) < 2));
        state = state.with(staying);
        mentioned.clear();
    }

    /** The given cast, what the hero took along, and a hero of the story's own where the given cast is not yet on stage. */
    private boolean goesAlong(Figure figure) {
        boolean hero = mentions.getOrDefault(figure, 0) > 2 && mentions.entrySet().stream()
                .noneMatch(other -> other.getKey().cast() && other.getValue() > 1);
        return figure.ofTheCompany() || hero;
    }

    /** Puts the stage aside while the story looks back, and takes it up again afterwards. */
    private boolean lookBack(Sentence sentence, List<Word> words) {
        boolean begins = Recollection.begins(words, language, read) || read - told < 3 && Recollection.thatYear(words);
        told = Recollection.tells(words) ? read : told;
        if (present == null && !begins && told == read && Recollection.ofYouthTold(words, language, read)) {
            // The listeners stay in the picture, and the tale's place and time end with it.
            present = state;
            return false;
        }
        if (present == null && begins) {
            present = state;
            state = state.elsewhere();
            pronouns.recallYouth(Recollection.ofYouth(words, language, read));
            return true;
        }
        boolean ends = sentence.gap() == PARAGRAPH && !begins && !Recollection.goesOn(words)
                || Recollection.ends(words, language);
        if (present != null && ends) {
            Set<Figure> remembered = new HashSet<>(state.present());
            remembered.removeAll(present.present());
            pronouns.forget(remembered);
            pronouns.recallYouth(false);
            state = present;
            present = null;
            return true;
        }
        return false;
    }

    private void look(List<Word> words, Sight sight, PlaceSense places) {
        List<Hit> hits = finder.find(words);
        sight.hits = hits;
        boolean[] silent = Silence.in(words, language);
        boolean[] missing = Silence.ofTheMissing(words, language);
        Hit[] hitAt = new Hit[words.size()];
        hits.forEach(hit -> hitAt[hit.from()] = hit);
        DeedReader deedReader = new DeedReader(words, hits, silent);
        Clause clause = new Clause();
        int i = 0;
        while (i < words.size()) {
            Word word = words.get(i);
            Hit hit = hitAt[i];
            if (word.first()) {
                clause.begin(words, i, language, state.place() != null && state.place().has("indoors"));
            }
            if (!silent[i] && exits.at(words, i, Whereabouts.atHome(state.place()))) {
                leave(sight, clause.actors(), exits.forGood(words, i), clause.withOthers());
            }
            sight.comesHome |= Homecoming.goesHome(words, i, hits) && sight.gone.isEmpty()
                    && clause.actors().stream().anyMatch(figure -> figure.cast() && !figure.creature());
            boolean title = hit == null && i + 1 < words.size() && !words.get(i + 1).first() && hitAt[i + 1] != null
                    && hitAt[i + 1].kind().being() && !word.text().equals("đôi");
            List<Figure> who = title && language == Language.VIETNAMESE ? List.of() : figures.at(words, i, hit);
            if (!who.isEmpty()) {
                boolean afar = clause.afar() && !atTheDoor(words) && who.stream().noneMatch(Figure::cast);
                boolean afterwards = (Endings.untilThen(words, i)
                        || i > 0 && AWAITING.contains(words.get(i - 1).text())) && who.stream().noneMatch(Figure::cast);
                if (!silent[i] && !afar && !afterwards && !figures.absent(words, i)
                        && !(hit != null && deedReader.elsewhere(hit))) {
                    enter(sight, who, word);
                    clause.enter(who);
                    if (hit != null) {
                        whereabouts.hint(hit, sight, state);
                    }
                } else if (silent[i]) {
                    sight.denied.addAll(who);
                    sight.missing.addAll(missing[i] ? who : List.of());
                    if (!missing[i] && who.get(0).cast()) {
                        pronouns.spokenOf(who.get(0));
                    }
                } else {
                    pronouns.spokenOf(who.get(0));
                }
                i += Math.max(hit == null ? 1 : hit.to() - i, figures.lengthAt(words, i, hit));
                continue;
            }
            sight.leap |= LEAPS.contains(word.text()) && Leap.at(words, i, language);
            sight.lifeless |= pronouns.isIt(word) && (sight.subject == null || word.first());
            if (hit == null) {
                i++;
                continue;
            }
            if (hit.kind() == Kind.WEATHER || hit.kind() == Kind.THING || hit.kind() == Kind.PLACE) {
                pronouns.seenThing();
            }
            // "Không ngủ được" begins with what denies, and is night all the same.
            boolean itself = hit.kind() == Kind.TIME && hit.to() - i > 1 && (i == 0 || !silent[i - 1]);
            if ((!silent[i] || itself) && !(clause.afar() && (hit.kind() == Kind.PLACE || hit.kind() == Kind.ACTION))) {
                clause.see(words, hit);
                see(words, hit, hits, sight, places, deedReader, clause);
            }
            i = hit.to();
        }
    }

    /** "Outside stood a mouse": who stands or knocks there is about to come in. */
    private static boolean atTheDoor(List<Word> words) {
        return words.stream().anyMatch(word -> AT_THE_DOOR.contains(word.text()));
    }

    private void enter(Sight sight, List<Figure> who, Word word) {
        sight.onStage.addAll(who);
        Deed last = sight.deeds.isEmpty() ? null : sight.deeds.get(sight.deeds.size() - 1);
        boolean taken = last != null && last.byCast() && TAKING.contains(last.verb());
        who.stream().filter(figure -> taken && figure.creature() && !figure.cast()).forEach(Figure::join);
        who.forEach(figure -> {
            mentions.merge(figure, 1, Integer::sum);
            mentioned.merge(figure, 1, Integer::sum);
            lastMentioned.put(figure, paragraph);
        });
        sight.subject = sight.subject == null || word.first() || sight.deeds.isEmpty() ? who.get(0) : sight.subject;
        sight.last = who.get(0);
        sight.lifeless = false;
        pronouns.seen(who, sight.deeds.isEmpty());
    }

    /** Whoever goes takes no part any more, unless it is the hero: then those stay behind who are no company. */
    private void leave(Sight sight, List<Figure> who, boolean forGood, boolean withOthers) {
        if (withOthers && !forGood) {
            return;
        }
        Set<Figure> there = new LinkedHashSet<>(state.present());
        there.addAll(sight.onStage);
        boolean known = who.stream().anyMatch(figure -> figure.cast() || state.present().contains(figure)
                || mentions.getOrDefault(figure, 0) > 1);
        boolean othersStay = there.stream().anyMatch(figure -> figure.cast() && !who.contains(figure));
        if (known && othersStay && !who.isEmpty()) {
            sight.gone.addAll(who);
            sight.home.addAll(forGood ? who : List.of());
        } else if (known && who.stream().anyMatch(Figure::cast)) {
            there.stream().filter(figure -> !figure.ofTheCompany() && !who.contains(figure)).forEach(sight.gone::add);
        }
    }

    private void see(List<Word> words, Hit hit, List<Hit> hits, Sight sight, PlaceSense places, DeedReader deedReader,
                     Clause clause) {
        whereabouts.hint(hit, sight, state);
        switch (hit.kind()) {
            case ACTION -> {
                Deed deed = sight.lifeless || doneByThing(hits, hit, sight) ? null
                        : deedReader.read(hit, sight.subject != null ? sight.subject : pronouns.subject());
                if (deed != null) {
                    sight.deeds.add(deed);
                }
            }
            case PLACE -> {
                boolean staged = !Endings.untilThen(words, hit.from()) && !Partings.othersStay(words, hit.to());
                if (staged && (!sight.gone.containsAll(clause.actors()) || clause.actors().isEmpty())) {
                    places.see(words, hit, hits, sight.lifeless, clause.lifeless());
                }
            }
            case TIME -> sight.time = sight.time != null && Endings.until(words, hit) ? sight.time : hit.entry();
            case WEATHER -> {
                if (Endings.over(words, hit)) {
                    state = new StageState(state.present(), state.place(), state.placeWritten(), state.time(), List.of(),
                            state.outfits(), state.held());
                } else {
                    sight.sky.add(hit.entry());
                }
            }
            case MOOD -> sight.moods.add(hit.entry());
            case THING -> sight.things.add(hit);
            default -> { }
        }
        sight.lifeless |= sight.subject == null && sight.deeds.isEmpty() && opensClause(words, hit)
                && (hit.kind() == Kind.WEATHER || hit.kind() == Kind.THING);
    }

    /** "A blizzard caught them": the noun before the verb is no being, and nobody has been named yet. */
    private static boolean doneByThing(List<Hit> hits, Hit verb, Sight sight) {
        return sight.subject == null && hits.stream().anyMatch(hit -> hit.to() == verb.from()
                && (hit.kind() == Kind.WEATHER || hit.kind() == Kind.THING));
    }

    /** Whether a noun heads its clause ("The sun shone"): then what follows is its doing and nobody's deed. */
    private static boolean opensClause(List<Word> words, Hit hit) {
        int i = hit.from();
        while (i > 0 && !words.get(i).first()) {
            i--;
        }
        return hit.from() - i <= 2;
    }

    private Moment moment(Sentence sentence, List<Word> words, Sight sight, PlaceSense places, boolean remembers) {
        boolean begun = read > 1;
        if (sight.wakes() && sight.opens && sight.time == null
                && (state.time() == null ? !begun : state.time().noun().equals("night"))) {
            sight.time = finder.time("morning");
        }
        Entry place = whereabouts.of(sight, places, words, state, begun);
        boolean moved = begun && place != null && place != state.place() || remembers;
        boolean later = begun && sight.later(state.time()) || remembers;
        Set<Figure> here = new LinkedHashSet<>(sight.onStage);
        here.addAll(entrances.staying(state.present(), sight.onStage, words, this::goesAlong,
                moved && !remembers, sight.leap, later && !remembers, sight.opens,
                place != null && Whereabouts.atHome(place), newcomers(sight)));
        if (sight.onStage.stream().anyMatch(Figure::cast)) {
            pronouns.joined().forEach(here::add);
        }
        here.removeIf(figure -> sight.missing.contains(figure) && !sight.onStage.contains(figure));
        here.removeIf(figure -> !figure.cast() && sight.denied.contains(figure) && !sight.onStage.contains(figure));
        boolean changed = !sight.onStage.isEmpty() && !before.isEmpty()
                && (before.stream().noneMatch(sight.onStage::contains)
                || sight.onStage.stream().filter(figure -> !before.contains(figure)).count() > 1);
        before = sight.onStage.isEmpty() ? before : Set.copyOf(sight.onStage);
        partings.follow(sight, here, words);
        Entry where = place == null ? state.place() : place;
        whereabouts.at(where);
        List<String> outfits = Wardrobe.outfits(sight.leap ? List.of() : state.outfits(), words, sight.things);
        String held = Wardrobe.held(sight.leap ? "" : state.held(), sight.deeds);
        Moment moment = new Moment(sentence, List.copyOf(sight.onStage), List.copyOf(here), sight.deeds, where,
                sight.time != null ? sight.time : sight.leap ? null : state.time(), weather(sight, where, moved, later),
                sight.moods, sight.things, outfits, held, place != null, sight.time != null, moved, later, changed,
                Set.copyOf(sight.home));
        if (sight.last != null && entrances.leaves(words)) {
            sight.gone.add(sight.last);
        }
        here.removeAll(sight.gone);
        partings.leave(sight.gone, here);
        sight.gone.forEach(Figure::part);
        pronouns.gone(sight.gone);
        state = new StageState(here, where, places.written(), moment.time(), moment.weather(), outfits, held);
        return moment;
    }

    /** Whether all whom a sentence names are named for the first time, and not as living somewhere else. */
    private boolean newcomers(Sight sight) {
        return sight.onStage.stream().allMatch(figure -> !figure.cast() && mentions.getOrDefault(figure, 0) < 2);
    }

    private List<Entry> weather(Sight sight, Entry where, boolean moved, boolean later) {
        if (!sight.sky.isEmpty()) {
            return List.copyOf(sight.sky);
        }
        boolean indoors = where != null && where.has("indoors");
        return later || moved && indoors ? List.of() : state.weather();
    }
}
