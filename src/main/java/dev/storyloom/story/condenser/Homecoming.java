package dev.storyloom.story.condenser;

import java.util.List;
import java.util.Set;

/** Recognises that a story has come home, or to bed, without saying so: "that evening Mum …", "em chạy ù về khoe bà". */
final class Homecoming {

    private static final Set<String> LATE = Set.of("evening", "night", "sunset");
    private static final Set<String> DREAMS = Set.of("sky", "space", "moon", "mars", "planet", "clouds", "under the sea",
            "fairyland", "heaven", "candy land", "spaceship");
    private static final Set<String> INDOORS_OF_HOME = Set.of("house", "kitchen", "bedroom", "living room", "dining room", "room",
            "yard", "porch", "cottage", "hut", "cabin", "bathroom", "attic", "garden", "burrow", "nest", "apartment");
    /** Nobody is there at night. */
    private static final Set<String> CLOSED = Set.of("school", "playground", "clinic", "kindergarten", "supermarket", "museum",
            "pool", "football field", "gym", "canteen", "school hall");
    private static final Set<String> MOVING = Set.of("chạy", "đi", "ra", "quay", "trở", "ù", "mang", "đem", "dắt", "vội",
            "mạch", "ùa", "phóng");
    private static final Set<String> NOT_HOME = Set.of("phía", "sau", "hướng", "đích", "nhất", "nước", "đâu");

    private Homecoming() {
    }

    /**
     * The noun of the place, or empty.
     *
     * @param place where the story was before, or null
     * @param time  that the sentence names, or null
     * @param later whether a new time begins with this paragraph
     * @param kin   whether the sentence brings in somebody of the family
     * @param wakes whether somebody wakes up
     */
    static String place(Entry place, Entry time, boolean later, boolean kin, boolean wakes) {
        if (wakes && (place == null || later && DREAMS.contains(place.noun()))) {
            return "bedroom";
        }
        if (later && time != null && Set.of("evening", "night").contains(time.noun()) && place != null
                && CLOSED.contains(place.noun())) {
            return "house";
        }
        boolean away = place != null && !INDOORS_OF_HOME.contains(place.noun());
        return later && kin && away && time != null && LATE.contains(time.noun()) ? "house" : "";
    }

    /** Whether nobody is at a place by night. */
    static boolean closes(Entry place) {
        return CLOSED.contains(place.noun());
    }

    /** "Chạy về khoe bà": going back to no place that is named is going home. */
    static boolean goesHome(List<Word> words, int i, List<Hit> hits) {
        if (i == 0 || !words.get(i).text().equals("về") || words.get(i).first() || !MOVING.contains(words.get(i - 1).text())) {
            return false;
        }
        boolean somewhere = hits.stream().anyMatch(hit -> hit.kind() == Kind.PLACE && hit.to() > i && hit.from() - i < 4);
        return !somewhere && !NOT_HOME.contains(i + 1 < words.size() ? words.get(i + 1).text() : "");
    }
}
