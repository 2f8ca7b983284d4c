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

    private static final Map<String, Set<String>> KINDS_OF = Map.of(
            "child", Set.of("girl", "boy"), "puppy", Set.of("dog"), "kitten", Set.of("cat"), "piglet", Set.of("pig"),
            "lamb", Set.of("sheep"), "duckling", Set.of("duck"), "chick", Set.of("chicken"),
            "girl", Set.of("child", "princess", "daughter", "granddaughter", "niece", "schoolgirl", "shepherdess"),
            "boy", Set.of("child", "prince", "son", "grandson", "nephew", "schoolboy", "buffalo boy"));

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

    /** Reads the whole story once for the names it uses. */
    void discover(List<List<Word>> sentences, HitFinder finder, Language language) {
        boolean animals = cast().stream().anyMatch(Figure::creature);
        new NameDiscovery(lexicon, language, animals).in(sentences, finder).forEach((name, kind) -> {
            if (byName.keySet().stream().noneMatch(known -> (" " + known + " ").contains(" " + name + " "))) {
                names.add(name);
                byName.put(name, Figure.of(name, kind));
            }
        });
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
