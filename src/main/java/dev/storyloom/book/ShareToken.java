package dev.storyloom.book;

import dev.storyloom.account.Tokens;
import java.util.Base64;
import java.util.Optional;

/** The secret in a share link: 32 random bytes, written as 43 signs of base64url. */
record ShareToken(String text) {
    private static final int SIGNS = 43;

    static ShareToken create() {
        return new ShareToken(Tokens.create());
    }

    /** Empty for everything that {@link #create} would not have written, the spare bits of the last sign included. */
    static Optional<ShareToken> parse(String text) {
        if (text == null || text.length() != SIGNS) {
            return Optional.empty();
        }
        try {
            var bytes = Base64.getUrlDecoder().decode(text);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(text)
                    ? Optional.of(new ShareToken(text)) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** What the database keeps. */
    String hash() {
        return Tokens.hash(text);
    }

    /** Never the secret, so that no log can hold it by accident. */
    @Override
    public String toString() {
        return "ShareToken[…]";
    }
}
