package dev.storyloom.story.condenser;

/**
 * A character of the story.
 *
 * @param name      as the story writes it ("Mai")
 * @param classNoun what it is, in English ("girl", "fox")
 * @param token     the words that name it to a trained painter ("sks fox"), or null if it was not trained
 */
public record CastMember(String name, String classNoun, String token) {

    public CastMember {
        name = name == null ? "" : name.strip();
        classNoun = classNoun == null ? "" : classNoun.strip();
        token = token == null || token.isBlank() ? null : token.strip();
    }

    /** How the painter is told of it, with an article. */
    public String painted() {
        String words = token != null ? token : classNoun.isEmpty() ? "child" : classNoun;
        return words.matches("(?i)(a|an|the) .*") ? words : Entry.article(words);
    }
}
