package dev.storyloom.story.condenser;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Decides which of the places that a sentence names is the one where it happens. */
final class PlaceSense {

    private static final Set<String> THERE = Set.of("in", "into", "at", "on", "onto", "through", "across", "along",
            "inside", "near", "by", "beside", "reached", "reach", "entered", "enter", "around", "to", "toward", "towards",
            "outside", "up", "down", "past", "within", "over", "under", "beneath", "behind", "visited", "crossed",
            "trong", "ở", "tại", "vào", "ra", "đến", "tới", "về", "qua", "lên", "xuống", "trên", "ngoài", "bên", "giữa",
            "dọc", "theo", "xuôi", "ngược", "dưới", "khắp", "quanh", "gần", "đi", "sang", "băng", "bước", "trước", "cạnh",
            "ngay", "tận", "ngồi", "đứng", "nằm", "ngủ", "trèo", "leo", "núp", "nấp", "cày", "cấy", "gặt", "quét",
            "lội", "dọn", "cuốc", "xới", "thăm", "climbed", "climb", "swept", "ploughed", "explored", "roamed");
    private static final Set<String> AWAY = Set.of("from", "left", "leave", "leaving", "away", "rời", "khỏi", "từ");
    private static final Set<String> TOWARDS = Set.of("to", "into", "onto", "reached", "entered", "reach", "enter",
            "visited", "vào", "đến", "tới", "về", "lên", "xuống", "sang", "ra");
    private static final Set<String> LOOKING = Set.of("look", "looked", "looking", "looks", "gazed", "gazing", "stared",
            "staring", "pointed", "pointing", "peered", "watched", "nhìn", "ngắm", "ngước", "ngẩng", "chỉ", "giơ",
            "hướng", "ngó");
    /** Parts of a building: in a museum's room the story is still in the museum. */
    private static final Set<String> WITHIN = Set.of("room", "corridor", "hallway", "window");
    private static final Set<String> BUILDINGS = Set.of("museum", "hospital", "school", "library", "hotel", "clinic", "shop",
            "supermarket", "kindergarten", "theatre", "factory", "workshop", "kitchen", "bakery", "restaurant");
    private static final Set<String> BY_THE_SEA = Set.of("beach", "harbour", "island", "sea", "shore", "rocks");
    private static final Set<String> SAND = Set.of("castle", "desert");
    /** "The sky was blue" takes nobody there. */
    private static final Set<String> ABOVE = Set.of("sky", "clouds", "space", "heaven", "moon", "roof");
    /** "Rode home on the bus" is on the bus. */
    private static final Set<String> RIDES = Set.of("bus", "train", "car", "cart", "boat", "ferry", "ship", "plane");
    /** The shore is theirs, and no beach. */
    private static final Set<String> BY_WATER = Set.of("lake", "river", "pond", "stream", "island");
    /** "Went down to see what the waves had left": the way does not lead into the waves. */
    private static final Set<String> ASKING = Set.of("what", "which", "who", "whom", "that", "why", "how", "whether");
    private static final Set<String> SEEING = Set.of("saw", "see", "spotted", "noticed", "watched", "heard", "thấy", "nghe");
    private static final Set<String> MOVING = Set.of("đi", "chạy", "bay", "bước", "tiến", "bơi", "lái", "chèo", "trôi");
    private static final Set<String> UP = Set.of("up", "out", "down", "over", "lên", "ra", "về", "phía", "xuống");
    private static final Set<String> ARTICLES = Set.of("the", "a", "an", "their", "his", "her", "my", "our", "its", "old",
            "một", "những", "các", "ngôi", "cái");

    /** Jars in the bath take nobody from the kitchen there. */
    private boolean within(Hit hit) {
        return before.has("indoors") && hit.entry().has("indoors");
    }

    /** By the sea a castle that is spoken of was built of sand, and the dunes are no desert. */
    private boolean ofSand(Hit hit) {
        return before != null && BY_THE_SEA.contains(before.noun()) && SAND.contains(hit.entry().noun());
    }

    /** "Nhà Bờm nghèo" is a family. */
    private boolean household(List<Word> words, Hit hit) {
        return language == Language.VIETNAMESE && hit.surface().equalsIgnoreCase("nhà") && words.get(hit.from()).first()
                && hit.to() < words.size() && words.get(hit.to()).capital();
    }

    /** Nouns that only say where at a place. */
    private static final Set<String> PARTS = Set.of("roof", "edge", "gate", "top", "middle", "corner", "bottom", "side",
            "foot", "end", "bank", "corridor", "tunnels", "halls", "streets", "banks", "shore", "wall", "door", "heart",
            "depths", "cửa", "cổng", "góc", "bờ", "mép", "đầu",
            "cuối", "rìa", "lòng", "đáy", "mặt", "chân", "bìa");

    private final Language language;
    private final Entry before;
    private final boolean opensParagraph;
    private String written;
    private boolean newTime;
    private Entry found;
    private boolean foundTowards;
    private Entry weak;
    private Entry spot;
    private Entry left;

    /**
     * @param written        how the story last wrote the place it is at, or empty
     * @param opensParagraph whether the sentence does: then what it begins with is where it happens
     */
    PlaceSense(Language language, Entry before, String written, boolean opensParagraph) {
        this.opensParagraph = opensParagraph;
        this.language = language;
        this.before = before;
        this.written = written;
    }

    /** @param lifeless whether a thing or the weather heads the clause: "the wind howled outside in the alley" */
    void see(List<Word> words, Hit hit, List<Hit> hits, boolean lifeless, boolean ofThing) {
        String surface = bare(hit.surface().toLowerCase(Locale.ROOT));
        if (headedByNext(words, hit, hits) || household(words, hit) || ofSand(hit) || shownFromAfar(words, hit)) {
            return;
        }
        if (found == null && before != null && !surface.equals(written) && (" " + written + " ").contains(" " + surface + " ")) {
            return;
        }
        int reach = language == Language.ENGLISH ? 5 : 3;
        Hit modifier = hits.stream().filter(other -> other.kind() == Kind.PLACE && other.to() == hit.from()
                && language == Language.ENGLISH && headedByNext(words, other, hits)).findFirst().orElse(null);
        boolean there = ownPreposition(words, hit) || modifier != null && ownPreposition(words, modifier);
        boolean towards = false;
        boolean opens = true;
        boolean leaving = false;
        String own = words.get(hit.from()).text();
        boolean outside = own.equals("ngoài") || own.equals("outside");
        int from = modifier == null ? anchor(words, hit) : modifier.from();
        for (int i = from - 1, steps = 0; i >= 0 && steps < reach && !words.get(i + 1).first(); i--, steps++) {
            String word = words.get(i).text();
            if (ASKING.contains(word) && i > 0 && i + 1 < hit.from()) {
                opens = false;
                break;
            }
            outside |= word.equals("ngoài") || word.equals("outside");
            leaving |= AWAY.contains(word) || word.equals("out") && words.get(i + 1).text().equals("of");
            if (LOOKING.contains(word) || i > 0 && UP.contains(word) && LOOKING.contains(words.get(i - 1).text())) {
                there = false;
                opens = false;
                break;
            }
            if (word.equals("phía") && !moves(words, i)) {
                opens = false;
                break;
            }
            there |= THERE.contains(word);
            towards |= TOWARDS.contains(word);
            opens &= ARTICLES.contains(word);
            if (belongsToOther(i, hits, hit)) {
                opens = false;
                break;
            }
            if (leaving || there && !beforeLook(words, i)) {
                break;
            }
        }
        if (leaving) {
            left = hit.entry();
            return;
        }
        if (lifeless && outside || ofThing && before != null
                && !(opensParagraph && !within(hit) && !ABOVE.contains(hit.entry().noun()))) {
            return;
        }
        if (there && !towards && before != null && before.has("indoors") && onlySeen(words, hit)) {
            return;
        }
        boolean heads = language == Language.ENGLISH ? hit.from() <= 3 : opensParagraph && hit.from() == 0;
        boolean subject = opens && heads && !ABOVE.contains(hit.entry().noun());
        if (before != null && BY_WATER.contains(before.noun()) && surface.contains("shore")) {
            return;
        }
        if (before != null && before.noun().equals("school") && hit.entry().noun().equals("yard") && !opensParagraph) {
            return;
        }
        boolean bench = surface.endsWith("workbench") || surface.endsWith("counter");
        if (before != null && BUILDINGS.contains(before.noun()) && (bench || WITHIN.contains(hit.entry().noun()))) {
            return;
        }
        if (there && hit.entry().has("spot") && (!towards || hit.entry().has("nook"))) {
            spot = spot == null ? hit.entry() : spot;
        } else if (there || subject) {
            boolean homeBound = found != null && found.noun().equals("house") && RIDES.contains(hit.entry().noun());
            if (found == null || found.has("way") || found.has("wide") && !hit.entry().has("wide") || towards || homeBound) {
                found = hit.entry();
                written = surface;
                foundTowards = towards;
            }
        } else if (weak == null) {
            weak = hit.entry();
        }
    }

    /** Without the prepositions before it. */
    private static String bare(String surface) {
        String rest = surface;
        while (rest.indexOf(' ') > 0 && THERE.contains(rest.substring(0, rest.indexOf(' ')))) {
            rest = rest.substring(rest.indexOf(' ') + 1);
        }
        return rest;
    }

    /** "Town library", "the roof of the school", "cổng thành": the place is the second. */
    private boolean headedByNext(List<Word> words, Hit hit, List<Hit> hits) {
        for (Hit next : hits) {
            if (next.kind() != Kind.PLACE || next.from() < hit.to()) {
                continue;
            }
            boolean adjacent = next.from() == hit.to() && !words.get(hit.to()).first()
                    && !THERE.contains(words.get(next.from()).text());
            return language == Language.ENGLISH
                    ? adjacent && (hit.to() - hit.from() == 1 || ownPreposition(words, hit))
                    || partOf(words, hit, next.from())
                    : (adjacent || onlyClassifiers(words, hit.to(), next.from()))
                    && PARTS.contains(words.get(hit.to() - 1).text());
        }
        return false;
    }

    private static boolean onlyClassifiers(List<Word> words, int from, int to) {
        return to - from < 3 && words.subList(from, to).stream().allMatch(word -> !word.first()
                && Set.of("một", "tòa", "ngôi", "cái", "căn", "khu", "của", "chiếc", "con", "cánh").contains(word.text()));
    }

    private static boolean partOf(List<Word> words, Hit hit, int next) {
        int i = hit.to();
        if (i >= next || !words.get(i).text().equals("of") || !PARTS.contains(words.get(i - 1).text())) {
            return false;
        }
        boolean onTop = words.get(i - 1).text().equals("roof") && i > 2 && words.get(i - 3).text().equals("on");
        return !onTop && next - i <= 2;
    }

    /** The word whose preposition counts: that of the whole where the place is named after a part of it. */
    private int anchor(List<Word> words, Hit hit) {
        int from = hit.from();
        if (language == Language.VIETNAMESE) {
            return from > 0 && !words.get(from).first() && PARTS.contains(words.get(from - 1).text()) ? from - 1 : from;
        }
        for (int i = from - 1; i > 0 && i >= from - 2; i--) {
            if (words.get(i).text().equals("of") && PARTS.contains(words.get(i - 1).text())) {
                return i - 1;
            }
        }
        return from;
    }

    /** "Saw a wolf on the doorstep": the wolf is there, and whoever sees it is not. */
    private static boolean onlySeen(List<Word> words, Hit hit) {
        for (int i = hit.from() - 1; i > 0 && !words.get(i + 1).first() && hit.from() - i < 9; i--) {
            if (SEEING.contains(words.get(i).text())) {
                return true;
            }
        }
        return false;
    }

    /** "Pointed at the ferry on the river", "chỉ cho em con đò trên sông". */
    private boolean shownFromAfar(List<Word> words, Hit hit) {
        for (int i = hit.from() - 1; before != null && i >= Math.max(0, hit.from() - 8) && !words.get(i + 1).first(); i--) {
            String next = words.get(i + 1).text();
            if (words.get(i).text().matches("pointed|pointing")
                    || words.get(i).text().equals("chỉ") && next.matches("cho|tay|về|vào|lên|xuống")) {
                return true;
            }
        }
        return false;
    }

    private static boolean belongsToOther(int word, List<Hit> hits, Hit hit) {
        return hits.stream().anyMatch(other -> other != hit && other.from() <= word && word < other.to()
                && (other.kind() == Kind.PLACE || other.kind() == Kind.THING));
    }

    /** "up at" and "at" may hang on a look: "looked up at the sky" is not a place to be. */
    private static boolean beforeLook(List<Word> words, int i) {
        return i > 0 && (LOOKING.contains(words.get(i - 1).text()) || UP.contains(words.get(i - 1).text()));
    }

    /** "đi về phía" goes there, "giơ tay về phía" does not. */
    private static boolean moves(List<Word> words, int from) {
        for (int i = from - 1; i >= Math.max(0, from - 5); i--) {
            if (MOVING.contains(words.get(i).text())) {
                return true;
            }
        }
        return false;
    }

    private static boolean ownPreposition(List<Word> words, Hit hit) {
        String first = words.get(hit.from()).text();
        for (int i = hit.from() + 1; i < hit.to(); i++) {
            if (TOWARDS.contains(words.get(i).text()) || i < hit.to() - 1 && THERE.contains(words.get(i).text())) {
                return true;
            }
        }
        boolean home = first.equals("home") && hit.from() > 0;
        return THERE.contains(first) && hit.to() - hit.from() > 1 || home || first.equals("indoors")
                || first.equals("underwater") || first.equals("aboard") || first.equals("among")
                || first.equals("above");
    }

    /** A new time begins here: then even a spot is where the story goes on. */
    void newTime() {
        newTime = true;
    }

    /** How the story writes the place where it now is. */
    String written() {
        return written;
    }

    /** A spot (under a tree, at the window) is a place of its own only where no wider place is known. */
    Entry result() {
        if (found != null) {
            return found;
        }
        if (before != null && newTime && spot != null) {
            return spot;
        }
        if (before != null) {
            return spot != null && before.has("indoors") && !spot.has("nook") ? spot : null;
        }
        return spot != null ? spot : weak != null ? weak : left;
    }
}
