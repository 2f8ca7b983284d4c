package dev.storyloom.story.condenser;

import java.util.Set;

/**
 * One entry of the picture lexicon.
 *
 * @param phrase English words for the painter: a noun without article, a place or time with its preposition, an
 *               action in -ing with {@code {object}} where one belongs ({@code {}}: useless without an object)
 * @param marks  f, m (gender), pl, mass (no article), wear (clothes), weak (say it only when there is nothing
 *               better), n, v (only read as a noun or a verb in English)
 */
record Entry(Kind kind, String phrase, Set<String> marks) {

    private static final String PREPOSITIONS = "^(in|on|at|by|under)( the| a| an)? ";

    boolean has(String mark) {
        return marks.contains(mark);
    }

    /** A place or time as a noun: "in a forest" is "forest". */
    String noun() {
        String bare = phrase.replaceFirst(PREPOSITIONS, "");
        int more = bare.indexOf(" with ");
        return (more < 0 ? bare : bare.substring(0, more)).replaceFirst("^cosy ", "");
    }

    /** The noun with its article. */
    String withArticle(String adjective) {
        String words = adjective.isEmpty() ? phrase : adjective + " " + phrase;
        return has("pl") || has("mass") ? words : article(words);
    }

    static String article(String words) {
        if (words.isEmpty()) {
            return words;
        }
        boolean vowel = "aeiou".indexOf(Character.toLowerCase(words.charAt(0))) >= 0 && !words.startsWith("uni")
                && !words.startsWith("one") && !words.startsWith("uk");
        return (vowel ? "an " : "a ") + words;
    }
}
