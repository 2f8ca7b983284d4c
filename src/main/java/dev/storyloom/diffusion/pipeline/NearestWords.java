package dev.storyloom.diffusion.pipeline;

import dev.storyloom.diffusion.ModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a small model reads for words that it was never shown: to it a woodcutter is whatever happens to be written
 * alike, unless it reads of a man. A model folder may say so in {@code nearest_words.tsv}: on each line what it reads,
 * a tab, and for which words, with commas between them. A model without that file reads all words as they are.
 */
record NearestWords(Map<String, String> nearest, Pattern unknown) {
    static final String FILE = "nearest_words.tsv";
    private static final NearestWords NONE = new NearestWords(Map.of(), null);

    static NearestWords in(Path folder) {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return NONE;
        }
        try {
            return of(Files.readString(file));
        } catch (IOException e) {
            throw new ModelException("model_damaged", FILE + " cannot be read.", e);
        }
    }

    static NearestWords of(String lines) {
        Map<String, String> nearest = new HashMap<>();
        for (String line : lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList()) {
            String[] both = line.split("\t");
            if (both.length != 2 || both[0].isBlank() || both[1].isBlank()) {
                throw new ModelException(FILE + " has a line without a tab between two words: " + line);
            }
            Pattern.compile(",").splitAsStream(both[1]).map(String::strip).filter(word -> !word.isEmpty())
                    .forEach(word -> nearest.put(word.toLowerCase(Locale.ROOT), both[0].strip()));
        }
        if (nearest.isEmpty()) {
            return NONE;
        }
        // The longest first: "toy soldier" is no soldier.
        String words = nearest.keySet().stream().sorted(Comparator.comparing(String::length).reversed()
                .thenComparing(Comparator.naturalOrder())).map(Pattern::quote).collect(Collectors.joining("|"));
        // Only the cases of ASCII are one, so that whatever is found is a key in lower case ("ſ" would match "s").
        return new NearestWords(nearest, Pattern.compile("(?<![\\p{L}-])(an? )?(" + words + ")(?![\\p{L}-])",
                Pattern.CASE_INSENSITIVE));
    }

    String readFor(String prompt) {
        return unknown == null ? prompt : unknown.matcher(prompt).replaceAll(found -> Matcher.quoteReplacement(nearest(found)));
    }

    private String nearest(MatchResult found) {
        String instead = nearest.get(found.group(2).toLowerCase(Locale.ROOT));
        if (found.group(1) == null) {
            return instead;
        }
        return ("aeiou".indexOf(instead.charAt(0)) < 0 ? "a " : "an ") + instead;
    }
}
