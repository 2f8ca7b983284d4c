package dev.storyloom.pretrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import ai.djl.ndarray.NDManager;
import dev.storyloom.diffusion.Goldens;
import dev.storyloom.diffusion.nn.StoredWeights;
import dev.storyloom.diffusion.nn.Weights;
import dev.storyloom.diffusion.tensor.Torch;
import dev.storyloom.diffusion.vae.Vae;
import dev.storyloom.diffusion.vae.VaeConfig;
import dev.storyloom.diffusion.weights.ModelPart;
import dev.storyloom.pretrain.painter.Fixtures;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaintingsTest {
    /** Of latents of some units, as half precision keeps them. */
    private static final float HALF_ROUNDING = 4e-3f;

    @TempDir
    Path folder;

    @Test
    void whatWasPaintedOnceIsReadTheNextTime() throws IOException {
        try (NDManager owner = Torch.newOwner("paintings test")) {
            ModelPart part = ModelPart.open(Goldens.tinySdxl().resolve("vae"));
            var vae = new Vae(Weights.root(new StoredWeights(part.weights(), owner)), VaeConfig.from(part.config()));

            Paintings.Batch painted = first(vae);
            assertThat(folder.resolve("batch-00000.safetensors")).exists();
            Paintings.Batch read = first(vae);

            assertThat(read.captions()).isEqualTo(painted.captions());
            assertThat(read.shape()).isEqualTo(painted.shape());
            assertThat(read.latents()).containsExactly(painted.latents(), offset(HALF_ROUNDING));
        }
    }

    private Paintings.Batch first(Vae vae) throws IOException {
        try (var paintings = new Paintings(Fixtures.painter(), vae, 1, 2, folder, 0)) {
            return paintings.take();
        }
    }
}
