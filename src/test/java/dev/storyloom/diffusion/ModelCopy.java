package dev.storyloom.diffusion;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

import dev.storyloom.diffusion.weights.Dtype;
import dev.storyloom.diffusion.weights.ModelPart;
import dev.storyloom.diffusion.weights.SafetensorsWriter;
import dev.storyloom.diffusion.weights.TensorInfo;
import dev.storyloom.diffusion.weights.TensorSource;

/** Copies of the tiny reference model in other number formats and layouts. */
public final class ModelCopy {

    /** Parts with weights, and the names that diffusers gives their files. */
    public static final Map<String, String> PARTS = Map.of("text_encoder", "model", "text_encoder_2", "model", "unet",
            "diffusion_pytorch_model", "vae", "diffusion_pytorch_model");

    private ModelCopy() {
    }

    /** The model as it is. */
    public static Path of(Path model, Path to) {
        try (Stream<Path> files = Files.walk(model)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(model.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
            return to;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With every weight rounded to {@code dtype}: F32, F16 or BF16. */
    public static Path in(Dtype dtype, Path model, Path to) {
        of(model, to);
        PARTS.forEach((part, file) -> {
            var writer = new SafetensorsWriter();
            TensorSource weights = ModelPart.open(model.resolve(part)).weights();
            weights.tensors().values().forEach(info -> add(writer, dtype, info, weights.floats(info.name())));
            writer.write(to.resolve(part).resolve(file + ".safetensors"));
        });
        return to;
    }

    /** With one weight of a part multiplied. */
    public static Path scaled(String part, String weight, float factor, Path model, Path to) {
        of(model, to);
        var writer = new SafetensorsWriter();
        TensorSource weights = ModelPart.open(model.resolve(part)).weights();
        weights.tensors().values().forEach(info -> {
            float[] values = weights.floats(info.name());
            for (int i = 0; i < values.length && info.name().equals(weight); i++) {
                values[i] *= factor;
            }
            writer.f32(info.name(), info.shape(), values);
        });
        writer.write(to.resolve(part).resolve(PARTS.get(part) + ".safetensors"));
        return to;
    }

    /** With the part's weights spread over two files and an index. */
    public static Path sharded(String part, Path model, Path to) {
        of(model, to);
        try {
            String file = PARTS.get(part);
            Path folder = to.resolve(part);
            TensorSource weights = ModelPart.open(model.resolve(part)).weights();
            Files.delete(folder.resolve(file + ".safetensors"));
            var writers = new SafetensorsWriter[] {new SafetensorsWriter(), new SafetensorsWriter()};
            var map = new StringBuilder();
            int i = 0;
            for (TensorInfo info : weights.tensors().values()) {
                int shard = i++ % 2;
                writers[shard].raw(info.name(), info.dtype(), info.shape(), weights.bytes(info.name()));
                map.append(map.length() == 0 ? "" : ",").append('"').append(info.name()).append("\":\"")
                        .append(shard(file, shard)).append('"');
            }
            for (int shard = 0; shard < 2; shard++) {
                writers[shard].write(folder.resolve(shard(file, shard)));
            }
            Files.writeString(folder.resolve(file + ".safetensors.index.json"), "{\"weight_map\":{" + map + "}}");
            return to;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String shard(String file, int index) {
        return file + "-0000" + (index + 1) + "-of-00002.safetensors";
    }

    private static void add(SafetensorsWriter writer, Dtype dtype, TensorInfo info, float[] values) {
        switch (dtype) {
            case F32 -> writer.f32(info.name(), info.shape(), values);
            case F16 -> writer.f16(info.name(), info.shape(), values);
            case BF16 -> writer.raw(info.name(), Dtype.BF16, info.shape(), bfloat16(values));
            default -> throw new IllegalArgumentException(dtype.name());
        }
    }

    /** Rounded to nearest even, as torch casts. */
    private static ByteBuffer bfloat16(float[] values) {
        var bytes = ByteBuffer.allocateDirect(2 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < values.length; i++) {
            int bits = Float.floatToRawIntBits(values[i]);
            bytes.putShort(2 * i, (short) (bits + 0x7fff + (bits >>> 16 & 1) >>> 16));
        }
        return bytes;
    }
}
