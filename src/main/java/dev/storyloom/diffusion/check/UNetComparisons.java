package dev.storyloom.diffusion.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import ai.djl.ndarray.NDArray;
import dev.storyloom.diffusion.nn.TimestepEmbedding;
import dev.storyloom.diffusion.tensor.Scope;
import dev.storyloom.diffusion.unet.UNet;
import dev.storyloom.diffusion.weights.SafetensorsFile;

/** The U-Net alone. */
final class UNetComparisons {

    private static final double TOLERANCE = 2e-5;

    private static final Pattern SINUSOIDS = Pattern.compile("dim(\\d+)_flip_shift0");

    private static final String SINUSOID_FILE = "unet/timestep_embedding.safetensors";

    private UNetComparisons() {
    }

    static List<Comparison> all(Path folder) {
        var all = new ArrayList<Comparison>();
        all.add(new Comparison(SINUSOID_FILE, 1e-4, UNetComparisons::sinusoids));
        for (String file : Reference.files(folder, "unet", "unet_.*\\.safetensors")) {
            all.add(new Comparison(file, TOLERANCE, reference -> output(reference, reference.tensors(file))));
        }
        return all;
    }

    /** For timesteps up to 1000; where there are later ones, angles are as much coarser in FLOAT32. */
    private static double sinusoids(Reference reference) {
        SafetensorsFile file = reference.tensors(SINUSOID_FILE);
        double latest = Arrays.stream(doubles(file.floats("timesteps"))).max().orElse(0);
        double error = 0;
        try (var scope = Scope.open()) {
            for (String name : file.tensors().keySet()) {
                Matcher kind = SINUSOIDS.matcher(name);
                if (kind.matches()) {
                    var computed = TimestepEmbedding.sinusoids(
                            reference.owner(), doubles(file.floats("timesteps")), Integer.parseInt(kind.group(1)));
                    error = Math.max(error, reference.error(computed, file, name));
                }
            }
        }
        return error / Math.max(1, latest / 1000);
    }

    private static double output(Reference reference, SafetensorsFile numbers) {
        try (var scope = Scope.open()) {
            var conditioning = new UNet.Conditioning(reference.array(numbers, "in.encoder_hidden_states"),
                    reference.array(numbers, "in.text_embeds"), rows(numbers.floats("in.time_ids")));
            NDArray computed = reference.unet().forward(reference.array(numbers, "in.sample"),
                    doubles(numbers.floats("in.timestep")), conditioning);
            return reference.error(computed, numbers, "out");
        }
    }

    static double[] doubles(float[] values) {
        var doubles = new double[values.length];
        for (int i = 0; i < doubles.length; i++) {
            doubles[i] = values[i];
        }
        return doubles;
    }

    /** Time ids, six a row. */
    static double[][] rows(float[] values) {
        var rows = new double[values.length / 6][6];
        for (int i = 0; i < values.length; i++) {
            rows[i / 6][i % 6] = values[i];
        }
        return rows;
    }
}
