package dev.storyloom.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No request that another site could send changes anything, and none that only looks. */
@QuarkusTest
class NothingChangesTest {
    @Inject
    Household households;

    private Household.Belongings family;

    /** What a page of another site cannot do better than this, with the visitor's own cookies. */
    enum Forgery {
        NO_TOKEN(visitor -> visitor.token = ""),
        TOKEN_OF_ANOTHER_SESSION(visitor -> visitor.token = Visitor.registered().token),
        EVIL_ORIGIN(visitor -> visitor.headers.put("Origin", "https://evil.test")),
        NO_ORIGIN_TOLD(visitor -> visitor.headers.put("Origin", "null")),
        LIKE_OUR_NAME(visitor -> visitor.headers.put("Origin", Visitor.url() + ".evil.test")),
        CROSS_SITE(visitor -> visitor.headers.put("Sec-Fetch-Site", "cross-site"));

        private final Consumer<Visitor> deed;

        Forgery(Consumer<Visitor> deed) {
            this.deed = deed;
        }
    }

    @BeforeEach
    void aFamily() {
        family = households.moveIn("A title that stays");
    }

    @ParameterizedTest
    @EnumSource
    void aForgedRequestIsRefusedAndLeavesEveryRowAsItWas(Forgery forgery) {
        var owner = family.owner();
        var before = households.rows(family.book().ownerId);
        var token = owner.token;
        forgery.deed.accept(owner);
        var forged = owner.token;
        for (var route : Routes.found().all()) {
            if (route.unsafe()) {
                owner.token = forged;
                var reply = RoutesTest.ask(owner, route, family.fill(route), Household.FORM, Household.JSON);
                // A program is known by its key alone, and administrators' routes are not there for a family.
                var expected = route.path().startsWith("/admin/") ? List.of(403, 404)
                        : route.api() ? List.of(401, 403) : List.of(403);
                assertThat(reply.statusCode()).as(route.key()).isIn(expected);
            }
        }
        assertThat(households.rows(family.book().ownerId)).isEqualTo(before);
        owner.headers.keySet().removeAll(List.of("Origin", "Sec-Fetch-Site"));
        owner.token = token;
        assertThat(owner.get("/account").statusCode()).as("still signed in").isEqualTo(200);
    }

    @Test
    void lookingAtEverythingChangesNothing() throws IOException {
        var owner = family.owner();
        var program = new Visitor();
        program.headers.put("Authorization", "Bearer " + owner.key());
        var reader = new Visitor();
        var before = households.rows(family.book().ownerId);
        for (var route : Routes.found().all()) {
            if (!route.unsafe()) {
                var visitor = route.api() ? program : route.path().startsWith("/s/") ? reader : owner;
                RoutesTest.ask(visitor, route, family.fill(route), Map.of(), "");
            }
        }
        assertThat(households.rows(family.book().ownerId)).isEqualTo(before);
    }
}
