package dev.storyloom.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people, and programs that pretend to be people, may put into forms and addresses. */
@QuarkusTest
class FormsTest {
    private static final String PASSWORD = "a good long sentence";
    private static final String FORM = "application/x-www-form-urlencoded";

    @Inject
    EntityManager database;

    /** One for all tests, because an account costs a slow hash; none leaves anything that another would stumble over. */
    private static Visitor visitor;
    private static Visitor program;

    @BeforeEach
    void somebody() {
        if (visitor == null) {
            visitor = Visitor.registered();
            program = new Visitor();
            program.headers.put("Authorization", "Bearer " + visitor.key());
        }
    }

    static List<String> noEmails() {
        return List.of("a".repeat(310) + "@example.org", "a".repeat(65) + "@example.org", "a@" + "b".repeat(320) + ".org", "mai",
                "mai@", "@example.org", "mai@@example.org", "a@b@example.org", "mai@example.org\r\nBcc: all@example.org",
                "mai\u0000@example.org", "mai\u200b@example.org", "mai @example.org", "mai@example", "");
    }

    @ParameterizedTest
    @MethodSource("noEmails")
    void whatIsNoEmailMakesNoAccount(String email) {
        var before = count("account");
        var nobody = new Visitor();
        assertThat(nobody.register(email, PASSWORD).statusCode()).isEqualTo(422);
        assertThat(nobody.cookies).doesNotContainKey("sid");
        assertThat(count("account")).isEqualTo(before);
    }

    @Test
    void aPasswordOfAHundredThousandLettersIsRefusedBeforeItIsHashed() {
        var start = System.nanoTime();
        assertThat(new Visitor().register(UUID.randomUUID() + "@example.org", "x1y2".repeat(25_000)).statusCode()).isEqualTo(422);
        var nobody = new Visitor();
        assertThat(nobody.signIn(UUID.randomUUID() + "@example.org", "x1y2".repeat(25_000)).statusCode()).isEqualTo(422);
        assertThat(System.nanoTime() - start).isLessThan(20_000_000_000L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"title=%ED%A0%80", "title=%FF%FE", "title=a%C3", "title=%00"})
    void bytesThatAreNoTextDoNoHarm(String title) {
        var reply = write(title + "&text=The+fox+ran.&pages=4");
        assertThat(reply.statusCode()).isIn(303, 400, 422);
        assertThat(visitor.get("/stories").statusCode()).isEqualTo(200);
        assertThat(visitor.get("/stories").body()).doesNotContain("\u0000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"title=%", "title=%zz", "=", "&&&", "title", "pages=9223372036854775808&text=a", "pages=a&text=a"})
    void aFormThatIsNoneIsRefusedOrReadAsEmpty(String body) {
        var before = visitor.get("/stories").body();
        assertThat(write(body).statusCode()).isBetween(400, 422);
        assertThat(visitor.get("/stories").body()).isEqualTo(before);
    }

    @Test
    void fieldsThatNobodyAskedForChangeNothing() {
        var other = UUID.randomUUID();
        visitor.get("/characters/new");
        var made = visitor.post("/characters", Map.of("name", "Mít", "kind", "FOX", "attested", "yes", "id", other.toString(),
                "ownerId", other.toString(), "learnedAt", "2020-01-01T00:00:00Z", "token", "x", "_method", "DELETE"));
        assertThat(made.statusCode()).isEqualTo(303);
        assertThat(visitor.get("/characters").body()).contains("Mít").contains("needs photos");
        assertThat(count("story_character where owner_id = '" + other + "' or id = '" + other + "'")).isZero();
        var json = program.send("POST", "/api/v1/stories", "application/json", BodyPublishers.ofString(
                "{\"text\":\"The fox ran. It slept.\",\"ownerId\":\"" + other + "\",\"id\":\"" + other + "\",\"admin\":true}"));
        assertThat(json.statusCode()).isIn(201, 400);
        assertThat(count("story where owner_id = '" + other + "' or id = '" + other + "'")).isZero();
    }

    @Test
    void ofTwoFieldsOfOneNameTheFirstCounts() {
        assertThat(write("title=First&title=Second&text=The+fox+ran.+It+slept.&pages=4").statusCode()).isEqualTo(303);
        assertThat(visitor.get("/stories").body()).contains("First").doesNotContain("Second");
    }

    @Test
    void aFormOfMoreFieldsThanAnyOfOursIsRefused() {
        assertThat(write("a=b&".repeat(1_001)).statusCode()).isIn(400, 413);
        assertThat(visitor.get("/stories?" + "a=b&".repeat(900)).statusCode()).isIn(200, 400, 414);
    }

    static List<String> noJson() {
        return List.of("", "{", "NaN", "[]", "\"text\"", "{\"text\":NaN}", "{\"text\":{}}", "{\"text\":\"a\",\"pages\":1e999}",
                "{\"text\":\"a\",\"pages\":\"x\"}", "{\"text\":\"a\",\"character\":\"no-id\"}", "[".repeat(10_000),
                "{\"a\":".repeat(10_000), "{\"text\":\"a\",\"pages\":" + "9".repeat(1 << 20) + "}", "{\"text\":\"\\ud800\"}");
    }

    @ParameterizedTest
    @MethodSource("noJson")
    void whatIsNotTheJsonThatWasAskedForIsRefused(String body) {
        var reply = program.send("POST", "/api/v1/stories", "application/json", BodyPublishers.ofString(body));
        assertThat(reply.statusCode()).isIn(400, 413, 422);
        assertThat(reply.body()).contains("\"code\"").doesNotContain("Exception").doesNotContain("com.fasterxml")
                .doesNotContain("dev.storyloom");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "application/json"})
    void aFormMayNotComeAsSomethingElse(String type) {
        visitor.get("/stories/new");
        var reply = visitor.send("POST", "/stories", type, BodyPublishers.ofString("text=a"));
        assertThat(reply.statusCode()).isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "PUT", "DELETE", "PATCH", "CONNECT", "PROPFIND", "QUERY"})
    void noOtherMethodReachesAForm(String method) {
        try (var wire = new Wire()) {
            wire.send(Wire.head(visitor, method, "/stories") + "Content-Length: 0\r\nConnection: close\r\n\r\n");
            assertThat(wire.status()).isBetween(400, 501).isNotEqualTo(500);
            for (var line = wire.line(); !line.isEmpty(); line = wire.line()) {
                assertThat(line).doesNotContain(visitor.cookies.get("sid"));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/stories/-1", "/stories/9223372036854775808", "/stories/%00", "/characters/x/samples/-1.jpg",
        "/books/00000000-0000-4000-8000-000000000000/pages/99999999999999999999.png", "/stories/..%2f..%2fetc%2fpasswd",
        "/css/..%2f..%2fapplication.properties", "/css/%2e%2e/application.properties",
        "/stories/00000000-0000-4000-8000-00000000000g", "/..%5c..%5cwindows", "/%c0%ae%c0%ae/etc/passwd"})
    void anAddressThatCannotBeIsNotFound(String path) {
        try (var wire = new Wire()) {
            wire.send(Wire.head(visitor, "GET", path) + "Connection: close\r\n\r\n");
            assertThat(wire.status()).isIn(400, 404);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.test", "evil.test:8080", "localhost.evil.test", "127.0.0.1.evil.test", "evil.test@localhost",
        "localhost:80:80", ""})
    void aHostThatIsNotOursIsNotAnswered(String host) {
        try (var wire = new Wire()) {
            wire.send("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
            assertThat(wire.status()).isIn(400, 421);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:8080", "127.0.0.1", "127.0.0.1:80", "[::1]:8080", "192.168.1.20:8080",
        "bookshelf", "bookshelf:8080", "bookshelf.local", "Bookshelf.Home.Arpa:8080"})
    void thisMachineIsAnsweredByAnyOfItsNamesAtHome(String host) {
        try (var wire = new Wire()) {
            wire.send("GET /signin HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
            assertThat(wire.status()).isEqualTo(200);
        }
    }

    @Test
    void aNameOfNothingVisibleIsNoName() {
        visitor.get("/characters/new");
        for (var name : List.of("\u200b\u200d", "\u0000", "\ufeff \u3164")) {
            assertThat(visitor.post("/characters", Map.of("name", name, "kind", "FOX", "attested", "yes")).statusCode())
                    .isEqualTo(422);
            assertThat(visitor.post("/account/keys", Map.of("name", name)).statusCode()).isEqualTo(422);
        }
    }

    @Test
    void aTitleIsOfWhatOneCanRead() {
        var story = write("title=" + "x".repeat(121) + "&text=The+fox+ran.+It+slept.&pages=4");
        assertThat(story.statusCode()).isEqualTo(422);
        assertThat(write(
                "title=%7B%7B7*7%7D%7D%20%7Binject:csrf.token%7D%20$%7B7*7%7D&text=The+fox+ran.+It+slept.&pages=4")
                .statusCode()).isEqualTo(303);
        assertThat(visitor.get("/stories").body()).contains("{{7*7}} {inject:csrf.token} ${7*7}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5", "400", "5-7 ", "<b>"})
    void anAgeThatIsNoneOfOursIsNone(String age) {
        visitor.get("/stories/new");
        var reply = visitor.post("/stories", Map.of("text", "The fox ran. It slept.", "age", age, "pages", "4"));
        assertThat(reply.statusCode()).isEqualTo(303);
        var story = Pattern.compile("[-0-9a-f]{36}").matcher(reply.headers().firstValue("Location").orElseThrow());
        assertThat(story.find()).isTrue();
        assertThat(count("story where age_band is null and id = '" + story.group() + "'")).isOne();
    }

    private HttpResponse<String> write(String form) {
        visitor.get("/stories/new");
        return visitor.send("POST", "/stories", FORM, BodyPublishers.ofString(form));
    }

    private long count(String from) {
        return QuarkusTransaction.requiringNew().call(() -> ((Number) database
                .createNativeQuery("select count(*) from " + from).getSingleResult()).longValue());
    }
}
