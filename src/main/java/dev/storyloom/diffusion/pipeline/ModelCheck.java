package dev.storyloom.diffusion.pipeline;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.fasterxml.jackson.databind.JsonNode;
import dev.storyloom.diffusion.DiffusionException;
import dev.storyloom.diffusion.ModelException;
import dev.storyloom.diffusion.clip.ClipConfig;
import dev.storyloom.diffusion.clip.ClipTextEncoder;
import dev.storyloom.diffusion.nn.Inventory;
import dev.storyloom.diffusion.nn.Weights;
import dev.storyloom.diffusion.scheduler.Scheduler;
import dev.storyloom.diffusion.tensor.GradMode;
import dev.storyloom.diffusion.tensor.Torch;
import dev.storyloom.diffusion.tokenizer.ClipTokenizer;
import dev.storyloom.diffusion.unet.UNet;
import dev.storyloom.diffusion.unet.UNetConfig;
import dev.storyloom.diffusion.vae.Vae;
import dev.storyloom.diffusion.vae.VaeConfig;
import dev.storyloom.diffusion.weights.Dtype;
import dev.storyloom.diffusion.weights.ModelFolder;
import dev.storyloom.diffusion.weights.ModelPart;
import dev.storyloom.diffusion.weights.TensorInfo;
import dev.storyloom.diffusion.weights.TensorSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Compares a model folder's files with its configs, tensor by tensor: each part is built without weights, and what it
 * asks for must be what its files hold. Reads headers and configs only.
 */
public final class ModelCheck {
    private static final Set<Dtype> NUMBERS = EnumSet.of(Dtype.F32, Dtype.F16, Dtype.BF16);
    /** A table 0, 1, 2 … that older files of the text encoders store beside their weights. */
    private static final String POSITIONS = "position_ids";
    private static final int SHOWN = 5;

    private ModelCheck() {}

    /** A row for each part; throws ModelException where {@code folder} is no model folder at all. */
    public static List<PartReport> of(Path folder) {
        if (!Files.exists(folder.resolve("model_index.json")) && Files.exists(folder.resolve("config.json"))) {
            ModelPart part = ModelPart.open(folder);
            return List.of(look(part, "vae", () -> part.config().path("_class_name").asText("?")));
        }
        ModelFolder model = ModelFolder.open(folder);
        List<PartReport> rows = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : parts(model)) {
            String kind = entry.getValue().path(1).asText("?");
            rows.add(Files.isDirectory(folder.resolve(entry.getKey()))
                    ? look(model.at(entry.getKey()), entry.getKey(), () -> kind)
                    : new PartReport(entry.getKey(), kind, 0, 0, Set.of(),
                            List.of("The folder " + entry.getKey() + " is missing.")));
        }
        if (rows.isEmpty()) {
            throw new ModelException("The model's model_index.json names no part.");
        }
        return rows;
    }

    /** The parts that the index names with a class; those it leaves empty are not wanted. */
    private static List<Map.Entry<String, JsonNode>> parts(ModelFolder model) {
        List<Map.Entry<String, JsonNode>> parts = new ArrayList<>();
        model.index().fields().forEachRemaining(entry -> {
            boolean named = entry.getValue().isArray() && entry.getValue().path(1).isTextual();
            if (named && entry.getKey().matches("scheduler|(text_encoder|tokenizer)(_2)?|unet|vae")) {
                parts.add(entry);
            }
        });
        return parts;
    }

    private interface Kind {
        String name();
    }

    private static PartReport look(ModelPart part, String name, Kind kind) {
        try {
            if (name.startsWith("tokenizer")) {
                ClipTokenizer.load(part.path()).close();
                return new PartReport(name, kind.name(), 0, 0, Set.of(), List.of());
            }
            if (name.equals("scheduler")) {
                Scheduler.of(part.config());
                return new PartReport(name, kind.name(), 0, 0, Set.of(), List.of());
            }
            TensorSource stored = part.weights();
            Set<Dtype> formats = EnumSet.noneOf(Dtype.class);
            stored.tensors().values().stream().filter(info -> !isPositions(info.name()))
                    .forEach(info -> formats.add(info.dtype()));
            long bytes = stored.tensors().values().stream().mapToLong(TensorInfo::length).sum();
            return new PartReport(name, kind.name(), stored.tensors().size(), bytes, formats,
                    faults(stored.tensors(), wanted(name, part.config(), stored.tensors()::containsKey)));
        } catch (DiffusionException broken) {
            return new PartReport(name, kind.name(), 0, 0, Set.of(), List.of(broken.getMessage()));
        } catch (RuntimeException broken) {
            // A config whose numbers make no model: zero heads, negative widths.
            return new PartReport(name, kind.name(), 0, 0, Set.of(),
                    List.of("Its config describes no model: " + broken.getMessage()));
        }
    }

    /** Names and shapes of all weights that a part with this config has; {@code stored}: which names a file holds. */
    static Map<String, Shape> wanted(String part, JsonNode config, Predicate<String> stored) {
        try (NDManager owner = Torch.newOwner("inventory"); var off = GradMode.off()) {
            var inventory = new Inventory(owner, stored);
            Weights weights = Weights.root(inventory);
            switch (part) {
                case "unet" -> new UNet(weights, UNetConfig.from(config));
                case "vae" -> new Vae(weights, VaeConfig.from(config));
                default -> new ClipTextEncoder(weights, ClipConfig.from(config));
            }
            return inventory.wanted();
        }
    }

    private static List<String> faults(Map<String, TensorInfo> stored, Map<String, Shape> wanted) {
        var missing = new TreeSet<>(wanted.keySet());
        missing.removeAll(stored.keySet());
        var extra = new TreeSet<>(stored.keySet());
        extra.removeAll(wanted.keySet());
        extra.removeIf(ModelCheck::isPositions);
        List<String> faults = new ArrayList<>();
        tell(faults, missing, "Missing");
        tell(faults, extra, "Not of this model");
        List<String> shapes = new ArrayList<>();
        List<String> formats = new ArrayList<>();
        wanted.forEach((name, shape) -> {
            TensorInfo info = stored.get(name);
            if (info != null && !Arrays.equals(info.shape(), shape.getShape())) {
                shapes.add(name + " " + Arrays.toString(info.shape()) + " instead of "
                        + Arrays.toString(shape.getShape()));
            } else if (info != null && !NUMBERS.contains(info.dtype())) {
                formats.add(name + " " + info.dtype());
            }
        });
        tell(faults, shapes, "Of another shape than its config says");
        tell(faults, formats, "Stored in a format that is no weight's");
        return faults;
    }

    private static void tell(List<String> faults, Iterable<String> found, String what) {
        var names = new ArrayList<String>();
        found.forEach(names::add);
        if (!names.isEmpty()) {
            String shown = String.join(", ", names.subList(0, Math.min(SHOWN, names.size())));
            int more = names.size() - SHOWN;
            faults.add(what + ": " + shown + (more > 0 ? " and " + more + " more" : "") + ".");
        }
    }

    private static boolean isPositions(String name) {
        return name.endsWith(POSITIONS);
    }
}
