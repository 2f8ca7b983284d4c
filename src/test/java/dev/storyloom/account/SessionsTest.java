package dev.storyloom.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SessionsTest {
    private static final Instant START = Instant.parse("2026-01-01T08:00:00Z");

    @Inject
    Sessions sessions;

    @Inject
    Guests guests;

    private Account account;
    private String token;

    @BeforeEach
    void open() {
        timeIs(START);
        account = guests.create();
        token = sessions.open(account);
    }

    @Test
    void aSessionEndsFourteenDaysAfterItsLastUse() {
        timeIs(START.plus(Duration.ofDays(14)).minusSeconds(1));
        assertThat(sessions.find(token)).isPresent();
        timeIs(START.plus(Duration.ofDays(28)).minusSeconds(2));
        assertThat(sessions.find(token)).isPresent();
    }

    @Test
    void anUnusedSessionEndsAfterFourteenDays() {
        timeIs(START.plus(Duration.ofDays(14)).plusSeconds(1));
        assertThat(sessions.find(token)).isEmpty();
    }

    @Test
    void aSessionEndsAfterThirtyDaysHoweverMuchItIsUsed() {
        for (int day = 1; day < 30; day++) {
            timeIs(START.plus(Duration.ofDays(day)));
            assertThat(sessions.find(token)).isPresent();
        }
        timeIs(START.plus(Duration.ofDays(30)).plusSeconds(1));
        assertThat(sessions.find(token)).isEmpty();
    }

    @Test
    void theEleventhDeviceSignsOutTheOldest() {
        for (int i = 1; i <= 10; i++) {
            timeIs(START.plusSeconds(i));
            sessions.open(account);
        }
        assertThat(sessions.find(token)).isEmpty();
        assertThat(sessions.ofAccount(account.id)).hasSize(10);
    }

    @Test
    void theDatabaseDoesNotKnowTheSecretOfASession() {
        AccountSession row = sessions.find(token).orElseThrow();
        assertThat(row.tokenHash).hasSize(64).doesNotContain(token).isEqualTo(Tokens.hash(token));
        assertThat(sessions.find(row.tokenHash)).isEmpty();
    }

    @Test
    void aClosedSessionIsNotFoundAgain() {
        sessions.close(token);
        assertThat(sessions.find(token)).isEmpty();
    }

    private static void timeIs(Instant now) {
        QuarkusMock.installMockForType(Clock.fixed(now, ZoneOffset.UTC), Clock.class);
    }
}
