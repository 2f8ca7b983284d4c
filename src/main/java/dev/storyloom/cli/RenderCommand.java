package dev.storyloom.cli;

import dev.storyloom.diffusion.pipeline.Cancellation;
import dev.storyloom.diffusion.pipeline.ImageRequest;
import dev.storyloom.diffusion.pipeline.ImageResult;
import dev.storyloom.diffusion.pipeline.LoraUse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code storyloom render}: one picture from a prompt. */
@Command(name = "render", mixinStandardHelpOptions = true, sortOptions = false)
final class RenderCommand implements Callable<Integer> {

    /** What {@code --scheduler} knows. */
    enum Sampling {
        EULER
    }

    @Option(names = "--prompt", required = true, paramLabel = "TEXT")
    String prompt;

    @Option(names = "--negative", paramLabel = "TEXT", defaultValue = "")
    String negative;

    @Option(names = "--style", paramLabel = "TEXT", defaultValue = "")
    String style;

    @Option(names = "--lora", paramLabel = "FILE[:SCALE]", converter = LoraOption.class)
    List<LoraUse> loras = List.of();

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1")
    long seed;

    @Option(names = "--steps", paramLabel = "N", defaultValue = "25")
    int steps;

    @Option(names = "--guidance", paramLabel = "X", defaultValue = "5")
    double guidance;

    @Option(names = "--width", paramLabel = "PIXELS", defaultValue = "0")
    int width;

    @Option(names = "--height", paramLabel = "PIXELS", defaultValue = "0")
    int height;

    @Option(names = "--scheduler", paramLabel = "NAME", defaultValue = "euler")
    Sampling scheduler;

    @Option(names = "--out", required = true, paramLabel = "FILE")
    Path out;

    @Mixin
    ModelOptions model;

    @Mixin
    Talk talk;

    /** The answer of {@code --json}. */
    record Rendered(String image, String prompt, String negative, String model, long seed, int steps, int width,
            int height) {
    }

    @Override
    public Integer call() throws IOException {
        if (steps < 1 || steps > 1000) {
            throw new CommandFailed("failed.range", "--steps", 1, 1000, steps);
        }
        Outputs.check(out);
        var request = new ImageRequest(prompt, style, negative, width, height, steps, guidance, seed, loras);
        try (var painter = model.load(); var progress = talk.progress()) {
            progress.begin(Words.say("progress.painting"), steps);
            ImageResult result = painter.paint(request, (step, of) -> progress.step(step, ""), Cancellation.never());
            WholeFile.png(result.image(), out);
            progress.close();
            var image = result.image();
            talk.answer(new Rendered(out.toString(), prompt, negative, model.name(), seed, steps, image.getWidth(),
                    image.getHeight()), Words.say("render.done", out, image.getWidth(), image.getHeight()));
        }
        return 0;
    }
}
