package dev.storyloom.diffusion.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.storyloom.diffusion.nn.Weights;
import dev.storyloom.diffusion.unet.UNet;
import dev.storyloom.diffusion.unet.UNetConfig;
import dev.storyloom.diffusion.weights.Dtype;
import dev.storyloom.diffusion.weights.SafetensorsWriter;

/** A U-Net of any config with the weights of the {@link Recipe}, in files as they are published. */
public final class RecipeModel {

    private static final String NAME = "diffusion_pytorch_model";
    private static final ObjectMapper JSON = new ObjectMapper();

    private RecipeModel() {
    }

    /**
     * Writes the part's folder anew: config.json, and the weights in {@code format} (F32, F16 or BF16), in one file or,
     * where they take more than {@code shardBytes}, in several with an index.
     */
    public static void write(Path folder, JsonNode config, Dtype format, long shardBytes) {
        List<Map<String, Shape>> shards = shards(shapes(UNetConfig.from(config)), format, shardBytes);
        try {
            Files.createDirectories(folder);
            JSON.writeValue(folder.resolve("config.json").toFile(), config);
            if (shards.size() == 1) {
                write(folder.resolve(NAME + ".safetensors"), shards.get(0), format);
                return;
            }
            ObjectNode index = JSON.createObjectNode();
            ObjectNode weightMap = index.putObject("weight_map");
            for (int i = 0; i < shards.size(); i++) {
                String name = String.format("%s-%05d-of-%05d.safetensors", NAME, i + 1, shards.size());
                write(folder.resolve(name), shards.get(i), format);
                shards.get(i).keySet().forEach(tensor -> weightMap.put(tensor, name));
            }
            JSON.writeValue(folder.resolve(NAME + ".safetensors.index.json").toFile(), index);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, Map<String, Shape> tensors, Dtype format) {
        var writer = new SafetensorsWriter().metadata("format", "pt");
        tensors.forEach((name, shape) ->
                writer.later(name, format, shape.getShape(), () -> Recipe.weight(name, shape)));
        writer.write(file);
    }

    private static List<Map<String, Shape>> shards(Map<String, Shape> tensors, Dtype format, long shardBytes) {
        var shards = new ArrayList<Map<String, Shape>>();
        shards.add(new LinkedHashMap<>());
        long filled = 0;
        for (var tensor : tensors.entrySet()) {
            long bytes = tensor.getValue().size() * format.size();
            if (filled > 0 && filled + bytes > shardBytes) {
                shards.add(new LinkedHashMap<>());
                filled = 0;
            }
            shards.get(shards.size() - 1).put(tensor.getKey(), tensor.getValue());
            filled += bytes;
        }
        return shards;
    }

    /** Every weight that a U-Net of this config asks for, with its shape. */
    public static Map<String, Shape> shapes(UNetConfig config) {
        var shapes = new LinkedHashMap<String, Shape>();
        new UNet(Weights.root(new Weights.Source() {
            @Override
            public NDArray take(String name, Shape shape) {
                shapes.put(name, shape);
                return null;
            }

            @Override
            public boolean has(String name) {
                return true;
            }
        }), config);
        return shapes;
    }
}
