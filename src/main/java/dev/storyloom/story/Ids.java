package dev.storyloom.story;

import jakarta.ws.rs.NotFoundException;
import java.util.List;
import java.util.UUID;

/** Reads ids that come in a form. */
final class Ids {
    private Ids() {
    }

    /** Those that were chosen; a field that was left empty says nothing. */
    static List<UUID> parse(List<String> texts) {
        return texts.stream().filter(text -> !text.isBlank()).map(Ids::parse).toList();
    }

    /** The id, or the same 404 that an unknown id gets. */
    static UUID parse(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw new NotFoundException();
        }
    }
}
