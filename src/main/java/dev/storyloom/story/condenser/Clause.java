package dev.storyloom.story.condenser;

import java.util.List;
import java.util.Set;

/** The clause that is being read: whose doing it tells, a being's or a thing's ("the sun climbed into the sky"). */
final class Clause {

    private static final Set<String> VEHICLES = Set.of("boat", "ship", "train", "bus", "car", "truck", "plane", "rocket",
            "submarine", "cart", "sled", "sleigh", "canoe", "raft", "sampan", "spaceship", "hot air balloon", "bicycle",
            "motorbike", "taxi", "tram", "helicopter", "airship", "carriage", "steam train", "fishing boat", "ferry",
            "paper boat", "carpet", "balloon", "wheelbarrow", "fire engine", "ambulance", "tractor", "scooter");
    /** What stands after one of these is not the subject. */
    private static final Set<String> BEFORE_OTHERS = Set.of("in", "on", "at", "with", "by", "from", "after", "before", "over",
            "under", "into", "for", "of", "to", "like", "without", "behind", "beside", "trong", "trên", "với", "ở", "từ",
            "sau", "trước", "dưới", "bằng", "đến", "tới", "về", "vào", "ra", "lên", "xuống", "cho", "của", "như", "bên",
            "cầm", "lấy", "mang");

    private static final Set<String> HEAVENLY = Set.of("sun", "moon", "stars", "star", "mặt", "ông", "trăng", "sao");

    private static final Set<String> AFAR = Set.of("far away", "far off", "in the distance", "next door", "somewhere a");
    private static final Set<String> VIETNAMESE_AFAR = Set.of("ngoài kia", "phía xa", "xa xa", "đằng xa", "ngoài xa");
    private static final Set<String> VIETNAMESE_OUTSIDE = Set.of("ngoài trời", "ngoài đường", "bên ngoài",
            "ngoài cửa sổ", "ngoài phố");
    private static final int LONGEST_AFAR = 3;

    private List<Figure> actors = List.of();
    private boolean open = true;
    private boolean lifeless;
    private boolean withOthers;
    private boolean afar;
    private int start;

    /** @param indoors whether the story is within doors, where "outside" is elsewhere */
    void begin(List<Word> words, int word, Language language, boolean indoors) {
        String first = words.get(word).text();
        String next = word + 1 < words.size() ? words.get(word + 1).text() : "";
        String third = word + 2 < words.size() ? words.get(word + 2).text() : "";
        String two = first + " " + next;
        boolean outside = language == Language.VIETNAMESE
                ? VIETNAMESE_OUTSIDE.contains(two) || VIETNAMESE_OUTSIDE.contains(two + " " + third)
                : first.equals("outside") || two.equals("out in") || two.equals("out on");
        boolean far = language == Language.VIETNAMESE ? VIETNAMESE_AFAR.contains(two)
                : AFAR.contains(two) || AFAR.contains(two + " " + third);
        // "Ngoài kia, trẻ con chơi": the comma ends nothing.
        boolean goesOn = afar && word - start <= LONGEST_AFAR;
        afar = goesOn || far || indoors && outside;
        open = true;
        withOthers = false;
        lifeless = false;
        start = word;
    }

    void enter(List<Figure> who) {
        if (open) {
            actors = who;
        }
        withOthers |= !open && !actors.containsAll(who);
        open = false;
        lifeless = false;
    }

    /** Whether somebody else is named in it: "carried Mo home" is no goodbye. */
    boolean withOthers() {
        return withOthers;
    }

    void see(List<Word> words, Hit hit) {
        if (hit.kind() == Kind.ACTION) {
            open = false;
        }
        boolean sun = words.get(start).text().equals("mặt") && start + 1 < words.size()
                && words.get(start + 1).text().equals("trời");
        if (sun && hit.from() >= start) {
            lifeless = true;
            open = false;
        }
        if (open && hit.kind() == Kind.TIME && HEAVENLY.contains(words.get(hit.from()).text()) && hit.to() - hit.from() > 1) {
            lifeless = true;
            open = false;
        }
        if (open && (hit.kind() == Kind.WEATHER || hit.kind() == Kind.THING)) {
            boolean heads = words.subList(start, hit.from()).stream().noneMatch(word -> BEFORE_OTHERS.contains(word.text()));
            lifeless = heads && !VEHICLES.contains(hit.entry().phrase());
            open = false;
        }
    }

    /** Whether it tells of what is only seen or heard from where the story is. */
    boolean afar() {
        return afar;
    }

    /** Whether it tells of a thing or the weather, and not of anybody. */
    boolean lifeless() {
        return lifeless;
    }

    /** Who acts: those who head this clause, or the one before where it does not say. */
    List<Figure> actors() {
        return actors;
    }
}
