package dev.storyloom.story.condenser;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first gentle check of what a children's book may show, for stories on their way in and prompts on their way out.
 * It reads whole words in English and Vietnamese; it is a fence, not a judge, and a picture is checked again later.
 */
public final class StorySafety {

    private static final Pattern ENCODED = Pattern.compile("[A-Za-z0-9+/]{12,4096}={0,2}");
    private static final Map<String, List<Rule>> RULES = read();

    private StorySafety() {
    }

    private record Rule(String[] words, SafetyVerdict.Reason reason) {

        boolean matches(List<String> text, int at) {
            if (at + words.length > text.size()) {
                return false;
            }
            for (int i = 0; i < words.length; i++) {
                String wanted = words[i];
                String word = text.get(at + i);
                boolean same = wanted.endsWith("*")
                        ? word.startsWith(wanted.substring(0, wanted.length() - 1)) : word.equals(wanted);
                if (!same) {
                    return false;
                }
            }
            return true;
        }
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
        for (int i = 0; i < accented.size(); i++) {
            SafetyVerdict.Reason reason = reasonAt(accented, i);
            if (reason == null) {
                reason = reasonAt(plain, i);
            }
            if (reason != null) {
                return new SafetyVerdict(reason);
            }
        }
        return SafetyVerdict.SAFE;
    }

    private static SafetyVerdict.Reason reasonAt(List<String> words, int at) {
        String word = words.get(at);
        String key = word.substring(0, Math.min(2, word.length()));
        for (Rule rule : RULES.getOrDefault(key, List.of())) {
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

    private static Map<String, List<Rule>> read() {
        Map<String, List<Rule>> rules = new HashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                StorySafety.class.getResourceAsStream("safety.txt"), StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
                String[] columns = line.split("\t");
                var reason = SafetyVerdict.Reason.valueOf(columns[0].toUpperCase(Locale.ROOT));
                String[] words = columns[1].strip().split(" ");
                String key = words[0].substring(0, Math.min(2, words[0].length()));
                rules.computeIfAbsent(key, k -> new ArrayList<>()).add(new Rule(words, reason));
            });
            return rules;
        } catch (IOException e) {
            throw new UncheckedIOException("safety.txt", e);
        }
    }
}
