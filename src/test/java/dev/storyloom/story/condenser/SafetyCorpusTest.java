package dev.storyloom.story.condenser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

/** Measures the safety check on texts that its rules were built on and, what counts, on texts that they were not. */
class SafetyCorpusTest {

    private static List<String[]> lines(String file, boolean development) throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/condenser/safety", file)).stream()
                .map(line -> line.split("\t")).filter(line -> forDevelopment(line[0]) == development).toList();
    }

    private static boolean forDevelopment(String name) {
        CRC32 hash = new CRC32();
        hash.update(name.getBytes(StandardCharsets.UTF_8));
        return hash.getValue() % 2 == 0;
    }

    private static double refused(String file, boolean development) throws IOException {
        List<String[]> lines = lines(file, development);
        long refused = lines.stream().filter(line -> !StorySafety.check(line[line.length - 1]).safe()).count();
        System.out.printf("%s, %s: %d of %d refused%n", file, development ? "development" : "held back", refused, lines.size());
        if (development && Boolean.getBoolean("condenser.misses")) {
            boolean blocked = file.startsWith("blocked");
            lines.stream().filter(line -> StorySafety.check(line[line.length - 1]).safe() == blocked)
                    .forEach(line -> System.out.println("    " + String.join(" | ", line)));
        }
        return (double) refused / lines.size();
    }

    @Test
    void textsThatDoNotBelongInAChildrensBookAreRefused() throws IOException {
        assertThat(refused("blocked.txt", true)).isGreaterThanOrEqualTo(0.98);
        assertThat(refused("blocked.txt", false)).isGreaterThanOrEqualTo(0.98);
    }

    @Test
    void harmlessTextsPassHoweverTheyLook() throws IOException {
        assertThat(refused("allowed.txt", true)).isLessThanOrEqualTo(0.02);
        assertThat(refused("allowed.txt", false)).isLessThanOrEqualTo(0.02);
    }
}
