package dev.storyloom.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storyloom.book.Book;
import dev.storyloom.web.Routes.Route;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every route, asked with ids that are really there: by their owner, by somebody else, and by who has a link to the book. */
@QuarkusTest
class RouteMatrixTest {
    private static final Map<String, String> FORM = Household.FORM;
    private static final String JSON = Household.JSON;
    private static final String SECRET = "Nobody else may read this title";

    @Inject
    Household households;

    private Household.Belongings family;
    private Map<String, String> there;
    private Visitor owner;
    private Book book;

    @BeforeEach
    void aHouseholdWithEverything() {
        family = households.moveIn(SECRET);
        there = family.ids();
        owner = family.owner();
        book = family.book();
    }

    @Test
    void aForeignIdAndAnUnknownOneAnswerAlike() throws IOException {
        var before = owned();
        var stranger = Visitor.registered();
        var program = Visitor.registered();
        program.headers.put("Authorization", "Bearer " + program.key());
        for (var route : Routes.found().all()) {
            if (!route.path().contains("{") || route.path().startsWith("/s/")) {
                continue;
            }
            var who = route.api() ? program : stranger;
            var foreign = RoutesTest.ask(who, route, filled(route), FORM, JSON);
            var unknown = RoutesTest.ask(who, route, route.example(), FORM, JSON);
            assertThat(foreign.statusCode()).as(route.key()).isEqualTo(404);
            assertThat(told(foreign)).as(route.key()).isEqualTo(told(unknown));
            assertThat(foreign.body()).doesNotContain(SECRET);
        }
        assertThat(owned()).isEqualTo(before);
    }

    @Test
    void anOwnerSeesWhatIsTheirs() throws IOException {
        var program = new Visitor();
        program.headers.put("Authorization", "Bearer " + owner.key());
        for (var route : Routes.found().all()) {
            if (!route.unsafe() && !route.path().startsWith("/s/")) {
                var reply = RoutesTest.ask(route.api() ? program : owner, route, filled(route), FORM, JSON);
                assertThat(RoutesTest.told(reply)).as(route.key()).isEqualTo(RoutesTest.rows().get(route.key()).owner());
            }
        }
    }

    @Test
    void aLinkOpensItsBookAndNothingElse() throws IOException {
        var holder = new Visitor();
        holder.get("/s/" + there.get("token"));
        holder.get("/");
        for (var route : Routes.found().all()) {
            var reply = RoutesTest.ask(holder, route, filled(route), FORM, JSON);
            if (!route.key().equals("POST /sample")) {
                assertThat(RoutesTest.told(reply)).as(route.key()).isEqualTo(told(route, true));
            }
        }
    }

    @Test
    void aLinkThatWasTakenBackOpensNothing() throws IOException {
        var holder = new Visitor();
        holder.get("/s/" + there.get("token"));
        holder.get("/");
        owner.get("/");
        owner.post("/books/" + book.id + "/share/" + there.get("link") + "/revoke", Map.of());
        for (var route : Routes.found().all()) {
            if (!route.key().equals("POST /sample")) {
                var reply = RoutesTest.ask(holder, route, filled(route), FORM, JSON);
                assertThat(RoutesTest.told(reply)).as(route.key()).isEqualTo(told(route, false));
                assertThat(reply.body()).doesNotContain(SECRET);
            }
        }
    }

    @Test
    void aLockedLinkLeadsToItsPinFromEveryRoute() {
        var token = family.link(Map.of("days", "30", "savable", "true", "pin", "2468"));
        there.put("token", token);
        var holder = new Visitor();
        for (var route : Routes.found().all()) {
            if (route.path().startsWith("/s/") && !route.unsafe()) {
                var reply = RoutesTest.ask(holder, route, filled(route), FORM, JSON);
                var expected = route.path().equals("/s/{token}") ? 303 : route.path().endsWith("/pin") ? 200 : 404;
                assertThat(reply.statusCode()).as(route.key()).isEqualTo(expected);
                assertThat(reply.body()).doesNotContain(SECRET);
            }
        }
    }

    private static String told(Route route, boolean open) throws IOException {
        var row = RoutesTest.rows().get(route.key());
        return open ? row.holder() : row.revoked();
    }

    /** The status, what kinds of headers came, and the body without what differs from one answer to the next. */
    private static List<Object> told(HttpResponse<String> reply) {
        return List.of(reply.statusCode(), new TreeSet<>(reply.headers().map().keySet()),
                reply.body().replaceAll("[-0-9a-f]{36}", "ID"));
    }

    /** All that the owner's pages say, to see that nothing was changed. */
    private String owned() {
        return owner.get("/stories/" + book.storyId).body() + owner.get("/books/" + book.id).body()
                + owner.get("/books/" + book.id + "/share").body() + owner.get("/characters/" + there.get("character")).body()
                + owner.get("/account").body();
    }

    private String filled(Route route) {
        return family.fill(route);
    }
}
