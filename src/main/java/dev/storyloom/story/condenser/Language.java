package dev.storyloom.story.condenser;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** A language that stories are told in. */
public enum Language {
    ENGLISH("en"), VIETNAMESE("vi");

    private static final String VIETNAMESE_LETTERS =
            "ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ";
    private static final Set<String> BARE_VIETNAMESE = Set.of("mot", "cua", "khong", "nhung", "cac", "voi", "trong",
            "ngay", "xua", "duoc", "nguoi", "roi", "thi", "va", "nha", "rung", "den", "chu", "tren", "nay");
    private static final Set<String> COMMON_ENGLISH = Set.of("the", "and", "a", "of", "to", "was", "in", "she", "he",
            "it", "they", "his", "her", "with", "had", "on", "is", "that");

    /** Not é, ê, â and ô, which English borrows for café, crêpe, château and rôle. */
    private static final Pattern NEVER_ENGLISH = Pattern.compile("[" + VIETNAMESE_LETTERS.replaceAll("[âêô]", "")
            + "àãáìĩíòõóùũúỳýèẽ]", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private final String code;

    Language(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    /** Whether a painter that reads English would meet Vietnamese words in this. */
    public static boolean anyVietnamese(String words) {
        return NEVER_ENGLISH.matcher(words).find() || isTypedWithoutAccents(words);
    }

    /** Whether no word is one of the little words without which English cannot be written. */
    static boolean hasNoEnglish(List<String> words) {
        return words.stream().noneMatch(word -> word.length() > 2 && COMMON_ENGLISH.contains(word));
    }

    /** By Vietnamese letters; where there are none, by the little words of a story typed without its accents. */
    static Language of(String text) {
        int letters = 0;
        int vietnamese = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = Character.toLowerCase(text.charAt(i));
            if (Character.isLetter(c)) {
                letters++;
                if (VIETNAMESE_LETTERS.indexOf(c) >= 0) {
                    vietnamese++;
                }
            }
        }
        return vietnamese * 25 > letters || isTypedWithoutAccents(text) ? VIETNAMESE : ENGLISH;
    }

    private static boolean isTypedWithoutAccents(String text) {
        int bare = 0;
        int english = 0;
        for (String word : text.toLowerCase(Locale.ROOT).split("[^a-z]+")) {
            bare += BARE_VIETNAMESE.contains(word) ? 1 : 0;
            english += COMMON_ENGLISH.contains(word) ? 1 : 0;
        }
        return bare > 2 && bare > english;
    }
}
