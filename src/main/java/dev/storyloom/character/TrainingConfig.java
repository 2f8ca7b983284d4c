package dev.storyloom.character;

import io.smallrye.config.ConfigMapping;
import java.util.OptionalInt;

/** How long characters are learned; without it as the engine's quick preset says. */
@ConfigMapping(prefix = "storyloom.training")
public interface TrainingConfig {
    /** Training steps at a quick pace; the others take two and three times as many. */
    OptionalInt steps();

    /** Pictures of others of its kind that are painted first. */
    OptionalInt classImages();
}
