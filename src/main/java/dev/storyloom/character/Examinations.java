package dev.storyloom.character;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** The folder in which a training leaves the LoRAs of the states that it looked at. */
record Examinations(Path folder) {

    private static final int MOST = 4;

    Path file(int step) {
        return folder.resolve(step + ".safetensors");
    }

    /**
     * The steps to choose between, the best one first, then those next to it: far from it a LoRA has learned much less or
     * no longer listens. None where there is nothing to choose.
     */
    List<Integer> nearest(int best) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            var steps = files.map(file -> file.getFileName().toString()).filter(name -> name.matches("\\d+\\.safetensors"))
                    .map(name -> Integer.valueOf(name.substring(0, name.indexOf('.'))))
                    .sorted(Comparator.comparingInt((Integer step) -> Math.abs(step - best)).thenComparingInt(step -> -step))
                    .limit(MOST).toList();
            return steps.size() > 1 && steps.get(0) == best ? steps : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
