package dev.storyloom.character;

import java.util.UUID;

/** Fired in the transaction that deletes a character, for stories that know it. */
public record CharacterDeleted(UUID characterId, UUID ownerId) {
}
