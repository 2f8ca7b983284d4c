package dev.storyloom.diffusion.pipeline;

import ai.djl.Device;
import dev.storyloom.diffusion.tensor.Precision;
import dev.storyloom.diffusion.tensor.Torch;
import dev.storyloom.diffusion.vae.VaeConfig;
import java.nio.file.Path;

/**
 * Where a model runs and in which numbers.
 *
 * @param compute what the text encoders and the U-Net compute in; the VAE too, unless FLOAT16 is too narrow for it
 * @param asStored whether weights stay in their files' format and are cast as they are used: half the memory for FLOAT16
 *     files on a processor, for about a sixth more time
 * @param vae folder of another VAE (its config and weights), or null for the model's own
 * @param plan how it is made to fit into memory
 */
public record LoadOptions(Device device, Precision compute, boolean asStored, Path vae, MemoryPlan plan) {

    /** The processor, in FLOAT32. */
    public static final LoadOptions DEFAULT = on(Device.cpu());

    /** What suits {@code device}: FLOAT32 on a processor, FLOAT16 on a graphics card. */
    public static LoadOptions on(Device device) {
        Precision compute = device.isGpu() ? Precision.FLOAT16 : Precision.FLOAT32;
        return new LoadOptions(device, compute, false, null, MemoryPlan.AMPLE);
    }

    /** The same for a device by its name; throws ModelException for one that is not there. */
    public static LoadOptions on(String device) {
        return on(Torch.device(device));
    }

    public LoadOptions withCompute(Precision value) {
        return new LoadOptions(device, value, asStored, vae, plan);
    }

    public LoadOptions withAsStored(boolean value) {
        return new LoadOptions(device, compute, value, vae, plan);
    }

    public LoadOptions withVae(Path value) {
        return new LoadOptions(device, compute, asStored, value, plan);
    }

    public LoadOptions withPlan(MemoryPlan value) {
        return new LoadOptions(device, compute, asStored, vae, value);
    }

    /** Whether the model runs on a graphics card. */
    public boolean onCard() {
        return device.isGpu();
    }

    /** Bytes of memory that the graphics card has. */
    public long cardMemory() {
        return Torch.memory(device);
    }

    /** For the text encoders: FLOAT32 on the processor where the plan keeps them there. */
    LoadOptions forTexts() {
        return plan.encodersAside() ? on(Device.cpu()).withAsStored(true) : this;
    }

    /** The format that weights are kept in for a part which computes in {@code part}; null leaves them as stored. */
    Precision format(Precision part) {
        return asStored ? null : part;
    }

    /** What a VAE of this config computes in: FLOAT32 where its numbers overflow FLOAT16 (diffusers' force_upcast). */
    Precision vaeCompute(VaeConfig config) {
        return compute.overflowsEasily() && config.forceUpcast() ? Precision.FLOAT32 : compute;
    }
}
