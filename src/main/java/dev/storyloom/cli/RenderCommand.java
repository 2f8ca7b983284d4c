package dev.storyloom.cli;

import dev.storyloom.diffusion.pipeline.Cancellation;
import dev.storyloom.diffusion.pipeline.Ensemble;
import dev.storyloom.diffusion.pipeline.ImageOptions;
import dev.storyloom.diffusion.pipeline.ImageRequest;
import dev.storyloom.diffusion.pipeline.ImageResult;
import dev.storyloom.diffusion.pipeline.LoraUse;
import dev.storyloom.diffusion.pipeline.StableDiffusionXl;
import dev.storyloom.diffusion.pipeline.StepListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code storyloom render}: pictures from a prompt, or from a picture and a prompt. */
@Command(name = "render", mixinStandardHelpOptions = true, sortOptions = false)
final class RenderCommand implements Callable<Integer> {

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

    @Option(names = "--out", required = true, paramLabel = "FILE")
    Path out;

    @Mixin
    PaintingKnobs knobs;

    @Mixin
    ModelOptions model;

    @Mixin
    Talk talk;

    /** The answer of {@code --json}. */
    record Rendered(String image, String prompt, String negative, String model, long seed, int steps, int width,
            int height) {
    }

    /** The answer of {@code --json} for several pictures. */
    record Several(List<Rendered> images) {
    }

    @Override
    public Integer call() throws IOException {
        knobs.check(steps);
        List<Path> files = files();
        for (Path file : files) {
            Outputs.check(file);
        }
        SourcePicture source = knobs.image == null ? null : SourcePicture.read(knobs.image);
        try (var painter = model.load(width, height);
                var refiner = refiner(painter);
                var progress = talk.progress()) {
            model.planned().ifPresent(talk::remark);
            ImageRequest request = request(painter, source);
            List<Rendered> rendered = new ArrayList<>();
            for (Path file : files) {
                progress.begin(Words.say("progress.painting"), steps);
                ImageResult result = paint(painter, refiner, request.withSeed(seed + rendered.size()),
                        (step, of) -> progress.step(step, ""));
                WholeFile.png(result.image(), file);
                rendered.add(new Rendered(file.toString(), prompt, negative, model.name(), result.seed(), steps,
                        result.image().getWidth(), result.image().getHeight()));
            }
            progress.close();
            answer(rendered);
        }
        return 0;
    }

    private void answer(List<Rendered> rendered) throws IOException {
        Rendered first = rendered.get(0);
        if (rendered.size() == 1) {
            talk.answer(first, Words.say("render.done", out, first.width(), first.height()));
        } else {
            talk.answer(new Several(rendered), Words.say("render.done_several", rendered.size(), first.image(),
                    rendered.get(rendered.size() - 1).image(), first.width(), first.height()));
        }
    }

    private ImageResult paint(StableDiffusionXl painter, StableDiffusionXl refiner, ImageRequest request,
            StepListener listener) {
        return refiner == null
                ? painter.paint(request, listener, Cancellation.never())
                : new Ensemble(painter, refiner, knobs.handover()).paint(List.of(request), listener, Cancellation.never()).get(0);
    }

    private StableDiffusionXl refiner(StableDiffusionXl painter) {
        return knobs.refiner == null ? null : StableDiffusionXl.refiner(knobs.refiner, model.options(), painter);
    }

    private ImageRequest request(StableDiffusionXl painter, SourcePicture source) {
        int divisor = painter.vae().config().reduction();
        var size = source != null ? source.size(width, height, painter.defaultSize(), divisor)
                : new PixelSize(width == 0 ? painter.defaultSize() : width, height == 0 ? painter.defaultSize() : height);
        if (size.width() % divisor != 0 || size.height() % divisor != 0 || size.width() <= 0 || size.height() <= 0) {
            throw new CommandFailed("render.size", size.width(), size.height(), divisor);
        }
        ImageOptions options = knobs.options(size.width(), size.height());
        return new ImageRequest(prompt, style, negative, size.width(), size.height(), steps, guidance, seed, loras,
                source == null ? options : options.withSource(source.source(size, knobs.strength())));
    }

    /** One file, or several with numbers before the last dot of its name. */
    private List<Path> files() {
        if (knobs.count == 1) {
            return List.of(out);
        }
        String name = out.getFileName().toString();
        int dot = name.lastIndexOf('.') > 0 ? name.lastIndexOf('.') : name.length();
        int digits = String.valueOf(knobs.count).length();
        return IntStream.rangeClosed(1, knobs.count).mapToObj(i -> out.resolveSibling(
                name.substring(0, dot) + "-" + String.format("%0" + digits + "d", i) + name.substring(dot))).toList();
    }
}
