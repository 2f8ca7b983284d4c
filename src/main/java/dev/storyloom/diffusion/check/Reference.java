package dev.storyloom.diffusion.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.storyloom.diffusion.clip.ClipConfig;
import dev.storyloom.diffusion.clip.ClipTextEncoder;
import dev.storyloom.diffusion.nn.StoredWeights;
import dev.storyloom.diffusion.nn.Weights;
import dev.storyloom.diffusion.pipeline.LoadOptions;
import dev.storyloom.diffusion.pipeline.StableDiffusionXl;
import dev.storyloom.diffusion.tensor.Torch;
import dev.storyloom.diffusion.unet.UNet;
import dev.storyloom.diffusion.unet.UNetConfig;
import dev.storyloom.diffusion.vae.Vae;
import dev.storyloom.diffusion.vae.VaeConfig;
import dev.storyloom.diffusion.weights.ModelFolder;
import dev.storyloom.diffusion.weights.SafetensorsFile;
import dev.storyloom.diffusion.weights.TensorInfo;

/** A folder of reference numbers with the small model they were made with. */
public final class Reference implements AutoCloseable {

    /** Python writes infinities into JSON. */
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

    private final Path folder;
    private final NDManager owner = Torch.newOwner("reference");
    private UNet unet;
    private Vae vae;
    private StableDiffusionXl painter;
    private StableDiffusionXl refiner;

    public Reference(Path folder) {
        this.folder = folder;
    }

    public NDManager owner() {
        return owner;
    }

    public Path path(String name) {
        return folder.resolve(name);
    }

    /** A file's path in the folder, with slashes. */
    static String name(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    /** Files of one folder within the folder whose names match, in their order. */
    static List<String> files(Path folder, String within, String name) {
        if (!Files.isDirectory(folder.resolve(within))) {
            return List.of();
        }
        try (var files = Files.list(folder.resolve(within))) {
            return files.map(file -> name(folder, file)).filter(file -> file.matches(within + "/" + name)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public ModelFolder model() {
        return ModelFolder.open(path("tiny-sdxl"));
    }

    /** The whole model. */
    StableDiffusionXl painter() {
        if (painter == null) {
            painter = StableDiffusionXl.load(model().path());
        }
        return painter;
    }

    /** The small model's refiner, of which the folder holds the U-Net alone. */
    StableDiffusionXl refiner() {
        if (refiner == null) {
            refiner = StableDiffusionXl.refiner(path("tiny-refiner"), LoadOptions.DEFAULT, painter());
        }
        return refiner;
    }

    UNet unet() {
        if (unet == null) {
            unet = new UNet(weights("unet"), UNetConfig.from(model().config("unet")));
        }
        return unet;
    }

    Vae vae() {
        if (vae == null) {
            vae = new Vae(weights("vae"), VaeConfig.from(model().config("vae")));
        }
        return vae;
    }

    /** {@code part}: text_encoder or text_encoder_2. */
    ClipTextEncoder textEncoder(String part) {
        return new ClipTextEncoder(weights(part), ClipConfig.from(model().config(part)));
    }

    private Weights weights(String part) {
        return Weights.root(new StoredWeights(model().weights(part), owner));
    }

    /** The files of a folder by name; none where there is no such folder. */
    List<Path> files(String name) {
        if (!Files.isDirectory(path(name))) {
            return List.of();
        }
        try (var files = Files.list(path(name))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode json(String name) {
        return json(folder, name);
    }

    /** A file of JSON in the folder; a missing node where there is none. */
    static JsonNode json(Path folder, String name) {
        if (!Files.exists(folder.resolve(name))) {
            return MissingNode.getInstance();
        }
        try {
            return JSON.readTree(folder.resolve(name).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    SafetensorsFile tensors(String name) {
        return SafetensorsFile.open(path(name));
    }

    /** A stored tensor as a FLOAT32 array. */
    NDArray array(SafetensorsFile file, String name) {
        TensorInfo info = file.tensors().get(name);
        if (info == null) {
            throw new IllegalArgumentException("the reference lacks " + name);
        }
        return owner.create(file.floats(name), new Shape(info.shape()));
    }

    double error(NDArray computed, SafetensorsFile file, String name) {
        Shape wanted = new Shape(file.tensors().get(name).shape());
        if (!computed.getShape().equals(wanted)) {
            throw new IllegalStateException(name + " has the shape " + computed.getShape() + ", not " + wanted);
        }
        return error(computed.toFloatArray(), file.floats(name));
    }

    /** Largest absolute difference; a number that is none counts as infinitely wrong. */
    static double error(float[] computed, float[] wanted) {
        if (computed.length != wanted.length) {
            throw new IllegalStateException(computed.length + " numbers instead of " + wanted.length);
        }
        double error = 0;
        for (int i = 0; i < wanted.length; i++) {
            double difference = Math.abs((double) computed[i] - wanted[i]);
            error = Double.isNaN(difference) ? Double.POSITIVE_INFINITY : Math.max(error, difference);
        }
        return error;
    }

    @Override
    public void close() {
        if (refiner != null) {
            refiner.close();
        }
        if (painter != null) {
            painter.close();
        }
        owner.close();
    }
}
