package dev.storyloom.diffusion.bench;

import ai.djl.ndarray.NDManager;
import dev.storyloom.diffusion.tensor.Torch;
import dev.storyloom.diffusion.unet.UNet;
import dev.storyloom.diffusion.weights.ModelPart;

/** A U-Net alone, without the model around it, and what owns its arrays. */
public final class LoadedUNet implements AutoCloseable {

    private final NDManager owner = Torch.newOwner("bench");
    private final UNet unet;

    public LoadedUNet(ModelPart part) {
        unet = UNet.load(part, owner);
    }

    public UNet unet() {
        return unet;
    }

    @Override
    public void close() {
        owner.close();
    }
}
