package dev.storyloom.character;

import java.util.UUID;

/** Fired in the transaction that ends a training under another rare word, for the prompts that have the one before. */
public record WordChanged(UUID characterId, String before, String after) {
}
