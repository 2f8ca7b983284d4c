package dev.storyloom.story.condenser;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Finds the names that a story uses: capitals that are no beginnings of sentences, or begin them again and again. */
final class NameDiscovery {

    private static final Set<String> NAMING = Set.of("named", "called", "tên", "là", "gọi");
    private static final Set<String> NO_NAMES = Set.of("I", "I'm", "I'll", "I'd", "Mr", "Mrs", "Miss", "Dr", "The",
            "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Tết", "Christmas", "English",
            "Trung", "Thu", "God", "Trời", "Bụt");
    private static final Set<String> HEADS = Set.of("the", "then", "there", "they", "she", "he", "it", "his", "her", "but",
            "and", "so", "now", "soon", "when", "while", "after", "before", "at", "in", "on", "one", "all", "every", "this",
            "that", "suddenly", "once", "what", "who", "how", "why", "where", "no", "not", "yes", "if", "as", "from", "with",
            "for", "of", "to", "by", "up", "down", "out", "inside", "outside", "behind", "under", "only", "just", "even",
            "next", "last", "first", "two", "three", "its", "their", "we", "our", "you", "your", "my", "me", "something",
            "nothing", "everyone", "everybody", "nobody", "someone", "here", "again", "still", "never", "always", "was",
            "were", "had", "did", "do", "let", "some", "many", "each", "both", "another", "a", "an", "or", "because",
            "một", "hai", "ba", "khi", "thế", "rồi", "nhưng", "cả", "mỗi", "trong", "trên", "dưới", "ngoài", "ngày", "hôm",
            "từ", "vì", "nếu", "bỗng", "thì", "mà", "để", "đó", "đây", "sau", "trước", "cuối", "vừa", "đang", "đã", "sẽ",
            "không", "chưa", "chẳng", "có", "lúc", "lần", "nó", "họ", "chúng", "những", "các", "ai", "gì", "sao", "thấy",
            "thầy", "cô", "bác", "chú", "ông", "bà", "mẹ", "bố", "cha", "má", "anh", "chị", "em", "bé", "cậu", "con",
            "cháu", "cụ",
            "lão", "nàng", "chàng", "bạn", "đàn", "cây", "chiếc", "cái", "tiếng", "trời", "nghe", "cứ", "vẫn", "cũng",
            "chỉ", "mọi", "ở", "theo", "với", "cho", "còn", "năm", "xa", "bên", "giữa", "gần");
    private static final Map<String, String> TITLES = Map.ofEntries(Map.entry("bạn", "child"), Map.entry("bé", "child"),
            Map.entry("cậu", "boy"), Map.entry("em", "child"), Map.entry("chị", "girl"), Map.entry("anh", "boy"),
            Map.entry("cô", "woman"), Map.entry("chú", "man"), Map.entry("bác", "man"), Map.entry("thầy", "teacher"),
            Map.entry("cu", "boy"), Map.entry("thằng", "boy"), Map.entry("dì", "aunt"), Map.entry("thím", "aunt"),
            Map.entry("mợ", "aunt"), Map.entry("dượng", "uncle"), Map.entry("cụ", "old man"),
            Map.entry("mr", "man"), Map.entry("mrs", "woman"), Map.entry("miss", "woman"), Map.entry("ms", "woman"));
    private static final Set<String> BEFORE_CHILDREN = Set.of("bé", "bạn", "em", "cu", "thằng");

    private final Lexicon lexicon;
    private final Language language;
    private final boolean animals;

    /** @param animals whether there are creatures among the given characters */
    NameDiscovery(Lexicon lexicon, Language language, boolean animals) {
        this.lexicon = lexicon;
        this.language = language;
        this.animals = animals;
    }

    /** The names of a whole story with what their owners are, in the order in which they are met. */
    Map<String, Entry> in(List<List<Word>> sentences, HitFinder finder) {
        Map<String, Integer> seen = new LinkedHashMap<>();
        for (List<Word> words : sentences) {
            for (int i = 1; i < words.size(); i++) {
                Word word = words.get(i);
                String before = words.get(i - 1).text();
                // "bác Rùa" is a turtle with manners; "bé Sóc" is a child.
                boolean plainNoun = being(word.text(), language) && !TITLES.containsKey(before)
                        || creature(word.text(), language) && (!BEFORE_CHILDREN.contains(before) || animals);
                if (word.capital() && !word.first() && !NO_NAMES.contains(word.written()) && !plainNoun) {
                    seen.merge(word.written(), 1, Integer::sum);
                }
            }
        }
        sentences.forEach(words -> words.stream().filter(word -> word.first() && seen.containsKey(word.written()))
                .forEach(word -> seen.merge(word.written(), 1, Integer::sum)));
        headNames(sentences, language).forEach((name, times) -> seen.putIfAbsent(name, times));
        Map<String, Entry> kinds = new LinkedHashMap<>();
        Map<String, Integer> masculine = new HashMap<>();
        for (List<Word> words : sentences) {
            nameKinds(words, finder.find(words), seen, kinds);
            titles(words, seen, kinds);
            genders(words, seen, masculine);
        }
        Map<String, Entry> found = new LinkedHashMap<>();
        seen.forEach((name, times) -> {
            Entry kind = kinds.get(name);
            if (kind == null && times > 1 && lexicon.being(name) == null) {
                int he = masculine.getOrDefault(name, 0);
                kind = lexicon.being(he > 0 ? "boy" : he < 0 ? "girl" : "child");
            }
            if (kind != null) {
                found.put(name, kind);
            }
        });
        return found;
    }

    /** A capital that heads sentences again and again and is never written small is a name too. */
    private Map<String, Integer> headNames(List<List<Word>> sentences, Language language) {
        Map<String, Integer> heads = new LinkedHashMap<>();
        Set<String> small = new HashSet<>();
        Set<String> together = new HashSet<>();
        for (List<Word> words : sentences) {
            for (int i = 0; i < words.size(); i++) {
                Word word = words.get(i);
                if (!word.capital()) {
                    small.add(word.text());
                } else if (word.first() && word.text().length() > 1 && !word.text().endsWith("ly")
                        && !opensLongerWords(words, i, language)) {
                    together.addAll(alone(words, i) ? Set.of() : Set.of(word.written()));
                    heads.merge(word.written(), 1, Integer::sum);
                }
            }
        }
        heads.entrySet().removeIf(head -> head.getValue() < 2 || !together.contains(head.getKey())
                || small.contains(head.getKey().toLowerCase(Locale.ROOT))
                || NO_NAMES.contains(head.getKey()) || HEADS.contains(head.getKey().toLowerCase(Locale.ROOT))
                || lexicon.startingWith(language, head.getKey().toLowerCase(Locale.ROOT)).stream()
                        .anyMatch(pattern -> pattern.words().length == 1 && pattern.entry().kind() != Kind.ACTION));
        return heads;
    }

    /** "Tùng! Tùng! Tùng!" is a drum. */
    private static boolean alone(List<Word> words, int i) {
        return i + 1 >= words.size() || words.get(i + 1).first();
    }

    /** "Công chúa" is a princess and nobody called Công. */
    private boolean opensLongerWords(List<Word> words, int i, Language language) {
        String next = i + 1 < words.size() && !words.get(i + 1).first() ? words.get(i + 1).text() : "";
        return lexicon.startingWith(language, words.get(i).text()).stream()
                .anyMatch(pattern -> pattern.words().length > 1 && pattern.words()[1].equals(next));
    }

    /** "a fox named Pip", "Pip the fox", "Pip was a small fox", "chú cáo tên là Pip", "thỏ Bông". */
    private static void nameKinds(List<Word> words, List<Hit> hits, Map<String, Integer> seen, Map<String, Entry> kinds) {
        for (Hit hit : hits) {
            if (!hit.kind().being()) {
                continue;
            }
            int next = hit.to();
            while (next < words.size() && next < hit.to() + 3 && NAMING.contains(words.get(next).text())) {
                next++;
            }
            boolean named = next > hit.to() || next < words.size() && !words.get(next).first();
            if (next < words.size() && named && seen.containsKey(words.get(next).written())) {
                kinds.putIfAbsent(words.get(next).written(), hit.entry());
            }
            int before = hit.from() - 1;
            int steps = 0;
            while (before > 0 && steps < 3 && !seen.containsKey(words.get(before).written())) {
                before--;
                steps++;
            }
            if (before >= 0 && seen.containsKey(words.get(before).written())) {
                String link = before + 1 < words.size() ? words.get(before + 1).text() : "";
                boolean aside = (link.equals("a") || link.equals("an")) && words.get(before + 1).first();
                if ((aside || Set.of("the", "was", "is", "là").contains(link)) && before + 1 < hit.from()) {
                    kinds.putIfAbsent(words.get(before).written(), hit.entry());
                }
            }
        }
    }

    /** "bạn Lan", "Mrs Brown": the word before the name says what kind of person it is. */
    private void titles(List<Word> words, Map<String, Integer> seen, Map<String, Entry> kinds) {
        for (int i = 1; i < words.size(); i++) {
            String noun = TITLES.get(words.get(i - 1).text());
            if (noun != null && !words.get(i).first() && seen.containsKey(words.get(i).written())) {
                kinds.putIfAbsent(words.get(i).written(), lexicon.being(noun));
            }
        }
    }

    private boolean being(String word, Language language) {
        return is(word, language, Kind::being);
    }

    private boolean creature(String word, Language language) {
        return is(word, language, kind -> kind == Kind.CREATURE);
    }

    private boolean is(String word, Language language, Predicate<Kind> what) {
        return lexicon.startingWith(language, word).stream()
                .anyMatch(p -> p.words().length == 1 && what.test(p.entry().kind()));
    }

    private static void genders(List<Word> words, Map<String, Integer> seen, Map<String, Integer> masculine) {
        String name = null;
        for (Word word : words) {
            if (seen.containsKey(word.written())) {
                name = word.written();
            } else if (name != null) {
                int he = switch (word.text()) {
                    case "he", "his", "him", "himself" -> 1;
                    case "she", "her", "herself" -> -1;
                    default -> 0;
                };
                masculine.merge(name, he, Integer::sum);
            }
        }
    }
}
