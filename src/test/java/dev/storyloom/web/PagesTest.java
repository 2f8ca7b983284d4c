package dev.storyloom.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PagesTest {
    @ParameterizedTest
    @ValueSource(strings = {"/", "/signin", "/account", "/nowhere", "/css/storyloom.css", "/img/logo.svg"})
    void everyAnswerCarriesTheSecurityHeaders(String path) {
        var headers = new Visitor().get(path).headers();
        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'").contains("frame-ancestors 'none'").doesNotContain("unsafe");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("Cross-Origin-Resource-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("Server")).isEmpty();
        assertThat(headers.firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void pagesAreNotStoredAndFilesAre() {
        assertThat(new Visitor().get("/").headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(new Visitor().get("/css/storyloom.css").headers().firstValue("Cache-Control").orElse(""))
                .contains("max-age");
    }

    @Test
    void theBrowsersLanguageIsSpokenUntilThePersonChooses() {
        Visitor visitor = new Visitor();
        visitor.headers.put("Accept-Language", "vi-VN,vi;q=0.9,en;q=0.5");
        assertThat(visitor.get("/").body()).contains("lang=\"vi\"", "Thử ngay với truyện mẫu");
        visitor.post("/language", Map.of("language", "en", "next", "/signin"));
        assertThat(visitor.get("/").body()).contains("lang=\"en\"", "Try it with the sample");
    }

    @Test
    void aBrowserOfAnotherLanguageGetsEnglish() {
        Visitor visitor = new Visitor();
        visitor.headers.put("Accept-Language", "de, fr;q=0.8, ;;;q=x");
        assertThat(visitor.get("/").body()).contains("lang=\"en\"");
    }

    @Test
    void whatANameSaysIsShownAndNeverRun() {
        Visitor visitor = new Visitor();
        visitor.get("/signin");
        String attack = "\"><script>alert(1)</script><img src=x onerror=alert(1)>{7*7}'";
        String page = visitor.post("/signin", Map.of("email", attack, "password", "x")).body();
        assertThat(page).contains("&quot;&gt;&lt;script&gt;alert(1)").doesNotContain("<script>alert")
                .doesNotContain("<img src=x").doesNotContain("{49}");
    }

    @Test
    void aFullDiskIsCalledByItsName() {
        Visitor visitor = Visitor.registered();
        visitor.headers.put("Accept-Language", "vi");
        var reply = visitor.get("/test/full-disk");
        assertThat(reply.statusCode()).isEqualTo(507);
        assertThat(reply.body()).contains("Ổ đĩa của máy này đã đầy").doesNotContain("No space left");
    }

    @Test
    void foreignAndUnknownIdsGetTheSameBytes() {
        Visitor owner = Visitor.registered();
        Visitor second = new Visitor();
        String email = owner.get("/account").body().replaceAll("(?s).*?([0-9a-f-]{36}@example.org).*", "$1");
        second.signIn(email, "a good long sentence");
        String foreign = owner.get("/account").body().replaceAll("(?s).*/account/sessions/([0-9a-f-]{36})/.*", "$1");
        Visitor stranger = Visitor.registered();
        var one = stranger.post("/account/sessions/" + foreign + "/close", Map.of());
        var other = stranger.post("/account/sessions/" + UUID.randomUUID() + "/close", Map.of());
        var broken = stranger.post("/account/sessions/no-id/close", Map.of());
        assertThat(one.statusCode()).isEqualTo(404);
        assertThat(one.body()).isEqualTo(other.body()).isEqualTo(broken.body());
        assertThat(one.headers().map().keySet()).isEqualTo(other.headers().map().keySet());
    }

    @Test
    void aPageThatIsNotThereSaysSoKindly() {
        var reply = new Visitor().get("/nowhere");
        assertThat(reply.statusCode()).isEqualTo(404);
        assertThat(reply.body()).contains("We cannot find this page").doesNotContain("Exception");
    }

    @Test
    void scriptsGetACodeAndASentence() {
        Visitor visitor = new Visitor();
        visitor.headers.put("Accept", "application/json");
        var reply = visitor.get("/account");
        assertThat(reply.statusCode()).isEqualTo(401);
        assertThat(reply.body()).contains("\"code\":\"sign_in_first\"", "\"message\":\"You have been signed out");
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedInWords() {
        Visitor visitor = new Visitor();
        visitor.get("/");
        var reply = visitor.send("POST", "/register", "multipart/form-data; boundary=x",
                BodyPublishers.ofByteArray(new byte[17 << 20]));
        assertThat(reply.statusCode()).isEqualTo(413);
        assertThat(reply.body()).contains("\"code\":\"too_large\"", "up to 15 MB");
    }

    @Test
    void aBodyThatEndsInTheMiddleIsNotOurFailure() {
        Visitor visitor = new Visitor();
        visitor.get("/");
        var reply = visitor.send("POST", "/register", "multipart/form-data; boundary=x",
                BodyPublishers.ofString("--x\r\nContent-Disposition: form-data; name=\"email\"\r\n\r\nmai@exa"));
        assertThat(reply.statusCode()).isBetween(400, 422);
        assertThat(reply.body()).doesNotContain("our side");
    }

    @Test
    void aFailureNobodyExpectedShowsANumberAndNoInside() {
        Visitor visitor = Visitor.registered();
        var reply = visitor.get("/test/failure");
        assertThat(reply.statusCode()).isEqualTo(500);
        assertThat(reply.body()).contains("Something went wrong on our side").containsPattern("this number: [0-9a-f]{8}")
                .doesNotContain("secret").doesNotContain("Exception").doesNotContain("\tat ");
    }

    @Test
    void anExpectedFailureIsToldInItsOwnWords() {
        Visitor visitor = Visitor.registered();
        var reply = visitor.get("/test/problem");
        assertThat(reply.statusCode()).isEqualTo(409);
        assertThat(reply.body()).contains("The paint is still wet.");
    }
}
