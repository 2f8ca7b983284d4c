package dev.storyloom.diffusion.bench;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.storyloom.diffusion.tensor.Autograd;
import dev.storyloom.diffusion.tensor.GradMode;
import dev.storyloom.diffusion.tensor.Ops;
import dev.storyloom.diffusion.tensor.Scope;
import dev.storyloom.diffusion.tensor.Torch;
import dev.storyloom.diffusion.training.LoraTrainee;
import dev.storyloom.diffusion.unet.UNet;
import java.util.Map;

/** One update of a LoRA on the U-Net's attention: prediction, loss, gradient, clipping, AdamW. */
public final class TrainingStep implements Task {

    private final NDManager owner = Torch.newOwner("bench training");
    private final UNet unet;
    private final UNetInput input;
    private final NDArray noise;
    private final LoraTrainee trainee;

    public TrainingStep(UNet unet, int rows, int side, int rank) {
        this.unet = unet;
        this.input = UNetInput.of(owner, unet.config(), rows, side);
        this.noise = UNetInput.array(owner, "input.noise", input.latents().getShape());
        this.trainee = new LoraTrainee(new LoraTrainee.Plan(Map.of("unet", unet.adaptables()), rank, false), 0);
    }

    @Override
    public String name() {
        return "training";
    }

    @Override
    public void run() {
        try (var attached = trainee.attach(); var scope = Scope.open(); var on = GradMode.on()) {
            NDArray loss = Ops.mse(unet.forward(input.latents(), input.timesteps(), input.conditioning()), noise);
            Autograd.backward(loss);
            trainee.update(1e-4, 1e-4);
        }
    }

    @Override
    public void close() {
        trainee.close();
        owner.close();
    }
}
