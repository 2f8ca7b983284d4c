package dev.storyloom.pretrain;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.storyloom.diffusion.tensor.GradMode;
import dev.storyloom.diffusion.tensor.Scope;
import dev.storyloom.diffusion.tensor.Torch;
import dev.storyloom.diffusion.vae.Vae;
import dev.storyloom.diffusion.weights.SafetensorsFile;
import dev.storyloom.diffusion.weights.SafetensorsWriter;
import dev.storyloom.pretrain.painter.Caption;
import dev.storyloom.pretrain.painter.PaintedScene;
import dev.storyloom.pretrain.painter.ScenePainter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Paints and encodes batches on a thread of its own, a few ahead of the training that takes them. Each is kept in a file:
 * painting and encoding take as long as a training step does, reading takes nothing.
 */
final class Paintings implements AutoCloseable {
    /** Batches before the first comes again; the latents of 64,000 scenes take half a gigabyte on the disk. */
    private static final int DISTINCT = 4000;

    private static final String LATENTS = "latents";
    private static final String CAPTIONS = "captions";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ScenePainter painter;
    private final Vae vae;
    private final int batch;
    private final int size;
    private final double scale;
    private final Path folder;
    private final BlockingQueue<Batch> ready = new ArrayBlockingQueue<>(4);
    private final Thread thread;

    /** latents: (batch, C, h, w) in row-major order, scaled as the U-Net wants them. */
    record Batch(float[] latents, Shape shape, Caption[] captions) {}

    /**
     * {@code folder}: for what this painter and this VAE have made, and nothing else; {@code first}: where in the row of
     * batches to begin; the same number always gives the same pictures.
     */
    Paintings(ScenePainter painter, Vae vae, double scale, int batch, Path folder, int first) throws IOException {
        Files.createDirectories(folder);
        this.folder = folder;
        this.painter = painter;
        this.vae = vae;
        this.batch = batch;
        this.size = vae.config().sampleSize();
        this.scale = scale;
        this.thread = new Thread(() -> produce(first), "paintings");
        thread.setDaemon(true);
        thread.start();
    }

    Batch take() {
        try {
            return ready.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for pictures", e);
        }
    }

    private void produce(int first) {
        try (NDManager owner = Torch.newOwner("paintings");
                var off = GradMode.off()) {
            for (int number = first; ; number++) {
                int index = number % DISTINCT;
                Path file = folder.resolve(String.format(Locale.ROOT, "batch-%05d.safetensors", index));
                ready.put(Files.exists(file) ? read(file) : kept(make(owner, index), file));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed: the end of this thread
        }
    }

    private Batch make(NDManager owner, int number) {
        var random = new SplittableRandom(0x57041L + number);
        var pixels = new float[batch * 3 * size * size];
        var captions = new Caption[batch];
        for (int i = 0; i < batch; i++) {
            PaintedScene scene = painter.paint(random);
            captions[i] = scene.caption();
            Pixels.put(scene.image(), 0, 0, size, pixels, i * 3 * size * size);
        }
        try (var scope = Scope.open()) {
            NDArray latents = vae.encode(owner.create(pixels, new Shape(batch, 3, size, size))).mean().mul(scale);
            return new Batch(latents.toFloatArray(), latents.getShape(), captions);
        }
    }

    private static Batch kept(Batch batch, Path file) {
        var captions = JSON.valueToTree(batch.captions()).toString();
        new SafetensorsWriter()
                .f16(LATENTS, batch.shape().getShape(), batch.latents())
                .metadata(CAPTIONS, captions)
                .write(file);
        return batch;
    }

    private static Batch read(Path file) {
        SafetensorsFile stored = SafetensorsFile.open(file);
        try {
            Caption[] captions = JSON.readValue(stored.metadata().get(CAPTIONS), Caption[].class);
            return new Batch(stored.floats(LATENTS), new Shape(stored.tensors().get(LATENTS).shape()), captions);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
