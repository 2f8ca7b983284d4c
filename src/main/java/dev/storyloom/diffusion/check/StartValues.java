package dev.storyloom.diffusion.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;

import dev.storyloom.diffusion.weights.SafetensorsFile;

/** What a LoRA starts from: the common file, unless the case has start values of its own (all tensors joined). */
final class StartValues {

    private final Map<String, float[]> values = new HashMap<>();

    /** {@code name}: the case's; {@code training}: its numbers. */
    StartValues(Reference reference, String name, SafetensorsFile training) {
        String index = "training/index_" + name + ".json";
        if (Files.exists(reference.path(index))) {
            float[] flat = training.floats("init.flat");
            for (JsonNode row : reference.json(index)) {
                int length = 1;
                for (JsonNode axis : row.get(2)) {
                    length *= axis.asInt();
                }
                int from = row.get(1).asInt();
                values.put(row.get(0).asText(), Arrays.copyOfRange(flat, from, from + length));
            }
            return;
        }
        SafetensorsFile common = SafetensorsFile.open(common(reference.path("training")));
        float[] flat = training.tensors().containsKey("init.flat") ? training.floats("init.flat") : null;
        int from = 0;
        for (String tensor : new TreeSet<>(common.tensors().keySet())) {
            int length = (int) common.tensors().get(tensor).elements();
            values.put(tensor, flat == null ? common.floats(tensor) : Arrays.copyOfRange(flat, from, from + length));
            from += length;
        }
    }

    private static Path common(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("init_unet_.*\\.safetensors")).findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("the reference lacks the LoRA's start values"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    float[] floats(String name) {
        if (!values.containsKey(name)) {
            throw new IllegalArgumentException("the reference lacks the start value of " + name);
        }
        return values.get(name);
    }
}
