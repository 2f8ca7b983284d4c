package dev.storyloom.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storyloom.book.Bookbinding;
import dev.storyloom.character.Studio;
import dev.storyloom.job.JobKind;
import dev.storyloom.job.JobState;
import dev.storyloom.job.Jobs;
import dev.storyloom.web.Equipped;
import dev.storyloom.web.Visitor;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Equipped.class)
class AdminPageTest {
    private static final String EMAIL = "keeper@example.org";

    @Inject
    EntityManager database;
    @Inject
    Jobs jobs;
    @Inject
    Bookbinding bookbinding;

    private Visitor keeper;

    @BeforeEach
    void anAdministrator() {
        sql("update account set email = random_uuid() || '@example.org' where email = '" + EMAIL + "'");
        var before = UUID.randomUUID() + "@example.org";
        keeper = new Visitor();
        keeper.register(before, "a good long sentence");
        // Such an account was there before it was named.
        sql("update account set email = '" + EMAIL + "' where email = '" + before + "'");
    }

    @Test
    void theDiskTheModelAndTheAccountsAreTold() {
        var page = keeper.get("/admin");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Free on this disk").contains("Photos").contains("tiny-sdxl").contains("configured")
                .contains("Accounts: ").contains(EMAIL);
        assertThat(keeper.get("/account").body()).contains("href=\"/admin\"");
    }

    @Test
    void itSpeaksVietnamese() {
        keeper.headers.put("Accept-Language", "vi");
        assertThat(keeper.get("/admin").body()).contains("Cơ sở dữ liệu").doesNotContain("Database");
    }

    @Test
    void whatFamiliesNameAndTellIsNotThere() {
        var family = Visitor.registered();
        Studio.character(family);
        bookbinding.forNewest("A title for the family alone");
        family.get("/characters");
        var page = keeper.get("/admin").body();
        assertThat(page).contains("<td class=\"number\">1</td><td class=\"number\">1</td>")
                .doesNotContain("A title for the family alone").doesNotContain("/photos/").doesNotContain("/characters/")
                .doesNotContain("fox ran");
        for (var name : names()) {
            assertThat(page).doesNotContain(">" + name + "<");
        }
    }

    @Test
    void aJobOfAnybodyCanBeCancelledAndAFailedOneSaysWhy() {
        var waiting = job("PAUSED", null);
        job("FAILED", "disk_full");
        job("FAILED", "no_handler");
        var page = keeper.get("/admin").body();
        assertThat(page).contains("/admin/jobs/" + waiting + "/cancel").contains("The disk was full.")
                .contains("Something unexpected").contains("no_handler");

        assertThat(keeper.post("/admin/jobs/" + waiting + "/cancel", Map.of()).statusCode()).isEqualTo(303);
        assertThat(QuarkusTransaction.requiringNew().call(() -> jobs.findById(waiting).state)).isEqualTo(JobState.CANCELLED);
        assertThat(keeper.post("/admin/jobs/" + UUID.randomUUID() + "/cancel", Map.of()).statusCode()).isEqualTo(404);
    }

    @Test
    void aPageOfAnotherSiteCannotCancelForTheAdministrator() {
        var waiting = job("PAUSED", null);
        keeper.get("/admin");
        keeper.token = "wrong";
        assertThat(keeper.post("/admin/jobs/" + waiting + "/cancel", Map.of()).statusCode()).isEqualTo(403);
    }

    @Test
    void everybodyElseGetsWhatAnUnknownAddressGives() {
        var signedIn = Visitor.registered();
        for (var visitor : List.of(new Visitor(), signedIn)) {
            assertThat(told(visitor.get("/admin"))).isEqualTo(told(visitor.get("/nothing-is-here")));
        }
        var job = job("PAUSED", null);
        assertThat(told(signedIn.post("/admin/jobs/" + job + "/cancel", Map.of())))
                .isEqualTo(told(signedIn.post("/nothing-is-here", Map.of())));
        assertThat(told(new Visitor().post("/admin/jobs/" + job + "/cancel", Map.of())))
                .isEqualTo(told(new Visitor().post("/nothing-is-here", Map.of())));
        assertThat(signedIn.get("/account").body()).doesNotContain("/admin");
    }

    @Test
    void nobodyCanRegisterAnEmailThatIsNamed() {
        var visitor = new Visitor();
        assertThat(visitor.register("nobody@example.org", "a good long sentence").statusCode()).isEqualTo(422);
        assertThat(visitor.get("/admin").statusCode()).isEqualTo(404);
    }

    private static List<Object> told(HttpResponse<String> reply) {
        return List.of(reply.statusCode(), new TreeSet<>(reply.headers().map().keySet()), reply.body());
    }

    @SuppressWarnings("unchecked")
    private List<String> names() {
        return QuarkusTransaction.requiringNew().call(() -> database.createNativeQuery("select name from story_character")
                .getResultList());
    }

    private UUID job(String state, String error) {
        var id = UUID.randomUUID();
        sql("insert into job (id, owner_id, kind, subject_id, state, attempt, claimed, failures, crashes, step, steps, last_seq,"
                + " created_at, finished_at, error) select '" + id + "', id, '" + JobKind.RENDER + "', random_uuid(), '" + state
                + "', 0, false, 0, 0, 1, 4, 0, created_at, " + (error == null ? "null, null" : "created_at, '" + error + "'")
                + " from account where email = '" + EMAIL + "'");
        return id;
    }

    private void sql(String statement) {
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery(statement).executeUpdate());
    }
}
