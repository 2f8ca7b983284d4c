package dev.storyloom.diffusion.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.storyloom.diffusion.ModelException;
import dev.storyloom.diffusion.lora.LoraLayer;
import dev.storyloom.diffusion.nn.Adaptable;
import dev.storyloom.diffusion.nn.LowRank;
import dev.storyloom.diffusion.tensor.GradMode;
import dev.storyloom.diffusion.tensor.Ops;
import dev.storyloom.diffusion.tensor.Precision;
import dev.storyloom.diffusion.tensor.Scope;
import dev.storyloom.diffusion.tensor.Torch;
import dev.storyloom.diffusion.weights.TensorSource;

/**
 * A LoRA in training on the four projections of every attention of a U-Net, and where asked for on its resnets'
 * convolutions, and on the text encoders' projections, with AdamW's two moments: all that an update changes. FLOAT32
 * throughout; scale 1 (alpha is the rank).
 */
public final class LoraTrainee implements AutoCloseable {

    private static final Pattern UNET = Pattern.compile(".*\\.attn\\d\\.to_(q|k|v|out\\.0)");
    private static final Pattern CONVOLUTION = Pattern.compile(".*\\.resnets\\.\\d+\\.conv[12]");
    private static final Pattern TEXT = Pattern.compile(".*\\.(q|k|v|out)_proj");

    /**
     * What is trained and how.
     *
     * @param parts        the layers by path, by diffusers' name of their part; {@code unet} must be there
     * @param convolutions whether those of the U-Net's resnets learn too; then no DoRA
     */
    public record Plan(Map<String, Map<String, Adaptable>> parts, int rank, boolean dora, boolean convolutions,
            Optimizer optimizer) {

        public Plan {
            if (dora && convolutions) {
                throw new IllegalArgumentException("the lengths of convolutions' rows are not trained");
            }
        }

        /** The attention's projections alone. */
        public Plan(Map<String, Map<String, Adaptable>> parts, int rank, boolean dora) {
            this(parts, rank, dora, false, Optimizer.DEFAULT);
        }

        /** The resnets' convolutions too. */
        public Plan withConvolutions() {
            return new Plan(parts, rank, dora, true, optimizer);
        }
    }

    /** AdamW's numbers; {@code maxNorm} is what the gradient's global norm is cut to. */
    public record Optimizer(double beta1, double beta2, double eps, double weightDecay, double textWeightDecay,
            double maxNorm) {

        public static final Optimizer DEFAULT = new Optimizer(0.9, 0.999, 1e-8, 1e-4, 1e-3, 1);
    }

    private record Branch(String part, String module, Adaptable layer, NDArray down, NDArray up, NDArray magnitude) {
    }

    private final NDManager owner;
    private final Plan plan;
    private final List<Branch> branches = new ArrayList<>();
    private final AdamW adam;
    private final LossScale lossScale;

    /** Starts as if no LoRA were there: A normal with deviation 1/rank, B zero, magnitudes as the rows are. */
    public LoraTrainee(Plan plan, long seed) {
        this(plan, seed, LossScale.of(Precision.FLOAT32));
    }

    /** The same, whose gradients come multiplied with {@code lossScale}. */
    LoraTrainee(Plan plan, long seed, LossScale lossScale) {
        this.plan = plan;
        this.lossScale = lossScale;
        this.owner = Torch.newOwner("lora training", device(plan));
        this.adam = new AdamW(owner, plan.optimizer(), lossScale);
        try {
            branch("unet", UNET, new SeededDraws(seed, "lora", 0));
            if (branches.isEmpty()) {
                throw new ModelException("The model has no attention that a LoRA could be trained on.");
            }
            if (plan.convolutions()) {
                branch("unet", CONVOLUTION, new SeededDraws(seed, "lora convolutions", 0));
            }
            for (String part : List.of("text_encoder", "text_encoder_2")) {
                branch(part, TEXT, new SeededDraws(seed, "lora " + part, 0));
            }
        } catch (RuntimeException e) {
            owner.close();
            throw e;
        }
    }

    private static Device device(Plan plan) {
        return plan.parts().get("unet").values().stream().map(Adaptable::device).findFirst().orElse(Device.cpu());
    }

    private void branch(String part, Pattern target, SeededDraws draws) {
        new TreeMap<>(plan.parts().getOrDefault(part, Map.of())).forEach((module, layer) -> {
            if (target.matcher(module).matches()) {
                int rank = plan.rank();
                var in = new Shape(LoraLayer.downShape(rank, layer.in(), layer.window()));
                var out = new Shape(LoraLayer.upShape(rank, layer.out(), layer.window()));
                float[] down = draws.normal(Math.toIntExact(in.size()));
                for (int i = 0; i < down.length; i++) {
                    down[i] /= rank;
                }
                String name = part + "." + module;
                NDArray a = adam.add(name + ".lora_A.weight", down, in);
                NDArray b = adam.add(name + ".lora_B.weight", new float[Math.toIntExact(out.size())], out);
                NDArray m = plan.dora() ? adam.add(name + ".lora_magnitude_vector", lengths(layer, a, b),
                        new Shape(layer.out())) : null;
                branches.add(new Branch(part, module, layer, a, b, m));
            }
        });
    }

    private static float[] lengths(Adaptable layer, NDArray down, NDArray up) {
        try (var scope = Scope.open(); var off = GradMode.off()) {
            return Ops.rowNorms(layer.weight(), up, down, 1).toFloatArray();
        }
    }

    /** Lays the LoRA beside the model's layers; closing takes it off again. */
    public Attached attach() {
        branches.forEach(branch -> branch.layer().setBranches(
                List.of(new LowRank(branch.down(), branch.up(), 1, branch.magnitude()))));
        return () -> branches.forEach(branch -> branch.layer().setBranches(List.of()));
    }

    /** The time in which the model carries the LoRA. */
    @FunctionalInterface
    public interface Attached extends AutoCloseable {
        @Override
        void close();
    }

    /** The parameters of every layer by peft's names, in byte order. */
    public Map<String, float[]> values() {
        return adam.values();
    }

    /** What the backward passes since the last update have left; zeros where none has reached. */
    public Map<String, float[]> gradients() {
        return adam.gradients();
    }

    /** One AdamW update with the gradient's global norm cut; returns the norm as it was, infinite where none was made. */
    public double update(double learningRate, double textLearningRate) {
        return adam.update(learningRate, textLearningRate);
    }

    /** As if the backward passes since the last update had not been: after one that failed. */
    public void forgetGradients() {
        adam.forgetGradients();
    }

    /** Updates made so far. */
    public int updates() {
        return adam.updates();
    }

    /** The LoRA as it is now, to be written to a file. */
    public List<LoraLayer> layers() {
        return branches.stream().map(branch -> new LoraLayer(branch.part(), branch.module(), plan.rank(),
                (int) branch.layer().in(), (int) branch.layer().out(), branch.layer().window(), branch.down().toFloatArray(),
                branch.up().toFloatArray(), plan.rank(),
                branch.magnitude() == null ? null : branch.magnitude().toFloatArray())).toList();
    }

    /** Sets the parameters by their names, for example to a reference's start values. */
    public void setValues(Function<String, float[]> numbers) {
        adam.setValues(numbers);
    }

    void save(Map<String, SealedFile.Tensor> state) {
        adam.save(state);
        lossScale.save(state);
    }

    /** Goes back to what {@link #save} wrote after {@code updates} updates. */
    void restore(TensorSource source, int updates) {
        adam.restore(source, updates);
        lossScale.restore(source);
    }

    @Override
    public void close() {
        owner.close();
    }
}
