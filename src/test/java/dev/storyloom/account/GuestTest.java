package dev.storyloom.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storyloom.web.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class GuestTest {
    private final Visitor visitor = new Visitor();

    @BeforeEach
    void tryTheSample() {
        visitor.get("/");
        visitor.post("/test/guest", Map.of());
        visitor.get("/");
    }

    @Test
    void aGuestIsSignedInWithoutAnEmail() {
        assertThat(visitor.get("/account").body()).contains("You are trying Storyloom as a guest");
    }

    @Test
    void aGuestWhoRegistersKeepsEverything() {
        String guest = visitor.get("/test/me").body();
        visitor.register(UUID.randomUUID() + "@example.org", "a good long sentence");
        assertThat(visitor.get("/test/me").body()).isEqualTo(guest);
    }

    @Test
    void theGuestsSessionEndsWhenTheyRegister() {
        Visitor thief = new Visitor();
        thief.cookies.putAll(visitor.cookies);
        visitor.register(UUID.randomUUID() + "@example.org", "a good long sentence");
        assertThat(thief.get("/test/me").statusCode()).isEqualTo(303);
    }

    @Test
    void aPersonWithAnAccountDoesNotBecomeAnotherByRegistering() {
        String email = UUID.randomUUID() + "@example.org";
        visitor.register(email, "a good long sentence");
        String first = visitor.get("/test/me").body();
        visitor.post("/register", Map.of("email", "x" + email, "password", "a good long sentence"));
        assertThat(visitor.get("/test/me").body()).isNotEqualTo(first);
        assertThat(new Visitor().signIn(email, "a good long sentence").statusCode()).isEqualTo(303);
    }
}
