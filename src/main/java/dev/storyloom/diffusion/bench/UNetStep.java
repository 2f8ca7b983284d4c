package dev.storyloom.diffusion.bench;

import ai.djl.ndarray.NDManager;
import dev.storyloom.diffusion.tensor.GradMode;
import dev.storyloom.diffusion.tensor.Scope;
import dev.storyloom.diffusion.tensor.Torch;
import dev.storyloom.diffusion.unet.UNet;

/** One of a painting's many steps through the U-Net: both halves of the guidance in one batch. */
public final class UNetStep implements Task {

    private final NDManager owner = Torch.newOwner("bench step");
    private final UNet unet;
    private final UNetInput input;
    private final UNet.Conditioning kept;

    /** {@code rows}: 2 with guidance; {@code side}: of the latents. */
    public UNetStep(UNet unet, int rows, int side) {
        this.unet = unet;
        this.input = UNetInput.of(owner, unet.config(), rows, side);
        this.kept = input.conditioning().kept();
    }

    @Override
    public String name() {
        return "step";
    }

    @Override
    public void run() {
        output();
    }

    /** What the U-Net makes of the recipe's inputs. */
    public float[] output() {
        try (var scope = Scope.open(); var off = GradMode.off()) {
            return unet.forward(input.latents(), input.timesteps(), kept).toFloatArray();
        }
    }

    @Override
    public void close() {
        owner.close();
    }
}
