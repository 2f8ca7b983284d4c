package dev.storyloom.story.condenser;

import java.util.List;
import java.util.Set;

/** Words of a sentence that tell of what is not there: denied, wished for, dreamed of, or only compared with. */
final class Silence {

    private static final Set<String> ENGLISH_NOT = Set.of("no", "not", "never", "nobody", "nothing", "none", "without",
            "cannot", "nor", "neither", "nowhere", "instead", "hardly");
    private static final Set<String> GONE = Set.of("gone", "missing", "away", "absent", "nowhere");
    private static final Set<String> AWAY = Set.of("vắng", "xa", "trực", "công");
    /** "Was not on the bed": whoever is denied a place is not there. */
    private static final Set<String> PLACED = Set.of("there", "on", "in", "at", "under", "by", "behind", "inside", "beside",
            "anywhere", "home", "here", "among");
    /** "Could not find him". */
    private static final Set<String> SOUGHT = Set.of("find", "sign", "trace");
    private static final Set<String> BEING = Set.of("was", "were", "is", "are", "been", "had");
    /** "Không đến nữa". */
    private static final Set<String> COMING = Set.of("đến", "tới", "ra", "qua", "sang", "ghé");
    /** "By then the bat had flown off". */
    private static final Set<String> WENT = Set.of("flown", "gone", "swum", "slipped", "crept", "hopped", "scampered", "trotted");
    private static final Set<String> OFF = Set.of("off", "away", "home");
    private static final Set<String> DENIED = Set.of("không", "chẳng", "chả");
    private static final Set<String> WAITING = Set.of("đợi", "chờ", "mong", "ngóng", "waiting", "waited");
    private static final Set<String> KIN = Set.of("mẹ", "bố", "cha", "ba", "bà", "ông", "má");
    private static final Set<String> JOINING = Set.of("because", "since", "while", "but", "when", "that", "as", "vì",
            "khi", "nhưng");
    private static final Set<String> ENGLISH_WISH = Set.of("want", "wants", "wanted", "wish", "wishes", "wished", "hope",
            "hoped", "hopes", "if", "imagined", "imagine", "remembered", "missed", "about", "promised", "planned",
            "longed", "wanting", "hoping", "wishing", "missing", "forgot", "wondered", "unless", "dreamed", "dreamt");
    private static final Set<String> THINKING = Set.of("thought", "thinking", "think", "dreaming", "dreamed", "dreamt", "dream",
            "spoke", "talked", "sang", "told");
    private static final Set<String> RELATIVE = Set.of("who", "which", "where");
    private static final Set<String> ENGLISH_ENDS = Set.of("but", "only", "except", "until", "till", "because", "so",
            "then", "when", "while", "suddenly", "instead");
    private static final Set<String> VIETNAMESE_NOT = Set.of("không", "chẳng", "chưa", "chả", "đừng", "thiếu", "hết");
    private static final Set<String> NOT_NOT = Set.of("chỉ", "những", "khỏi", "ngừng", "lâu", "xa", "ngờ",
            "khí", "gian", "trung", "ngớt", "ít");
    private static final Set<String> VIETNAMESE_WISH = Set.of("muốn", "ước", "mong", "mơ", "tưởng", "nếu", "giá",
            "hứa", "định", "ngỡ", "giả", "đòi", "kẻo");
    private static final Set<String> VIETNAMESE_ENDS = Set.of("nhưng", "mà", "nên", "rồi", "thì", "và", "chỉ", "vì",
            "khi", "cho", "bỗng", "liền", "vẫn");
    private static final Set<String> FOUND = Set.of("thấy", "được", "ra", "đến", "tới", "về", "sang", "vào");
    private static final Set<String> REPORTING = Set.of("told", "said", "says", "tells", "explained", "heard", "knew", "thought",
            "remembered", "believed", "swore", "kể", "bảo", "nói", "nghĩ", "tin", "biết", "nghe");
    private static final Set<String> SEEKING = Set.of("look", "looked", "looking", "search", "searched", "searching",
            "wait", "waited", "waiting", "hunted", "hunting", "asked");
    private static final Set<String> LIKING = Set.of("to", "would", "i", "you", "we", "they", "did", "not", "really",
            "also", "all", "children", "people");
    private static final Set<String> AS_ALWAYS = Set.of("thế", "vậy", "mọi", "thường", "cũ", "ý");

    private Silence() {
    }

    static boolean[] in(List<Word> words, Language language) {
        boolean[] silent = new boolean[words.size()];
        for (int i = 0; i < words.size(); i++) {
            for (int k = goneSince(words, i, language); k < i; k++) {
                silent[k] = true;
            }
            int until = language == Language.ENGLISH ? english(words, i) : vietnamese(words, i);
            if (until > i && until < words.size() && words.get(until).first() && RELATIVE.contains(words.get(until).text())) {
                until = clauseEnd(words, until, ENGLISH_ENDS, true);
            }
            for (int k = i; k < until; k++) {
                silent[k] = true;
            }
        }
        return silent;
    }

    /** Words of clauses that say of somebody that they are not there at all; what is merely not done is not among them. */
    static boolean[] ofTheMissing(List<Word> words, Language language) {
        boolean[] missing = new boolean[words.size()];
        for (int i = 0; i < words.size(); i++) {
            for (int k = goneSince(words, i, language); k < i; k++) {
                missing[k] = true;
            }
            int until = language == Language.ENGLISH ? english(words, i) : vietnamese(words, i);
            boolean sought = until > i && SOUGHT.contains(words.get(Math.min(i + 1, words.size() - 1)).text())
                    || until > i && words.get(until - 1).text().equals("đâu");
            for (int k = i; sought && k < until; k++) {
                missing[k] = true;
            }
        }
        return missing;
    }

    /** Where the clause begins that says of its subject that it is not there ("the lions were gone"); else the word itself. */
    private static int goneSince(List<Word> words, int i, Language language) {
        String word = words.get(i).text();
        String previous = i == 0 ? "" : words.get(i - 1).text();
        boolean english = GONE.contains(word) && (BEING.contains(previous) || previous.equals("far"))
                || PLACED.contains(word) && (previous.equals("not") && i > 1 && BEING.contains(words.get(i - 2).text())
                || Set.of("wasn't", "weren't", "isn't", "aren't").contains(previous));
        boolean wentBefore = WENT.contains(word) && previous.equals("had") && i + 1 < words.size()
                && OFF.contains(words.get(i + 1).text());
        english |= wentBefore;
        boolean neither = word.equals("không") && previous.equals("cũng")
                && (i + 1 >= words.size() || words.get(i + 1).first());
        boolean onThePhone = word.equals("điện") && previous.equals("gọi") || word.equals("tin") && previous.equals("nhắn");
        boolean returned = anyOf(words, i, Math.min(words.size(), i + 3), Set.of("về"));
        boolean vietnamese = neither || onThePhone
                || word.equals("còn") && previous.equals("không") && i + 1 < words.size()
                && words.get(i + 1).text().equals("nữa")
                || AWAY.contains(word) && !returned && (previous.equals("đi")
                || i > 1 && words.get(i - 2).text().equals("đi") && !previous.equals("lên"));
        boolean noMore = COMING.contains(previous) && word.equals("nữa") && i > 1 && DENIED.contains(words.get(i - 2).text());
        boolean inHospital = word.equals("viện") && previous.equals("nằm") && i > 1
                && words.get(i - 2).text().matches("phải|đang|đi|vẫn");
        vietnamese |= noMore || inHospital;
        boolean dead = language == Language.ENGLISH ? word.equals("died") || word.equals("dead") && BEING.contains(previous)
                : word.equals("mất") && i + 1 < words.size() && words.get(i + 1).text().equals("sớm")
                || word.equals("mất") && KIN.contains(previous) && (i + 1 >= words.size() || words.get(i + 1).first())
                || word.equals("đời") && previous.equals("qua");
        if (language == Language.VIETNAMESE && word.equals("về") && previous.equals("chưa")) {
            return 0;
        }
        if (!dead && !(language == Language.ENGLISH ? english : vietnamese)) {
            return i;
        }
        int start = i;
        if (onThePhone) {
            return Math.max(0, i - 2);
        }
        while (start > 0 && !words.get(start).first() && !JOINING.contains(words.get(start - 1).text())) {
            start--;
        }
        return start;
    }

    private static int english(List<Word> words, int i) {
        String word = words.get(i).text();
        if (ENGLISH_NOT.contains(word) || word.endsWith("n't")) {
            String next = i + 1 < words.size() ? words.get(i + 1).text() : "";
            boolean only = word.equals("not") && next.equals("only") || word.equals("nothing") && next.equals("but");
            int end = clauseEnd(words, i, ENGLISH_ENDS, true);
            boolean everSo = word.equals("never") && anyOf(words, i, end, Set.of("such", "so", "more"));
            boolean couldNotStop = anyOf(words, i, end, Set.of("help", "stop", "wait")) && word.startsWith("could");
            return only || everSo || couldNotStop ? i : end;
        }
        if (word.equals("gone") && i > 0 && words.get(i - 1).text().equals("had") && i + 1 < words.size()
                && words.get(i + 1).text().equals("to")) {
            return clauseEnd(words, i, ENGLISH_ENDS, true);
        }
        if (ENGLISH_WISH.contains(word) && !word.equals("about") || word.equals("about") && aboutTelling(words, i)) {
            return clauseEnd(words, i, ENGLISH_ENDS, false);
        }
        if (word.equals("that") && i > 0 && anyOf(words, Math.max(0, i - 2), i, REPORTING)) {
            return clauseEnd(words, i, ENGLISH_ENDS, false);
        }
        if (word.equals("for") && i > 0 && SEEKING.contains(words.get(i - 1).text())) {
            return Math.min(clauseEnd(words, i, ENGLISH_ENDS, true), i + 4);
        }
        String after = i + 1 < words.size() ? words.get(i + 1).text() : "";
        if (word.equals("because") && after.equals("at") && awaitedAtHome(words, i + 2, "home")) {
            return clauseEnd(words, i + 2, ENGLISH_ENDS, true);
        }
        if (THINKING.contains(word) && Set.of("of", "about").contains(after)) {
            return clauseEnd(words, i, ENGLISH_ENDS, true);
        }
        boolean likeNoun = word.equals("like") && i > 0 && !LIKING.contains(words.get(i - 1).text())
                && i + 1 < words.size();
        boolean asNoun = word.equals("as") && i > 1 && words.get(i - 2).text().equals("as");
        if (likeNoun || asNoun) {
            return Math.min(clauseEnd(words, i, ENGLISH_ENDS, true), i + 6);
        }
        return i;
    }

    /** "Because at home his mother was waiting": where and who the thoughts are with. */
    private static boolean awaitedAtHome(List<Word> words, int i, String home) {
        return i < words.size() && words.get(i).text().equals(home)
                && anyOf(words, i, clauseEnd(words, i, Set.of(), true), WAITING);
    }

    private static boolean aboutTelling(List<Word> words, int i) {
        Set<String> tellers = Set.of("story", "stories", "told", "tell", "talked", "talking", "thought", "thinking", "song",
                "book", "read", "dream", "dreams", "heard", "sang", "tale", "tales", "reading", "spoke", "dreamed");
        return anyOf(words, Math.max(0, i - 4), i, tellers);
    }

    private static int vietnamese(List<Word> words, int i) {
        String word = words.get(i).text();
        String next = i + 1 < words.size() && !words.get(i + 1).first() ? words.get(i + 1).text() : "";
        if (VIETNAMESE_NOT.contains(word)) {
            boolean question = next.isEmpty();
            int end = clauseEnd(words, i, VIETNAMESE_ENDS, true);
            boolean everSo = word.equals("chưa") && anyOf(words, i, end, Set.of("thế", "vậy"));
            String afterNext = i + 2 < words.size() ? words.get(i + 2).text() : "";
            boolean soon = next.equals("bao") && !afterNext.equals("giờ") || next.equals("mấy");
            boolean allGone = word.equals("hết") && i > 0 && !words.get(i).first();
            return question || NOT_NOT.contains(next) || soon || everSo || allGone ? i : end;
        }
        if (word.equals("ở") && i > 0 && words.get(i - 1).text().equals("vì") && awaitedAtHome(words, i + 1, "nhà")) {
            return clauseEnd(words, i, VIETNAMESE_ENDS, true);
        }
        if (word.equals("vắng")) {
            return Math.min(clauseEnd(words, i, VIETNAMESE_ENDS, true), i + 2);
        }
        if (VIETNAMESE_WISH.contains(word) && !(word.equals("mơ") && (next.equals("màng") || next.isEmpty()))
                && !(word.equals("giá") && next.equals("rét"))) {
            return clauseEnd(words, i, VIETNAMESE_ENDS, false);
        }
        boolean about = word.equals("về") && i > 0 && anyOf(words, Math.max(0, i - 4), i,
                Set.of("kể", "chuyện", "nghĩ", "nói", "truyện", "hát", "mơ", "sách", "đọc"));
        about |= word.equals("nghĩ") && (next.equals("đến") || next.equals("tới"));
        if (word.equals("tìm") && !FOUND.contains(next)) {
            return Math.min(clauseEnd(words, i, VIETNAMESE_ENDS, true), i + 4);
        }
        if (word.equals("rằng") && i > 0 && anyOf(words, Math.max(0, i - 3), i, REPORTING)) {
            return clauseEnd(words, i, VIETNAMESE_ENDS, false);
        }
        boolean missing = word.equals("nhớ") && !next.equals("ra") && !next.equals("lại");
        if (about || missing) {
            return clauseEnd(words, i, VIETNAMESE_ENDS, true);
        }
        if ((word.equals("như") || word.equals("giống") || word.equals("tựa") || word.equals("hệt"))
                && !AS_ALWAYS.contains(next)) {
            return Math.min(clauseEnd(words, i, VIETNAMESE_ENDS, true), i + 6);
        }
        return i;
    }

    private static int clauseEnd(List<Word> words, int from, Set<String> ends, boolean andEnds) {
        int i = from + 1;
        while (i < words.size() && !words.get(i).first() && !ends.contains(words.get(i).text())
                && !(andEnds && words.get(i).text().equals("and"))) {
            i++;
        }
        return i;
    }

    private static boolean anyOf(List<Word> words, int from, int to, Set<String> wanted) {
        for (int i = from; i < to; i++) {
            if (wanted.contains(words.get(i).text())) {
                return true;
            }
        }
        return false;
    }
}
