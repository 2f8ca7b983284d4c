package dev.storyloom.pretrain;

import dev.storyloom.diffusion.pipeline.Cancellation;
import dev.storyloom.diffusion.pipeline.ImageRequest;
import dev.storyloom.diffusion.pipeline.StableDiffusionXl;
import dev.storyloom.diffusion.pipeline.StepListener;
import dev.storyloom.pretrain.painter.ScenePainter;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.SplittableRandom;

/** A grid of pictures by a model folder, from prompts drawn by their number: what it can do, not the best of it. */
final class SampleSheet {
    private static final int COLUMNS = 8;

    private SampleSheet() {}

    static void paint(Path model, int count, Path file) {
        var images = new ArrayList<BufferedImage>();
        try (var sdxl = StableDiffusionXl.load(model)) {
            for (int seed = 0; seed < count; seed++) {
                // A combination that training has not seen.
                var random = new SplittableRandom(seed);
                String prompt = ScenePainter.caption(ScenePainter.heldOutFacts(random), random).whole();
                var request = ImageRequest.of(prompt).withSteps(20).withSeed(seed);
                images.add(sdxl.paint(request, StepListener.NONE, Cancellation.never()).image());
                System.out.println(seed + ": " + prompt);
            }
        }
        Pixels.writeGrid(images, COLUMNS, file);
    }
}
