package dev.storyloom.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.storyloom.account.Passwords.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {
    @Test
    void aPasswordOfTwoHundredLettersCountsToItsLast() {
        String hash = Passwords.hash("x".repeat(199) + "a");
        assertThat(Passwords.matches("x".repeat(199) + "a", hash)).isTrue();
        assertThat(Passwords.matches("x".repeat(199) + "b", hash)).isFalse();
        assertThat(Passwords.matches("x".repeat(72), hash)).isFalse();
    }

    @Test
    void vietnameseLettersAreTheSameHoweverTheKeyboardSendsThem() {
        String hash = Passwords.hash("một câu dài");
        assertThat(Passwords.matches(java.text.Normalizer.normalize("một câu dài", java.text.Normalizer.Form.NFD), hash))
                .isTrue();
    }

    @Test
    void nothingSaidAGuessCostsTwoThousandRounds() {
        assertThat(1 << Passwords.USUAL_COST).isEqualTo(2048);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "32", "-1"})
    void aCostThatBcryptDoesNotKnowIsRefusedByItsName(String cost) {
        System.setProperty("storyloom.sign-in.password-cost", cost);
        try {
            assertThatThrownBy(Passwords::cost)
                    .hasMessage("storyloom.sign-in.password-cost must be between 4 and 31, but is " + cost + ".");
        } finally {
            System.clearProperty("storyloom.sign-in.password-cost");
        }
    }

    @Test
    void nobodyMatchesWithoutAHash() {
        assertThat(Passwords.matches("", null)).isFalse();
    }

    @Test
    void shortLongAndCommonPasswordsAreRefused() {
        assertThat(Passwords.faultOf("1234567", "a@b.cd")).contains(Fault.TOO_SHORT);
        assertThat(Passwords.faultOf("x1y2".repeat(51), "a@b.cd")).contains(Fault.TOO_LONG);
        assertThat(Passwords.faultOf("Password1", "a@b.cd")).contains(Fault.COMMON);
        assertThat(Passwords.faultOf("anhyeuem", "a@b.cd")).contains(Fault.COMMON);
        assertThat(Passwords.faultOf("aaaaaaaaaa", "a@b.cd")).contains(Fault.COMMON);
        assertThat(Passwords.faultOf("Mai@example.org", "mai@example.org")).contains(Fault.COMMON);
        assertThat(Passwords.faultOf("con cáo về nhà", "a@b.cd")).isEmpty();
    }
}
