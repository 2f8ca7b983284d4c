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
    private static final Set<String> OVER = Set.of("over", "stopped", "ended", "passed", "gone", "melted", "tạnh", "tan",
            "ngớt", "dứt", "ngừng");
    private static final Set<String> UNTIL = Set.of("until", "till", "before", "đến", "tới");
    private static final Set<String> BY_THE_SEA = Set.of("snow", "beach", "ship", "harbour", "island");
    private static final Set<String> OUTWARDS = Set.of("went", "go", "ran", "slipped", "crept", "stepped", "walked",
            "tiptoed", "hurried", "came", "rushed");
    private static final Set<String> TAKING = Set.of("buying", "rescuing", "finding");
    private static final Set<String> HOME = Set.of("house", "kitchen", "bedroom", "yard", "porch", "room", "living room",
            "cottage", "hut", "garden", "cabin", "village", "alley", "gate");
    private static final int PARAGRAPH = 2;

    private final Language language;
    private final HitFinder finder;
    private final Pronouns pronouns;
    private final FigureReader figures;
    private final Entrances entrances;
    private final Exits exits;

    private StageState state = StageState.EMPTY;
    /** Where the story is while it looks back; null while it does not. */
    private StageState present;
    private Entry outdoors;
    private int read;
    /** How often somebody is named, in the whole story and in this paragraph. */
    private final Map<Figure, Integer> mentions = new HashMap<>();
    private final Map<Figure, Integer> mentioned = new HashMap<>();
    private final Map<Figure, Integer> lastMentioned = new HashMap<>();
    private int paragraph;
    /** Whether this paragraph began at a new time and has named no place yet. */
    private boolean laterParagraph;
    private Set<Figure> before = Set.of();

    StageReader(Language language, HitFinder finder, Roster roster) {
        this.language = language;
        this.finder = finder;
        this.pronouns = new Pronouns(language, roster);
        this.figures = new FigureReader(language, roster, pronouns);
        this.entrances = new Entrances(language);
        this.exits = new Exits(language);
    }

    /** What one sentence shows. */
    private static final class Sight {
        private final LinkedHashSet<Figure> onStage = new LinkedHashSet<>();
        /** Who is named only to say that they are not there, or do not do it. */
        private final Set<Figure> denied = new HashSet<>();
        private final List<Deed> deeds = new ArrayList<>();
        private final List<Entry> moods = new ArrayList<>();
        private final List<Hit> things = new ArrayList<>();
        private final List<Entry> sky = new ArrayList<>();
        private Entry time;
        private Entry hinted;
        private Figure subject;
        private Figure last;
        /** Who has gone away by its end. */
        private final Set<Figure> gone = new LinkedHashSet<>();
        /** Who of them went home or said goodbye. */
        private final Set<Figure> home = new HashSet<>();
        private List<Hit> hits = List.of();
        private boolean lifeless;
        private boolean leap;
        private boolean opens;
        private boolean comesHome;
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
        boolean begins = Recollection.begins(words, language, read);
        if (present == null && begins) {
            present = state;
            state = state.elsewhere();
            pronouns.recallYouth(Recollection.ofYouth(words, language, read));
            return true;
        }
        if (present != null && (sentence.gap() == PARAGRAPH && !begins && !Recollection.goesOn(words) || Recollection.ends(words, language))) {
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
            if (!silent[i] && exits.at(words, i, atHome())) {
                leave(sight, clause.actors(), exits.forGood(words, i), clause.withOthers());
            }
            sight.comesHome |= Homecoming.goesHome(words, i, hits) && sight.gone.isEmpty()
                    && clause.actors().stream().anyMatch(figure -> figure.cast() && !figure.creature());
            boolean title = hit == null && i + 1 < words.size() && !words.get(i + 1).first() && hitAt[i + 1] != null
                    && hitAt[i + 1].kind().being();
            List<Figure> who = title && language == Language.VIETNAMESE ? List.of() : figures.at(words, i, hit);
            if (!who.isEmpty()) {
                boolean afar = clause.afar() && who.stream().noneMatch(Figure::cast);
                if (!silent[i] && !afar && !figures.absent(words, i) && !(hit != null && deedReader.elsewhere(hit))) {
                    enter(sight, who, word);
                    clause.enter(who);
                    if (hit != null) {
                        hint(hit, sight);
                    }
                } else if (silent[i]) {
                    sight.denied.addAll(who);
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
            if (!silent[i] && !(clause.afar() && (hit.kind() == Kind.PLACE || hit.kind() == Kind.ACTION))) {
                clause.see(words, hit);
                see(words, hit, hits, sight, places, deedReader, clause);
            }
            i = hit.to();
        }
    }

    private void enter(Sight sight, List<Figure> who, Word word) {
        sight.onStage.addAll(who);
        boolean taken = !sight.deeds.isEmpty() && sight.deeds.get(sight.deeds.size() - 1).byCast() && TAKING.contains(sight.deeds.get(sight.deeds.size() - 1).phrase().split(" ")[0]);
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

    private boolean atHome() {
        return state.place() == null || HOME.contains(state.place().noun());
    }

    private void see(List<Word> words, Hit hit, List<Hit> hits, Sight sight, PlaceSense places, DeedReader deedReader,
                     Clause clause) {
        hint(hit, sight);
        switch (hit.kind()) {
            case ACTION -> {
                Deed deed = sight.lifeless || doneByThing(hits, hit, sight) ? null
                        : deedReader.read(hit, sight.subject != null ? sight.subject : pronouns.subject());
                if (deed != null) {
                    sight.deeds.add(deed);
                }
            }
            case PLACE -> {
                if (!sight.gone.containsAll(clause.actors()) || clause.actors().isEmpty()) {
                    places.see(words, hit, hits, sight.lifeless, clause.lifeless());
                }
            }
            case TIME -> sight.time = sight.time != null && until(words, hit) ? sight.time : hit.entry();
            case WEATHER -> {
                if (over(words, hit)) {
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

    /** A bed, a teacher or a whale tells where a scene is that does not say so. */
    private void hint(Hit hit, Sight sight) {
        String hint = hit.entry().hint();
        if (!hint.isEmpty()) {
            sight.hinted = finder.place(hint);
        } else if (sight.hinted == null && !hit.entry().faintHint().isEmpty() && (state.place() == null
                || sight.opens && sight.time != null && sight.time != state.time() && !atHome()
                && (!state.place().has("indoors") || Homecoming.closes(state.place())) && hit.entry().faintHint().equals("house"))) {
            sight.hinted = finder.place(hit.entry().faintHint());
        }
    }

    /** "A blizzard caught them": the noun before the verb is no being, and nobody has been named yet. */
    private static boolean doneByThing(List<Hit> hits, Hit verb, Sight sight) {
        return sight.subject == null && hits.stream().anyMatch(hit -> hit.to() == verb.from()
                && (hit.kind() == Kind.WEATHER || hit.kind() == Kind.THING));
    }

    /** "Until the moon came up", "cho đến khi trăng lên": when it ends is not when it is. */
    private static boolean until(List<Word> words, Hit hit) {
        for (int i = hit.from() - 1; i >= Math.max(0, hit.from() - 3); i--) {
            if (UNTIL.contains(words.get(i).text())) {
                return true;
            }
        }
        return false;
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

    /** Whether a noun heads its clause ("The sun shone"): then what follows is its doing and nobody's deed. */
    private static boolean opensClause(List<Word> words, Hit hit) {
        int i = hit.from();
        while (i > 0 && !words.get(i).first()) {
            i--;
        }
        return hit.from() - i <= 2;
    }

    private Moment moment(Sentence sentence, List<Word> words, Sight sight, PlaceSense places, boolean remembers) {
        Entry place = placeOf(sight, places, words, sentence.gap() == PARAGRAPH);
        boolean begun = read > 1;
        boolean moved = begun && place != null && place != state.place() || remembers;
        boolean later = begun && (sight.time != null && sight.time != state.time() || sight.leap) || remembers;
        Set<Figure> here = new LinkedHashSet<>(sight.onStage);
        here.addAll(entrances.staying(state.present(), sight.onStage, words, this::goesAlong,
                moved && !remembers, sight.leap, later && !remembers, sentence.gap() == PARAGRAPH,
                place != null && HOME.contains(place.noun())));
        if (sight.onStage.stream().anyMatch(Figure::cast)) {
            pronouns.joined().forEach(here::add);
        }
        here.removeIf(figure -> !figure.cast() && sight.denied.contains(figure) && !sight.onStage.contains(figure));
        boolean changed = !sight.onStage.isEmpty() && !before.isEmpty()
                && (before.stream().noneMatch(sight.onStage::contains)
                || sight.onStage.stream().filter(figure -> !before.contains(figure)).count() > 1);
        before = sight.onStage.isEmpty() ? before : Set.copyOf(sight.onStage);
        boolean wakes = sight.deeds.stream().anyMatch(deed -> deed.phrase().equals("waking up"));
        if (wakes && sight.opens && sight.time == null && (state.time() == null ? read == 1 : state.time().noun().equals("night"))) {
            sight.time = finder.time("morning");
        }
        Entry where = place == null ? state.place() : place;
        outdoors = where != null && !where.has("indoors") ? where : outdoors;
        List<String> outfits = Wardrobe.outfits(sight.leap ? List.of() : state.outfits(), words, sight.things);
        String held = Wardrobe.held(sight.leap ? "" : state.held(), sight.deeds);
        Moment moment = new Moment(sentence, List.copyOf(sight.onStage), List.copyOf(here), sight.deeds, where,
                sight.time != null ? sight.time : sight.leap ? null : state.time(), weather(sight, where, moved, later),
                sight.moods, sight.things, outfits, held, place != null, sight.time != null, moved, later, changed, Set.copyOf(sight.home));
        if (sight.last != null && entrances.leaves(words)) {
            sight.gone.add(sight.last);
        }
        here.removeAll(sight.gone);
        sight.gone.forEach(Figure::part);
        pronouns.gone(sight.gone);
        state = new StageState(here, where, places.written(), moment.time(), moment.weather(), outfits, held);
        return moment;
    }

    private Entry placeOf(Sight sight, PlaceSense places, List<Word> words, boolean opens) {
        boolean later = opens && read > 1 && (sight.leap || sight.time != null && sight.time != state.time());
        laterParagraph &= !opens;
        if (later) {
            places.newTime();
        }
        Entry named = places.result();
        boolean atSpot = named != null && named.has("spot") && sight.hinted != null && sight.time != null;
        if (named != null && !atSpot) {
            laterParagraph = false;
            return named;
        }
        if (later) {
            laterParagraph = true;
        }
        if (sight.hinted != null && (state.place() == null || sight.time != null || sight.leap || laterParagraph)) {
            laterParagraph = false;
            return sight.hinted;
        }
        boolean kin = sight.onStage.stream().anyMatch(figure -> figure.kin() && !state.present().contains(figure));
        boolean wakes = sight.deeds.stream().anyMatch(deed -> deed.phrase().equals("waking up"));
        boolean inBed = wakes && sight.onStage.stream().anyMatch(figure -> figure.cast() && !figure.creature());
        String home = Homecoming.place(state.place(), sight.time, later, kin, inBed);
        if (home.isEmpty() && language == Language.VIETNAMESE && state.place() != null && !atHome() && sight.comesHome) {
            home = "house";
        }
        if (!home.isEmpty()) {
            return finder.place(home);
        }
        if (state.place() != null && state.place().has("indoors") && outdoors != null && goesOut(words)) {
            return outdoors;
        }
        boolean dives = sight.deeds.stream().anyMatch(deed -> deed.phrase().equals("swimming"));
        return dives && (state.place() == null || BY_THE_SEA.contains(state.place().noun())) ? finder.place("ocean") : null;
    }

    /** "She went out", "em chạy ra ngoài"; but "far outside, a star was winking" is only seen from within. */
    private boolean goesOut(List<Word> words) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i).text();
            String previous = i == 0 ? "" : words.get(i - 1).text();
            boolean english = word.equals("outside") && i > 1 || word.equals("out") && OUTWARDS.contains(previous);
            if (language == Language.ENGLISH ? english : word.equals("ngoài") && previous.equals("ra")) {
                return true;
            }
        }
        return false;
    }

    private List<Entry> weather(Sight sight, Entry where, boolean moved, boolean later) {
        if (!sight.sky.isEmpty()) {
            return List.copyOf(sight.sky);
        }
        boolean indoors = where != null && where.has("indoors");
        return later || moved && indoors ? List.of() : state.weather();
    }
}
