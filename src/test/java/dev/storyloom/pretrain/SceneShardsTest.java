package dev.storyloom.pretrain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.storyloom.pretrain.painter.Fixtures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SceneShardsTest {
    private static final int PICTURE = 128 * 128 * 3;

    @TempDir
    Path folder;

    @Test
    void aShardHoldsPicturesTheirCaptionsInBothLanguagesAndWhatTheyShow() throws IOException {
        write(3);

        assertThat(Files.size(folder.resolve("scenes-0000.rgb"))).isEqualTo(3 * PICTURE);
        JsonNode scene = read("scenes-0000").get(2);
        assertThat(scene.get("english")).hasSize(3).allSatisfy(pair -> assertThat(pair).hasSize(2));
        assertThat(scene.get("vietnamese")).hasSize(3);
        assertThat(scene.get("brief").asText()).startsWith("a ");
        assertThat(scene.get("answers").fieldNames()).toIterable()
                .containsExactly("subject", "place", "time", "object", "style", "action");
    }

    @Test
    void theHeldOutScenesAndTheEvaluationsPromptsLieBesideThem() throws IOException {
        write(3);

        assertThat(read("held-out")).hasSize(2);
        assertThat(read("heads").get("time").asInt()).isEqualTo(4);
        assertThat(read("prompts")).hasSize(2 * 5);
        assertThat(read("prompts").get(9).get("language").asText()).isEqualTo("vietnamese");
    }

    @Test
    void whatIsThereIsNotPaintedAgain() throws IOException {
        write(3);
        Files.writeString(folder.resolve("scenes-0000.rgb"), "as it was");
        write(6);

        assertThat(folder.resolve("scenes-0000.rgb")).hasContent("as it was");
        assertThat(Files.size(folder.resolve("scenes-0001.rgb"))).isEqualTo(3 * PICTURE);
    }

    private void write(int scenes) throws IOException {
        new SceneShards(Fixtures::painter, folder, 3, 2).write(scenes, 5, 1);
    }

    private JsonNode read(String name) throws IOException {
        return new ObjectMapper().readTree(folder.resolve(name + ".json").toFile());
    }
}
