package dev.storyloom.diffusion.check;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.storyloom.diffusion.tensor.Scope;
import dev.storyloom.diffusion.training.Crop;
import dev.storyloom.diffusion.training.Photo;
import dev.storyloom.diffusion.training.Resampling;
import dev.storyloom.diffusion.weights.SafetensorsFile;

/** Photos on their way to the U-Net: resized, mirrored, cut, encoded. */
final class PhotoComparisons {

    static final String PREPROCESS = "training/preprocess.safetensors";
    private static final String INSTANCE = "training/images/instance";

    private PhotoComparisons() {
    }

    /** Every stage of the preprocessing, in levels of 255. */
    static double preprocess(Reference reference) {
        SafetensorsFile file = reference.tensors(PREPROCESS);
        double error = 0;
        for (String tensor : file.tensors().keySet()) {
            int dot = tensor.indexOf('.');
            Photo photo = photo(reference, tensor.substring(0, dot));
            int size = (int) file.tensors().get(tensor.substring(0, dot) + ".center_crop_u8").shape()[0];
            Crop middle = Crop.middle(photo, size, false, Resampling.LANCZOS);
            float[] computed = switch (tensor.substring(dot + 1)) {
                case "original_size_hw" -> new float[] {photo.height(), photo.width()};
                case "center_crop_top_left" -> new float[] {(float) middle.timeIds()[2], (float) middle.timeIds()[3]};
                case "center_crop_u8" -> levels(middle.picture());
                case "normalised_chw" -> scaled(middle.picture().normalised());
                case "resized_u8" -> levels(photo.resizedToShorter(size));
                default -> levels(photo.resizedToShorter(size, filter(tensor)));
            };
            float[] wanted = file.floats(tensor);
            error = Math.max(error, Reference.error(computed, tensor.endsWith("_chw") ? scaled(wanted) : wanted));
        }
        return error;
    }

    /** The first step's pictures, each found among the photos; how they were cut is told by the micro-conditioning. */
    static double pixels(Reference reference, String name) {
        SafetensorsFile file = reference.tensors("training/" + name + ".safetensors");
        JsonNode options = reference.json("training/cases.json").path(name).path("args");
        boolean flip = options.path("random_flip").asBoolean();
        float[] wanted = file.floats("step0.pixel_values");
        double[][] timeIds = UNetComparisons.rows(file.floats("step0.time_ids"));
        int row = wanted.length / timeIds.length;
        double worst = 0;
        for (int i = 0; i < timeIds.length; i++) {
            double best = Double.POSITIVE_INFINITY;
            float[] pixels = scaled(Arrays.copyOfRange(wanted, i * row, (i + 1) * row));
            for (Path path : reference.files(INSTANCE)) {
                Photo photo = Photo.read(path);
                for (boolean mirrored : flip ? new boolean[] {false, true} : new boolean[1]) {
                    if (photo.height() == timeIds[i][0] && photo.width() == timeIds[i][1]) {
                        Photo cut = cut(photo, timeIds[i], mirrored, options.path("center_crop").asBoolean());
                        best = Math.min(best, Reference.error(scaled(cut.normalised()), pixels));
                    }
                }
            }
            worst = Math.max(worst, best);
        }
        return worst;
    }

    private static Photo cut(Photo photo, double[] timeIds, boolean mirrored, boolean centre) {
        int size = (int) timeIds[4];
        if (centre) {
            Crop middle = Crop.middle(photo, size, mirrored, Resampling.LANCZOS);
            boolean same = Arrays.equals(middle.timeIds(), timeIds);
            return same ? middle.picture() : new Photo(size, size, new byte[3 * size * size]);
        }
        Photo resized = photo.resizedToShorter(size);
        return (mirrored ? resized.mirrored() : resized).cropped((int) timeIds[3], (int) timeIds[2], size);
    }

    /** The first step's latents from its pictures and the draw that was made. */
    static double latents(Reference reference, String name) {
        SafetensorsFile file = reference.tensors("training/" + name + ".safetensors");
        try (var scope = Scope.open()) {
            Shape shape = new Shape(file.tensors().get("step0.latents").shape());
            NDArray latents = reference.vae().encode(reference.array(file, "step0.pixel_values"))
                    .sample(reference.array(file, "step0.vae_eps").reshape(shape));
            return reference.error(reference.vae().config().scaling().scaled(latents), file, "step0.latents");
        }
    }

    private static Photo photo(Reference reference, String name) {
        for (String folder : List.of(INSTANCE, "training/images/class")) {
            for (Path file : reference.files(folder)) {
                if (file.getFileName().toString().startsWith(name + ".")) {
                    return Photo.read(file);
                }
            }
        }
        throw new IllegalArgumentException("the reference lacks the photo " + name);
    }

    private static Resampling filter(String tensor) {
        return Resampling.valueOf(tensor.replaceAll(".*resized_(\\w+)_u8", "$1").toUpperCase(Locale.ROOT));
    }

    private static float[] levels(Photo photo) {
        var levels = new float[photo.rgb().length];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = photo.rgb()[i] & 0xff;
        }
        return levels;
    }

    /** From -1 … 1 to levels. */
    private static float[] scaled(float[] normalised) {
        var levels = new float[normalised.length];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (float) Math.rint((normalised[i] + 1) * 127.5);
        }
        return levels;
    }
}
