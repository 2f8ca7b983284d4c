package dev.storyloom.story.condenser;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Recognises a leap in time that does not name a part of the day: "the next day", "hôm sau". */
final class Leap {

    private static final Set<String> BEFORE = Set.of("next", "following", "one", "another", "days", "weeks", "years",
            "months", "một", "hai", "ba", "mấy", "vài", "nhiều");
    private static final Set<String> AFTER = Set.of("later", "sau", "kia", "nọ", "passed");

    /** Each of these at the head of a sentence opens another time: "since then", "in August", "đầu tháng chạp", "từ đó". */
    private static final List<String> ENGLISH_OPENINGS = List.of("since then", "from then on", "from that day",
            "from that moment", "ever since", "ever after", "before the year was out", "before long the", "that year");
    private static final List<String> VIETNAMESE_OPENINGS = List.of("từ đó", "từ ấy", "từ hôm ấy", "từ hôm đó",
            "từ ngày ấy", "từ ngày đó", "từ bữa đó", "kể từ", "từ dạo", "đầu tháng", "cuối tháng", "giữa tháng",
            "sang tháng", "cuối mùa", "đầu mùa", "sang xuân", "sang năm", "rồi mùa", "vào mùa", "năm ấy", "cuối năm",
            "chủ nhật");
    private static final Set<String> CALENDAR = Set.of("january", "february", "march", "april", "june", "july",
            "august", "september", "october", "november", "december", "spring", "summer", "autumn", "winter", "mondays",
            "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays", "sundays", "sunday", "saturday", "friday",
            "monday", "tuesday", "wednesday", "thursday");
    private static final int HEAD = 5;

    private Leap() {
    }

    /** Whether a sentence that opens a paragraph begins with another day, month or season. */
    static boolean opens(List<Word> words, Language language) {
        String head = words.stream().limit(HEAD).map(Word::text).collect(Collectors.joining(" ")) + " ";
        if (language == Language.VIETNAMESE) {
            return VIETNAMESE_OPENINGS.stream().anyMatch(opening -> head.startsWith(opening + " "));
        }
        boolean date = words.size() > 1 && Set.of("in", "on", "by", "when", "that", "one").contains(words.get(0).text())
                && words.stream().limit(HEAD).anyMatch(word -> CALENDAR.contains(word.text()));
        return date || ENGLISH_OPENINGS.stream().anyMatch(opening -> head.startsWith(opening + " "));
    }

    static boolean at(List<Word> words, int i, Language language) {
        String previous = i == 0 ? "" : words.get(i - 1).text();
        String next = i + 1 < words.size() && !words.get(i + 1).first() ? words.get(i + 1).text() : "";
        return language == Language.ENGLISH
                ? BEFORE.contains(previous) || words.get(i).text().equals("later") && i < 6 || AFTER.contains(next)
                : BEFORE.contains(previous) && i < 4 || AFTER.contains(next);
    }
}
