package dev.storyloom.diffusion.pipeline;

import java.nio.file.Path;

/** A LoRA file and how strongly it counts: 0 not at all, 1 as trained. */
public record LoraUse(Path file, double scale) {}
