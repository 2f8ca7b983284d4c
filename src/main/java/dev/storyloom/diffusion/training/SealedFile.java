package dev.storyloom.diffusion.training;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.storyloom.diffusion.SafetensorsException;
import dev.storyloom.diffusion.weights.Dtype;
import dev.storyloom.diffusion.weights.SafetensorsFile;
import dev.storyloom.diffusion.weights.SafetensorsWriter;

/** A safetensors file of FLOAT32 tensors with a SHA-256 of their names and bytes, so that damage is noticed. */
final class SealedFile {

    private static final Logger LOG = LoggerFactory.getLogger(SealedFile.class);
    private static final String SEAL = "sha256";

    private SealedFile() {
    }

    /** Crash-safe: the name holds the whole new file or whatever it held before. */
    static void write(Path file, Map<String, Tensor> tensors) {
        var writer = new SafetensorsWriter();
        MessageDigest digest = RunId.sha256();
        new TreeMap<>(tensors).forEach((name, tensor) -> {
            var bytes = ByteBuffer.allocate(4 * tensor.values().length).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asFloatBuffer().put(tensor.values());
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            digest.update(bytes.duplicate());
            writer.raw(name, Dtype.F32, tensor.shape(), bytes);
        });
        writer.metadata(SEAL, HexFormat.of().formatHex(digest.digest())).write(file);
    }

    record Tensor(long[] shape, float[] values) {
    }

    /** The file if it is there and whole; a damaged one is deleted, and said in the log. */
    static Optional<SafetensorsFile> read(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            SafetensorsFile tensors = SafetensorsFile.open(file);
            MessageDigest digest = RunId.sha256();
            new TreeMap<>(tensors.tensors()).keySet().forEach(name -> {
                digest.update(name.getBytes(StandardCharsets.UTF_8));
                digest.update(tensors.bytes(name));
            });
            if (HexFormat.of().formatHex(digest.digest()).equals(tensors.metadata().get(SEAL))) {
                return Optional.of(tensors);
            }
            LOG.warn("{} is damaged and is deleted", file.getFileName());
        } catch (SafetensorsException e) {
            LOG.warn("{} is damaged and is deleted: {}", file.getFileName(), e.getMessage());
        }
        TrainingFolder.delete(file);
        return Optional.empty();
    }
}
