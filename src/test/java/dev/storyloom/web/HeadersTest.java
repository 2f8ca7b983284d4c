package dev.storyloom.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What stands above every answer: pages, pictures, files to keep, shared books, JSON and failures; and every cookie. */
@QuarkusTest
class HeadersTest {
    private static final String NOTHING_RUNS = "default-src 'none'; sandbox";

    @Inject
    Household households;

    private static Household.Belongings family;
    private Visitor owner;

    @BeforeEach
    void aFamily() {
        family = family == null ? households.moveIn("A book with headers") : family;
        owner = family.owner();
    }

    @Test
    void pagesRunOurOwnScriptsOnly() {
        for (var path : List.of("/", "/account", "/stories/new", "/books/" + family.book().id, "/nowhere", shared(""))) {
            var headers = owner.get(path).headers();
            always(path, headers);
            only(path, headers, "Content-Security-Policy", SecurityHeaders.POLICY);
            only(path, headers, "Cache-Control", "no-store");
            assertThat(headers.firstValue("Content-Type").orElseThrow()).as(path)
                    .isEqualToIgnoringCase("text/html;charset=UTF-8");
        }
    }

    @Test
    void inPicturesAndFilesNothingRuns() {
        var book = "/books/" + family.book().id;
        var character = "/characters/" + family.ids().get("character");
        for (var path : List.of(book + "/pages/1.png", book + "/book.pdf", book + "/book.epub", book + "/pictures.zip",
                "/account/export", character + "/photos/" + family.ids().get("photo") + ".jpg", character + "/samples/100.jpg",
                "/stories/" + family.book().storyId + "/pictures/" + family.ids().get("picture") + ".png",
                shared("/pages/1.png"), shared("/card.jpg"), shared("/book.pdf"))) {
            var headers = owner.get(path).headers();
            always(path, headers);
            only(path, headers, "Content-Security-Policy", NOTHING_RUNS);
            only(path, headers, "Cache-Control", "no-store");
            var type = headers.firstValue("Content-Type").orElseThrow();
            assertThat(type).as(path).matches("image/(png|jpeg)|application/(pdf|zip|epub\\+zip)");
            if (!path.endsWith("card.jpg")) {
                assertThat(headers.firstValue("Content-Disposition").orElse("")).as(path)
                        .matches("(inline|attachment); filename=\"[-a-z0-9]+\\.[a-z]+\"");
            }
        }
    }

    @Test
    void whatIsSharedIsFoundByNobodyAndTellsNobodyItsAddress() {
        for (var path : List.of(shared(""), shared("/pages/1.png"), shared("/card.jpg"), shared("/book.pdf"), "/s/unknown")) {
            var headers = new Visitor().get(path).headers();
            only(path, headers, "X-Robots-Tag", "noindex, nofollow");
            only(path, headers, "Referrer-Policy", "no-referrer");
            only(path, headers, "Cache-Control", "no-store");
            always(path, headers);
        }
    }

    @Test
    void answersForProgramsAreGuardedToo() {
        var program = new Visitor();
        program.headers.put("Authorization", "Bearer " + owner.key());
        for (var path : List.of("/api/v1/books", "/api/v1/nothing", "/api/v1/openapi", "/q/health/ready")) {
            var headers = program.get(path).headers();
            always(path, headers);
            only(path, headers, "Cache-Control", "no-store");
        }
    }

    @Test
    void filesOfOursMayBeKeptAndTellNoVersion() {
        for (var path : List.of("/css/storyloom.css", "/js/shell.js", "/img/logo.svg", "/fonts/lora-latin-400-normal.woff2")) {
            var headers = new Visitor().get(path).headers();
            always(path, headers);
            assertThat(headers.firstValue("Cache-Control").orElse("")).contains("max-age");
        }
    }

    @Test
    void everyCookieIsHiddenFromScriptsAndStaysAtHome() {
        var nobody = new Visitor();
        var email = UUID.randomUUID() + "@example.org";
        cookies(nobody.get("/register"), "visitor", 24 * 3600);
        cookies(nobody.post("/register", Map.of("email", email, "password", "a good long sentence")), "sid", 30 * 24 * 3600);
        nobody.get("/");
        cookies(nobody.post("/language", Map.of("language", "vi", "next", "/")), "lang", 365 * 24 * 3600);
        var locked = "/s/" + family.link(Map.of("days", "7", "pin", "2468"));
        var reader = new Visitor();
        reader.get(locked + "/pin");
        cookies(reader.post(locked + "/pin", Map.of("pin", "2468")), "pass-", 12 * 3600);
    }

    @Test
    void signingOutClearsWhatTheBrowserKept() {
        var reply = Visitor.registered().post("/signout", Map.of());
        only("/signout", reply.headers(), "Clear-Site-Data", "\"cache\", \"storage\"");
        assertThat(reply.headers().allValues("Set-Cookie")).anySatisfy(
                cookie -> assertThat(cookie).startsWith("sid=;").containsIgnoringCase("Max-Age=0"));
    }

    private static void cookies(HttpResponse<?> reply, String name, int seconds) {
        assertThat(reply.headers().allValues("Set-Cookie")).anySatisfy(cookie -> assertThat(cookie).startsWith(name)
                .contains("Max-Age=" + seconds + ";").contains("Path=/").containsIgnoringCase("HttpOnly").contains("SameSite=Lax")
                .doesNotContain("Domain"));
    }

    private static void always(String path, HttpHeaders headers) {
        only(path, headers, "X-Content-Type-Options", "nosniff");
        only(path, headers, "Cross-Origin-Opener-Policy", "same-origin");
        only(path, headers, "Cross-Origin-Resource-Policy", "same-origin");
        only(path, headers, "Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()");
        assertThat(headers.allValues("Content-Security-Policy")).as(path).hasSize(1);
        assertThat(headers.allValues("Referrer-Policy")).as(path).hasSize(1);
        assertThat(headers.map().keySet()).as(path).noneMatch(name -> name.equalsIgnoreCase("Server")
                || name.equalsIgnoreCase("X-Powered-By") || name.toLowerCase().startsWith("access-control-"));
    }

    private static void only(String path, HttpHeaders headers, String name, String value) {
        assertThat(headers.allValues(name)).as(path).containsExactly(value);
    }

    private String shared(String below) {
        return "/s/" + family.ids().get("token") + below;
    }
}
