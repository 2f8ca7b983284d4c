package dev.storyloom.diffusion.check;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.storyloom.diffusion.pipeline.Cancellation;
import dev.storyloom.diffusion.pipeline.StableDiffusionXl;
import dev.storyloom.diffusion.pipeline.StepListener;
import dev.storyloom.diffusion.weights.SafetensorsFile;

/** From words and noise to latents and pictures: every case of {@code pipeline/}. */
final class PipelineComparisons {

    /**
     * Rounding that a small random model enlarges over the steps; measured up to 1e-4 on latents of spread 10. Latents of
     * more than 100 are as much coarser.
     */
    private static final double TOLERANCE = 1e-3;

    private PipelineComparisons() {
    }

    static List<Comparison> all(Path folder) {
        var all = new ArrayList<Comparison>();
        if (Files.exists(folder.resolve(PipelineCase.NUMBERS))) {
            Map<String, Run> runs = new HashMap<>();
            for (String name : names(SafetensorsFile.open(folder.resolve(PipelineCase.NUMBERS)))) {
                String item = PipelineCase.NUMBERS + "#" + name;
                all.add(new Comparison(item, TOLERANCE, reference -> run(runs, reference, name).latents()));
                all.add(new Comparison(item + ".image_u8", 1, reference -> run(runs, reference, name).pictures()));
            }
        }
        return all;
    }

    /** Cases, in the file's order. */
    static List<String> names(SafetensorsFile file) {
        return file.tensors().keySet().stream().filter(name -> name.endsWith(".final_latents"))
                .map(name -> name.substring(0, name.length() - ".final_latents".length())).sorted().toList();
    }

    /** Both comparisons of a case look at one painting. */
    private static Run run(Map<String, Run> runs, Reference reference, String name) {
        return runs.computeIfAbsent(name, key -> Run.of(new PipelineCase(reference, name)));
    }

    /**
     * How far a painting is from the reference.
     *
     * @param latents  of all steps, and their timesteps
     * @param pictures in levels of 255
     */
    private record Run(double latents, double pictures) {

        static Run of(PipelineCase one) {
            SafetensorsFile numbers = one.numbers();
            StableDiffusionXl model = one.isRefiner() ? one.reference().refiner() : one.reference().painter();
            var follower = new Follower(one);
            var painted = model.paint(one.requests(),
                    (row, which, shape) -> one.draw(row, which, (int) shape.size()), follower, Cancellation.never());
            double end = follower.error(painted.latents(), numbers.floats(one.name() + ".final_latents"), 0);
            float[] wanted = numbers.floats(one.name() + ".image_u8");
            double levels = 0;
            for (int row = 0; row < one.knownRows(); row++) {
                float[] computed = levels(painted.images().get(row));
                levels = Math.max(levels, Reference.error(computed,
                        Arrays.copyOfRange(wanted, row * computed.length, (row + 1) * computed.length)));
            }
            if (one.isGuessed() && Math.max(end, follower.worst) > TOLERANCE) {
                throw new Comparison.NotTold("the folder does not say with which sizes this was made");
            }
            boolean whole = follower.steps == numbers.floats(one.name() + ".timesteps_used").length;
            return new Run(whole ? Math.max(end, follower.worst) : Double.POSITIVE_INFINITY, levels);
        }
    }

    /** Compares each step as it is done. */
    private static final class Follower implements StepListener {

        private final PipelineCase one;
        private final float[] trajectory;
        private final float[] timesteps;
        private double worst;
        private int steps;

        Follower(PipelineCase one) {
            this.one = one;
            this.trajectory = one.numbers().floats(one.name() + ".trajectory");
            this.timesteps = one.numbers().floats(one.name() + ".timesteps_used");
        }

        @Override
        public void latents(int step, double timestep, float[] latents) {
            if (step <= timesteps.length) {
                worst = Math.max(worst, Math.abs(timestep - timesteps[step - 1]));
                worst = Math.max(worst, error(latents, trajectory, (step - 1) * latents.length));
            }
        }

        @Override
        public void step(int step, int of) {
            steps = of;
        }

        /** Of the rows whose words are known, from {@code from} on. */
        double error(float[] computed, float[] wanted, int from) {
            int known = computed.length / one.requests().size() * one.knownRows();
            float[] rows = Arrays.copyOfRange(wanted, from, from + known);
            double coarser = Math.max(1, Reference.error(rows, new float[known]) / 100);
            return Reference.error(Arrays.copyOf(computed, known), rows) / coarser;
        }
    }

    /** Rows of red, green, blue. */
    private static float[] levels(BufferedImage image) {
        int[] rgb = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        var levels = new float[3 * rgb.length];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = rgb[i / 3] >> 16 - 8 * (i % 3) & 255;
        }
        return levels;
    }
}
