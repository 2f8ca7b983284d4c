package dev.storyloom.diffusion.pipeline;

import java.awt.image.BufferedImage;

/** A painted picture (8-bit RGB) and what is needed to paint it again. */
public record ImageResult(BufferedImage image, long seed, int steps) {}
