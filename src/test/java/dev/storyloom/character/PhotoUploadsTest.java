package dev.storyloom.character;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.storyloom.storage.PhotoIntake;
import dev.storyloom.storage.Pictures;
import dev.storyloom.web.Visitor;
import dev.storyloom.web.Wire;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Uploads that are broken, endless or forged: each gets its answer, and nothing of it stays. */
@QuarkusTest
class PhotoUploadsTest {
    private static final String FILE = "Content-Disposition: form-data; name=\"photo\"; filename=\"a.jpg\"\r\n";

    @Inject
    EntityManager database;

    /** One for all tests, because an account costs a slow hash. */
    private static Visitor owner;
    private String character;

    @BeforeEach
    void aCharacterWithoutPhotos() {
        owner = owner == null ? Visitor.registered() : owner;
        character = Studio.character(owner);
    }

    @AfterEach
    void nothingIsLeftInTheFolderForUploads() {
        owner.get("/characters");
        owner.post(character + "/delete", Map.of());
        await().until(() -> uploads() == 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--x\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"\"\r\n\r\n\r\n--x--\r\n",
        "--x\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\nb\r\n--x--\r\n"})
    void aFormWithoutAFileIsToldSo(String body) {
        assertThat(send("multipart/form-data; boundary=x", body)).isEqualTo("400 file_missing");
    }

    @Test
    void aFileOfOneByteTooManyIsRefusedInWords() {
        var large = Arrays.copyOf(Pictures.jpeg(300, 300), (int) PhotoIntake.MOST_BYTES + 1);
        var reply = Studio.upload(owner, character, "a.jpg", large);
        assertThat(reply.statusCode()).isEqualTo(413);
        assertThat(reply.body()).contains("file_too_large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u202egpj.exe", "a\u0001b.jpg", ".", "..", "a/../../b.jpg", "C:\\\\boot.ini", ""})
    void noNameOfAFileMatters(String name) {
        assertThat(Studio.upload(owner, character, name, Pictures.jpeg(300, 300)).statusCode()).isEqualTo(201);
    }

    @Test
    void aBodyThatIsShorterThanItSaidIsForgotten() {
        try (var wire = new Wire()) {
            wire.send(Wire.head(owner, "POST", character + "/photos") + "Content-Type: multipart/form-data; boundary=x\r\n"
                    + "Content-Length: 100000\r\n\r\n--x\r\n" + FILE + "\r\n" + "half a picture".repeat(1000));
            assertThat(wire.finish().status()).isIn(0, 400);
        }
        assertThat(owner.get(character).body()).contains("No photo yet");
    }

    @Test
    void aBodyWithoutAnEndIsCutOff() {
        try (var wire = new Wire()) {
            wire.send(Wire.head(owner, "POST", character + "/photos") + "Content-Type: multipart/form-data; boundary=x\r\n"
                    + "Transfer-Encoding: chunked\r\n\r\n");
            var start = "--x\r\n" + FILE + "\r\n";
            wire.send(Integer.toHexString(start.length()) + "\r\n" + start + "\r\n");
            var chunk = ("100000\r\n" + "a".repeat(1 << 20) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            var sent = 0;
            while (sent < 64 && wire.send(chunk)) {
                sent++;
            }
            assertThat(wire.finish().status()).isIn(0, 413);
            assertThat(sent).isLessThan(64);
        }
    }

    static List<String> tooMuch() {
        return List.of("--x\r\n" + FILE + "X-Long: " + "y".repeat(40_000) + "\r\n\r\nb\r\n--x--\r\n",
                "--x\r\n" + FILE + "X-Another: y\r\n".repeat(60) + "\r\nb\r\n--x--\r\n",
                ("--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n").repeat(257) + "--x--\r\n");
    }

    @ParameterizedTest
    @MethodSource("tooMuch")
    void aFormOfTooManyOrTooLongPartsIsRefused(String body) {
        assertThat(send("multipart/form-data; boundary=x", body)).startsWith("4");
        assertThat(owner.get(character).body()).contains("No photo yet");
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/form-data", "multipart/form-data; boundary=", "multipart/mixed; boundary=x",
        "multipart/form-data; boundary=another"})
    void aFormWithoutABoundaryIsRefused(String type) {
        assertThat(send(type, "--x\r\n" + FILE + "\r\nb\r\n--x--\r\n")).startsWith("4");
    }

    @Test
    void aBoundaryOfEightThousandSignsIsNoTrouble() {
        var boundary = "x".repeat(8_000);
        assertThat(send("multipart/form-data; boundary=" + boundary, "--" + boundary + "\r\n" + FILE + "\r\nb\r\n--" + boundary
                + "--\r\n")).startsWith("4");
    }

    @Test
    void theFortyFirstPhotoIsOneTooMany() {
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery("insert into photo (id, character_id, digest,"
                + " width, height, created_at) select random_uuid(), ?1, 'digest ' || x, 300, 300, current_timestamp"
                + " from system_range(1, 39) r(x)").setParameter(1, Studio.id(character)).executeUpdate());
        assertThat(Studio.upload(owner, character, "a.jpg", Pictures.jpeg(300, 300)).statusCode()).isEqualTo(201);
        var reply = Studio.upload(owner, character, "a.jpg", Pictures.jpeg(304, 300));
        assertThat(reply.statusCode()).isEqualTo(409);
        assertThat(reply.body()).contains("photo_limit");
    }

    @Test
    void aCharacterThatWasDeletedTakesNoPhoto() {
        owner.get(character);
        owner.post(character + "/delete", Map.of());
        assertThat(Studio.upload(owner, character, "a.jpg", Pictures.jpeg(300, 300)).statusCode()).isEqualTo(404);
    }

    @Test
    void whoIsNotSignedInIsToldSoInTheirOwnWay() {
        var nobody = new Visitor();
        nobody.get("/");
        assertThat(Studio.upload(nobody, character, "a.jpg", Pictures.jpeg(300, 300)).statusCode()).isEqualTo(401);
    }

    /** What a script is told: the status and the code. */
    private String send(String type, String body) {
        owner.headers.put("Accept", "application/json");
        var reply = owner.send("POST", character + "/photos", type, BodyPublishers.ofString(body));
        owner.headers.put("Accept", "text/html");
        return reply.statusCode() + " " + reply.body().replaceAll("(?s).*\"code\":\"([^\"]*)\".*", "$1");
    }

    private static int uploads() throws IOException {
        var folder = Path.of(ConfigProvider.getConfig().getValue("storyloom.data-dir", String.class)).resolve("tmp");
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (var files = Files.list(folder)) {
            return (int) files.count();
        }
    }
}
