package dev.storyloom.diffusion.training;

import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.storyloom.diffusion.ModelException;
import dev.storyloom.diffusion.tensor.Autograd;
import dev.storyloom.diffusion.tensor.GradMode;
import dev.storyloom.diffusion.tensor.Scope;
import dev.storyloom.diffusion.weights.TensorSource;

/**
 * Named FLOAT32 parameters and their AdamW updates (Loshchilov and Hutter 2019). Those whose names start with
 * {@code unet.} have a learning rate and weight decay of their own. A parameter that no gradient has reached stays as
 * it is, without decay, as torch's does.
 */
final class AdamW {

    private static final String UNET = "unet.";

    private final NDManager owner;
    private final LoraTrainee.Optimizer settings;
    /** By name, in byte order; likewise the two moments. */
    private final Map<String, NDArray> parameters = new TreeMap<>();
    private final Map<String, NDArray> first = new TreeMap<>();
    private final Map<String, NDArray> second = new TreeMap<>();
    private final LossScale lossScale;
    private int updates;

    /** {@code lossScale}: what the gradients will have been multiplied with. */
    AdamW(NDManager owner, LoraTrainee.Optimizer settings, LossScale lossScale) {
        this.owner = owner;
        this.settings = settings;
        this.lossScale = lossScale;
    }

    NDArray add(String name, float[] values, Shape shape) {
        NDArray array = Scope.release(owner.create(values, shape));
        first.put(name, Scope.release(owner.zeros(shape)));
        second.put(name, Scope.release(owner.zeros(shape)));
        parameters.put(name, array);
        Autograd.requireGrad(array);
        return array;
    }

    /**
     * One update with the gradient's global norm cut; returns the norm as it was. Where the gradient overflowed and a
     * smaller loss scale may help, nothing is updated, the gradients are forgotten and the norm is infinite.
     */
    double update(double learningRate, double textLearningRate) {
        try (var scope = Scope.open(); var off = GradMode.off()) {
            Map<String, NDArray> grads = reached();
            double norm = Autograd.norm(List.copyOf(grads.values())) / lossScale.now();
            if (!Double.isFinite(norm) && lossScale.shrinks()) {
                forgetGradients();
                return Double.POSITIVE_INFINITY;
            }
            if (!Double.isFinite(norm)) {
                throw new ModelException("training_diverged", "The training ran astray: its gradient is not a number.");
            }
            updates++;
            double scale = Math.min(1, settings.maxNorm() / (norm + 1e-6)) / lossScale.now();
            update(grads, true, learningRate, settings.weightDecay(), scale);
            update(grads, false, textLearningRate, settings.textWeightDecay(), scale);
            forgetGradients();
            lossScale.passed();
            return norm;
        }
    }

    private void update(Map<String, NDArray> grads, boolean unet, double learningRate, double decay, double scale) {
        List<String> names = grads.keySet().stream().filter(name -> name.startsWith(UNET) == unet).toList();
        if (!names.isEmpty()) {
            var step = new Autograd.AdamStep(learningRate, settings.beta1(), settings.beta2(), settings.eps(), decay,
                    updates);
            Autograd.adamw(pick(parameters, names), pick(grads, names), pick(first, names), pick(second, names), step,
                    scale);
        }
    }

    private static List<NDArray> pick(Map<String, NDArray> arrays, List<String> names) {
        return names.stream().map(arrays::get).toList();
    }

    private Map<String, NDArray> reached() {
        var grads = new LinkedHashMap<String, NDArray>();
        parameters.forEach((name, parameter) -> {
            NDArray grad = Autograd.grad(parameter);
            if (grad != null) {
                grads.put(name, grad);
            }
        });
        return grads;
    }

    /** As if the backward passes since the last update had not been. */
    void forgetGradients() {
        try (var scope = Scope.open(); var off = GradMode.off()) {
            reached().keySet().forEach(name -> Autograd.zeroGrad(parameters.get(name)));
        }
    }

    int updates() {
        return updates;
    }

    Map<String, float[]> values() {
        return floats(parameters);
    }

    /** What the backward passes since the last update have left; zeros where none has reached. */
    Map<String, float[]> gradients() {
        try (var scope = Scope.open(); var off = GradMode.off()) {
            Map<String, NDArray> grads = reached();
            var all = new LinkedHashMap<String, float[]>();
            parameters.forEach((name, parameter) -> all.put(name, grads.containsKey(name)
                    ? grads.get(name).toFloatArray() : new float[(int) parameter.size()]));
            return all;
        }
    }

    void setValues(Function<String, float[]> numbers) {
        load(parameters, "", numbers);
    }

    void save(Map<String, SealedFile.Tensor> state) {
        groups().forEach((prefix, arrays) -> arrays.forEach((name, array) ->
                state.put(prefix + name, new SealedFile.Tensor(array.getShape().getShape(), array.toFloatArray()))));
    }

    /** Goes back to what {@link #save} wrote after {@code updates} updates. */
    void restore(TensorSource source, int updates) {
        groups().forEach((prefix, arrays) -> load(arrays, prefix, source::floats));
        this.updates = updates;
    }

    private Map<String, Map<String, NDArray>> groups() {
        var groups = new LinkedHashMap<String, Map<String, NDArray>>();
        groups.put("", parameters);
        groups.put("adam_m.", first);
        groups.put("adam_v.", second);
        return groups;
    }

    private static void load(Map<String, NDArray> arrays, String prefix, Function<String, float[]> numbers) {
        try (var off = GradMode.off()) {
            arrays.forEach((name, array) -> array.set(FloatBuffer.wrap(numbers.apply(prefix + name))));
        }
    }

    private static Map<String, float[]> floats(Map<String, NDArray> arrays) {
        var floats = new LinkedHashMap<String, float[]>();
        arrays.forEach((name, array) -> floats.put(name, array.toFloatArray()));
        return floats;
    }
}
