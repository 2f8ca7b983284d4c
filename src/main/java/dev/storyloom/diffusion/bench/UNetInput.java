package dev.storyloom.diffusion.bench;

import java.util.Arrays;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.storyloom.diffusion.unet.UNet;
import dev.storyloom.diffusion.unet.UNetConfig;

/** The recipe's inputs for a U-Net: {@code rows} square latents of {@code side}, at timestep 501. */
public record UNetInput(NDArray latents, double[] timesteps, UNet.Conditioning conditioning) {

    private static final int TOKENS = 77;
    private static final int PIXELS = 8;
    private static final double TIMESTEP = 501;

    public static UNetInput of(NDManager owner, UNetConfig config, int rows, int side) {
        var ids = new double[] {PIXELS * side, PIXELS * side, 0, 0, PIXELS * side, PIXELS * side};
        var timeIds = new double[rows][];
        Arrays.fill(timeIds, ids);
        var timesteps = new double[rows];
        Arrays.fill(timesteps, TIMESTEP);
        int pooled = config.additionChannels() - ids.length * config.additionTimeChannels();
        return new UNetInput(array(owner, "input.sample", new Shape(rows, config.inChannels(), side, side)), timesteps,
                new UNet.Conditioning(
                        array(owner, "input.encoder_hidden_states", new Shape(rows, TOKENS, config.contextChannels())),
                        array(owner, "input.text_embeds", new Shape(rows, pooled)), timeIds));
    }

    static NDArray array(NDManager owner, String name, Shape shape) {
        return owner.create(Recipe.input(name, shape), shape);
    }
}
