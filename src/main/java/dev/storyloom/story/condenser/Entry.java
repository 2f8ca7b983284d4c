package dev.storyloom.story.condenser;

import java.util.Set;

/**
 * One entry of the picture lexicon.
 *
 * @param phrase English words for the painter: a noun without article, a place or time with its preposition, an
 *               action in -ing with {@code {object}} where one belongs ({@code {}}: useless without an object)
 * @param marks  f, m (gender), pl, mass (no article), wear (clothes), weak (say it only when there is nothing
 *               better), n, v (only read as a noun or a verb in English), =noun (the bare noun of a place or time), indoors,
 *               @place and ~place (where it belongs, surely or perhaps), spot and nook (a place within a wider one),
 *               <noun (a kind of), obj (a verb that says nothing alone), whom (a verb that takes beings)
 */
record Entry(Kind kind, String phrase, Set<String> marks) {

    /** The phrase's own, which a text remembers. */
    @Override
    public int hashCode() {
        return phrase.hashCode();
    }

    boolean has(String mark) {
        return marks.contains(mark);
    }

    /** f or m, or ? where the word does not say. */
    char gender() {
        return has("f") ? 'f' : has("m") ? 'm' : '?';
    }

    /** The English word of the place that this belongs in (a bed: the bedroom), or empty. */
    String hint() {
        return marked('@');
    }

    /** The place to think of where the story names none at all (a door: the house), or empty. */
    String faintHint() {
        return marked('~');
    }

    private String marked(char sign) {
        return marks.stream().filter(mark -> mark.charAt(0) == sign).findFirst()
                .map(mark -> mark.substring(1).replace('_', ' ')).orElse("");
    }

    /** A place or time as a noun: "in the forest" is "forest". */
    String noun() {
        return marks.stream().filter(mark -> mark.startsWith("=")).findFirst()
                .map(mark -> mark.substring(1).replace('_', ' ')).orElse(phrase);
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
