package dev.storyloom.pretrain;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.storyloom.diffusion.tensor.Autograd;
import dev.storyloom.diffusion.tensor.GradMode;
import dev.storyloom.diffusion.tensor.Scope;
import dev.storyloom.diffusion.tensor.Torch;
import dev.storyloom.diffusion.weights.SafetensorsFile;
import dev.storyloom.diffusion.weights.SafetensorsWriter;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Parameters in training with all that an interruption must not lose: AdamW's moments, their average, the count. */
final class Trainee implements AutoCloseable {
    private static final double WEIGHT_DECAY = 1e-3;
    private static final double MAX_NORM = 1.0;

    private final NDManager owner = Torch.newOwner("trainee");
    private final Map<String, NDArray> parameters = new LinkedHashMap<>();
    private final Map<String, NDArray> m = new LinkedHashMap<>();
    private final Map<String, NDArray> v = new LinkedHashMap<>();
    private final Map<String, NDArray> averages = new LinkedHashMap<>();
    private final double averaging;
    private int updates;

    /** {@code averaging}: the weight that the average keeps at each update, e.g. 0.999. */
    Trainee(double averaging) {
        this.averaging = averaging;
    }

    /** Fresh parameters under {@code prefix}; they become trainable. */
    FreshWeights fresh(long seed) {
        return new FreshWeights(owner, seed);
    }

    void add(String prefix, FreshWeights weights) {
        weights.parameters().forEach((name, parameter) -> {
            Autograd.requireGrad(parameter);
            String key = prefix + name;
            parameters.put(key, parameter);
            try (var off = GradMode.off()) {
                m.put(key, owner.zeros(parameter.getShape()));
                v.put(key, owner.zeros(parameter.getShape()));
                averages.put(key, parameter.duplicate());
            }
        });
    }

    int updates() {
        return updates;
    }

    NDManager owner() {
        return owner;
    }

    /** Updates every parameter that the last backward pass reached, clears the gradients, returns their norm. */
    double update(double learningRate) {
        try (var scope = Scope.open();
                var off = GradMode.off()) {
            var reached = new ArrayList<NDArray>();
            var grads = new ArrayList<NDArray>();
            var ms = new ArrayList<NDArray>();
            var vs = new ArrayList<NDArray>();
            parameters.forEach((name, parameter) -> {
                NDArray grad = Autograd.grad(parameter);
                if (grad != null) {
                    reached.add(parameter);
                    grads.add(grad);
                    ms.add(m.get(name));
                    vs.add(v.get(name));
                }
            });
            double norm = Autograd.norm(grads);
            if (!Double.isFinite(norm)) {
                throw new IllegalStateException("the gradient is not a number at update " + updates);
            }
            updates++;
            Autograd.adamw(
                    reached, grads, ms, vs, Autograd.AdamStep.of(learningRate, WEIGHT_DECAY, updates),
                    Math.min(1, MAX_NORM / (norm + 1e-6)));
            reached.forEach(Autograd::zeroGrad);
            double rate = 1 - Math.min(averaging, (updates + 1.0) / (updates + 10.0));
            Autograd.average(List.copyOf(averages.values()), List.copyOf(parameters.values()), rate);
            return norm;
        }
    }

    /** Writes everything, crash-safe. */
    void save(Path file) {
        var writer = new SafetensorsWriter().metadata("updates", Integer.toString(updates));
        groups().forEach((group, arrays) -> arrays.forEach((name, array) ->
                writer.f32(group + name, array.getShape().getShape(), array.toFloatArray())));
        writer.write(file);
    }

    /** Begins with a model's weights under {@code prefix}, as if they had been drawn so. */
    void begin(String prefix, SafetensorsFile model) {
        try (var off = GradMode.off()) {
            for (var group : List.of(parameters, averages)) {
                group.forEach((name, array) -> {
                    if (name.startsWith(prefix)) {
                        array.set(FloatBuffer.wrap(model.floats(name.substring(prefix.length()))));
                    }
                });
            }
        }
    }

    /** Goes on from {@code file} where it exists. */
    void resume(Path file) {
        if (!Files.exists(file)) {
            return;
        }
        SafetensorsFile saved = SafetensorsFile.open(file);
        try (var off = GradMode.off()) {
            groups().forEach((group, arrays) -> arrays.forEach(
                    (name, array) -> array.set(FloatBuffer.wrap(saved.floats(group + name)))));
        }
        updates = Integer.parseInt(saved.metadata().get("updates"));
    }

    /** The averaged parameters under {@code prefix}, for a model's file: half precision. */
    void export(String prefix, Path file) {
        var writer = new SafetensorsWriter().metadata("format", "pt");
        averages.forEach((name, array) -> {
            if (name.startsWith(prefix)) {
                writer.f16(name.substring(prefix.length()), array.getShape().getShape(), array.toFloatArray());
            }
        });
        writer.write(file);
    }

    private Map<String, Map<String, NDArray>> groups() {
        var groups = new LinkedHashMap<String, Map<String, NDArray>>();
        groups.put("p.", parameters);
        groups.put("m.", m);
        groups.put("v.", v);
        groups.put("e.", averages);
        return groups;
    }

    @Override
    public void close() {
        owner.close();
    }
}
