package dev.storyloom.pretrain;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.storyloom.diffusion.tensor.GradMode;
import dev.storyloom.diffusion.tensor.Scope;
import dev.storyloom.diffusion.tensor.Torch;
import dev.storyloom.diffusion.vae.Vae;
import dev.storyloom.pretrain.painter.Caption;
import dev.storyloom.pretrain.painter.PaintedScene;
import dev.storyloom.pretrain.painter.ScenePainter;
import java.util.SplittableRandom;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** Paints and encodes batches on a thread of its own, a few ahead of the training that takes them. */
final class Paintings implements AutoCloseable {
    /** Batches before the first comes again; the latents of 64,000 scenes take half a gigabyte. */
    private static final int DISTINCT = 4000;

    private final ScenePainter painter;
    private final Vae vae;
    private final int batch;
    private final int size;
    private final double scale;
    private final Batch[] made = new Batch[DISTINCT];
    private final BlockingQueue<Batch> ready = new ArrayBlockingQueue<>(4);
    private final Thread thread;

    /** latents: (batch, C, h, w) in row-major order, scaled as the U-Net wants them. */
    record Batch(float[] latents, Shape shape, Caption[] captions) {}

    /** {@code first}: where in the row of batches to begin; the same number always gives the same pictures. */
    Paintings(ScenePainter painter, Vae vae, double scale, int batch, int first) {
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
                made[index] = made[index] == null ? make(owner, index) : made[index];
                ready.put(made[index]);
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

    @Override
    public void close() {
        thread.interrupt();
    }
}
