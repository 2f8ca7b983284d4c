package dev.storyloom.diffusion.training;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.storyloom.diffusion.pipeline.StableDiffusionXl;
import dev.storyloom.diffusion.pipeline.TextEncoders;
import dev.storyloom.diffusion.tensor.GradMode;
import dev.storyloom.diffusion.tensor.Scope;
import dev.storyloom.diffusion.unet.UNet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Looks how far a LoRA in training has come, on noisy latents of the photos: how near the model's prediction is under the
 * prompt of the training, and how the words of a story push its prediction for a page. A LoRA that has learnt too much
 * falls back on what it knows by heart; the pushes are compared with those of the model alone.
 */
final class Examiner {
    /** What a story asks of a page: nothing, then places and times, in words that any model knows. */
    private static final List<String> PAGES =
            List.of("", " in the forest by day", " on the beach at sunset", " in the snow", " in the city at night");

    private static final String STYLE = ", storybook illustration";

    private static final int PHOTOS = 3;
    private static final double[] TIMES = {0.1, 0.3, 0.5, 0.7, 0.9};
    /** Where the noise leaves the words something to decide. */
    private static final double WORDS_DECIDE = 0.5;

    private final StableDiffusionXl model;
    private final DenoisingStep denoising;
    private final NDManager owner;
    private final List<String> prompts;
    private final boolean textLearns;
    private final List<Question> questions = new ArrayList<>();
    private final TextEncoders.Embeddings text;
    private final List<float[]> unmoved;

    /** The same noisy latents under every prompt. */
    private record Question(
            boolean open, Shape shape, float[] latents, float[] noise, int[] timesteps, double[][] timeIds) {
        DenoisingStep.Batch under(TextEncoders.Embeddings text) {
            var conditioning = new UNet.Conditioning(text.context(), text.pooled(), timeIds);
            return new DenoisingStep.Batch(shape, latents, noise, timesteps, conditioning);
        }
    }

    /** While no LoRA lies beside the model's layers; {@code owner}'s arrays live as long as the training. */
    Examiner(
            StableDiffusionXl model,
            DenoisingStep denoising,
            TrainingOptions options,
            EncodedPhotos photos,
            NDManager owner) {
        this.model = model;
        this.denoising = denoising;
        this.owner = owner;
        this.textLearns = options.method().textEncoders();
        String plain = options.instancePrompt();
        this.prompts = Stream.concat(Stream.of(plain), PAGES.stream().map(page -> plain + page + STYLE))
                .toList();
        int different = photos.count() / options.repeats();
        for (int i = 0; i < Math.min(PHOTOS, different); i++) {
            int photo = i * different / Math.min(PHOTOS, different) * options.repeats();
            for (double time : TIMES) {
                questions.add(question(photos, photo, time, options.seed()));
            }
        }
        try (var off = GradMode.off()) {
            text = encoded();
            Stream.of(text.context(), text.pooled()).forEach(Scope::release);
        }
        unmoved = questions.stream().map(question -> answer(question, text)).toList();
    }

    private Question question(EncodedPhotos photos, int photo, double time, long seed) {
        int rows = prompts.size();
        var draws = new SeededDraws(seed, "examined " + photo, (int) (100 * time));
        float[] latents =
                photos.latents(photo, draws.normal(photos.latentSize()), model.vae().config().scaling());
        float[] noise = draws.normal(photos.latentSize());
        int timestep = (int) (time * model.scheduler().noiseSchedule().length());
        long[] shape = photos.latentShape().clone();
        shape[0] = rows;
        var timesteps = new int[rows];
        var timeIds = new double[rows][];
        Arrays.fill(timesteps, timestep);
        Arrays.fill(timeIds, photos.timeIds(photo));
        return new Question(time >= WORDS_DECIDE, new Shape(shape), repeated(latents, rows), repeated(noise, rows), timesteps, timeIds);
    }

    private static float[] repeated(float[] row, int rows) {
        var all = new float[row.length * rows];
        for (int i = 0; i < rows; i++) {
            System.arraycopy(row, 0, all, i * row.length, row.length);
        }
        return all;
    }

    /** While the LoRA, after {@code step} updates, lies beside the model's layers. */
    Examination examine(int step) {
        try (var scope = Scope.open();
                var off = GradMode.off()) {
            TextEncoders.Embeddings now = textLearns ? encoded() : text;
            double loss = 0;
            double along = 0;
            double length = 0;
            for (int i = 0; i < questions.size(); i++) {
                Question question = questions.get(i);
                float[] answer = answer(question, now);
                float[] before = unmoved.get(i);
                float[] wanted = denoising.target(question.under(now));
                int row = answer.length / prompts.size();
                for (int k = 0; k < row; k++) {
                    loss += (answer[k] - wanted[k]) * (double) (answer[k] - wanted[k]) / row / questions.size();
                }
                for (int k = 2 * row; question.open() && k < answer.length; k++) {
                    int still = row + k % row;
                    double push = before[k] - before[still];
                    along += push * (answer[k] - answer[still]);
                    length += push * push;
                }
            }
            return new Examination(step, (float) loss, (float) (along / length));
        }
    }

    private float[] answer(Question question, TextEncoders.Embeddings text) {
        return denoising.prediction(owner, question.under(text));
    }

    private TextEncoders.Embeddings encoded() {
        return model.text().encode(owner, prompts, prompts);
    }
}
