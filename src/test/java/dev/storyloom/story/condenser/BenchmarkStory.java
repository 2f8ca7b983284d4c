package dev.storyloom.story.condenser;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * A story written for the tests with what a reader would expect each scene's picture to show. The files and their
 * format are described in src/test/resources/condenser/README.md.
 */
record BenchmarkStory(String name, String text, List<CastMember> cast, List<Expected> scenes) {

    /** One scene: its paragraph, and its facts. */
    record Expected(String paragraph, SceneExpectation facts) {
    }

    static List<BenchmarkStory> in(String folder) {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/condenser", folder))) {
            return files.sorted().map(BenchmarkStory::read).toList();
        } catch (IOException e) {
            throw new IllegalStateException(folder, e);
        }
    }

    /** The half that rules and words may be tuned on; the other half is only scored. */
    boolean forDevelopment() {
        CRC32 hash = new CRC32();
        hash.update(name.getBytes(StandardCharsets.UTF_8));
        return hash.getValue() % 2 == 0;
    }

    String language() {
        return name.substring(0, 2);
    }

    StoryPlan plan(TokenBudget tokens) {
        return new BuiltInCondenser().condense(new CondenserRequest(text, scenes.size(), cast, "", tokens));
    }

    /** The planned scene that holds most of an expected scene's text. */
    Scene planned(StoryPlan plan, Expected expected) {
        int start = text.indexOf(expected.paragraph());
        int end = start + expected.paragraph().length();
        Scene best = null;
        int most = -1;
        int from = 0;
        for (Scene scene : plan.scenes()) {
            from = text.indexOf(scene.narration(), from);
            int shared = Math.min(end, from + scene.narration().length()) - Math.max(start, from);
            if (shared > most) {
                most = shared;
                best = scene;
            }
        }
        return best;
    }

    private static BenchmarkStory read(Path file) {
        try {
            String[] blocks = Files.readString(file).strip().split("\n\n");
            String cast = blocks[0].lines().filter(line -> line.startsWith("cast:")).findFirst().orElseThrow();
            StringBuilder text = new StringBuilder(blocks[1]);
            List<Expected> scenes = new ArrayList<>();
            for (String block : Arrays.asList(blocks).subList(2, blocks.length)) {
                String[] parts = block.split("\n", 2);
                scenes.add(new Expected(parts[1], SceneExpectation.of(parts[0])));
                text.append("\n\n").append(parts[1]);
            }
            String name = file.getFileName().toString().replace(".txt", "");
            return new BenchmarkStory(name, text.toString(), cast(cast.substring("cast:".length())), scenes);
        } catch (IOException e) {
            throw new IllegalStateException(file.toString(), e);
        }
    }

    private static List<CastMember> cast(String line) {
        List<CastMember> cast = new ArrayList<>();
        for (String member : line.split(",")) {
            String[] parts = member.strip().split(":");
            cast.add(new CastMember(parts[0], parts[1], "sks " + parts[1]));
        }
        return cast;
    }
}
