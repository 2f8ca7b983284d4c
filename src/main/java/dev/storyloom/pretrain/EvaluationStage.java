package dev.storyloom.pretrain;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.storyloom.diffusion.pipeline.Cancellation;
import dev.storyloom.diffusion.pipeline.ImageRequest;
import dev.storyloom.diffusion.pipeline.StableDiffusionXl;
import dev.storyloom.diffusion.pipeline.StepListener;
import dev.storyloom.pretrain.painter.Facts;
import dev.storyloom.pretrain.painter.Facts.Language;
import dev.storyloom.pretrain.painter.ScenePainter;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;

/**
 * Measures a model folder: paints prompts of held-out combinations in both languages, with the guidance that ships and
 * 20 steps, lets the {@link Probe} say how often each shows what was asked, and tells how well its VAE keeps pictures.
 * Pictures that an interrupted run made are not made again.
 */
final class EvaluationStage {
    /** How many prompts in each language a measurement is made of. */
    static final int PROMPTS = 500;

    private static final int STEPS = 20;
    private static final int SHEET = 48;

    private final Path model;
    private final Path work;
    private final Path probe;

    EvaluationStage(Path model, Path work, Path probe) {
        this.model = model;
        this.work = work;
        this.probe = probe;
    }

    /** {@code prompts}: how many in each language; {@code fidelity}: the VAE's decibels by kind of picture. */
    void run(int prompts, Map<String, Double> fidelity) throws IOException {
        Map<Language, Tally> tallies = new EnumMap<>(Language.class);
        Path pictures = Files.createDirectories(work.resolve("evaluation"));
        try (var sdxl = StableDiffusionXl.load(model);
                var judge = Judge.load(probe)) {
            for (Language language : Language.values()) {
                var tally = new Tally();
                for (int seed = 0; seed < prompts; seed++) {
                    var random = new SplittableRandom(seed);
                    Facts facts = ScenePainter.heldOutFacts(random).in(language);
                    String prompt = ScenePainter.caption(facts, random).whole();
                    Path file = pictures.resolve("%s-%04d.png".formatted(key(language), seed));
                    tally.add(judge.scores(picture(sdxl, prompt, seed, file)), facts, true);
                    if ((seed + 1) % 50 == 0) {
                        System.out.println(language + " " + (seed + 1) + "/" + prompts + " " + tally);
                    }
                }
                tallies.put(language, tally);
            }
        }
        sheet(pictures, Math.min(SHEET, prompts));
        System.out.print(table(tallies, fidelity));
        json(tallies, fidelity, prompts);
    }

    private static String key(Language language) {
        return language.name().toLowerCase(Locale.ROOT);
    }

    private static BufferedImage picture(StableDiffusionXl sdxl, String prompt, int seed, Path file)
            throws IOException {
        if (Files.exists(file)) {
            return ImageIO.read(file.toFile());
        }
        var request = ImageRequest.of(prompt).withSteps(STEPS).withSeed(seed);
        BufferedImage image = sdxl.paint(request, StepListener.NONE, Cancellation.never()).image();
        Path part = file.resolveSibling(file.getFileName() + ".part");
        ImageIO.write(image, "png", part.toFile());
        Files.move(part, file);
        return image;
    }

    private void sheet(Path pictures, int count) throws IOException {
        var images = new ArrayList<BufferedImage>();
        for (int seed = 0; seed < count; seed++) {
            images.add(ImageIO.read(pictures.resolve("english-%04d.png".formatted(seed)).toFile()));
        }
        Pixels.writeGrid(images, 8, work.resolve("evaluation.png"));
    }

    private static String table(Map<Language, Tally> tallies, Map<String, Double> fidelity) {
        var text = new StringBuilder("| asked for | English | Vietnamese |\n|---|---|---|\n");
        for (Head head : Head.values()) {
            text.append("| ").append(head.key());
            for (Language language : Language.values()) {
                Tally tally = tallies.get(language);
                text.append(String.format(Locale.ROOT, " | %.1f %% (%d of %d)", tally.share(head), tally.right(head),
                        tally.total(head)));
            }
            text.append(" |\n");
        }
        fidelity.forEach((kind, decibels) ->
                text.append(String.format(Locale.ROOT, "VAE on %s: %.2f dB%n", kind, decibels)));
        return text.toString();
    }

    private void json(Map<Language, Tally> tallies, Map<String, Double> fidelity, int prompts) throws IOException {
        ObjectNode root = new ObjectMapper().createObjectNode();
        root.put("model", model.getFileName().toString()).put("prompts", prompts).put("steps", STEPS)
                .put("guidance", ImageRequest.of("").guidanceScale());
        tallies.forEach((language, tally) -> {
            ObjectNode node = root.putObject(key(language));
            for (Head head : Head.values()) {
                node.putObject(head.key()).put("right", tally.right(head)).put("asked", tally.total(head));
            }
        });
        ObjectNode vae = root.putObject("vae_psnr");
        fidelity.forEach(vae::put);
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(work.resolve("evaluation.json").toFile(), root);
    }
}
