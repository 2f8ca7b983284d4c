package dev.storyloom.story.condenser;

import java.util.List;
import java.util.Set;

/** Where a sentence happens: where it says, else where what it shows belongs, else at home, else where the story was. */
final class Whereabouts {

    private static final Set<String> HOME = Set.of("house", "kitchen", "bedroom", "yard", "porch", "room", "living room",
            "cottage", "hut", "garden", "cabin", "village", "alley", "gate");
    private static final Set<String> BY_THE_SEA = Set.of("snow", "beach", "ship", "harbour", "island");
    private static final Set<String> ON_WATER = Set.of("boat", "river", "sea", "ocean", "lake", "pond", "ship", "canal",
            "stream", "ferry", "under the sea", "swamp", "mangrove forest", "island", "market", "beach", "harbour",
            "waterfall");
    private static final Set<String> OUTWARDS = Set.of("went", "go", "ran", "slipped", "crept", "stepped", "walked",
            "tiptoed", "hurried", "came", "rushed");

    private final Language language;
    private final HitFinder finder;
    private Entry outdoors;
    /** Whether this paragraph began at a new time and has named no place yet. */
    private boolean laterParagraph;

    Whereabouts(Language language, HitFinder finder) {
        this.language = language;
        this.finder = finder;
    }

    /** Whether a place is where people come home to; nowhere may be. */
    static boolean atHome(Entry place) {
        return place == null || HOME.contains(place.noun());
    }

    /** Remembers the last place under the sky, for whoever goes out. */
    void at(Entry place) {
        outdoors = place != null && !place.has("indoors") ? place : outdoors;
    }

    /** A bed, a teacher or a whale tells where a scene is that does not say so. */
    void hint(Hit hit, Sight sight, StageState state) {
        String hint = hit.entry().hint();
        if (!hint.isEmpty()) {
            sight.hinted = finder.place(hint);
        } else if (sight.hinted == null && !hit.entry().faintHint().isEmpty() && (state.place() == null
                || sight.opens && sight.time != null && sight.time != state.time() && !atHome(state.place())
                && (!state.place().has("indoors") || Homecoming.closes(state.place()))
                && hit.entry().faintHint().equals("house"))) {
            sight.hinted = finder.place(hit.entry().faintHint());
        }
    }

    /** @param begun whether the story has said something before */
    Entry of(Sight sight, PlaceSense places, List<Word> words, StageState state, boolean begun) {
        boolean later = sight.opens && begun && sight.later(state.time());
        laterParagraph &= !sight.opens;
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
        boolean inBed = sight.wakes() && sight.onStage.stream().anyMatch(figure -> figure.cast() && !figure.creature());
        String home = Homecoming.place(state.place(), sight.time, later, kin, inBed);
        if (home.isEmpty() && language == Language.VIETNAMESE && !atHome(state.place()) && sight.comesHome) {
            home = "house";
        }
        if (!home.isEmpty()) {
            return finder.place(home);
        }
        if (state.place() != null && state.place().has("indoors") && outdoors != null && goesOut(words)) {
            return outdoors;
        }
        boolean rows = sight.deeds.stream().anyMatch(deed -> deed.phrase().startsWith("rowing")
                || state.place() == null && deed.phrase().startsWith("sailing"));
        if (rows && (state.place() == null || !ON_WATER.contains(state.place().noun()))) {
            return finder.place("boat");
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
}
