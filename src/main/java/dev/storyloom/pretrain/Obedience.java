package dev.storyloom.pretrain;

import dev.storyloom.diffusion.pipeline.Cancellation;
import dev.storyloom.diffusion.pipeline.ImageRequest;
import dev.storyloom.diffusion.pipeline.LoraUse;
import dev.storyloom.diffusion.pipeline.StableDiffusionXl;
import dev.storyloom.diffusion.pipeline.StepListener;
import dev.storyloom.pretrain.painter.Place;
import dev.storyloom.pretrain.painter.TimeOfDay;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Whether a model with a character's LoRA still paints where and when it is told: a page for every place, at another time
 * of day each, read by the {@link Probe}.
 */
public final class Obedience implements AutoCloseable {
    private static final int STEPS = 20;
    private static final int SHOWN = 8;
    /** Nothing in a picture of it tells what time it is. */
    private static final Place TIMELESS = Place.SPACE;

    /** How many of the pages show the place and the time that were asked for; the pages themselves, in order. */
    public record Pages(int asked, int places, int times, List<BufferedImage> pictures) {
        /** Writes the first pages of the model alone above those with a LoRA. */
        public static void write(Pages alone, Pages with, Path file) throws IOException {
            var rows = new ArrayList<>(alone.pictures().subList(0, SHOWN));
            rows.addAll(with.pictures().subList(0, SHOWN));
            Pixels.writeGrid(rows, SHOWN, file);
        }
    }

    private final Judge judge;

    /** {@code probe}: its weights. */
    public Obedience(Path probe) {
        this.judge = Judge.load(probe);
    }

    /** {@code subject}: the words that call the character, {@code sks fox}; the same seeds for every model. */
    public Pages of(StableDiffusionXl model, String subject, List<LoraUse> loras) {
        int places = 0;
        int times = 0;
        var pictures = new ArrayList<BufferedImage>();
        for (Place place : Place.values()) {
            if (place == TIMELESS) {
                continue;
            }
            int page = pictures.size();
            TimeOfDay time = TimeOfDay.values()[page % TimeOfDay.values().length];
            String prompt = "a %s %s %s %s, storybook illustration".formatted(subject, place.preposition(),
                    place.english().get(0), time.english().get(0));
            var request = ImageRequest.of(prompt).withSteps(STEPS).withSeed(page).withLoras(loras);
            pictures.add(model.paint(request, StepListener.NONE, Cancellation.never()).image());
            Map<Head, float[]> scores = judge.scores(pictures.get(page));
            places += highest(scores.get(Head.PLACE)) == place.ordinal() ? 1 : 0;
            times += highest(scores.get(Head.TIME)) == time.ordinal() ? 1 : 0;
        }
        return new Pages(pictures.size(), places, times, pictures);
    }

    private static int highest(float[] scores) {
        int best = 0;
        for (int i = 1; i < scores.length; i++) {
            best = scores[i] > scores[best] ? i : best;
        }
        return best;
    }

    @Override
    public void close() {
        judge.close();
    }
}
