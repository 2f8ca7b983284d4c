package dev.storyloom.pretrain;

import dev.storyloom.diffusion.pipeline.Cancellation;
import dev.storyloom.diffusion.pipeline.ImageRequest;
import dev.storyloom.diffusion.pipeline.StableDiffusionXl;
import dev.storyloom.diffusion.pipeline.StepListener;
import dev.storyloom.pretrain.painter.Place;
import dev.storyloom.pretrain.painter.Prop;
import dev.storyloom.pretrain.painter.Subject;
import dev.storyloom.pretrain.painter.TimeOfDay;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.SplittableRandom;

/** A grid of pictures by a model folder, from prompts drawn by their number: what the model can do, not the best of it. */
final class SampleSheet {
    private static final int COLUMNS = 8;

    private SampleSheet() {}

    static void paint(Path model, int count, Path file) {
        var images = new ArrayList<BufferedImage>();
        try (var sdxl = StableDiffusionXl.load(model)) {
            for (int seed = 0; seed < count; seed++) {
                String prompt = prompt(seed);
                var request = ImageRequest.of(prompt).withSteps(20).withSeed(seed);
                images.add(sdxl.paint(request, StepListener.NONE, Cancellation.never()).image());
                System.out.println(seed + ": " + prompt);
            }
        }
        Pixels.writeGrid(images, COLUMNS, file);
    }

    private static String prompt(int number) {
        var random = new SplittableRandom(number);
        Subject subject = pick(Subject.values(), random);
        Place place = pick(Place.values(), random);
        TimeOfDay time = pick(TimeOfDay.values(), random);
        String prop = random.nextBoolean() ? "" : " with a " + pick(Prop.values(), random).english().get(0);
        String noun = subject.english().get(0);
        return (noun.matches("[aeio].*") ? "an " : "a ") + noun + " " + place.preposition() + " "
                + place.english().get(0) + " " + time.english().get(0) + prop + ", storybook illustration";
    }

    private static <T> T pick(T[] values, SplittableRandom random) {
        return values[random.nextInt(values.length)];
    }
}
