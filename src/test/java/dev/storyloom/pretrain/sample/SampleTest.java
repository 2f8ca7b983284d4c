package dev.storyloom.pretrain.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class SampleTest {
    private static final List<String> HELD_OUT = List.of("held-out/mit-7-bed.jpg", "held-out/mit-8-grass.jpg",
            "other/cat-1-carpet.jpg", "other/cat-2-sofa.jpg", "other/cat-3-table.jpg");

    @Test
    void sixDifferentSmallPhotographsAreThere() throws IOException {
        Set<Integer> different = new HashSet<>();
        for (JsonNode name : sample().path("photos")) {
            byte[] bytes = bytes(name.asText());
            assertThat(bytes.length).isLessThan(80_000);
            assertThat(ImageIO.read(new ByteArrayInputStream(bytes)).getWidth()).isGreaterThanOrEqualTo(512);
            different.add(java.util.Arrays.hashCode(bytes));
        }
        assertThat(different).hasSize(6);
    }

    @Test
    void photographsForMeasuringAreKeptFromTheSample() throws IOException {
        String listed = sample().toString();
        for (String name : HELD_OUT) {
            assertThat(ImageIO.read(new ByteArrayInputStream(bytes(name)))).isNotNull();
            assertThat(listed).doesNotContain(name.substring(name.indexOf('/') + 1));
        }
    }

    @Test
    void everyStoryHasItsTitleAndAParagraphForEachPage() throws IOException {
        JsonNode sample = sample();
        for (String language : List.of("en", "vi")) {
            String story = new String(bytes(sample.path("story").path(language).asText()), StandardCharsets.UTF_8);
            String[] parts = story.strip().split("\n\n");
            assertThat(parts[0]).isEqualTo(sample.path("title").path(language).asText());
            assertThat(parts).hasSize(1 + sample.path("pages").asInt());
            assertThat(parts).allSatisfy(part -> assertThat(part).contains(language.equals("vi") ? "ô" : "t"));
            assertThat(story).contains(sample.path("name").asText());
            assertThat(Normalizer.isNormalized(story, Normalizer.Form.NFC)).isTrue();
        }
    }

    @Test
    void theStudioStillTakesTheCommittedPhotograph() throws IOException {
        BufferedImage now = SamplePhotos.all().get("photos/mit-1-carpet.jpg").get();
        BufferedImage then = ImageIO.read(new ByteArrayInputStream(bytes("photos/mit-1-carpet.jpg")));
        long apart = 0;
        for (int y = 0; y < 512; y += 4) {
            for (int x = 0; x < 512; x += 4) {
                apart += Math.abs((now.getRGB(x, y) >> 8 & 255) - (then.getRGB(x, y) >> 8 & 255));
            }
        }
        assertThat(apart / (128.0 * 128)).isLessThan(6);
    }

    private static JsonNode sample() throws IOException {
        return new ObjectMapper().readTree(bytes("sample.json"));
    }

    private static byte[] bytes(String name) throws IOException {
        try (InputStream in = SampleTest.class.getResourceAsStream("/sample/" + name)) {
            assertThat(in).as(name).isNotNull();
            return in.readAllBytes();
        }
    }
}
