package dev.storyloom.story.condenser;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Words that a children's book may not show. Each place takes one of several words, a star at its end every longer one;
 * {@code ~} lets up to {@link #GAP} words stand between.
 */
record SafetyRule(List<List<String>> places, SafetyVerdict.Reason reason) {

    private static final int GAP = 4;
    private static final List<String> BETWEEN = List.of("~");

    /** The rules of safety.txt and people.txt. */
    static List<SafetyRule> standard() {
        List<SafetyRule> rules = new ArrayList<>();
        for (String line : lines("safety.txt")) {
            String[] columns = line.split("\t");
            rules.add(of(SafetyVerdict.Reason.valueOf(columns[0].toUpperCase(Locale.ROOT)), columns[1]));
        }
        lines("people.txt").forEach(name -> rules.add(of(SafetyVerdict.Reason.REAL_PERSON, name)));
        return rules;
    }

    private static SafetyRule of(SafetyVerdict.Reason reason, String words) {
        return new SafetyRule(Arrays.stream(words.strip().split(" +")).map(place -> List.of(place.split("\\|"))).toList(),
                reason);
    }

    private static List<String> lines(String file) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                SafetyRule.class.getResourceAsStream(file), StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    /** The first two letters that its first word may have. */
    Set<String> beginnings() {
        return places.get(0).stream().map(SafetyRule::beginning).collect(Collectors.toSet());
    }

    static String beginning(String word) {
        return word.substring(0, Math.min(2, word.length()));
    }

    /** Whether it is Vietnamese, and of more than one word: one word without accents may be another. */
    boolean accented() {
        return places.stream().filter(place -> !place.equals(BETWEEN)).count() > 1
                && places.stream().flatMap(List::stream).anyMatch(word -> word.chars().anyMatch(c -> c > 127));
    }

    SafetyRule plain() {
        return new SafetyRule(places.stream().map(FoldedText::plain).toList(), reason);
    }

    boolean matches(List<String> text, int at) {
        return matches(text, at, 0);
    }

    private boolean matches(List<String> text, int at, int place) {
        if (place == places.size()) {
            return true;
        }
        if (places.get(place).equals(BETWEEN)) {
            for (int skipped = 0; skipped <= GAP; skipped++) {
                if (matches(text, at + skipped, place + 1)) {
                    return true;
                }
            }
            return false;
        }
        return at < text.size() && takes(places.get(place), text.get(at)) && matches(text, at + 1, place + 1);
    }

    private static boolean takes(List<String> wanted, String word) {
        for (String one : wanted) {
            boolean longer = one.endsWith("*");
            if (longer ? word.startsWith(one.substring(0, one.length() - 1)) : word.equals(one)) {
                return true;
            }
        }
        return false;
    }
}
