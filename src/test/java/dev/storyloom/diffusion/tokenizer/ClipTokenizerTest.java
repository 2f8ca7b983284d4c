package dev.storyloom.diffusion.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.storyloom.diffusion.Goldens;
import dev.storyloom.diffusion.ModelException;

class ClipTokenizerTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    @Test
    void theFirstTokenizerEqualsTransformers() throws IOException {
        equalsTransformers("tokenizer", "ids_1");
    }

    @Test
    void theSecondTokenizerEqualsTransformersWithItsExclamationMarkAsPadding() throws IOException {
        equalsTransformers("tokenizer_2", "ids_2");
    }

    @Test
    void aTrimmedVocabularyGivesTheSamePiecesWhereItsMergesReach() throws IOException {
        trim(3000);
        try (var full = ClipTokenizer.load(Goldens.path("tiny-sdxl/tokenizer"));
                var small = ClipTokenizer.load(folder)) {
            assertThat(small.ids("a girl in the park")).hasSameSizeAs(full.ids("a girl in the park"))
                    .startsWith(512 + 3000).endsWith(512 + 3001);
            assertThat(small.count("an astronaut riding a horse")).isGreaterThan(7);
            assertThat(small.ids("Một cô bé 🦊").length).isGreaterThan(6);
            assertThat(small.encode("a")).hasSize(77).endsWith(512 + 3001);
        }
    }

    @Test
    void aFolderWithoutVocabularyIsRefused() {
        assertThatThrownBy(() -> ClipTokenizer.load(folder)).isInstanceOf(ModelException.class);
    }

    private void trim(int merges) throws IOException {
        Path full = Goldens.path("tiny-sdxl/tokenizer");
        List<String> lines = Files.readAllLines(full.resolve("merges.txt"));
        Files.write(folder.resolve("merges.txt"), lines.subList(0, merges + 1));
        Files.copy(full.resolve("special_tokens_map.json"), folder.resolve("special_tokens_map.json"));
        var vocabulary = JSON.createObjectNode();
        JSON.readTree(full.resolve("vocab.json").toFile()).fields().forEachRemaining(entry -> {
            if (entry.getValue().asInt() < 512 + merges) {
                vocabulary.set(entry.getKey(), entry.getValue());
            }
        });
        vocabulary.put("<|startoftext|>", 512 + merges).put("<|endoftext|>", 512 + merges + 1);
        Files.writeString(folder.resolve("vocab.json"), vocabulary.toString());
    }

    private static void equalsTransformers(String part, String ids) throws IOException {
        var soft = new SoftAssertions();
        int rows = 0;
        try (var tokenizer = ClipTokenizer.load(Goldens.path("tiny-sdxl").resolve(part))) {
            for (JsonNode row : JSON.readTree(Goldens.path("tokenizer/tokens.json").toFile()).path("rows")) {
                String text = row.path("text").asText();
                soft.assertThat(tokenizer.encode(text)).as(text).containsExactly(longs(row.path(ids)));
                JsonNode whole = row.path("untruncated_ids");
                if (part.equals("tokenizer") && whole.isArray()) {
                    soft.assertThat(tokenizer.count(text)).as(text).isEqualTo(whole.size());
                }
                rows++;
            }
        }
        soft.assertThat(rows).isEqualTo(35);
        soft.assertAll();
    }

    private static long[] longs(JsonNode array) {
        var values = new ArrayList<Long>();
        array.forEach(value -> values.add(value.asLong()));
        return values.stream().mapToLong(Long::longValue).toArray();
    }
}
