package dev.storyloom.story.condenser;

/** The painter's words for a time of day. */
public final class TimeWords {

    private TimeWords() {
    }

    /** "night" is "at night"; empty for an empty or unknown word. */
    public static String phrase(String time) {
        String word = time.equals("day") ? "noon" : time;
        return Lexicon.standard().startingWith(Language.ENGLISH, word).stream()
                .filter(pattern -> pattern.words().length == 1 && pattern.entry().kind() == Kind.TIME)
                .map(pattern -> pattern.entry().phrase()).findFirst().orElse("");
    }
}
