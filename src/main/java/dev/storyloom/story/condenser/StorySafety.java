package dev.storyloom.story.condenser;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first gentle check of what a children's book may show, for stories on their way in and prompts on their way out.
 * It reads whole words in English and Vietnamese; it is a fence, not a judge, and a picture is checked again later.
 */
public final class StorySafety {

    private static final Pattern ENCODED = Pattern.compile("[A-Za-z0-9+/]{12,4096}={0,2}");
    private static final Map<String, List<SafetyRule>> RULES = byBeginning(SafetyRule.standard());
    /** For Vietnamese that is written without its accents. */
    private static final Map<String, List<SafetyRule>> PLAIN_RULES = byBeginning(SafetyRule.standard().stream()
            .filter(SafetyRule::accented).map(SafetyRule::plain).toList());

    private StorySafety() {
    }

    /** Whether the text may become a children's book; the first reason found where it may not. */
    public static SafetyVerdict check(String text) {
        SafetyVerdict verdict = words(text);
        Matcher encoded = ENCODED.matcher(text);
        while (verdict.safe() && encoded.find()) {
            verdict = words(decoded(encoded.group()));
        }
        return verdict;
    }

    private static SafetyVerdict words(String text) {
        List<String> accented = FoldedText.accented(text);
        List<String> plain = FoldedText.plain(accented);
        boolean bare = plain.equals(accented) && Language.hasNoEnglish(plain);
        for (int i = 0; i < accented.size(); i++) {
            SafetyVerdict.Reason reason = reasonAt(RULES, accented, i);
            if (reason == null) {
                reason = reasonAt(bare ? PLAIN_RULES : RULES, plain, i);
            }
            if (reason != null) {
                return new SafetyVerdict(reason);
            }
        }
        return SafetyVerdict.SAFE;
    }

    private static SafetyVerdict.Reason reasonAt(Map<String, List<SafetyRule>> rules, List<String> words, int at) {
        String word = words.get(at);
        for (SafetyRule rule : rules.getOrDefault(SafetyRule.beginning(word), List.of())) {
            if (rule.matches(words, at)) {
                return rule.reason();
            }
        }
        return null;
    }

    /** The text behind base64, or nothing where it is no text. */
    private static String decoded(String encoded) {
        String bare = encoded.replace("=", "");
        try {
            byte[] bytes = Base64.getDecoder().decode(bare.length() % 4 == 1 ? bare.substring(1) : bare);
            String text = new String(bytes, StandardCharsets.UTF_8);
            long readable = text.chars().filter(c -> c >= ' ' && c < 127 || Character.isLetter(c)).count();
            return readable * 10 >= text.length() * 9L ? text : "";
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static Map<String, List<SafetyRule>> byBeginning(List<SafetyRule> all) {
        Map<String, List<SafetyRule>> rules = new HashMap<>();
        all.forEach(rule -> rule.beginnings().forEach(
                key -> rules.computeIfAbsent(key, k -> new ArrayList<>()).add(rule)));
        return rules;
    }
}
