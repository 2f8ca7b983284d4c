package dev.storyloom.diffusion.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.storyloom.diffusion.lora.LoraFile;
import dev.storyloom.diffusion.lora.LoraLayer;
import dev.storyloom.diffusion.lora.LoraTargets;
import dev.storyloom.diffusion.nn.Linear;
import dev.storyloom.diffusion.nn.TimestepEmbedding;
import dev.storyloom.diffusion.tensor.Scope;
import dev.storyloom.diffusion.unet.UNet;
import dev.storyloom.diffusion.weights.SafetensorsFile;

/** The U-Net alone, and with LoRAs on it. */
final class UNetComparisons {

    private static final double TOLERANCE = 2e-5;
    private static final String LORA = "lora/lora_outputs.safetensors";
    private static final String A = "lora/lora_a_r4_alpha4/pytorch_lora_weights.safetensors";
    private static final String B = "lora/lora_b_r2_alpha1/pytorch_lora_weights.safetensors";

    private UNetComparisons() {
    }

    static List<Comparison> all() {
        var all = new ArrayList<Comparison>();
        all.add(new Comparison("unet/timestep_embedding.safetensors", 1e-4, UNetComparisons::sinusoids));
        for (String name : List.of("A", "B", "C", "D")) {
            String file = "unet/unet_" + name + ".safetensors";
            all.add(new Comparison(file, TOLERANCE, reference -> {
                SafetensorsFile numbers = reference.tensors(file);
                return output(reference, numbers, numbers, "out", Map.of());
            }));
        }
        all.add(lora("base", Map.of()));
        all.add(lora("a_scale1", Map.of(A, 1.0)));
        all.add(lora("a_scale0.8", Map.of(A, 0.8)));
        all.add(lora("b_scale1", Map.of(B, 1.0)));
        all.add(lora("a0.7_b0.5", Map.of(A, 0.7, B, 0.5)));
        return all;
    }

    private static Comparison lora(String name, Map<String, Double> loras) {
        return new Comparison(LORA + "#" + name, TOLERANCE, reference -> output(reference,
                reference.tensors("unet/unet_A.safetensors"), reference.tensors(LORA), name, loras));
    }

    private static double sinusoids(Reference reference) {
        SafetensorsFile file = reference.tensors("unet/timestep_embedding.safetensors");
        double error = 0;
        try (var scope = Scope.open()) {
            for (int width : new int[] {8, 16, 256, 320}) {
                var computed = TimestepEmbedding.sinusoids(reference.owner(), doubles(file.floats("timesteps")), width);
                error = Math.max(error, reference.error(computed, file, "dim" + width + "_flip_shift0"));
            }
        }
        return error;
    }

    private static double output(Reference reference, SafetensorsFile in, SafetensorsFile out, String name,
            Map<String, Double> loras) {
        UNet unet = reference.unet();
        try (var scope = Scope.open()) {
            loras.forEach((file, scale) -> attach(reference, unet, file, scale));
            var conditioning = new UNet.Conditioning(reference.array(in, "in.encoder_hidden_states"),
                    reference.array(in, "in.text_embeds"), rows(in.floats("in.time_ids")));
            NDArray computed = unet.forward(reference.array(in, "in.sample"), doubles(in.floats("in.timestep")),
                    conditioning);
            return reference.error(computed, out, name);
        } finally {
            unet.linears().values().forEach(linear -> linear.setBranches(List.of()));
        }
    }

    private static void attach(Reference reference, UNet unet, String file, double scale) {
        var targets = new LoraTargets();
        unet.linears().forEach((module, linear) ->
                targets.add("unet", module, linear.in(), linear.out(), unet.config().layersPerBlock()));
        for (LoraLayer layer : LoraFile.read(reference.path(file), targets)) {
            Linear linear = unet.linears().get(layer.module());
            var branches = new ArrayList<>(linear.branches());
            branches.add(new Linear.LowRank(
                    reference.owner().create(layer.down(), new Shape(layer.rank(), layer.in())),
                    reference.owner().create(layer.up(), new Shape(layer.out(), layer.rank())),
                    scale * layer.scale()));
            linear.setBranches(branches);
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
