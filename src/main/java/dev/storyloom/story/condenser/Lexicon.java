package dev.storyloom.story.condenser;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The bilingual picture lexicon: lexicon/KIND.tsv with the painter's phrase, English words, Vietnamese words, marks. */
final class Lexicon {

    private static final Lexicon STANDARD = read();

    /** @param words of an entry as it may stand in a story */
    record Pattern(String[] words, Entry entry) {
    }

    private final Map<Language, Map<String, List<Pattern>>> patterns = new EnumMap<>(Language.class);
    private final Map<String, Entry> beings = new HashMap<>();
    private final Map<String, Entry> places = new HashMap<>();
    /** One entry may have several lines. */
    private final Map<Entry, Entry> entries = new HashMap<>();
    private int size;

    private Lexicon() {
        for (Language language : Language.values()) {
            patterns.put(language, new HashMap<>());
        }
    }

    static Lexicon standard() {
        return STANDARD;
    }

    int size() {
        return size;
    }

    /** Patterns that begin with a word, the longest first. */
    List<Pattern> startingWith(Language language, String word) {
        return patterns.get(language).getOrDefault(word, List.of());
    }

    /** The first place of that noun ("castle"), or null. */
    Entry place(String noun) {
        return places.get(noun);
    }

    /** The creature or person that an English noun names ("little girl", "puppy"), or null. */
    Entry being(String noun) {
        String words = noun.toLowerCase(Locale.ROOT).strip();
        while (true) {
            Entry entry = beings.get(words);
            int space = words.indexOf(' ');
            if (entry != null || space < 0) {
                return entry;
            }
            words = words.substring(space + 1);
        }
    }

    private static Lexicon read() {
        Lexicon lexicon = new Lexicon();
        for (Kind kind : Kind.values()) {
            String file = "lexicon/" + kind.name().toLowerCase(Locale.ROOT) + ".tsv";
            try (InputStream in = Lexicon.class.getResourceAsStream(file);
                 BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .forEach(line -> lexicon.add(kind, line));
            } catch (IOException e) {
                throw new UncheckedIOException(file, e);
            }
        }
        lexicon.patterns.values().forEach(byWord -> byWord.values().forEach(
                list -> list.sort(Comparator.comparingInt((Pattern p) -> -p.words().length))));
        return lexicon;
    }

    private void add(Kind kind, String line) {
        String[] columns = line.split("\t", -1);
        Set<String> marks = columns.length > 3 && !columns[3].isBlank()
                ? Set.of(columns[3].strip().split(" +")) : Set.of();
        Entry read = new Entry(kind, columns[0].strip(), marks);
        Entry entry = entries.computeIfAbsent(read, key -> key);
        size += kind == Kind.IDIOM ? 0 : 1;
        List<String> english = synonyms(columns[1]);
        if (kind.being() || kind == Kind.THING) {
            english.add(entry.phrase());
        }
        english.forEach(words -> add(Language.ENGLISH, words, entry));
        synonyms(columns.length > 2 ? columns[2] : "").forEach(words -> add(Language.VIETNAMESE, words, entry));
        if (kind == Kind.PLACE) {
            places.putIfAbsent(entry.noun(), entry);
        }
        if (kind.being()) {
            english.forEach(words -> beings.putIfAbsent(words, entry));
        }
    }

    private void add(Language language, String words, Entry entry) {
        String[] parts = words.split("[ -]+");
        for (int i = 0; i < parts.length; i++) {
            parts[i] = Word.oneSpelling(parts[i]);
        }
        patterns.get(language).computeIfAbsent(parts[0], key -> new ArrayList<>()).add(new Pattern(parts, entry));
    }

    private static List<String> synonyms(String column) {
        List<String> all = new ArrayList<>();
        for (String words : column.split(",")) {
            if (!words.isBlank()) {
                all.add(words.strip().toLowerCase(Locale.ROOT));
            }
        }
        return all;
    }
}
