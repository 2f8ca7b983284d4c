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
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes a family that has one of everything, for tests that ask every route about it. */
@ApplicationScoped
class Household {
    /** What fills the forms of all routes. */
    static final Map<String, String> FORM = Map.ofEntries(Map.entry("title", "Another title"),
            Map.entry("narration", "Other words."), Map.entry("prompt", "a fox"), Map.entry("days", "30"),
            Map.entry("direction", "down"), Map.entry("after", "0"), Map.entry("current", "x"), Map.entry("chosen", "y"),
            Map.entry("name", "Name"), Map.entry("pin", "1234"), Map.entry("language", "en"), Map.entry("version", "1"),
            Map.entry("left", "0"), Map.entry("top", "0"), Map.entry("side", "256"));
    /** The same for programs. */
    static final String JSON = "{\"narration\":\"Other words.\",\"days\":30}";

    /** All that belongs to an account, but for how often a link was opened and when a key was last used: looking is their use. */
    private static final Map<String, String> ROWS = Map.ofEntries(Map.entry("account", "* from account where id = ?1"),
            Map.entry("session", "* from account_session where account_id = ?1"),
            Map.entry("key", "id, name, token_hash from api_token where account_id = ?1"),
            Map.entry("job", "* from job where owner_id = ?1"),
            Map.entry("character", "* from story_character where owner_id = ?1"),
            Map.entry("photo", "* from photo where character_id in (select id from story_character where owner_id = ?1)"),
            Map.entry("state", "* from learned_state where character_id in (select id from story_character where owner_id = ?1)"),
            Map.entry("role", "* from story_role where story_id in (select id from story where owner_id = ?1)"),
            Map.entry("story", "* from story where owner_id = ?1"),
            Map.entry("scene", "* from scene where story_id in (select id from story where owner_id = ?1)"),
            Map.entry("moment", "* from story_moment where story_id in (select id from story where owner_id = ?1)"),
            Map.entry("picture", "* from picture where story_id in (select id from story where owner_id = ?1)"),
            Map.entry("book", "* from book where owner_id = ?1"),
            Map.entry("page", "* from book_page where book_id in (select id from book where owner_id = ?1)"),
            Map.entry("link", "id, token_hash, expires_at, revoked_at from share_link where book_id in"
                    + " (select id from book where owner_id = ?1)"),
            Map.entry("answer", "* from remembered_answer where owner_id = ?1"));

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

    /** A family whose story and book have this title. */
    Belongings moveIn(String title) {
        var owner = Visitor.registered();
        var book = bookbinding.forNewest(title);
        Map<String, String> ids = new LinkedHashMap<>();
        var character = Studio.character(owner);
        Studio.photos(owner, character, 3);
        var id = Studio.id(character);
        ids.put("character", id.toString());
        ids.put("photo", QuarkusTransaction.requiringNew().call(() -> database
                .createNativeQuery("select id from photo where character_id = ?1", UUID.class).setParameter(1, id)
                .setMaxResults(1).getSingleResult()).toString());
        blobs.put("characters/" + id + "/samples/100.jpg", new ByteArrayInputStream(new byte[] {1}));
        ids.put("step", "100");
        ids.put("state", insert("insert into learned_state (id, character_id, step, best, chosen) select ?1, id, 100, true, true"
                + " from story_character where id = ?2", id));
        for (var file : List.of(".jpg", ".safetensors")) {
            blobs.put("characters/" + id + "/states/" + ids.get("state") + file, new ByteArrayInputStream(new byte[] {1}));
        }
        ids.put("story", book.storyId.toString());
        ids.put("scene", scenes.of(book.storyId).get(0).id.toString());
        ids.put("picture", insert("insert into picture (id, story_id, fingerprint, blob_key, seed, steps, created_at) select"
                + " ?1, story_id, 'x', (select min(blob_key) from book_page where book_id = book.id), 1, 1, created_at from book"
                + " where id = ?2", book.id));
        ids.put("job", insert("insert into job (id, owner_id, kind, subject_id, state, attempt, claimed, failures, crashes,"
                + " step, steps, last_seq, created_at) select ?1, owner_id, 'TRAIN', id, 'DONE', 1, false, 0, 0, 1, 1, 0,"
                + " created_at from story_character where id = ?2", id));
        ids.put("book", book.id.toString());
        ids.put("session", sessions.ofAccount(book.ownerId).get(0).id.toString());
        ids.put("key", insert("insert into api_token (id, account_id, name, token_hash, created_at) select ?1, id, 'x',"
                + " random_uuid(), created_at from account where id = ?2", book.ownerId));
        var family = new Belongings(owner, book, ids);
        ids.put("token", family.link(Map.of("days", "30", "savable", "true")));
        ids.put("link", owner.get("/books/" + book.id + "/share").body()
                .replaceFirst("(?s).*/share/([-0-9a-f]{36})/revoke.*", "$1"));
        return family;
    }

    /** Everything that the database has of an account, to see that nothing was changed. */
    Map<String, String> rows(UUID account) {
        return QuarkusTransaction.requiringNew().call(() -> ROWS.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
                rows -> ((List<?>) database.createNativeQuery("select " + rows.getValue()).setParameter(1, account)
                        .getResultList()).stream().map(row -> Arrays.deepToString((Object[]) row)).sorted()
                        .collect(Collectors.joining("\n")))));
    }

    private String insert(String sql, UUID of) {
        var id = UUID.randomUUID();
        QuarkusTransaction.requiringNew().run(() -> assertThat(database.createNativeQuery(sql).setParameter(1, id)
                .setParameter(2, of).executeUpdate()).isEqualTo(1));
        return id.toString();
    }

    /** @param ids what stands for each parameter of a path */
    record Belongings(Visitor owner, Book book, Map<String, String> ids) {
        /** The route's path with the family's ids in it. */
        String fill(Route route) {
            var path = route.path();
            var root = path.startsWith("/account/sessions") ? "session" : path.startsWith("/account/keys") ? "key"
                    : path.contains("/characters/") ? "character" : path.contains("/stories/") ? "story"
                    : path.contains("/jobs/") ? "job" : "book";
            Matcher parameter = Pattern.compile("\\{([a-z]+)}").matcher(path);
            return parameter.replaceAll(found -> switch (found.group(1)) {
                case "id" -> ids.get(root);
                case "number" -> "1";
                case "file" -> "book.pdf";
                default -> ids.get(found.group(1));
            });
        }

        /** The secret of a new link to the book. */
        String link(Map<String, String> terms) {
            owner.get("/");
            var link = Pattern.compile("/s/([A-Za-z0-9_-]{43})\"")
                    .matcher(owner.post("/books/" + book.id + "/share", terms).body());
            assertThat(link.find()).isTrue();
            return link.group(1);
        }
    }
}
