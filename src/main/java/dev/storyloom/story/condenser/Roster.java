package dev.storyloom.story.condenser;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Everybody in the story: the given cast, and those whom the story names or shows. */
final class Roster {

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
    private static final Map<String, Set<String>> KINDS_OF = Map.of(
            "child", Set.of("girl", "boy"), "puppy", Set.of("dog"), "kitten", Set.of("cat"), "piglet", Set.of("pig"),
            "lamb", Set.of("sheep"), "duckling", Set.of("duck"), "chick", Set.of("chicken"),
            "girl", Set.of("child", "princess", "daughter", "granddaughter", "niece", "schoolgirl", "shepherdess"),
            "boy", Set.of("child", "prince", "son", "grandson", "nephew", "schoolboy", "buffalo boy"));

    private static final Map<String, String> TITLES = Map.ofEntries(Map.entry("bạn", "child"), Map.entry("bé", "child"),
            Map.entry("cậu", "boy"), Map.entry("em", "child"), Map.entry("chị", "girl"), Map.entry("anh", "boy"),
            Map.entry("cô", "woman"), Map.entry("chú", "man"), Map.entry("bác", "man"), Map.entry("thầy", "teacher"),
            Map.entry("cu", "boy"), Map.entry("thằng", "boy"), Map.entry("dì", "aunt"), Map.entry("thím", "aunt"),
            Map.entry("mợ", "aunt"), Map.entry("dượng", "uncle"), Map.entry("cụ", "old man"),
            Map.entry("mr", "man"), Map.entry("mrs", "woman"), Map.entry("miss", "woman"), Map.entry("ms", "woman"));
    private static final Set<String> BEFORE_CHILDREN = Set.of("bé", "bạn", "em", "cu", "thằng");
    private static final Set<String> ADULTS = Set.of("ông", "bà", "bác", "cụ", "lão", "cô", "chú", "thầy");
    private static final Set<String> YOUNG = Set.of("sister", "brother", "son", "daughter", "boy", "girl", "child", "baby",
            "toddler", "schoolgirl", "schoolboy", "pupil", "friend", "prince", "princess", "mother", "father", "fairy");
    private static final Set<String> KIN = Set.of("mother", "father", "grandmother", "grandfather", "aunt", "uncle",
            "sister", "brother", "son", "daughter", "boy", "girl", "child", "baby");
    /** Vietnamese says only "bà" or "ông" of an old woman or king it has spoken of. */
    private static final Map<String, Set<String>> SHORT_FOR = Map.of(
            "bà", Set.of("old woman", "market woman", "rich woman", "witch", "fairy", "queen", "grandmother", "woman"),
            "ông", Set.of("old man", "rich man", "mandarin", "hermit", "mayor", "genie", "king", "grandfather", "giant",
            "santa claus", "fisherman"),
            "thầy", Set.of("teacher", "scholar", "monk", "principal"), "lão", Set.of("rich man", "old man",
            "fisherman"), "bác", Set.of("farmer", "guard", "fisherman", "doctor"), "vua", Set.of("king"));

    private final Lexicon lexicon;
    private final Map<String, Figure> byName = new LinkedHashMap<>();
    /** A given character of two names is called by the last ("Gấu Misa" is Misa). */
    private final Map<String, Figure> byLastName = new HashMap<>();
    private final Map<String, Figure> byNoun = new LinkedHashMap<>();
    private final Set<String> names = new HashSet<>();

    Roster(Lexicon lexicon, List<CastMember> cast) {
        this.lexicon = lexicon;
        for (CastMember member : cast) {
            Figure figure = Figure.of(member, lexicon.being(member.classNoun()));
            String key = member.name().isEmpty() ? figure.noun() : member.name();
            byName.putIfAbsent(key, figure);
            names.add(key);
            calledBy(figure);
            if (key.indexOf(' ') > 0) {
                byLastName.put(key.substring(key.lastIndexOf(' ') + 1), figure);
                names.add(key.substring(key.lastIndexOf(' ') + 1));
            }
        }
    }

    /** "Doctor Mole" is the doctor too. */
    private void calledBy(Figure figure) {
        String first = figure.name().split(" ")[0].toLowerCase(Locale.ROOT);
        Entry role = figure.name().indexOf(' ') < 0 ? null : lexicon.being(first);
        if (role != null && role.kind() == Kind.PERSON && !role.phrase().equals(figure.noun())) {
            byNoun.putIfAbsent(role.phrase(), figure);
        }
    }

    List<Figure> cast() {
        return byName.values().stream().filter(Figure::cast).toList();
    }

    boolean isName(String word) {
        return names.contains(word);
    }

    /** The figure named at a word (one to three words), or null. */
    Figure nameAt(List<Word> words, int at) {
        Word word = words.get(at);
        if (!word.capital() && !names.contains(word.written())) {
            return null;
        }
        StringBuilder name = new StringBuilder();
        Figure found = null;
        for (int i = at; i < Math.min(words.size(), at + 3); i++) {
            name.append(i == at ? "" : " ").append(words.get(i).written());
            Figure figure = byName.get(name.toString());
            found = figure == null ? found : figure;
        }
        return found == null && word.capital() ? byLastName.get(word.written()) : found;
    }

    /** How many words the name takes as it is written there. */
    int nameLength(Figure figure, List<Word> words, int at) {
        int whole = figure.name().split(" +").length;
        return at + whole <= words.size() && words.get(at).written().equals(figure.name().split(" +")[0]) ? whole : 1;
    }

    /** Reads the whole story once for the names it uses. */
    void discover(List<List<Word>> sentences, HitFinder finder, Language language) {
        Map<String, Integer> seen = new LinkedHashMap<>();
        boolean animals = cast().stream().anyMatch(Figure::creature);
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
        seen.forEach((name, times) -> {
            if (byName.keySet().stream().anyMatch(n -> (" " + n + " ").contains(" " + name + " "))) {
                return;
            }
            Entry kind = kinds.get(name);
            if (kind == null && times > 1 && lexicon.being(name) == null) {
                int he = masculine.getOrDefault(name, 0);
                kind = lexicon.being(he > 0 ? "boy" : he < 0 ? "girl" : "child");
            }
            if (kind != null) {
                names.add(name);
                byName.put(name, Figure.of(name, kind));
            }
        });
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
        heads.entrySet().removeIf(head -> head.getValue() < 2 || !together.contains(head.getKey()) || small.contains(head.getKey().toLowerCase(Locale.ROOT))
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

    /**
     * The figure that a noun means: somebody of that kind who is known, else somebody new.
     *
     * @param other    whether the story says that it is another one
     * @param definite whether it speaks of one that is known ("the bird" may be the crane of before)
     */
    Figure figure(Hit hit, boolean other, boolean definite) {
        String noun = hit.entry().phrase();
        if (!other) {
            Figure known = ofKind(noun);
            if (known == null && byNoun.containsKey(noun)) {
                return byNoun.get(noun);
            }
            if (known == null) {
                known = shortFor(hit.surface().toLowerCase(Locale.ROOT));
            }
            if (known == null && definite) {
                known = ofNarrowerKind(noun);
            }
            String written = hit.surface().toLowerCase(Locale.ROOT);
            if (known == null && (!written.endsWith("s") || noun.endsWith("s"))) {
                known = ofWiderKind(noun);
            }
            if (known != null) {
                return known;
            }
        }
        return byNoun.computeIfAbsent(noun, key -> Figure.of(noun, hit.entry()));
    }

    /** Whether the story's given hero is of that kind, and no elder. */
    boolean isYoungHero(String noun) {
        return byName.values().stream().anyMatch(figure -> figure.cast() && figure.noun().equals(noun));
    }

    /** Whether the story has brought in somebody of that noun. */
    boolean knows(String noun) {
        return known().stream().anyMatch(figure -> figure.noun().equals(noun));
    }

    /** From here on the noun means somebody of a name: "Mr Penn, the librarian". */
    void alias(Hit hit, Figure figure) {
        byNoun.putIfAbsent(hit.entry().phrase(), figure);
    }

    private Figure ofKind(String noun) {
        for (Figure figure : byName.values()) {
            Entry kind = lexicon.being(figure.noun());
            if (figure.noun().equals(noun) || kind != null && kind.phrase().equals(noun)) {
                return figure;
            }
        }
        return null;
    }

    private Figure shortFor(String surface) {
        Set<String> nouns = SHORT_FOR.getOrDefault(surface, Set.of());
        boolean ofTheFamily = known().stream().anyMatch(figure -> figure.kin()
                && (figure.surface().toLowerCase(Locale.ROOT) + " ").startsWith(surface + " "));
        Figure titled = ADULTS.contains(surface) && !ofTheFamily
                ? latest(figure -> figure.surface().toLowerCase(Locale.ROOT).startsWith(surface + " ") && !figure.kin()) : null;
        return titled != null ? titled : latest(figure -> nouns.contains(figure.noun()));
    }

    private Figure ofNarrowerKind(String noun) {
        String mark = "<" + noun;
        return latest(figure -> {
            Entry kind = lexicon.being(figure.noun());
            boolean adult = kind != null && kind.kind() == Kind.PERSON && !KIN.contains(kind.phrase()) && !figure.plural();
            boolean grown = kind != null && kind.kind() == Kind.PERSON && !YOUNG.contains(kind.phrase()) && !figure.plural();
            return kind != null && kind.has(mark)
                    || noun.equals("animal") && kind != null && kind.kind() == Kind.CREATURE && !figure.plural()
                    || grown && noun.equals("old man") && figure.gender() != 'f' && kind.gender() != 'f'
                    || grown && noun.equals("old woman") && figure.gender() != 'm' && kind.gender() != 'm'
                    || adult && !figure.cast() && noun.equals("man") && figure.gender() != 'f'
                    || adult && !figure.cast() && noun.equals("woman") && figure.gender() != 'm';
        });
    }

    private Figure ofWiderKind(String noun) {
        Entry kind = lexicon.being(noun);
        Set<String> wider = new HashSet<>(KINDS_OF.getOrDefault(noun, Set.of()));
        if (kind != null) {
            kind.marks().stream().filter(mark -> mark.startsWith("<")).forEach(mark -> wider.add(mark.substring(1)));
        }
        return known().stream().filter(figure -> wider.contains(figure.noun())).findFirst().orElse(null);
    }

    private Figure latest(Predicate<Figure> fits) {
        return known().stream().filter(fits).reduce((first, last) -> last).orElse(null);
    }

    /** The figure of an English noun, for whom the story has only a word of kinship. */
    Figure relative(String noun) {
        return known().stream().filter(figure -> figure.noun().equals(noun)).findFirst()
                .orElseGet(() -> byNoun.computeIfAbsent(noun, key -> Figure.of(noun, lexicon.being(noun))));
    }

    /** Whom "everybody" means: the last crowd the story spoke of, or nobody in particular. */
    List<Figure> crowd() {
        return known().stream().filter(Figure::plural).reduce((first, last) -> last).stream().toList();
    }

    private List<Figure> known() {
        List<Figure> all = new ArrayList<>(byName.values());
        all.addAll(byNoun.values());
        return all;
    }
}
