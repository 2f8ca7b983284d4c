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
 * {@code signin} for being sent to the sign-in page; a stranger is signed in and asks for an id that is not theirs.
 */
@QuarkusTest
class RoutesTest {
    record Row(String anonymous, String stranger, String owner) {
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
        assertThat(told(ask(Visitor.registered(), route))).isEqualTo(rows().get(route.key()).stranger());
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
            assertThat(ask(visitor, route).statusCode()).as("token '%s'", other).isEqualTo(403);
        }
        visitor.token = token;
        visitor.headers.put("Origin", Visitor.url());
        visitor.headers.put("Sec-Fetch-Site", "same-origin");
        assertThat(ask(visitor, route).statusCode()).isNotEqualTo(403);
    }

    private static HttpResponse<String> ask(Visitor visitor, Route route) {
        if (route.method().equals("HEAD")) {
            return visitor.send("HEAD", route.example(), "text/html", BodyPublishers.noBody());
        }
        if (!route.unsafe()) {
            return visitor.get(route.example());
        }
        if (!route.consumes().contains("/json") && !route.consumes().startsWith("multipart/") && route.method().equals("POST")) {
            return visitor.post(route.example(), Map.of());
        }
        boolean multipart = route.consumes().startsWith("multipart/");
        return visitor.send(route.method(), route.example(),
                multipart ? "multipart/form-data; boundary=x" : route.consumes(),
                BodyPublishers.ofString(multipart ? "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n--x--\r\n" : "{}"));
    }

    private static String told(HttpResponse<String> reply) {
        boolean toSignIn = reply.headers().firstValue("Location").orElse("").startsWith("/signin");
        boolean scriptRefused = reply.statusCode() == 401 && reply.body().contains("sign_in_first");
        return toSignIn || scriptRefused ? "signin" : String.valueOf(reply.statusCode());
    }

    private static Map<String, Row> rows() throws IOException {
        Map<String, Row> rows = new LinkedHashMap<>();
        try (var csv = RoutesTest.class.getResourceAsStream("/routes.csv")) {
            new String(csv.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).filter(line -> !line.isBlank())
                    .map(line -> line.split(",")).forEach(c -> rows.put(c[0] + " " + c[1], new Row(c[2], c[3], c[4])));
        }
        return rows;
    }

    static Stream<Route> routes() {
        return Routes.found().all().stream();
    }

    static Stream<Route> unsafeRoutes() {
        return routes().filter(Route::unsafe);
    }
}
