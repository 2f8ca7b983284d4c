package dev.storyloom.story.condenser;

/** Counts CLIP tokens without CLIP: one for four letters of a word begun, one for each other visible sign. */
final class EstimatedBudget implements TokenBudget {

    private static final int SPECIAL = 2;
    private static final int LETTERS_PER_TOKEN = 4;
    private static final int CLIP_LIMIT = 77;

    @Override
    public int count(String text) {
        int tokens = SPECIAL;
        int letters = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            if (c < 128 && Character.isLetter(c)) {
                letters++;
                continue;
            }
            tokens += (letters + LETTERS_PER_TOKEN - 1) / LETTERS_PER_TOKEN;
            letters = 0;
            if (c >= 128) {
                tokens += 3;
            } else if (!Character.isWhitespace(c)) {
                tokens++;
            }
        }
        return tokens;
    }

    @Override
    public int limit() {
        return CLIP_LIMIT;
    }
}
