package dev.storyloom.diffusion.training;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

import dev.storyloom.diffusion.ModelException;
import dev.storyloom.diffusion.unet.UNetConfig;

/**
 * Names a training by all that decides its numbers: the photos' bytes, the options, the model's shape. A checkpoint of
 * another training in the same folder is thereby never taken for this one's. How long and how often to look at it are
 * left out, so that a training can be made longer.
 */
final class RunId {

    private RunId() {
    }

    static String of(List<Path> photos, TrainingOptions options, int resolution, UNetConfig model) {
        MessageDigest digest = sha256();
        String settings = String.join("\n", options.instancePrompt(), String.valueOf(options.classPrompt()),
                options.preservesPrior() ? options.classImages() + " " + options.priorWeight() : "",
                options.batchSize() + " " + options.rank() + " " + options.learningRate() + " " + options.seed() + " "
                        + resolution + " " + options.repeats(), model.toString());
        digest.update(settings.getBytes(StandardCharsets.UTF_8));
        // A plain training keeps the name it had before there were methods.
        if (!options.method().equals(TrainingMethod.PLAIN)) {
            digest.update(options.method().toString().getBytes(StandardCharsets.UTF_8));
        }
        if (options.method().schedule().endsWithTraining()) {
            digest.update(("\n" + options.steps()).getBytes(StandardCharsets.UTF_8));
        }
        for (Path photo : photos) {
            try {
                digest.update(sha256().digest(Files.readAllBytes(photo)));
            } catch (IOException e) {
                throw new ModelException("photo_unreadable", photo.getFileName() + " cannot be read.", e);
            }
        }
        return HexFormat.of().formatHex(digest.digest(), 0, 6);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
