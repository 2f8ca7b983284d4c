package dev.storyloom.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.storyloom.character.Studio;
import dev.storyloom.web.Visitor;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * How long each page takes with 10,000 stories in the database, asked over loopback one after another: median and p95, and
 * what the processors worked for it, asking included, which other programs on the machine change less; on a machine with
 * nothing else to do, or beside a training of the bundled model that goes on all the while.
 * Not part of the suite, for a busy machine would fail it; deployment/benchmarks/README.md has the commands.
 */
@QuarkusTest
@TestProfile(EveryPageMeasured.OnDisk.class)
class EveryPageMeasured {
    private static final int ROUNDS = Integer.getInteger("storyloom.measure.rounds", 200);
    private static final int WARM_UP = Integer.getInteger("storyloom.measure.warm-up", 60);
    private static final boolean BESIDE_A_TRAINING = Boolean.getBoolean("storyloom.measure.beside-a-training");
    private static final int BAR_MILLIS = BESIDE_A_TRAINING ? 250 : 50;
    private static final String KEEPER = "keeper@example.org";

    /** The database is a file, with the settings of the program. */
    public static class OnDisk implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            try {
                Path data = Files.createTempDirectory("storyloom-measured");
                // No model named is the bundled one; a training of so many steps does not end before the last question.
                return Map.of("storyloom.data-dir", data.toString(), "storyloom.administrators", KEEPER,
                        "storyloom.model", BESIDE_A_TRAINING ? "" : "src/test/resources/goldens/tiny-sdxl",
                        "storyloom.training.steps", "1000000", "quarkus.datasource.jdbc.url",
                        "jdbc:h2:file:" + data + "/db/storyloom;MODE=PostgreSQL;"
                                + "DATABASE_TO_LOWER=TRUE;WRITE_DELAY=0;LOCK_TIMEOUT=10000;DB_CLOSE_ON_EXIT=FALSE");
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Inject
    AgroalDataSource database;

    private Visitor visitor;

    @Test
    void everyPageIsAskedAgainAndAgain() throws Exception {
        visitor = Visitor.registered();
        new ManyHouseholds(database).moveIn();
        sql("update account set email = '" + KEEPER + "' where email not like 'household-%'");
        Map<String, String> pages = pages();
        String training = BESIDE_A_TRAINING ? startTraining() : null;
        Map<String, long[]> nanos = new LinkedHashMap<>();
        Map<String, Long> work = new LinkedHashMap<>();
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            for (var page : pages.entrySet()) {
                long workedBefore = system.getProcessCpuTime();
                long start = System.nanoTime();
                var reply = visitor.get(page.getValue());
                long took = System.nanoTime() - start;
                assertThat(reply.statusCode()).as(page.getKey()).isEqualTo(200);
                if (round >= 0) {
                    nanos.computeIfAbsent(page.getKey(), name -> new long[ROUNDS])[round] = took;
                    work.merge(page.getKey(), system.getProcessCpuTime() - workedBefore, Long::sum);
                }
            }
        }
        if (training != null) {
            assertThat(stepsOf(training)).as("steps of the training that went on meanwhile").isPositive();
            visitor.post(training + "/training/cancel", Map.of());
        }
        System.out.printf("%d stories, %d rounds, %d processors, load %.1f, %s%n", count("story"), ROUNDS,
                system.getAvailableProcessors(), system.getSystemLoadAverage(),
                training == null ? "no training" : "beside a training");
        System.out.printf("| page | p50 ms | p95 ms | most ms | processor ms, mean | over %d ms |%n|---|---|---|---|---|---|%n",
                BAR_MILLIS);
        nanos.forEach((page, each) -> {
            Arrays.sort(each);
            System.out.printf("| %s | %.1f | %.1f | %.1f | %.1f | %d |%n", page, each[ROUNDS / 2] / 1e6,
                    each[(ROUNDS * 95 - 1) / 100] / 1e6, each[ROUNDS - 1] / 1e6, work.get(page) / 1e6 / ROUNDS,
                    Arrays.stream(each).filter(nano -> nano > BAR_MILLIS * 1_000_000L).count());
        });
    }

    /** Lets the sample's character be learned and comes back when it is at it; returns the character's page. */
    private String startTraining() throws Exception {
        String character = Studio.character(visitor);
        Path photos = Files.createTempDirectory("storyloom-photos");
        for (Path photo : Program.photos(photos, 5)) {
            Studio.photo(visitor, character, Files.readAllBytes(photo));
        }
        assertThat(visitor.post(character + "/train", Map.of("pace", "CAREFUL")).statusCode()).isEqualTo(303);
        await().atMost(Duration.ofMinutes(10)).until(() -> stepsOf(character) > 0);
        return character;
    }

    private long stepsOf(String character) throws SQLException {
        return Long.parseLong(first("select coalesce(max(step), 0) from job where state = 'RUNNING' and subject_id = '"
                + Studio.id(character) + "'"));
    }

    private Map<String, String> pages() throws SQLException {
        String mine = " where owner_id = (select id from account where email = '" + KEEPER + "')";
        String character = first("select id from story_character" + mine);
        String story = first("select id from story" + mine);
        String waiting = first("select id from story" + mine + " and title = 'The moon, part 2'");
        sql("update job set owner_id = (select id from account where email = '" + KEEPER + "'), subject_id = '" + waiting
                + "', created_at = dateadd(minute, 1, created_at) where id = (select min(id) from job where state = 'QUEUED')");
        String book = first("select id from book" + mine);
        visitor.get("/books/" + book + "/share");
        var link = Pattern.compile("/s/[A-Za-z0-9_-]{43}").matcher(
                visitor.post("/books/" + book + "/share", Map.of("days", "30", "savable", "true")).body());
        assertThat(link.find()).isTrue();
        Map<String, String> pages = new LinkedHashMap<>();
        for (String path : new String[] {"/", "/account", "/characters", "/characters/new", "/stories", "/stories/new", "/books",
            "/admin"}) {
            pages.put(path, path);
        }
        pages.put("/characters/{id}", "/characters/" + character);
        pages.put("/characters/{id}/training", "/characters/" + character + "/training");
        pages.put("/stories/{id}", "/stories/" + story);
        pages.put("/stories/{id}/painting", "/stories/" + story + "/painting");
        pages.put("the same, waiting in a queue of fifty", "/stories/" + waiting + "/painting");
        pages.put("/books/{id}", "/books/" + book);
        pages.put("/books/{id}/share", "/books/" + book + "/share");
        pages.put("/s/{token}", link.group());
        return pages;
    }

    private long count(String table) throws SQLException {
        return Long.parseLong(first("select count(*) from " + table));
    }

    private String first(String query) throws SQLException {
        try (var connection = database.getConnection(); var sql = connection.createStatement();
                var rows = sql.executeQuery(query)) {
            assertThat(rows.next()).as(query).isTrue();
            return rows.getString(1);
        }
    }

    private void sql(String statement) throws SQLException {
        try (var connection = database.getConnection(); var sql = connection.createStatement()) {
            sql.executeUpdate(statement);
        }
    }
}
