package dev.storyloom.account;

import io.quarkus.elytron.security.common.BcryptUtil;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * How passwords are judged and kept: bcrypt over an HMAC-SHA-256, because bcrypt alone ignores all after byte 72.
 * Letters are brought to one Unicode form first: a Vietnamese keyboard may send ộ as one sign or as three.
 */
public final class Passwords {
    static final int SHORTEST = 8;
    static final int LONGEST = 200;
    static final int USUAL_COST = 11;
    private static final Set<String> COMMON = common();

    /** Why a password is not taken. */
    enum Fault {
        TOO_SHORT, TOO_LONG, COMMON;

        String told(AccountMessages words) {
            return switch (this) {
                case TOO_SHORT -> words.passwordTooShort();
                case TOO_LONG -> words.passwordTooLong();
                case COMMON -> words.passwordCommon();
            };
        }
    }

    /** What a guess at an unknown account is compared with; made when first needed, for it costs as much as a guess. */
    private static final class Nobody {
        private static final String HASH = hash(Tokens.create());
    }

    private Passwords() {
    }

    /**
     * What a guess costs, as the server is set up.
     *
     * @throws IllegalArgumentException outside of 4 to 31, which bcrypt does not know
     */
    static int cost() {
        int cost = ConfigProvider.getConfig().getOptionalValue("storyloom.sign-in.password-cost", Integer.class)
                .orElse(USUAL_COST);
        if (cost < 4 || cost > 31) {
            throw new IllegalArgumentException("storyloom.sign-in.password-cost must be between 4 and 31, but is " + cost + ".");
        }
        return cost;
    }

    /** Whether a hash was made at another cost than passwords are kept at now. */
    static boolean isOfAnotherCost(String hash) {
        return Integer.parseInt(hash.substring(4, 6)) != cost();
    }

    static Optional<Fault> faultOf(String password, String email) {
        String normal = normal(password);
        int length = normal.codePointCount(0, normal.length());
        if (length < SHORTEST) {
            return Optional.of(Fault.TOO_SHORT);
        }
        if (length > LONGEST) {
            return Optional.of(Fault.TOO_LONG);
        }
        String lower = normal.toLowerCase(Locale.ROOT);
        boolean fewLetters = lower.chars().distinct().count() < 3;
        return COMMON.contains(lower) || fewLetters || lower.equals(email) ? Optional.of(Fault.COMMON) : Optional.empty();
    }

    public static String hash(String password) {
        return BcryptUtil.bcryptHash(shortened(password), cost());
    }

    /** Takes the same time whether or not there is a hash, so that nobody learns which emails are known. */
    public static boolean matches(String password, String hashOrNull) {
        boolean same = BcryptUtil.matches(shortened(password), hashOrNull == null ? Nobody.HASH : hashOrNull);
        return same && hashOrNull != null;
    }

    private static String shortened(String password) {
        return Tokens.derive("storyloom password", normal(password));
    }

    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    private static Set<String> common() {
        try (var lines = new BufferedReader(new InputStreamReader(
                Passwords.class.getResourceAsStream("common-passwords.txt"), StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
