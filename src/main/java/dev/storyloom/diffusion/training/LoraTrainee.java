package dev.storyloom.diffusion.training;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.storyloom.diffusion.ModelException;
import dev.storyloom.diffusion.lora.LoraLayer;
import dev.storyloom.diffusion.nn.Linear;
import dev.storyloom.diffusion.tensor.Autograd;
import dev.storyloom.diffusion.tensor.GradMode;
import dev.storyloom.diffusion.tensor.Scope;
import dev.storyloom.diffusion.tensor.Torch;
import dev.storyloom.diffusion.unet.UNet;
import dev.storyloom.diffusion.weights.TensorSource;

/**
 * A LoRA in training on the four projections of every attention of a U-Net, with AdamW's two moments: all that an
 * update changes. FLOAT32 throughout; scale 1 (alpha is the rank).
 */
public final class LoraTrainee implements AutoCloseable {

    private static final Pattern TARGET = Pattern.compile(".*\\.attn\\d\\.to_(q|k|v|out\\.0)");
    private static final double MAX_NORM = 1;

    private record Branch(String module, Linear linear, NDArray down, NDArray up) {
    }

    private final NDManager owner = Torch.newOwner("lora training");
    private final int rank;
    private final List<Branch> branches = new ArrayList<>();
    /** By peft's names, in byte order. */
    private final Map<String, NDArray> parameters = new TreeMap<>();
    private final Map<String, NDArray> first = new TreeMap<>();
    private final Map<String, NDArray> second = new TreeMap<>();
    private int updates;

    /** Starts as if no LoRA were there: A normal with deviation 1/rank, B zero. */
    public LoraTrainee(UNet unet, int rank, long seed) {
        this.rank = rank;
        var draws = new SeededDraws(seed, "lora", 0);
        new TreeMap<>(unet.linears()).forEach((module, linear) -> {
            if (TARGET.matcher(module).matches()) {
                float[] down = draws.normal(Math.toIntExact(rank * linear.in()));
                for (int i = 0; i < down.length; i++) {
                    down[i] /= rank;
                }
                NDArray a = parameter(module + ".lora_A.weight", down, new Shape(rank, linear.in()));
                var zeros = new float[Math.toIntExact(rank * linear.out())];
                NDArray b = parameter(module + ".lora_B.weight", zeros, new Shape(linear.out(), rank));
                branches.add(new Branch(module, linear, a, b));
            }
        });
        if (branches.isEmpty()) {
            throw new ModelException("The model has no attention that a LoRA could be trained on.");
        }
    }

    private NDArray parameter(String name, float[] values, Shape shape) {
        String key = "unet." + name;
        NDArray array = Scope.release(owner.create(values, shape));
        first.put(key, Scope.release(owner.zeros(shape)));
        second.put(key, Scope.release(owner.zeros(shape)));
        parameters.put(key, array);
        Autograd.requireGrad(array);
        return array;
    }

    /** Lays the LoRA beside the U-Net's layers; closing takes it off again. */
    public Attached attach() {
        branches.forEach(branch ->
                branch.linear().setBranches(List.of(new Linear.LowRank(branch.down(), branch.up(), 1))));
        return () -> branches.forEach(branch -> branch.linear().setBranches(List.of()));
    }

    /** The time in which the U-Net carries the LoRA. */
    @FunctionalInterface
    public interface Attached extends AutoCloseable {
        @Override
        void close();
    }

    /** A and B of every layer by peft's names, in byte order. */
    public Map<String, float[]> values() {
        return floats(parameters);
    }

    /** What the last backward pass left, before {@link #update} uses it up. */
    public Map<String, float[]> gradients() {
        try (var scope = Scope.open(); var off = GradMode.off()) {
            var gradients = new LinkedHashMap<String, NDArray>();
            parameters.forEach((name, parameter) -> gradients.put(name, Autograd.grad(parameter)));
            return floats(gradients);
        }
    }

    /** One AdamW update with the gradient's global norm cut to 1; returns the norm as it was. */
    public double update(double learningRate, double weightDecay) {
        try (var scope = Scope.open(); var off = GradMode.off()) {
            List<NDArray> grads = parameters.values().stream().map(Autograd::grad).toList();
            double norm = Autograd.norm(grads);
            if (!Double.isFinite(norm)) {
                throw new ModelException("training_diverged", "The training ran astray: its gradient is not a number.");
            }
            updates++;
            Autograd.adamw(List.copyOf(parameters.values()), grads, List.copyOf(first.values()),
                    List.copyOf(second.values()), Autograd.AdamStep.of(learningRate, weightDecay, updates),
                    Math.min(1, MAX_NORM / (norm + 1e-6)));
            parameters.values().forEach(Autograd::zeroGrad);
            return norm;
        }
    }

    /** Updates made so far. */
    public int updates() {
        return updates;
    }

    /** The LoRA as it is now, to be written to a file. */
    public List<LoraLayer> layers() {
        return branches.stream().map(branch -> new LoraLayer("unet", branch.module(), rank,
                (int) branch.linear().in(), (int) branch.linear().out(), branch.down().toFloatArray(),
                branch.up().toFloatArray(), rank)).toList();
    }

    /** Sets A and B, for example to a reference's start values. */
    public void setValues(TensorSource source) {
        load(parameters, "", source);
    }

    void save(Map<String, SealedFile.Tensor> state) {
        groups().forEach((prefix, arrays) -> arrays.forEach((name, array) ->
                state.put(prefix + name, new SealedFile.Tensor(array.getShape().getShape(), array.toFloatArray()))));
    }

    /** Goes back to what {@link #save} wrote after {@code updates} updates. */
    void restore(TensorSource source, int updates) {
        groups().forEach((prefix, arrays) -> load(arrays, prefix, source));
        this.updates = updates;
    }

    private Map<String, Map<String, NDArray>> groups() {
        var groups = new LinkedHashMap<String, Map<String, NDArray>>();
        groups.put("", parameters);
        groups.put("adam_m.", first);
        groups.put("adam_v.", second);
        return groups;
    }

    private static void load(Map<String, NDArray> arrays, String prefix, TensorSource source) {
        try (var off = GradMode.off()) {
            arrays.forEach((name, array) -> array.set(FloatBuffer.wrap(source.floats(prefix + name))));
        }
    }

    private static Map<String, float[]> floats(Map<String, NDArray> arrays) {
        var floats = new LinkedHashMap<String, float[]>();
        arrays.forEach((name, array) -> floats.put(name, array.toFloatArray()));
        return floats;
    }

    @Override
    public void close() {
        owner.close();
    }
}
