package dev.storyloom.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storyloom.account.Sessions;
import dev.storyloom.book.Book;
import dev.storyloom.book.Bookbinding;
import dev.storyloom.character.Studio;
import dev.storyloom.storage.BlobStore;
import dev.storyloom.story.SceneRepository;
import dev.storyloom.web.Routes.Route;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every route, asked with ids that are really there: by their owner, by somebody else, and by who has a link to the book. */
@QuarkusTest
class RouteMatrixTest {
    private static final Map<String, String> FORM = Map.ofEntries(Map.entry("title", "Another title"),
            Map.entry("narration", "Other words."), Map.entry("prompt", "a fox"), Map.entry("days", "30"),
            Map.entry("direction", "down"), Map.entry("after", "0"), Map.entry("current", "x"), Map.entry("chosen", "y"),
            Map.entry("name", "Name"), Map.entry("pin", "1234"), Map.entry("language", "en"), Map.entry("version", "1"), Map.entry("left", "0"), Map.entry("top", "0"),
            Map.entry("side", "256"));
    private static final String JSON = "{\"narration\":\"Other words.\",\"days\":30}";
    private static final String SECRET = "Nobody else may read this title";

    @Inject
    Bookbinding bookbinding;
    @Inject
    SceneRepository scenes;
    @Inject
    Sessions sessions;
    @Inject
    BlobStore blobs;
    @Inject
    EntityManager database;

    private final Map<String, String> there = new LinkedHashMap<>();
    private Visitor owner;
    private Book book;

    @BeforeEach
    void aHouseholdWithEverything() {
        owner = Visitor.registered();
        book = bookbinding.forNewest(SECRET);
        var character = Studio.character(owner);
        Studio.photos(owner, character, 3);
        var id = Studio.id(character);
        there.put("character", id.toString());
        there.put("photo", QuarkusTransaction.requiringNew().call(() -> database
                .createNativeQuery("select id from photo where character_id = ?1", UUID.class).setParameter(1, id)
                .setMaxResults(1).getSingleResult()).toString());
        blobs.put("characters/" + id + "/samples/100.jpg", new ByteArrayInputStream(new byte[] {1}));
        there.put("step", "100");
        there.put("state", insert("insert into learned_state (id, character_id, step, best, chosen) select ?1, id, 100, true, true"
                + " from story_character where id = ?2", id));
        for (var file : List.of(".jpg", ".safetensors")) {
            blobs.put("characters/" + id + "/states/" + there.get("state") + file, new ByteArrayInputStream(new byte[] {1}));
        }
        there.put("story", book.storyId.toString());
        there.put("scene", scenes.of(book.storyId).get(0).id.toString());
        there.put("picture", insert("insert into picture (id, story_id, fingerprint, blob_key, seed, steps, created_at) select"
                + " ?1, story_id, 'x', (select min(blob_key) from book_page where book_id = book.id), 1, 1, created_at from book"
                + " where id = ?2", book.id));
        there.put("job", insert("insert into job (id, owner_id, kind, subject_id, state, attempt, claimed, failures, crashes,"
                + " step, steps, last_seq, created_at) select ?1, owner_id, 'TRAIN', id, 'DONE', 1, false, 0, 0, 1, 1, 0,"
                + " created_at from story_character where id = ?2", id));
        there.put("book", book.id.toString());
        there.put("session", sessions.ofAccount(book.ownerId).get(0).id.toString());
        there.put("key", insert("insert into api_token (id, account_id, name, token_hash, created_at) select ?1, id, 'x',"
                + " random_uuid(), created_at from account where id = ?2", book.ownerId));
        there.put("token", link(Map.of("days", "30", "savable", "true")));
        there.put("link", owner.get("/books/" + book.id + "/share").body()
                .replaceFirst("(?s).*/share/([-0-9a-f]{36})/revoke.*", "$1"));
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
        var token = link(Map.of("days", "30", "savable", "true", "pin", "2468"));
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
        var path = route.path();
        var root = path.startsWith("/account/sessions") ? "session" : path.startsWith("/account/keys") ? "key"
                : path.contains("/characters/") ? "character" : path.contains("/stories/") ? "story"
                : path.contains("/jobs/") ? "job" : "book";
        Matcher parameter = Pattern.compile("\\{([a-z]+)}").matcher(path);
        return parameter.replaceAll(found -> switch (found.group(1)) {
            case "id" -> there.get(root);
            case "number" -> "1";
            case "file" -> "book.pdf";
            default -> there.get(found.group(1));
        });
    }

    private String link(Map<String, String> terms) {
        owner.get("/");
        var link = Pattern.compile("/s/([A-Za-z0-9_-]{43})\"").matcher(owner.post("/books/" + book.id + "/share", terms).body());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private String insert(String sql, UUID of) {
        var id = UUID.randomUUID();
        QuarkusTransaction.requiringNew().run(() -> assertThat(database.createNativeQuery(sql).setParameter(1, id)
                .setParameter(2, of).executeUpdate()).isEqualTo(1));
        return id.toString();
    }
}
