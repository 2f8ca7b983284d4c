package dev.storyloom.rendering;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How pages are painted. */
@ConfigMapping(prefix = "storyloom.rendering")
public interface RenderingConfig {
    /** Denoising steps for a page. */
    @WithDefault("25")
    int steps();

    /** How closely the painter keeps to the words. */
    @WithDefault("5.0")
    double guidance();

    /** How strongly a trained character's LoRA counts. */
    @WithDefault("0.9")
    double loraScale();
}
