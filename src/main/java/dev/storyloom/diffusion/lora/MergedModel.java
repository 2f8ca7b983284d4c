package dev.storyloom.diffusion.lora;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.storyloom.diffusion.weights.Dtype;
import dev.storyloom.diffusion.weights.ModelFolder;
import dev.storyloom.diffusion.weights.SafetensorsWriter;
import dev.storyloom.diffusion.weights.TensorSource;

/**
 * A model folder with LoRAs put into its weights, for programs that know no LoRA. Weights keep their number format;
 * sums are made in FLOAT32 and rounded once. The folder that it is made from stays as it is.
 */
public final class MergedModel {

    private record Share(LoraLayer layer, double strength) {
    }

    private final ModelFolder base;
    private final Map<String, Map<String, List<Share>>> shares = new TreeMap<>();

    public MergedModel(ModelFolder base) {
        this.base = base;
    }

    /** {@code strength} 1 is as trained. */
    public void add(List<LoraLayer> layers, double strength) {
        for (LoraLayer layer : layers) {
            shares.computeIfAbsent(layer.part(), part -> new TreeMap<>())
                    .computeIfAbsent(layer.module() + ".weight", name -> new ArrayList<>()).add(new Share(layer, strength));
        }
    }

    /** Weights that change. */
    public int layers() {
        return shares.values().stream().mapToInt(Map::size).sum();
    }

    /** Makes the folder {@code out}, which must not be there; leaves none behind where that fails. */
    public void write(Path out) {
        Path unfinished = out.resolveSibling("." + out.getFileName() + ".unfinished");
        try {
            delete(unfinished);
            copy(base.path().toRealPath(), unfinished);
            shares.keySet().forEach(part -> write(part, unfinished.resolve(part)));
            Files.move(unfinished, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(unfinished);
        }
    }

    /** One file, whatever number of shards there were. */
    private void write(String part, Path folder) {
        TensorSource weights = base.weights(part);
        Map<String, List<Share>> changes = shares.get(part);
        var writer = new SafetensorsWriter().metadata("format", "pt");
        weights.tensors().values().forEach(info -> {
            List<Share> own = changes.get(info.name());
            if (own == null) {
                writer.raw(info.name(), info.dtype(), info.shape(), weights.bytes(info.name()));
            } else {
                Dtype stored = info.dtype();
                writer.later(info.name(), stored, info.shape(), () -> merged(weights.floats(info.name()), own));
            }
        });
        writer.write(folder.resolve(part.equals("unet") ? "diffusion_pytorch_model.safetensors" : "model.safetensors"));
    }

    private static float[] merged(float[] weight, List<Share> shares) {
        float[] sum = weight.clone();
        for (Share share : shares) {
            LoraLayer layer = share.layer();
            for (int row = 0; row < layer.out(); row++) {
                float[] delta = row(layer, row, share.strength() * layer.scale());
                add(sum, weight, delta, row * delta.length, layer.isDora() ? layer.magnitude()[row] : Float.NaN);
            }
        }
        return sum;
    }

    private static float[] row(LoraLayer layer, int row, double scale) {
        var delta = new float[layer.down().length / layer.rank()];
        for (int r = 0; r < layer.rank(); r++) {
            float up = (float) (layer.up()[row * layer.rank() + r] * scale);
            for (int i = 0; i < delta.length; i++) {
                delta[i] += up * layer.down()[r * delta.length + i];
            }
        }
        return delta;
    }

    /** Adds a row's change; a magnitude stretches the sum, so far as this change alone would have to be. */
    private static void add(float[] sum, float[] weight, float[] delta, int from, float magnitude) {
        double square = 0;
        for (int i = 0; i < delta.length; i++) {
            double whole = weight[from + i] + delta[i];
            square += whole * whole;
        }
        float stretch = Float.isNaN(magnitude) ? 1 : (float) (magnitude / Math.sqrt(square));
        for (int i = 0; i < delta.length; i++) {
            sum[from + i] = stretch * (sum[from + i] + delta[i]);
        }
    }

    /** Everything but the weights that change. */
    private void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(to.resolve(from.relativize(folder).toString()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                boolean weights = file.toString().matches(".*(\\.safetensors|\\.safetensors\\.index.*\\.json)");
                if (!weights || !shares.containsKey(file.getParent().getFileName().toString())) {
                    // Through a download cache's links to the file itself.
                    Files.copy(file.toRealPath(), to.resolve(from.relativize(file).toString()));
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
