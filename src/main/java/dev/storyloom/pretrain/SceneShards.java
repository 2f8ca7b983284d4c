package dev.storyloom.pretrain;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.storyloom.pretrain.painter.Caption;
import dev.storyloom.pretrain.painter.Facts;
import dev.storyloom.pretrain.painter.Facts.Language;
import dev.storyloom.pretrain.painter.PaintedScene;
import dev.storyloom.pretrain.painter.ScenePainter;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Paints scenes into files for a trainer outside this program, on every thread that there is: {@code scenes-N.rgb}, the
 * pictures one after the other, 128 × 128 pixels of 3 bytes, and {@code scenes-N.json}, their captions in both languages
 * and what they show, as {@link Head} counts it. A shard that is there is not painted again.
 */
final class SceneShards {
    static final int SCENES = 512;
    static final int HELD_OUT = 1024;
    private static final int SIZE = 128;
    /** Different captions of a scene in each language: the same picture is seen many times. */
    private static final int WORDINGS = 3;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Supplier<ScenePainter> painters;
    private final Path folder;
    private final int perShard;
    private final int heldOut;

    /** {@code painters}: one for each thread, for a painter draws on its own figures. */
    SceneShards(Supplier<ScenePainter> painters, Path folder, int perShard, int heldOut) {
        this.painters = painters;
        this.folder = folder;
        this.perShard = perShard;
        this.heldOut = heldOut;
    }

    /** Writes {@code scenes} scenes for training, and first the heads, held-out scenes and the evaluation's prompts. */
    void write(int scenes, int prompts, int threads) throws IOException {
        Files.createDirectories(folder);
        ObjectNode heads = JSON.createObjectNode();
        for (Head head : Head.values()) {
            heads.put(head.key(), head.classes());
        }
        json("heads", heads);
        json("prompts", prompts(prompts));
        shard("held-out", heldOut, new SplittableRandom(-5), painters.get()::heldOut);
        var pool = Executors.newFixedThreadPool(threads);
        var own = ThreadLocal.withInitial(painters);
        var tasks = new ArrayList<Future<?>>();
        for (int i = 0; i * perShard < scenes; i++) {
            int number = i;
            tasks.add(pool.submit(() -> {
                shard("scenes-%04d".formatted(number), perShard, new SplittableRandom(0x5CE4EL * 7919 + number),
                        own.get()::paint);
                return null;
            }));
        }
        try {
            for (Future<?> task : tasks) {
                task.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a shard could not be painted", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            pool.shutdownNow();
        }
    }

    /** What {@link EvaluationStage} asks, seed by seed. */
    private static ArrayNode prompts(int count) {
        ArrayNode all = JSON.createArrayNode();
        for (Language language : Language.values()) {
            for (int seed = 0; seed < count; seed++) {
                var random = new SplittableRandom(seed);
                Facts facts = ScenePainter.heldOutFacts(random).in(language);
                ObjectNode node = all.addObject().put("language", language.name().toLowerCase(Locale.ROOT));
                node.put("prompt", ScenePainter.caption(facts, random).whole());
                answers(node, facts);
            }
        }
        return all;
    }

    private void shard(String name, int count, RandomGenerator random, Function<RandomGenerator, PaintedScene> painter)
            throws IOException {
        if (Files.exists(folder.resolve(name + ".json"))) {
            return;
        }
        var pixels = new byte[count * SIZE * SIZE * 3];
        ArrayNode scenes = JSON.createArrayNode();
        for (int i = 0; i < count; i++) {
            PaintedScene scene = painter.apply(random);
            put(scene.image(), pixels, i * SIZE * SIZE * 3);
            ObjectNode node = scenes.addObject();
            for (Language language : Language.values()) {
                ArrayNode captions = node.putArray(language.name().toLowerCase(Locale.ROOT));
                for (int k = 0; k < WORDINGS; k++) {
                    Caption caption = ScenePainter.caption(scene.facts().in(language), random);
                    captions.addArray().add(caption.content()).add(caption.whole());
                }
            }
            node.put("brief", ScenePainter.brief(scene.facts(), random));
            answers(node, scene.facts());
        }
        Files.write(folder.resolve(name + ".rgb"), pixels);
        json(name, scenes);
    }

    /** The right answers of each head, and whether a prompt of these facts asks for them. */
    private static void answers(ObjectNode node, Facts facts) {
        ObjectNode answers = node.putObject("answers");
        ArrayNode asked = node.putArray("asked");
        for (Head head : Head.values()) {
            List<Integer> right = head.answers(facts);
            ArrayNode array = answers.putArray(head.key());
            right.forEach(array::add);
            if (head.asked(facts) && !right.isEmpty()) {
                asked.add(head.key());
            }
        }
    }

    private static void put(BufferedImage image, byte[] target, int offset) {
        int[] rgb = image.getRGB(0, 0, SIZE, SIZE, null, 0, SIZE);
        for (int i = 0; i < rgb.length; i++) {
            target[offset + 3 * i] = (byte) (rgb[i] >> 16);
            target[offset + 3 * i + 1] = (byte) (rgb[i] >> 8);
            target[offset + 3 * i + 2] = (byte) rgb[i];
        }
    }

    /** The last file of a shard: where it stands, the pictures stand too. */
    private void json(String name, Object value) {
        Path part = folder.resolve(name + ".json.part");
        try {
            JSON.writeValue(part.toFile(), value);
            Files.move(part, folder.resolve(name + ".json"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
