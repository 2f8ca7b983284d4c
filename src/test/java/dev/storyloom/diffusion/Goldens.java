package dev.storyloom.diffusion;

import java.nio.file.Path;

import dev.storyloom.diffusion.weights.SafetensorsFile;

/** The reference numbers under {@code src/test/resources/goldens}; their README tells where they come from. */
public final class Goldens {

    public static final Path FOLDER = Path.of("src", "test", "resources", "goldens");

    private Goldens() {
    }

    public static Path path(String name) {
        return FOLDER.resolve(name);
    }

    public static SafetensorsFile tensors(String name) {
        return SafetensorsFile.open(path(name));
    }

    public static Path tinySdxl() {
        return path("tiny-sdxl");
    }
}
