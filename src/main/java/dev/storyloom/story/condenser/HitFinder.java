package dev.storyloom.story.condenser;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the lexicon's entries in a sentence: the longest match first, noun or verb by the word before. */
final class HitFinder {

    private static final Set<String> NOUN_FOLLOWS = Set.of("a", "an", "the", "his", "her", "their", "my", "your", "our",
            "its", "this", "that", "these", "those", "some", "two", "three", "four", "five", "six", "seven", "every",
            "each", "another", "of", "many", "few", "any", "no", "more", "old", "young", "with", "other", "all");
    private static final Set<String> VERB_NOUNS = Set.of("have", "has", "had", "take", "took", "takes", "give", "gave",
            "gives", "having", "taking", "giving");
    private static final Set<String> VERB_FOLLOWS = Set.of("to", "he", "she", "they", "we", "you", "i", "could", "would",
            "will", "can", "did", "not", "may", "might", "must", "should", "who");
    private static final Set<String> SKIPPED = Set.of("a", "an", "the", "his", "her", "their", "its", "was", "were",
            "is", "are", "had", "has", "began", "to", "slowly", "already", "just", "some", "my", "for", "then", "own");
    private static final Set<String> GENERAL = Set.of("friend", "man", "woman", "boy", "girl", "neighbour", "child");
    private static final Set<String> DETERMINERS = Set.of("the", "a", "an", "his", "her", "their", "my", "its", "our");
    private static final Set<String> CALLED = Set.of("con", "chú", "cô", "bác", "chị", "anh", "nàng", "chàng");
    private static final Set<String> TITLES = Set.of("bà", "ông", "bác", "cụ", "thầy", "cô", "anh", "chị");
    static final Set<String> CLASSIFIERS = Set.of("con", "chú", "cô", "bác", "đàn", "bầy", "những", "các", "một",
            "hai", "ba", "anh", "chị", "mấy", "nàng", "chàng", "ông", "bà", "chiếc", "cái", "cây", "quả", "bông", "đưa",
            "cầm", "lấy", "mua", "tặng", "trao", "giữ", "xách", "đánh");

    /** In a pattern: a few words may stand here ("mặt trời * lặn"). */
    private static final String ANYTHING = "*";
    private static final int MOST_BETWEEN = 4;

    private final Lexicon lexicon;
    private final Language language;
    private final Roster roster;
    private final Homographs homographs;
    private final Map<String, List<EnglishForms.Form>> forms = new HashMap<>();

    HitFinder(Lexicon lexicon, Language language, Roster roster) {
        this.lexicon = lexicon;
        this.language = language;
        this.roster = roster;
        this.homographs = new Homographs(lexicon, language);
    }

    List<Hit> find(List<Word> words) {
        List<Hit> hits = new ArrayList<>();
        int i = 0;
        while (i < words.size()) {
            Hit hit = longest(words, i);
            if (hit == null) {
                i++;
            } else {
                hits.add(hit);
                i = hit.to();
            }
        }
        hits.removeIf(hit -> hit.kind() == Kind.IDIOM);
        removeAppositives(words, hits);
        if (language == Language.ENGLISH) {
            joinCompounds(words, hits);
            new Compounds(lexicon).removeFirsts(words, hits);
        }
        return language == Language.ENGLISH ? adjectivesBefore(hits) : adjectivesAfter(hits);
    }

    /** "The shepherd boy" is one person: the word that tells more stays. */
    private static void joinCompounds(List<Word> words, List<Hit> hits) {
        for (int i = hits.size() - 2; i >= 0; i--) {
            Hit hit = hits.get(i);
            Hit next = hits.get(i + 1);
            if (hit.kind() == Kind.PERSON && GENERAL.contains(next.entry().phrase()) && hit.to() == next.from()
                    && !words.get(next.from()).first() && !words.get(hit.to() - 1).owner()) {
                hits.remove(i + 1);
            }
        }
    }

    /** "His friend, the old fisherman" is one person, and the second noun says more. */
    private static void removeAppositives(List<Word> words, List<Hit> hits) {
        for (int i = hits.size() - 2; i >= 0; i--) {
            Hit next = i + 2 < hits.size() && hits.get(i + 1).kind() == Kind.COLOUR ? hits.get(i + 2) : hits.get(i + 1);
            Hit hit = hits.get(i);
            int from = hit.to();
            boolean apposed = GENERAL.contains(hit.entry().phrase()) && next.kind().being() && from < words.size()
                    && words.get(from).first() && DETERMINERS.contains(words.get(from).text()) && next.from() - from <= 2;
            if (apposed) {
                hits.remove(i);
            }
        }
    }

    /** The place that an English word names. */
    Entry place(String word) {
        Entry named = lexicon.place(word);
        return named != null ? named : lexicon.startingWith(Language.ENGLISH, word).stream()
                .filter(pattern -> pattern.words().length == 1)
                .map(Lexicon.Pattern::entry)
                .filter(entry -> entry.kind() == Kind.PLACE).findFirst().orElse(null);
    }

    /** The time that an English word names. */
    Entry time(String word) {
        return lexicon.startingWith(Language.ENGLISH, word).stream().filter(pattern -> pattern.words().length == 1)
                .map(Lexicon.Pattern::entry).filter(entry -> entry.kind() == Kind.TIME).findFirst().orElse(null);
    }

    private Hit longest(List<Word> words, int at) {
        if (roster.nameAt(words, at) != null || entitled(words, at)) {
            return null;
        }
        List<Lexicon.Pattern> best = new ArrayList<>();
        int bestEnd = 0;
        int bestLength = 0;
        for (EnglishForms.Form form : forms(words.get(at).text())) {
            for (Lexicon.Pattern pattern : lexicon.startingWith(language, form.text())) {
                int length = pattern.words().length;
                if (length < bestLength || length == 1 && form.verb() && pattern.entry().kind() != Kind.ACTION) {
                    continue;
                }
                int end = match(words, at, pattern);
                if (end < 0 || looksLikeName(words, at, pattern.entry())
                        || (length == 1 || words.get(end - 1).text().equals("bò"))
                        && homographs.anotherWord(words, end - 1, pattern.entry())) {
                    continue;
                }
                if (length > bestLength) {
                    best.clear();
                    bestLength = length;
                    bestEnd = end;
                }
                best.add(pattern);
            }
        }
        Entry entry = choose(words, at, bestLength, best);
        if (entry != null && longerWithin(words, at, bestEnd, entry)) {
            return null;
        }
        return entry == null ? null : new Hit(entry, at, bestEnd, surface(words, from(words, at, entry), bestEnd), "");
    }

    /** "bà cua" is a crab: a word for a person that stands before a creature only says how it is spoken of. */
    private boolean entitled(List<Word> words, int at) {
        boolean title = language == Language.VIETNAMESE && TITLES.contains(words.get(at).text());
        return title && at + 1 < words.size() && !words.get(at + 1).first()
                && lexicon.startingWith(language, words.get(at + 1).text()).stream().anyMatch(
                        pattern -> pattern.words().length == 1 && pattern.entry().kind() == Kind.CREATURE);
    }

    /** "chú thỏ" is how a Vietnamese story writes its rabbit. */
    private int from(List<Word> words, int at, Entry entry) {
        boolean called = language == Language.VIETNAMESE && entry.kind() == Kind.CREATURE && at > 0
                && !words.get(at).first() && CALLED.contains(words.get(at - 1).text());
        return called ? at - 1 : at;
    }

    private List<EnglishForms.Form> forms(String word) {
        return forms.computeIfAbsent(word, key -> language == Language.ENGLISH ? EnglishForms.of(key)
                : List.of(new EnglishForms.Form(key, false)));
    }

    /** The end of the pattern's words as they stand there; -1 if they do not. "Chó Vện" is a dog of that name and no pattern. */
    private int match(List<Word> words, int at, Lexicon.Pattern wanted) {
        String[] pattern = wanted.words();
        Kind kind = wanted.entry().kind();
        int i = at + 1;
        for (int k = 1; k < pattern.length; k++) {
            if (pattern[k].equals(ANYTHING)) {
                i = find(words, i, pattern[++k]);
                if (i < 0) {
                    return -1;
                }
                i++;
                continue;
            }
            int skipped = 0;
            while (i < words.size() && !words.get(i).first() && !same(words.get(i).text(), pattern[k])
                    && language == Language.ENGLISH && skipped < 2 && SKIPPED.contains(words.get(i).text())) {
                i++;
                skipped++;
            }
            if (i >= words.size() || words.get(i).first() || !same(words.get(i).text(), pattern[k])
                    || words.get(i).capital() && (kind == Kind.THING || kind == Kind.CREATURE && !words.get(at).capital())) {
                return -1;
            }
            i++;
        }
        return i;
    }

    /** Where a word stands a few words on in the same clause, with nobody named in between; -1 if it does not. */
    private int find(List<Word> words, int from, String wanted) {
        for (int i = from; i < Math.min(words.size(), from + MOST_BETWEEN) && !words.get(i).first(); i++) {
            if (same(words.get(i).text(), wanted)) {
                return i;
            }
            if (words.get(i).capital()) {
                return -1;
            }
        }
        return -1;
    }

    private boolean same(String word, String wanted) {
        if (wanted.equals("the") || wanted.equals("a")) {
            return DETERMINERS.contains(word);
        }
        if (language == Language.ENGLISH) {
            for (EnglishForms.Form form : forms(word)) {
                if (form.text().equals(wanted)) {
                    return true;
                }
            }
        }
        return word.equals(wanted);
    }

    /** "Sen" or "Rose" in the middle of a sentence is somebody; "Fox" may still be the fox of a fable. */
    private boolean looksLikeName(List<Word> words, int at, Entry entry) {
        Word word = words.get(at);
        return word.capital() && !entry.kind().being()
                && (roster.isName(word.written()) || at > 0 && !word.first() && !words.get(at - 1).capital());
    }

    /** "Đàn cá heo": behind the classifier begins a longer word for something else. */
    private boolean longerWithin(List<Word> words, int at, int end, Entry entry) {
        boolean place = entry.kind() == Kind.PLACE && Homographs.BEFORE_NOUNS.contains(words.get(at).text());
        if (language != Language.VIETNAMESE || end - at < 2 || !place && !CLASSIFIERS.contains(words.get(at).text())) {
            return false;
        }
        return lexicon.startingWith(language, words.get(at + 1).text()).stream().anyMatch(pattern ->
                (place ? pattern.entry().kind() == Kind.PLACE : pattern.entry().kind().noun())
                        && !pattern.entry().has("<" + entry.phrase())
                        && pattern.words().length >= end - at && match(words, at + 1, pattern) > end);
    }

    private Entry choose(List<Word> words, int at, int length, List<Lexicon.Pattern> best) {
        if (best.isEmpty()) {
            return null;
        }
        Entry noun = null;
        Entry action = null;
        for (Lexicon.Pattern pattern : best) {
            if (pattern.entry().kind() == Kind.IDIOM) {
                return pattern.entry();
            }
            if (pattern.entry().kind() == Kind.ACTION) {
                action = action == null ? pattern.entry() : action;
            } else {
                noun = noun == null || rank(pattern.entry()) < rank(noun) ? pattern.entry() : noun;
            }
        }
        if (language == Language.VIETNAMESE) {
            boolean nounLike = at > 0 && !words.get(at).first() && CLASSIFIERS.contains(words.get(at - 1).text());
            return noun == null || action != null && !nounLike ? action : noun;
        }
        return length > 1 ? (noun == null ? action : noun) : chooseEnglish(words, at, noun, action);
    }

    private Entry chooseEnglish(List<Word> words, int at, Entry noun, Entry action) {
        String word = words.get(at).text();
        String before = at == 0 || words.get(at).first() ? "" : words.get(at - 1).text();
        boolean nounLike = NOUN_FOLLOWS.contains(before) || at > 0 && isAdjective(before);
        boolean verbForm = word.endsWith("ed") || word.endsWith("ing");
        if (noun != null && noun.has("n") && !nounLike && at > 0) {
            noun = null;
        }
        if (noun != null && action != null) {
            return nounLike && !VERB_FOLLOWS.contains(before) ? noun : action;
        }
        if (action != null && word.endsWith("ing") && DETERMINERS.contains(before)) {
            return noun;
        }
        if (action != null && nounLike && !verbForm && !(at > 1 && VERB_NOUNS.contains(words.get(at - 2).text()))
                && !before.equals("all")) {
            return null;
        }
        return noun == null ? action : noun;
    }

    private boolean isAdjective(String word) {
        return lexicon.startingWith(language, word).stream()
                .anyMatch(p -> p.words().length == 1 && p.entry().kind() == Kind.COLOUR);
    }

    /** A word of two kinds ("snow" is a place, a weather): the more telling kind first. */
    private static int rank(Entry entry) {
        return switch (entry.kind()) {
            case CREATURE -> 0;
            case PERSON -> 1;
            case TIME -> 2;
            case PLACE -> 3;
            case WEATHER -> 4;
            case THING -> 5;
            case MOOD -> 6;
            case IDIOM -> -1;
            default -> 7;
        };
    }

    private List<Hit> adjectivesBefore(List<Hit> hits) {
        List<Hit> out = new ArrayList<>();
        String adjective = "";
        int end = -1;
        for (Hit hit : hits) {
            boolean joined = hit.from() == end;
            if (hit.kind() == Kind.COLOUR) {
                adjective = joined ? adjective + " " + hit.entry().phrase() : hit.entry().phrase();
                end = hit.to();
            } else {
                out.add(joined && describable(hit) ? hit.with(firstTwo(adjective)) : hit);
                adjective = "";
            }
        }
        return out;
    }

    private List<Hit> adjectivesAfter(List<Hit> hits) {
        List<Hit> out = new ArrayList<>();
        int end = -1;
        for (Hit hit : hits) {
            if (hit.kind() == Kind.COLOUR) {
                Hit last = out.isEmpty() ? null : out.get(out.size() - 1);
                if (last != null && hit.from() == end && describable(last)) {
                    String more = last.adjective();
                    out.set(out.size() - 1, last.with(firstTwo((more + " " + hit.entry().phrase()).strip())));
                    end = hit.to();
                }
            } else {
                out.add(hit);
                end = hit.to();
            }
        }
        return out;
    }

    private static boolean describable(Hit hit) {
        return hit.kind() == Kind.THING || hit.kind().being();
    }

    private static String firstTwo(String adjectives) {
        String[] parts = adjectives.split(" ");
        return parts.length > 2 ? parts[parts.length - 2] + " " + parts[parts.length - 1] : adjectives;
    }

    private static String surface(List<Word> words, int from, int to) {
        StringBuilder surface = new StringBuilder();
        for (int i = from; i < to; i++) {
            surface.append(i == from ? "" : " ").append(words.get(i).written());
        }
        return surface.toString();
    }
}
