package dev.storyloom.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The catalogue of bad inputs, {@code bad-inputs.csv}: photos (1 to 45), forms and accounts (46 to 67), stories (68 to 84),
 * tokens and sessions (85 to 95), sockets (96 to 109). Each row names the tests that show its answer, and they are there.
 */
class BadInputsTest {
    private static final Path TESTS = Path.of("src/test/java/dev/storyloom");

    @Test
    void everyRowOfTheCatalogueHasItsAnswerAndATestThatShowsIt() throws IOException {
        var rows = Files.readAllLines(Path.of("src/test/resources/bad-inputs.csv")).stream().skip(1)
                .map(row -> row.split(";", -1)).toList();
        assertThat(rows).extracting(row -> row[0])
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 109).mapToObj(String::valueOf).toList());
        for (var row : rows) {
            assertThat(row[1]).as(row[0]).isNotBlank();
            assertThat(row[2]).as(row[0]).isNotBlank();
            assertThat(row[3]).as(row[0]).isNotBlank();
            for (var test : row[3].split(" ")) {
                var name = test.split("\\.");
                var source = source(name[0]);
                if (name.length > 1) {
                    assertThat(source).as(row[0] + ": " + test).contains("void " + name[1] + "(");
                }
            }
        }
    }

    private static String source(String test) throws IOException {
        try (var files = Files.walk(TESTS)) {
            var found = files.filter(file -> file.endsWith(test + ".java")).toList();
            assertThat(found).as(test).hasSize(1);
            return Files.readString(found.get(0));
        }
    }
}
