package dev.storyloom.diffusion.training;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
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
    private final double before;

    /**
     * The same noisy latents under every prompt where the words decide something, else under the training's alone.
     *
     * @param wanted one row: what a model that knows the photo would answer
     */
    private record Question(
            Shape shape, float[] latents, float[] noise, int[] timesteps, double[][] timeIds, float[] wanted) {
        DenoisingStep.Batch under(TextEncoders.Embeddings text) {
            var rows = new NDIndex("0:" + timesteps.length);
            var conditioning = new UNet.Conditioning(text.context().get(rows), text.pooled().get(rows), timeIds);
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
        before = loss(unmoved);
    }

    private Question question(EncodedPhotos photos, int photo, double time, long seed) {
        int rows = time >= WORDS_DECIDE ? prompts.size() : 1;
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
        var one = new Shape(1, shape[1], shape[2], shape[3]);
        float[] wanted =
                denoising.target(new DenoisingStep.Batch(one, latents, noise, new int[] {timestep}, null));
        return new Question(
                new Shape(shape), repeated(latents, rows), repeated(noise, rows), timesteps, timeIds, wanted);
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
            List<float[]> answers = questions.stream().map(question -> answer(question, now)).toList();
            return new Examination(step, (float) loss(answers), (float) before, (float) following(answers));
        }
    }

    /** How far from the photos the answers under the training's prompt are. */
    private double loss(List<float[]> answers) {
        double loss = 0;
        for (int i = 0; i < questions.size(); i++) {
            float[] answer = answers.get(i);
            float[] wanted = questions.get(i).wanted();
            for (int k = 0; k < wanted.length; k++) {
                loss += (answer[k] - wanted[k]) * (double) (answer[k] - wanted[k]) / wanted.length / questions.size();
            }
        }
        return loss;
    }

    /** The words' pushes now, along those that they gave at first. */
    private double following(List<float[]> answers) {
        double along = 0;
        double length = 0;
        for (int i = 0; i < questions.size(); i++) {
            float[] answer = answers.get(i);
            float[] first = unmoved.get(i);
            int row = questions.get(i).wanted().length;
            for (int k = 2 * row; k < answer.length; k++) {
                int still = row + k % row;
                double push = first[k] - first[still];
                along += push * (answer[k] - answer[still]);
                length += push * push;
            }
        }
        return along / length;
    }

    private float[] answer(Question question, TextEncoders.Embeddings text) {
        try (var scope = Scope.open()) {
            return denoising.prediction(owner, question.under(text));
        }
    }

    private TextEncoders.Embeddings encoded() {
        return model.text().encode(owner, prompts, prompts);
    }
}
