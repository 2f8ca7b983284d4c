package dev.storyloom.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storyloom.book.Bookbinding;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cookies and links that were changed, doubled, put elsewhere or asked for by other methods. */
@QuarkusTest
class TokensAndSessionsTest {
    private static final String TITLE = "A title that only the link may show";

    @Inject
    Bookbinding bookbinding;

    /** One for all tests, because an account costs a slow hash. */
    private static Visitor owner;
    private static String link;

    @AfterEach
    void forgive() {
        bookbinding.forgiveEverybody();
    }

    @BeforeEach
    void aSharedBook() {
        bookbinding.forgiveEverybody();
        if (owner != null) {
            return;
        }
        owner = Visitor.registered();
        var book = bookbinding.forNewest(TITLE);
        owner.get("/books/" + book.id + "/share");
        var made = Pattern.compile("/s/[A-Za-z0-9_-]{43}").matcher(
                owner.post("/books/" + book.id + "/share", Map.of("days", "30", "savable", "true")).body());
        assertThat(made.find()).isTrue();
        link = made.group();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "A", "=", "%00", "\"quoted\"", "0000000000000000000000000000000000000000000"})
    void aSessionThatWasMadeUpIsNobodys(String made) {
        var thief = new Visitor();
        thief.cookies.put("sid", made);
        assertThat(thief.get("/account").headers().firstValue("Location")).hasValue("/signin?next=%2Faccount");
        thief.headers.put("Accept", "application/json");
        assertThat(thief.get("/account").statusCode()).isEqualTo(401);
    }

    @Test
    void aSessionWithOneLetterChangedIsNobodys() {
        var real = owner.cookies.get("sid");
        var thief = new Visitor();
        for (var at : new int[] {0, real.length() / 2, real.length() - 1}) {
            var changed = new StringBuilder(real);
            changed.setCharAt(at, real.charAt(at) == 'A' ? 'B' : 'A');
            thief.cookies.put("sid", changed.toString());
            assertThat(thief.get("/account").statusCode()).isEqualTo(303);
        }
    }

    @Test
    void aCookieOfTenThousandLettersAndTwoOfOneNameOpenNothingThatOneDoesNot() {
        var nobody = new Visitor();
        nobody.cookies.put("sid", "x".repeat(10_000));
        assertThat(nobody.get("/account").statusCode()).isIn(303, 431);
        nobody.cookies.put("sid", "x".repeat(40_000));
        assertThat(nobody.get("/account").statusCode()).isBetween(400, 431);
        var two = new Visitor();
        two.cookies.put("sid", "made-up; sid=made-up-too");
        assertThat(two.get("/account").statusCode()).isEqualTo(303);
        two.cookies.put("sid", owner.cookies.get("sid") + "; sid=made-up");
        assertThat(two.get("/account").statusCode()).isIn(200, 303);
    }

    @Test
    void aSessionThatWasThereBeforeSigningInIsNotGivenToAnybody() {
        var victim = new Visitor();
        victim.cookies.put("sid", "planted-by-somebody-else-aaaaaaaaaaaaaaaaaaa");
        var email = owner.get("/account").body().replaceAll("(?s).*?([0-9a-f-]{36}@example.org).*", "$1");
        victim.signIn(email, "a good long sentence");
        assertThat(victim.cookies.get("sid")).hasSize(43).isNotEqualTo(owner.cookies.get("sid"));
    }

    @Test
    void aTokenBelongsInThePathAndNowhereElse() {
        var reader = new Visitor();
        var token = link.substring(3);
        for (var path : new String[] {"/s?token=" + token, "/s/?" + token, "/s/x?token=" + token, "/s/x/" + token, "/s", "/s/"}) {
            assertThat(reader.get(path).statusCode()).as(path).isEqualTo(404);
        }
        reader.cookies.put("token", token);
        assertThat(reader.get("/books").statusCode()).isEqualTo(303);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/pages/1.png", "/card.jpg", "/book.pdf"})
    void everyMethodPassesTheSameGuard(String below) {
        var reader = new Visitor();
        var wrong = link.substring(0, 45) + (link.endsWith("A") ? "B" : "A");
        for (var method : new String[] {"HEAD", "GET"}) {
            var reply = reader.send(method, wrong + below, "text/plain", BodyPublishers.noBody());
            assertThat(reply.statusCode()).as(method).isEqualTo(404);
            assertThat(reply.body()).doesNotContain(TITLE);
        }
        var options = reader.send("OPTIONS", link + below, "text/plain", BodyPublishers.noBody());
        assertThat(options.body()).isEqualTo(reader.send("OPTIONS", wrong + below, "text/plain", BodyPublishers.noBody()).body())
                .doesNotContain(TITLE);
        reader.headers.put("Range", "bytes=0-10");
        assertThat(reader.get(wrong + below).statusCode()).isEqualTo(404);
        assertThat(reader.get(link + below).statusCode()).isIn(200, 206);
    }
}
