package dev.storyloom.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storyloom.web.Visitor;
import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SignInTest {
    private static final String PASSWORD = "the fox ran home";

    @Inject
    Accounts accounts;
    private String email;

    @BeforeEach
    void choose() {
        email = UUID.randomUUID() + "@example.org";
    }

    @Test
    void whoeverRegistersIsSignedIn() {
        Visitor visitor = new Visitor();
        assertThat(visitor.register(email, PASSWORD).statusCode()).isEqualTo(303);
        assertThat(visitor.get("/account").body()).contains(email);
    }

    @Test
    void theSessionCookieIsHiddenFromScriptsAndOtherSites() {
        Visitor visitor = new Visitor();
        var reply = visitor.register(email, PASSWORD);
        assertThat(reply.headers().allValues("Set-Cookie")).anySatisfy(cookie -> assertThat(cookie)
                .startsWith("sid=").contains("HTTPOnly").contains("SameSite=Lax").contains("Path=/")
                .doesNotContain("Domain"));
    }

    @Test
    void signingInWithTheRightPasswordWorksAndWithAWrongOneDoesNot() {
        Visitor.registered();
        new Visitor().register(email, PASSWORD);
        Visitor other = new Visitor();
        assertThat(other.signIn(email, "the fox ran away").statusCode()).isEqualTo(422);
        assertThat(other.signIn(email.toUpperCase(), PASSWORD).statusCode()).isEqualTo(303);
        assertThat(other.get("/account").body()).contains(email);
    }

    @Test
    void anUnknownEmailGetsTheSameAnswerAsAWrongPassword() {
        new Visitor().register(email, PASSWORD);
        Visitor visitor = new Visitor();
        visitor.get("/signin");
        String known = visitor.post("/signin", Map.of("email", email, "password", "wrong")).body();
        String unknown = visitor.post("/signin", Map.of("email", "nobody@example.org", "password", "wrong")).body();
        assertThat(known.replace(email, "X")).isEqualTo(unknown.replace("nobody@example.org", "X"));
    }

    @Test
    void aPasswordKeptAtAnotherCostIsKeptAnewAtTheNextSignIn() {
        new Visitor().register(email, PASSWORD);
        String now = costOf(email);
        QuarkusTransaction.requiringNew().run(() -> accounts.findByEmail(email).orElseThrow().passwordHash
                = BcryptUtil.bcryptHash(Tokens.derive("storyloom password", PASSWORD), 5));
        assertThat(new Visitor().signIn(email, "the fox ran away").statusCode()).isEqualTo(422);
        assertThat(costOf(email)).isEqualTo("05").isNotEqualTo(now);
        assertThat(new Visitor().signIn(email, PASSWORD).statusCode()).isEqualTo(303);
        assertThat(costOf(email)).isEqualTo(now);
        assertThat(new Visitor().signIn(email, PASSWORD).statusCode()).isEqualTo(303);
    }

    private String costOf(String email) {
        return QuarkusTransaction.requiringNew()
                .call(() -> accounts.findByEmail(email).orElseThrow().passwordHash.substring(4, 6));
    }

    @Test
    void signingInGivesANewSessionAndTheOldOneIsWorthless() {
        Visitor visitor = new Visitor();
        visitor.register(email, PASSWORD);
        Visitor thief = new Visitor();
        thief.cookies.putAll(visitor.cookies);
        String before = visitor.cookies.get("sid");
        visitor.post("/signin", Map.of("email", email, "password", PASSWORD));
        assertThat(visitor.cookies.get("sid")).isNotEqualTo(before);
        assertThat(thief.get("/account").statusCode()).isEqualTo(303);
    }

    @Test
    void aCopiedCookieEndsWithTheSignOut() {
        Visitor visitor = new Visitor();
        visitor.register(email, PASSWORD);
        Visitor thief = new Visitor();
        thief.cookies.putAll(visitor.cookies);
        assertThat(visitor.post("/signout", Map.of()).statusCode()).isEqualTo(303);
        assertThat(visitor.cookies).doesNotContainKey("sid");
        assertThat(thief.get("/account").headers().firstValue("Location")).hasValue("/signin?next=%2Faccount");
    }

    @Test
    void aNewPasswordSignsOutTheOtherDevices() {
        Visitor visitor = new Visitor();
        visitor.register(email, PASSWORD);
        Visitor other = new Visitor();
        other.signIn(email, PASSWORD);
        visitor.get("/account");
        assertThat(visitor.post("/account/password", Map.of("current", PASSWORD, "chosen", "another sentence"))
                .statusCode()).isEqualTo(303);
        assertThat(other.get("/account").statusCode()).isEqualTo(303);
        assertThat(visitor.get("/account").statusCode()).isEqualTo(200);
        assertThat(new Visitor().signIn(email, PASSWORD).statusCode()).isEqualTo(422);
        assertThat(new Visitor().signIn(email, "another sentence").statusCode()).isEqualTo(303);
    }

    @Test
    void anotherDeviceCanBeSignedOutFromTheAccountPage() {
        Visitor visitor = new Visitor();
        visitor.register(email, PASSWORD);
        Visitor other = new Visitor();
        other.signIn(email, PASSWORD);
        String page = visitor.get("/account").body();
        String id = page.replaceAll("(?s).*/account/sessions/([0-9a-f-]{36})/close.*", "$1");
        assertThat(visitor.post("/account/sessions/" + id + "/close", Map.of()).statusCode()).isEqualTo(303);
        assertThat(other.get("/account").statusCode()).isEqualTo(303);
    }

    @Test
    void theEleventhTryIsRefusedWhateverThePassword() {
        new Visitor().register(email, PASSWORD);
        Visitor visitor = new Visitor();
        visitor.get("/signin");
        Map<String, String> wrong = new LinkedHashMap<>(Map.of("email", email, "password", "wrong"));
        for (int i = 0; i < 10; i++) {
            assertThat(visitor.post("/signin", wrong).statusCode()).isEqualTo(422);
        }
        var reply = visitor.post("/signin", Map.of("email", email, "password", PASSWORD));
        assertThat(reply.statusCode()).isEqualTo(429);
        assertThat(reply.headers().firstValueAsLong("Retry-After").orElseThrow()).isBetween(1L, 901L);
    }

    @Test
    void afterSigningInThePersonIsWhereTheyWantedToGoButNeverElsewhere() {
        new Visitor().register(email, PASSWORD);
        Map<String, String> form = Map.of("email", email, "password", PASSWORD);
        assertThat(signedInTo(form, "/account").headers().firstValue("Location")).hasValue("/account");
        assertThat(signedInTo(form, "//evil.test/").headers().firstValue("Location")).hasValue("/");
        assertThat(signedInTo(form, "https://evil.test/").headers().firstValue("Location")).hasValue("/");
    }

    private static java.net.http.HttpResponse<String> signedInTo(Map<String, String> form, String next) {
        Visitor visitor = new Visitor();
        visitor.get("/signin");
        Map<String, String> all = new LinkedHashMap<>(form);
        all.put("next", next);
        return visitor.post("/signin", all);
    }
}
