package dev.storyloom.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.storyloom.web.Routes.Route;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every route has a row in routes.csv that says who may do what, and the rows are true. A cell is a status, or
 * {@code signin} for being sent to the sign-in page; a stranger is signed in (a program has a key) and asks for an id that
 * is not theirs; a holder has the link to one book. {@link RouteMatrixTest} asks with ids that are really there. Nobody here
 * is an administrator: what they get, {@code AdminPageTest} asks.
 */
@QuarkusTest
class RoutesTest {
    record Row(String anonymous, String stranger, String owner, String holder, String revoked) {
    }

    @Test
    void everyRouteHasARowAndEveryRowARoute() throws IOException {
        assertThat(rows().keySet()).containsExactlyInAnyOrderElementsOf(
                Routes.found().all().stream().map(Route::key).toList());
    }

    @ParameterizedTest
    @MethodSource("routes")
    void anonymousPeopleGetWhatTheRowSays(Route route) throws IOException {
        assumeThat(rows()).containsKey(route.key());
        Visitor visitor = new Visitor();
        visitor.get("/");
        assertThat(told(ask(visitor, route))).isEqualTo(rows().get(route.key()).anonymous());
    }

    @ParameterizedTest
    @MethodSource("routes")
    void strangersGetWhatTheRowSays(Route route) throws IOException {
        assumeThat(rows()).containsKey(route.key());
        Visitor stranger = Visitor.registered();
        if (route.api()) {
            assertThat(told(ask(stranger, route))).as("with a cookie alone").isEqualTo("signin");
            stranger.headers.put("Authorization", "Bearer " + stranger.key());
        }
        assertThat(told(ask(stranger, route))).isEqualTo(rows().get(route.key()).stranger());
    }

    @ParameterizedTest
    @MethodSource("unsafeRoutes")
    void noChangeIsMadeForAPageOfAnotherSiteOrWithoutTheToken(Route route) {
        Visitor visitor = Visitor.registered();
        String token = visitor.token;
        for (Map<String, String> forged : Arrays.asList(Map.of("Origin", "https://evil.test"), Map.of("Origin", "null"),
                Map.of("Sec-Fetch-Site", "cross-site"), Map.of("Sec-Fetch-Site", "same-site"))) {
            visitor.headers.putAll(forged);
            assertThat(ask(visitor, route).statusCode()).as("%s", forged).isEqualTo(403);
            visitor.headers.keySet().removeAll(forged.keySet());
        }
        for (String other : new String[] {"", "wrong", Visitor.registered().token}) {
            visitor.token = other;
            // Where there is no such link, or only administrators are let in, that is told before a form is looked at.
            assertThat(ask(visitor, route).statusCode()).as("token '%s'", other)
                    .isEqualTo(route.path().startsWith("/s/") || route.path().startsWith("/admin/") ? 404 : 403);
        }
        visitor.token = token;
        visitor.headers.put("Origin", Visitor.url());
        visitor.headers.put("Sec-Fetch-Site", "same-origin");
        assertThat(ask(visitor, route).statusCode()).isNotEqualTo(403);
    }

    private static HttpResponse<String> ask(Visitor visitor, Route route) {
        return ask(visitor, route, route.example(), Map.of(), "{}");
    }

    /** Asks as a browser or a program would, with this form or this JSON where something is to be changed. */
    static HttpResponse<String> ask(Visitor visitor, Route route, String path, Map<String, String> form, String json) {
        if (route.method().equals("HEAD")) {
            return visitor.send("HEAD", path, "text/html", BodyPublishers.noBody());
        }
        if (!route.unsafe()) {
            return visitor.get(path);
        }
        boolean multipart = route.consumes().startsWith("multipart/");
        if (!route.api() && !multipart) {
            return visitor.post(path, form);
        }
        return visitor.send(route.method(), path, multipart ? "multipart/form-data; boundary=x" : "application/json",
                BodyPublishers.ofString(multipart
                        ? "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n--x--\r\n" : json));
    }

    static String told(HttpResponse<String> reply) {
        boolean toSignIn = reply.headers().firstValue("Location").orElse("").startsWith("/signin");
        boolean scriptRefused = reply.statusCode() == 401 && reply.body().contains("sign_in_first");
        return toSignIn || scriptRefused ? "signin" : String.valueOf(reply.statusCode());
    }

    static Map<String, Row> rows() throws IOException {
        Map<String, Row> rows = new LinkedHashMap<>();
        try (var csv = RoutesTest.class.getResourceAsStream("/routes.csv")) {
            new String(csv.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).filter(line -> !line.isBlank())
                    .map(line -> line.split(","))
                    .forEach(c -> rows.put(c[0] + " " + c[1], new Row(c[2], c[3], c[4], c[5], c[6])));
        }
        return rows;
    }

    static Stream<Route> routes() {
        return Routes.found().all().stream();
    }

    static Stream<Route> unsafeRoutes() {
        return routes().filter(route -> route.unsafe() && !route.api());
    }
}
