package dev.storyloom.diffusion.lora;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.storyloom.diffusion.LoraException;
import dev.storyloom.diffusion.SafetensorsException;
import dev.storyloom.diffusion.lora.LoraKey.Role;
import dev.storyloom.diffusion.weights.Dtype;
import dev.storyloom.diffusion.weights.SafetensorsFile;
import dev.storyloom.diffusion.weights.SafetensorsWriter;
import dev.storyloom.diffusion.weights.TensorInfo;

/** Reads a LoRA for a given model, whichever of the usual names it uses, and writes one with the names asked for. */
public final class LoraFile {

    private static final String WRONG_BASE = "wrong_base";
    private static final String MISMATCH = "lora_mismatch";
    private static final String UNSUPPORTED = "lora_unsupported";

    /** The tensors of one layer, as they are collected. */
    private static final class Parts {
        private TensorInfo down;
        private TensorInfo up;
        private TensorInfo magnitude;
        private String alpha;
    }

    private LoraFile() {
    }

    /** Every layer of the file, checked against the model; {@link LoraException} for a file that does not fit. */
    public static List<LoraLayer> read(Path file, LoraTargets targets) {
        SafetensorsFile tensors = open(file);
        Map<String, Parts> parts = collect(tensors);
        if (parts.isEmpty()) {
            throw new LoraException(MISMATCH, "The file holds no LoRA.");
        }
        long known = parts.keySet().stream().filter(name -> targets.find(name) != null).count();
        if (known == 0 || parts.keySet().stream().anyMatch(name -> name.startsWith("lora_te_"))) {
            throw new LoraException(WRONG_BASE, "This LoRA was made for another kind of model.");
        }
        boolean ofPeft = tensors.tensors().keySet().stream().anyMatch(LoraKey::isOfPeft);
        var alphas = ofPeft ? AdapterMetadata.beside(file) : AdapterMetadata.of(tensors.metadata());
        List<LoraLayer> layers = new ArrayList<>();
        parts.forEach((name, part) -> layers.add(layer(name, part, targets, tensors, alphas)));
        return layers;
    }

    private static SafetensorsFile open(Path file) {
        try {
            return SafetensorsFile.open(file, SafetensorsFile.LORA_HEADER);
        } catch (SafetensorsException e) {
            throw new LoraException(e.code(), "The LoRA cannot be read. " + e.getMessage(), e);
        }
    }

    /** Writes the layers with diffusers' names; same input, same bytes. */
    public static void write(Path file, List<LoraLayer> layers) {
        write(file, layers, LoraNames.DIFFUSERS, new LoraTargets());
    }

    /** Likewise in FLOAT16: half as large, with three digits of each number. */
    public static void writeHalf(Path file, List<LoraLayer> layers) {
        write(file, layers, LoraNames.DIFFUSERS, new LoraTargets(), Dtype.F16);
    }

    /** Writes the layers with the names asked for; kohya's original ones need the model's {@code targets}. */
    public static void write(Path file, List<LoraLayer> layers, LoraNames wanted, LoraTargets targets) {
        write(file, layers, wanted, targets, Dtype.F32);
    }

    private static void write(Path file, List<LoraLayer> layers, LoraNames wanted, LoraTargets targets, Dtype dtype) {
        LoraNames names = wanted.fitting(layers);
        var writer = new SafetensorsWriter().metadata("format", "pt");
        boolean plain = layers.stream().allMatch(layer -> layer.alpha() == layer.rank() && layer.rank() == layers.get(0).rank());
        if (!names.holdsAlpha() && !plain) {
            writer.metadata(AdapterMetadata.KEY, AdapterMetadata.write(layers));
        }
        Map<String, Runnable> order = new TreeMap<>();
        for (LoraLayer layer : layers) {
            String down = names.key(layer, Role.DOWN, targets);
            String up = names.key(layer, Role.UP, targets);
            order.put(down, () -> writer.later(down, dtype, layer.downShape(), layer::down));
            order.put(up, () -> writer.later(up, dtype, layer.upShape(), layer::up));
            if (layer.isDora()) {
                String magnitude = names.key(layer, Role.MAGNITUDE, targets);
                // kohya's trainers keep it as a column.
                long[] shape = names.holdsAlpha() ? new long[] {layer.out(), 1} : new long[] {layer.out()};
                order.put(magnitude, () -> writer.f32(magnitude, shape, layer.magnitude()));
            }
            if (names.holdsAlpha()) {
                String alpha = names.key(layer, Role.ALPHA, targets);
                order.put(alpha, () -> writer.f32(alpha, new long[0], new float[] {(float) layer.alpha()}));
            }
        }
        order.values().forEach(Runnable::run);
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
                case MAGNITUDE -> part.magnitude = info;
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
        long[] down = shape(part.down, target.window());
        long[] up = shape(part.up, 1);
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
        if (target.window() > 0 && part.magnitude != null) {
            throw new LoraException(UNSUPPORTED, "This engine knows DoRA for linear layers only, not for " + name + ".");
        }
        return new LoraLayer(target.part(), target.module(), rank, target.in(), target.out(), target.window(),
                finite(tensors, part.down.name()), finite(tensors, part.up.name()), alpha == 0 ? rank : alpha,
                part.magnitude == null ? null : magnitude(tensors, part.magnitude, target));
    }

    private static float[] magnitude(SafetensorsFile tensors, TensorInfo info, LoraTargets.Target target) {
        if (info.elements() != target.out()) {
            throw new LoraException(UNSUPPORTED, info + " is no DoRA magnitude of the layer's outputs.");
        }
        return finite(tensors, info.name());
    }

    /** Of a matrix or a convolution with this window; either may stand for the other where the window is one pixel. */
    private static long[] shape(TensorInfo info, int window) {
        long[] shape = info.shape();
        boolean matrix = shape.length == 2 && window <= 1;
        int side = Math.max(1, window);
        boolean convolution = shape.length == 4 && shape[2] == side && shape[3] == side;
        if (!matrix && !convolution) {
            throw new LoraException(UNSUPPORTED, info + " fits neither a linear layer nor the convolution of that name.");
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
