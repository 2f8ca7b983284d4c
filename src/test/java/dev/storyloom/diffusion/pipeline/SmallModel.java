package dev.storyloom.diffusion.pipeline;

import ai.djl.ndarray.types.Shape;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.storyloom.diffusion.Goldens;
import dev.storyloom.diffusion.ModelCopy;
import dev.storyloom.diffusion.weights.SafetensorsWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Random;

/** The tiny reference model made smaller still, with weights from a seed, for tests that run it a thousand times. */
public final class SmallModel {
    private static final ObjectMapper JSON = new ObjectMapper();

    private SmallModel() {}

    /** Writes the model's folder and returns it. */
    public static Path in(Path folder) {
        ModelCopy.of(Goldens.tinySdxl(), folder);
        change(folder, "unet", """
                {"block_out_channels": [8, 16], "down_block_types": ["DownBlock2D", "CrossAttnDownBlock2D"],
                 "up_block_types": ["CrossAttnUpBlock2D", "UpBlock2D"], "attention_head_dim": [1, 2],
                 "transformer_layers_per_block": [1, 1], "layers_per_block": 1, "norm_num_groups": 4, "sample_size": 4}
                """);
        change(folder, "vae", """
                {"block_out_channels": [4, 8], "down_block_types": ["DownEncoderBlock2D", "DownEncoderBlock2D"],
                 "up_block_types": ["UpDecoderBlock2D", "UpDecoderBlock2D"], "layers_per_block": 1,
                 "norm_num_groups": 2, "sample_size": 8}
                """);
        return folder;
    }

    private static void change(Path folder, String part, String changes) {
        try {
            Path file = folder.resolve(part).resolve("config.json");
            var config = (ObjectNode) JSON.readTree(file.toFile());
            config.setAll((ObjectNode) JSON.readTree(changes));
            JSON.writeValue(file.toFile(), config);
            var writer = new SafetensorsWriter();
            var random = new Random(part.hashCode());
            ModelCheck.wanted(part, config, name -> true).forEach(
                    (name, shape) -> writer.f32(name, shape.getShape(), weights(shape, random)));
            writer.write(folder.resolve(part).resolve(ModelCopy.PARTS.get(part) + ".safetensors"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static float[] weights(Shape shape, Random random) {
        var values = new float[(int) shape.size()];
        double spread = shape.dimension() == 1 ? 0.2 : Math.sqrt((double) shape.get(0) / shape.size());
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (spread * random.nextGaussian());
        }
        return values;
    }
}
