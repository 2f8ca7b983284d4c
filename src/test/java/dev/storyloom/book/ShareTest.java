package dev.storyloom.book;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storyloom.story.AgeBand;
import dev.storyloom.web.Visitor;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ShareTest {
    @Inject
    Bookbinding bookbinding;
    @Inject
    ShareLinks links;
    @Inject
    ShareGuard guard;

    private Visitor owner;
    private Book book;
    private Visitor reader;

    @BeforeEach
    void aBook() {
        guard.forgiveEverybody();
        owner = Visitor.registered();
        book = bookbinding.forNewest("The <i>fox</i>");
        reader = new Visitor();
        reader.headers.put("Accept", "*/*");
    }

    @Test
    void aLinkOpensTheBookForSomebodyWhoIsNotSignedIn() {
        var path = shared("30");
        var page = reader.get(path);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("The &lt;i&gt;fox&lt;/i&gt;").contains("It slept &lt;b&gt;well&lt;/b&gt;.")
                .contains("made with AI").contains(path + "/pages/1.png").doesNotContain("/stories/").doesNotContain("/books")
                .doesNotContain("csrf-token").doesNotContain(book.ownerId.toString());
        var picture = reader.get(path + "/pages/4.png");
        assertThat(picture.statusCode()).isEqualTo(200);
        assertThat(picture.headers().firstValue("Content-Type")).hasValue("image/png");
        for (var answer : List.of(page, picture)) {
            assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
            assertThat(answer.headers().allValues("Referrer-Policy")).containsExactly("no-referrer");
            assertThat(answer.headers().firstValue("X-Robots-Tag")).hasValue("noindex, nofollow");
        }
        assertThat(picture.headers().allValues("Content-Security-Policy")).containsExactly("default-src 'none'; sandbox");
    }

    @Test
    void aBookForASmallChildOpensWithVeryLargeWords() {
        var small = bookbinding.forNewest("For Mai", "The fox ran to the beach. It slept.", 4, AgeBand.TWO_TO_FOUR);
        assertThat(owner.get("/books/" + small.id).body()).contains("data-size=\"huge\"");
        assertThat(owner.get("/books/" + book.id).body()).contains("data-size=\"\"");
    }

    @Test
    void readersSeeNothingOfHowTheBookWasMade() {
        var page = reader.get(shared("30")).body();
        assertThat(page).doesNotContain("storybook").doesNotContain("prompt").doesNotContain("seed");
    }

    @Test
    void aLinkThatWasTakenBackIsGoneAtOnceForEveryByte() {
        var path = shared("30");
        assertThat(reader.get(path).statusCode()).isEqualTo(200);
        var link = links.of(book.id).get(0);
        assertThat(owner.post("/books/" + book.id + "/share/" + link.id + "/revoke", Map.of()).statusCode())
                .isEqualTo(303);
        for (var below : List.of("", "/pages/1.png", "/pages/4.png")) {
            assertThat(reader.get(path + below).statusCode()).as(below).isEqualTo(404);
        }
        assertThat(owner.get("/books/" + book.id + "/share").body()).contains("Taken back");
        assertThat(owner.get("/books/" + book.id).statusCode()).isEqualTo(200);
    }

    @Test
    void unknownChangedExpiredAndRevokedLinksAreTheSame404() {
        var good = shared("7");
        var token = good.substring(3);
        var expired = shared("7");
        QuarkusTransaction.requiringNew().run(() -> links.update("expiresAt = ?1 where tokenHash = ?2",
                Instant.now().minus(Duration.ofSeconds(1)), new ShareToken(expired.substring(3)).hash()));
        var revoked = shared("7");
        QuarkusTransaction.requiringNew().run(() -> links.update("revokedAt = ?1 where tokenHash = ?2", Instant.now(),
                new ShareToken(revoked.substring(3)).hash()));
        reader.get("/");
        var unknown = reader.get("/s/" + ShareToken.create().text());
        assertThat(unknown.statusCode()).isEqualTo(404);
        var bad = new LinkedHashSet<>(List.of(expired, revoked, "/s/" + lastBitChanged(token), "/s/" + token + "=",
                "/s/" + token.substring(1), "/s/" + token + "A", "/s/x", "/s/" + token.replaceAll("[-_]", "") + "..",
                "/s/%2e%2e" + token.substring(6), "/s/" + token.substring(0, 42) + "!",
                "/s/" + swappedCase(token), "/s/%" + Integer.toHexString(token.charAt(0)) + token.substring(1)));
        for (var path : bad) {
            var reply = reader.get(path);
            assertThat(reply.statusCode()).as(path).isEqualTo(404);
            assertThat(reply.body()).as(path).isEqualTo(unknown.body());
            assertThat(names(reply)).as(path).isEqualTo(names(unknown));
        }
        guard.forgiveEverybody();
        for (var path : List.of(expired, revoked, "/s/" + ShareToken.create().text())) {
            assertThat(reader.get(path + "/pages/1.png").body()).isEqualTo(unknown.body());
        }
        assertThat(reader.get(good).statusCode()).isEqualTo(200);
    }

    @Test
    void aLinkOpensItsOwnBookOnly() {
        var path = shared("30");
        var other = bookbinding.forNewest("Another book");
        assertThat(reader.get(path + "/pages/5.png").statusCode()).isEqualTo(404);
        assertThat(reader.get(path + "/pages/0.png").statusCode()).isEqualTo(404);
        assertThat(reader.get(path + "/pages/-1.png").statusCode()).isEqualTo(404);
        for (var door : List.of("/books/" + book.id, "/books/" + other.id, "/books/" + other.id + "/pages/1.png",
                "/stories/" + book.storyId)) {
            assertThat(reader.get(door).statusCode()).as(door).isIn(303, 401);
        }
    }

    @Test
    void theDatabaseHoldsNoUsableLink() {
        var token = shared("30").substring(3);
        var row = links.of(book.id).get(0);
        assertThat(row.tokenHash).hasSize(64).doesNotContain(token);
        assertThat(owner.get("/books/" + book.id + "/share").body()).doesNotContain(token);
    }

    @Test
    void openingsAreCountedAndLooksAreNot() {
        var path = shared("30");
        reader.get(path);
        reader.get(path);
        reader.get(path + "/pages/1.png");
        reader.send("HEAD", path, "text/plain", BodyPublishers.noBody());
        assertThat(owner.get("/books/" + book.id + "/share").body()).contains("2 times");
    }

    @Test
    void theThirtyFirstBadTokenHasToWaitWhileGoodLinksOpen() {
        var path = shared("30");
        for (var i = 0; i < ShareGuard.BAD_TOKENS; i++) {
            assertThat(reader.get("/s/" + ShareToken.create().text()).statusCode()).isEqualTo(404);
        }
        assertThat(reader.get("/s/" + ShareToken.create().text()).statusCode()).isEqualTo(429);
        assertThat(reader.get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void onlyTheGivenTimesCanBeChosen() {
        for (var days : List.of("0", "-1", "366", "99999999999", "x", "")) {
            assertThat(owner.post("/books/" + book.id + "/share", Map.of("days", days)).statusCode()).isEqualTo(422);
        }
        shared("365");
        assertThat(links.of(book.id)).hasSize(1).allSatisfy(link -> assertThat(
                Duration.between(link.createdAt, link.expiresAt)).isEqualTo(Duration.ofDays(365)));
    }

    @Test
    void strangersCanNeitherSeeNorMakeNorTakeBackLinks() {
        shared("30");
        var link = links.of(book.id).get(0);
        var stranger = Visitor.registered();
        var base = "/books/" + book.id;
        var unknown = "/books/" + UUID.randomUUID();
        for (var below : List.of("", "/share", "/pages/1.png")) {
            stranger.headers.put("Accept", "*/*");
            assertThat(stranger.get(base + below).statusCode()).isEqualTo(404);
            assertThat(stranger.get(base + below).body()).isEqualTo(stranger.get(unknown + below).body());
        }
        for (var below : List.of("/share", "/share/" + link.id + "/revoke", "/pages/1/repaint")) {
            var reply = stranger.post(base + below, Map.of("days", "30"));
            assertThat(reply.statusCode()).as(below).isEqualTo(404);
            assertThat(reply.body()).isEqualTo(stranger.post(unknown + below, Map.of("days", "30")).body());
        }
        assertThat(links.of(book.id)).hasSize(1).allSatisfy(row -> assertThat(row.revokedAt).isNull());
    }

    @Test
    void theShelfShowsTheBookAndTheReaderIsThere() {
        assertThat(owner.get("/books").body()).contains("/books/" + book.id);
        var page = owner.get("/books/" + book.id).body();
        assertThat(page).contains("/books/" + book.id + "/pages/1.png").contains("Page 1 of 4").contains("repaint");
    }

    @Test
    void aNewLinkComesWithACodeToScan() {
        owner.get("/books/" + book.id + "/share");
        var body = owner.post("/books/" + book.id + "/share", Map.of("days", "7")).body();
        assertThat(body).contains("<svg class=\"qr\"").contains("we cannot show it again");
    }

    @Test
    void aLockedLinkSaysNothingOfTheBookUntilItsPinWasGiven() {
        var path = shared("30", Map.of("pin", "2468", "savable", "true"));
        for (var other : List.of("/pages/1.png", "/card.jpg", "/book.pdf", "/book.epub", "/pictures.zip")) {
            assertThat(reader.get(path + other).statusCode()).as(other).isEqualTo(404);
        }
        assertThat(reader.get(path).headers().firstValue("Location").orElseThrow()).endsWith(path + "/pin");
        var door = reader.get(path + "/pin");
        assertThat(door.body()).contains("This book has a PIN").doesNotContain("fox").doesNotContain("og:");
        for (var wrong : List.of("", "2469", "24680", "x")) {
            assertThat(reader.post(path + "/pin", Map.of("pin", wrong)).statusCode()).as(wrong).isEqualTo(422);
        }
        assertThat(reader.get(path + "/pages/1.png").statusCode()).isEqualTo(404);
        assertThat(reader.post(path + "/pin", Map.of("pin", "2468", "csrf-token", "")).statusCode()).isEqualTo(403);
        assertThat(reader.post(path + "/pin", Map.of("pin", "2468")).statusCode()).isEqualTo(303);
        assertThat(reader.get(path).statusCode()).isEqualTo(200);
        assertThat(reader.get(path + "/pages/1.png").statusCode()).isEqualTo(200);
        assertThat(reader.get(shared("30", Map.of("pin", "1357")) + "/pages/1.png").statusCode()).isEqualTo(404);
    }

    @Test
    void aPinCanBeTriedFiveTimesAndThenNotEvenTheRightOneHelps() {
        var path = shared("30", Map.of("pin", "2468"));
        reader.get(path + "/pin");
        for (var i = 0; i < SharePasses.TRIES; i++) {
            assertThat(reader.post(path + "/pin", Map.of("pin", "0000")).statusCode()).isEqualTo(422);
        }
        assertThat(reader.post(path + "/pin", Map.of("pin", "2468")).statusCode()).isEqualTo(429);
    }

    @Test
    void aLockedLinkThatLostItsHashOpensForNobody() {
        var path = shared("30", Map.of("pin", "2468"));
        QuarkusTransaction.requiringNew().run(() -> links.update("pinHash = null where bookId = ?1", book.id));
        reader.get(path + "/pin");
        for (var pin : List.of("", "2468", "null")) {
            assertThat(reader.post(path + "/pin", Map.of("pin", pin)).statusCode()).isEqualTo(422);
        }
        assertThat(reader.get(path).statusCode()).isEqualTo(303);
        assertThat(reader.get(path + "/pages/1.png").statusCode()).isEqualTo(404);
    }

    @Test
    void aPinThatIsNoneIsRefused() {
        for (var pin : List.of("123", "123456789", "12a4", "１２３４")) {
            assertThat(owner.post("/books/" + book.id + "/share", Map.of("days", "7", "pin", pin)).statusCode()).isEqualTo(422);
        }
    }

    @Test
    void readersSaveTheBookOnlyWhereTheOwnerAllowsIt() {
        assertThat(reader.get(shared("30") + "/book.pdf").statusCode()).isEqualTo(404);
        var path = shared("30", Map.of("savable", "true"));
        for (var file : List.of("book.pdf", "print.pdf", "book.epub", "pictures.zip")) {
            var reply = reader.get(path + "/" + file);
            assertThat(reply.statusCode()).as(file).isEqualTo(200);
            assertThat(reply.headers().firstValue("Content-Disposition").orElseThrow())
                    .startsWith("attachment; filename=\"the-i-fox-i");
            assertThat(reply.body()).doesNotContain(book.ownerId.toString()).doesNotContain(book.id.toString());
        }
        assertThat(reader.get(path + "/other.pdf").statusCode()).isEqualTo(404);
    }

    @Test
    void messengersGetACardAndAreNotCounted() {
        var path = shared("30");
        reader.headers.put("User-Agent", "facebookexternalhit/1.1");
        assertThat(reader.get(path).body()).contains("<meta property=\"og:title\" content=\"The &lt;i&gt;fox&lt;/i&gt;\">")
                .contains("content=\"" + Visitor.url() + path + "/card.jpg\"");
        assertThat(reader.get(path + "/card.jpg").headers().firstValue("Content-Type")).hasValue("image/jpeg");
        assertThat(links.of(book.id).get(0).opened).isZero();
    }

    private String shared(String days) {
        return shared(days, Map.of());
    }

    private String shared(String days, Map<String, String> more) {
        owner.get("/books/" + book.id + "/share");
        var terms = new java.util.HashMap<>(more);
        terms.put("days", days);
        var reply = owner.post("/books/" + book.id + "/share", terms);
        assertThat(reply.statusCode()).isEqualTo(200);
        var link = Pattern.compile("value=\"(http[^\"]+/s/[^\"]+)\"").matcher(reply.body());
        assertThat(link.find()).isTrue();
        return link.group(1).substring(link.group(1).indexOf("/s/"));
    }

    /** Changes only the two spare bits that 43 signs have beyond 32 bytes. */
    private static String lastBitChanged(String token) {
        var signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        var last = signs.indexOf(token.charAt(42));
        return token.substring(0, 42) + signs.charAt(last ^ 1);
    }

    private static String swappedCase(String token) {
        var upper = token.toUpperCase(Locale.ROOT);
        return upper.equals(token) ? token.toLowerCase(Locale.ROOT) : upper;
    }

    private static Set<String> names(HttpResponse<?> reply) {
        return reply.headers().map().keySet();
    }
}
