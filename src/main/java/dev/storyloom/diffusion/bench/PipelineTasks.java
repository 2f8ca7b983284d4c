package dev.storyloom.diffusion.bench;

import java.util.List;
import java.util.function.Consumer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.storyloom.diffusion.pipeline.StableDiffusionXl;
import dev.storyloom.diffusion.tensor.GradMode;
import dev.storyloom.diffusion.tensor.Scope;
import dev.storyloom.diffusion.tensor.Torch;

/** The parts of a painting beside the U-Net. */
public final class PipelineTasks {

    private static final List<String> PROMPTS = List.of("", "a fox who reads a book in the snow at night");

    private PipelineTasks() {
    }

    /** A picture from latents of {@code side}. */
    public static Task vaeDecode(StableDiffusionXl model, int side) {
        var shape = new Shape(1, model.vae().config().latentChannels(), side, side);
        return new Once("vae", owner -> {
            NDArray latents = UNetInput.array(owner, "input.latents", shape);
            model.decode(latents).toFloatArray();
        });
    }

    /** A prompt and its negative through both encoders. */
    public static Task textEncoding(StableDiffusionXl model) {
        return new Once("text", owner -> model.text().encode(owner, PROMPTS, PROMPTS).context().toFloatArray());
    }

    private record Once(String name, Consumer<NDManager> work) implements Task {

        @Override
        public void run() {
            try (NDManager owner = Torch.newOwner("bench"); var scope = Scope.open(); var off = GradMode.off()) {
                work.accept(owner);
            }
        }
    }
}
