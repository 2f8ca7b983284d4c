package dev.storyloom.diffusion.lora;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.storyloom.diffusion.LoraException;
import dev.storyloom.diffusion.weights.SafetensorsFile;
import dev.storyloom.diffusion.weights.SafetensorsWriter;
import dev.storyloom.diffusion.weights.TensorInfo;

/** Reads a LoRA for a given model, whichever of the usual names it uses, and writes one with diffusers' names. */
public final class LoraFile {

    private static final String WRONG_BASE = "wrong_base";
    private static final String MISMATCH = "lora_mismatch";

    /** The two matrices and alpha of one layer, as they are collected. */
    private static final class Parts {
        private TensorInfo down;
        private TensorInfo up;
        private String alpha;
    }

    private LoraFile() {
    }

    /**
     * Every layer of the file, checked against the model; throws {@link LoraException} (or the reader's
     * SafetensorsException) for a file that does not fit.
     */
    public static List<LoraLayer> read(Path file, LoraTargets targets) {
        SafetensorsFile tensors = SafetensorsFile.open(file, SafetensorsFile.LORA_HEADER);
        Map<String, Parts> parts = collect(tensors);
        if (parts.isEmpty()) {
            throw new LoraException(MISMATCH, "The file holds no LoRA.");
        }
        long known = parts.keySet().stream().filter(name -> targets.find(name) != null).count();
        if (known == 0 || parts.keySet().stream().anyMatch(name -> name.startsWith("lora_te_"))) {
            throw new LoraException(WRONG_BASE, "This LoRA was made for another kind of model.");
        }
        var alphas = AdapterMetadata.of(tensors.metadata());
        List<LoraLayer> layers = new ArrayList<>();
        parts.forEach((name, part) -> layers.add(layer(name, part, targets, tensors, alphas)));
        return layers;
    }

    /** Writes the layers with diffusers' names, which imply that alpha is the rank; same input, same bytes. */
    public static void write(Path file, List<LoraLayer> layers) {
        var writer = new SafetensorsWriter().metadata("format", "pt");
        List<LoraLayer> order = new ArrayList<>(layers);
        order.sort(Comparator.comparing(layer -> LoraKey.diffusers(layer, "down")));
        for (LoraLayer layer : order) {
            if (layer.alpha() != layer.rank()) {
                throw new IllegalArgumentException(layer.module() + ": alpha is not the rank");
            }
            writer.f32(LoraKey.diffusers(layer, "down"), new long[] {layer.rank(), layer.in()}, layer.down());
            writer.f32(LoraKey.diffusers(layer, "up"), new long[] {layer.out(), layer.rank()}, layer.up());
        }
        writer.write(file);
    }

    private static Map<String, Parts> collect(SafetensorsFile tensors) {
        var parts = new TreeMap<String, Parts>();
        for (TensorInfo info : tensors.tensors().values()) {
            LoraKey key = LoraKey.parse(info.name());
            Parts part = parts.computeIfAbsent(key.name(), name -> new Parts());
            switch (key.role()) {
                case DOWN -> part.down = info;
                case UP -> part.up = info;
                case ALPHA -> part.alpha = info.name();
            }
        }
        return parts;
    }

    private static LoraLayer layer(String name, Parts part, LoraTargets targets, SafetensorsFile tensors,
            AdapterMetadata metadata) {
        LoraTargets.Target target = targets.find(name);
        if (target == null) {
            throw new LoraException(MISMATCH, "The model has no layer for this LoRA's " + name + ".");
        }
        if (part.down == null || part.up == null) {
            throw new LoraException(MISMATCH, "This LoRA lacks one of the two matrices of " + name + ".");
        }
        long[] down = matrix(part.down);
        long[] up = matrix(part.up);
        if (down[0] != up[1] || down[0] == 0) {
            throw new LoraException(MISMATCH, "The two matrices of " + name + " differ in rank.");
        }
        if (down[1] != target.in() || up[0] != target.out()) {
            throw new LoraException(WRONG_BASE, "This LoRA was made for another model: its " + name + " maps "
                    + down[1] + " numbers to " + up[0] + ", the model's " + target.in() + " to " + target.out() + ".");
        }
        int rank = (int) down[0];
        double alpha = part.alpha != null ? finite(tensors, part.alpha)[0] : metadata.alpha(target, rank);
        if (!(alpha >= 0) || alpha == Double.POSITIVE_INFINITY) {
            throw new LoraException(MISMATCH, "The alpha of " + name + " is not a usable number.");
        }
        return new LoraLayer(target.part(), target.module(), rank, target.in(), target.out(),
                finite(tensors, part.down.name()), finite(tensors, part.up.name()), alpha == 0 ? rank : alpha);
    }

    /** A matrix, or a 1x1 convolution stored with two more axes. */
    private static long[] matrix(TensorInfo info) {
        long[] shape = info.shape();
        boolean pointwise = shape.length == 4 && shape[2] == 1 && shape[3] == 1;
        if (shape.length != 2 && !pointwise) {
            throw new LoraException("lora_unsupported", info + " is no matrix; this engine changes linear layers only.");
        }
        return shape;
    }

    private static float[] finite(SafetensorsFile tensors, String name) {
        float[] values = tensors.floats(name);
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw new LoraException("nan_weights", name + " holds numbers that are not finite.");
            }
        }
        if (values.length == 0) {
            throw new LoraException(MISMATCH, name + " is empty.");
        }
        return values;
    }
}
