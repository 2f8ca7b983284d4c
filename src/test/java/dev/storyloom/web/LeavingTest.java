package dev.storyloom.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storyloom.book.Book;
import dev.storyloom.book.Bookbinding;
import dev.storyloom.character.Studio;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An account that is deleted leaves nothing. */
@QuarkusTest
class LeavingTest {
    private static final String PASSWORD = "a good long sentence";

    @Inject
    Bookbinding bookbinding;
    @Inject
    EntityManager database;
    @ConfigProperty(name = "storyloom.data-dir")
    Path data;

    private Visitor person;
    private Book book;
    private String character;

    @BeforeEach
    void somebodyWithABook() {
        person = Visitor.registered();
        book = bookbinding.forNewest("A book that goes");
        character = Studio.character(person);
        Studio.photos(person, character, 3);
        person.get("/");
    }

    @Test
    void everyRowAndFileOfTheAccountGoesAndThePersonGetsAReceipt() throws Exception {
        var link = Pattern.compile("(/s/[A-Za-z0-9_-]{43})\"").matcher(person.post("/books/" + book.id + "/share",
                Map.of("days", "30")).body());
        assertThat(link.find()).isTrue();
        var key = person.key();
        var other = new Visitor();
        other.cookies.putAll(person.cookies);
        var receipt = person.post("/account/delete", Map.of("password", PASSWORD));
        assertThat(receipt.statusCode()).isEqualTo(200);
        assertThat(receipt.body()).contains("Photos: 3").contains("books: 1").contains("learned: 1");

        assertThat(person.get("/books").headers().firstValue("Location").orElse("")).contains("/signin");
        assertThat(other.get("/books").headers().firstValue("Location").orElse("")).contains("/signin");
        assertThat(new Visitor().get(link.group(1)).statusCode()).isEqualTo(404);
        var program = new Visitor();
        program.headers.put("Authorization", "Bearer " + key);
        assertThat(program.get("/api/v1/books").statusCode()).isEqualTo(401);
        assertThat(rows("account where id = ?1", book.ownerId)).isZero();
        for (var table : List.of("story", "story_character", "book", "job")) {
            assertThat(rows(table + " where owner_id = ?1", book.ownerId)).as(table).isZero();
        }
        for (var table : List.of("account_session", "api_token")) {
            assertThat(rows(table + " where account_id = ?1", book.ownerId)).as(table).isZero();
        }
        try (var files = Files.walk(data)) {
            assertThat(files.map(Path::toString)).noneMatch(file -> file.contains(book.storyId.toString())
                    || file.contains(character.substring(character.lastIndexOf('/') + 1)));
        }
    }

    @Test
    void beforeThePersonTakesEverythingAlongButWhatWasLearned() throws Exception {
        var request = HttpRequest.newBuilder(URI.create(Visitor.url() + "/account/export"))
                .header("Cookie", "sid=" + person.cookies.get("sid")).build();
        var reply = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
        var found = new TreeMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(reply.body()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                found.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(found.keySet()).contains("account.json", "characters.json", "stories.json", "books.json",
                "books/" + book.id + "/page-04.png");
        assertThat(found.keySet().stream().filter(name -> name.startsWith("photos/"))).hasSize(3);
        assertThat(found.keySet()).noneMatch(name -> name.contains("lora"));
        assertThat(found.get("books.json")).contains("A book that goes").doesNotContain("hash");
        assertThat(found.get("stories.json")).contains("swam in the sea");
        assertThat(found.get("characters.json")).contains("Mít");
        assertThat(found.get("account.json")).contains("@example.org").doesNotContain("password");
    }

    @Test
    void withoutThePasswordNothingIsDeleted() {
        for (var wrong : List.of("", "another sentence")) {
            assertThat(person.post("/account/delete", Map.of("password", wrong)).statusCode()).isEqualTo(422);
        }
        assertThat(person.get("/books").body()).contains("A book that goes");
        assertThat(person.get(character).statusCode()).isEqualTo(200);
    }

    private long rows(String from, UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> ((Number) database
                .createNativeQuery("select count(*) from " + from).setParameter(1, id).getSingleResult()).longValue());
    }
}
