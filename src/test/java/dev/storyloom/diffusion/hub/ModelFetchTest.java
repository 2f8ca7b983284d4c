package dev.storyloom.diffusion.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.storyloom.diffusion.ModelException;

class ModelFetchTest {

    private static final String WEIGHTS = "unet/diffusion_pytorch_model.safetensors";
    private static final FetchListener NOBODY = new FetchListener() {
        @Override
        public void fetched(String file, long done, long total) {
        }

        @Override
        public void checked(String file, long done, long total) {
        }

        @Override
        public void waiting(String file, long seconds) {
        }
    };

    @TempDir
    Path folder;

    private final byte[] weights = bytes(300_000);
    private final LocalHub hub = new LocalHub().file("model_index.json", "{}".getBytes(StandardCharsets.UTF_8))
            .file("unet/config.json", "{\"a\": 1}".getBytes(StandardCharsets.UTF_8)).file(WEIGHTS, weights);
    private final List<Long> waits = new ArrayList<>();

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void everyFileArrivesWithItsContentsAndNothingElseStays() throws IOException {
        var fetched = fetch();

        assertThat(fetched.files()).isEqualTo(3);
        assertThat(fetched.bytes()).isEqualTo(300_010);
        assertThat(folder.resolve(WEIGHTS)).hasBinaryContent(weights);
        assertThat(names()).containsExactly("model_index.json", "unet/config.json", WEIGHTS);
    }

    @Test
    void aSecondFetchOnlyChecks() throws IOException {
        fetch();
        hub.seen.clear();
        fetch();

        assertThat(hub.seen).hasSize(1);
    }

    @Test
    void aDroppedConnectionIsTakenUpWhereItBroke() throws IOException {
        before(WEIGHTS, LocalHub.dropAfter(100_000), LocalHub.dropAfter(50_000), LocalHub.dropAfter(1));
        fetch();

        assertThat(folder.resolve(WEIGHTS)).hasBinaryContent(weights);
        assertThat(hub.seen.stream().filter(seen -> seen.path().endsWith(WEIGHTS)).map(LocalHub.Seen::range))
                .containsExactly(null, "bytes=100000-", "bytes=150000-", "bytes=150001-");
    }

    @Test
    void aFetchThatWasGivenUpGoesOnInTheNextRun() throws IOException {
        before(WEIGHTS, LocalHub.dropAfter(200_000), LocalHub.status(404));
        assertThatThrownBy(this::fetch).isInstanceOf(ModelException.class);
        assertThat(names()).anyMatch(name -> name.endsWith(".part")).doesNotContain(WEIGHTS);

        fetch();

        assertThat(hub.seen.get(hub.seen.size() - 1).range()).isEqualTo("bytes=200000-");
        assertThat(folder.resolve(WEIGHTS)).hasBinaryContent(weights);
        assertThat(names()).noneMatch(name -> name.endsWith(".part"));
    }

    @Test
    void aServerThatIgnoresRangesSendsTheWholeFileAgain() throws IOException {
        before(WEIGHTS, LocalHub.dropAfter(100_000), LocalHub.ignoringRanges());
        fetch();

        assertThat(folder.resolve(WEIGHTS)).hasBinaryContent(weights);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503, 416})
    void whatPassesIsTriedAgain(int status) throws IOException {
        before(WEIGHTS, LocalHub.status(status), LocalHub.status(status));
        fetch();

        assertThat(waits).containsExactly(2L, 4L);
        assertThat(folder.resolve(WEIGHTS)).hasBinaryContent(weights);
    }

    @Test
    void theHubSaysHowLongToWait() throws IOException {
        before(WEIGHTS, (exchange, file) -> {
            exchange.getResponseHeaders().set("Retry-After", "77");
            exchange.sendResponseHeaders(429, -1);
        });
        fetch();

        assertThat(waits).containsExactly(77L);
    }

    @ParameterizedTest
    @CsvSource({"401, hub_token, HF_TOKEN", "403, hub_forbidden, terms", "404, hub_unknown, has no", "418, hub_failed, 418"})
    void aRefusalIsExplained(int status, String code, String word) {
        before(WEIGHTS, LocalHub.status(status));

        refused(code, word);
        assertThat(waits).isEmpty();
    }

    @Test
    void afterSomeVainTriesItGivesUpAndKeepsWhatCame() throws IOException {
        before(WEIGHTS, LocalHub.dropAfter(1000));
        for (int i = 0; i < 6; i++) {
            hub.faults.add(LocalHub.status(500));
        }

        refused("hub_failed", "What was fetched is kept");
        assertThat(waits).hasSize(6);
        assertThat(names()).anyMatch(name -> name.endsWith(".part"));
    }

    @Test
    void aWrongChecksumIsTriedOnceMoreAndThenRefused() throws IOException {
        byte[] wrong = weights.clone();
        wrong[7]++;
        before(WEIGHTS, LocalHub.with(wrong), LocalHub.with(wrong));

        refused("hub_checksum", "nothing of it was kept");
        assertThat(names()).containsExactly("model_index.json", "unet/config.json");
    }

    @Test
    void aFileThatWasDamagedHereIsFetchedAgain() throws IOException {
        fetch();
        byte[] damaged = weights.clone();
        damaged[1000]++;
        Files.write(folder.resolve(WEIGHTS), damaged);
        fetch();

        assertThat(folder.resolve(WEIGHTS)).hasBinaryContent(weights);
    }

    @Test
    void aBodyThatIsTooLongIsRefused() throws IOException {
        before(WEIGHTS, LocalHub.with(bytes(400_000)));

        refused("hub_too_long", "longer than the hub's list says");
        assertThat(names()).noneMatch(name -> name.endsWith(".part"));
    }

    @Test
    void theTokenGoesToTheHubAndNotToWhereItRedirects() throws IOException {
        try (var elsewhere = new LocalHub().file(WEIGHTS, weights)) {
            before(WEIGHTS, LocalHub.redirect(elsewhere.address() + "cdn/" + WEIGHTS));
            fetch();

            assertThat(hub.seen).allMatch(seen -> "Bearer secret".equals(seen.token()));
            assertThat(elsewhere.seen).hasSize(1).allMatch(seen -> seen.token() == null);
        }
        assertThat(folder.resolve(WEIGHTS)).hasBinaryContent(weights);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/somebody/loop", "file:///etc/passwd", "http://[", "http://192.0.2.1/x"})
    void aRedirectThatLeadsNowhereOrIntoTheOpenIsRefused(String location) {
        before(WEIGHTS, LocalHub.redirect(location));
        for (int i = 0; i < 6; i++) {
            hub.faults.add(LocalHub.redirect("/somebody/loop"));
        }

        refused("hub_redirect", "sends us around");
    }

    @Test
    void aModelThatDoesNotFitOnTheDiskIsRefusedBeforeItIsFetched() {
        hub.claim(WEIGHTS, 1L << 60);

        refused("no_room", "GB more on the disk");
        assertThat(hub.seen).hasSize(1);
    }

    @Test
    void anAnswerThatIsNoListingIsRefused() {
        hub.file("model_index.json", new byte[0]);
        var other = new ModelAddress(null, "somebody/else", "main", "else");

        assertThatThrownBy(() -> fetcher().run(other, true, folder, NOBODY))
                .isInstanceOfSatisfying(ModelException.class, e -> assertThat(e.code()).isEqualTo("hub_unknown"));
    }

    @Test
    void aHubThatIsNotThereIsNamed() {
        hub.close();

        refused("hub_unreachable", "127.0.0.1 cannot be reached");
    }

    private ModelFetch.Fetched fetch() throws IOException {
        return fetcher().run(new ModelAddress(null, LocalHub.REPOSITORY, "main", "something"), true, folder, NOBODY);
    }

    private ModelFetch fetcher() {
        return new ModelFetch(new HubConnection(hub.address(), "secret", Duration.ofSeconds(5)), waits::add);
    }

    /** Lets the two small files pass and then has {@code faults} answer for {@code path}. */
    private void before(String path, LocalHub.Fault... faults) {
        hub.faults.add(LocalHub::answer);
        hub.faults.add(LocalHub::answer);
        hub.faults.addAll(List.of(faults));
    }

    private void refused(String code, String words) {
        assertThatThrownBy(this::fetch).isInstanceOfSatisfying(ModelException.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal).hasMessageContaining(words);
        });
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).map(file -> folder.relativize(file).toString()).sorted().toList();
        }
    }

    private static byte[] bytes(int length) {
        var bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
