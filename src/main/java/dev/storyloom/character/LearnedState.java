package dev.storyloom.character;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** How a character was known after some steps of its training: a LoRA and a picture that it makes. */
@Entity
@Table(name = "learned_state")
public class LearnedState {

    @Id
    public UUID id;

    public UUID characterId;

    public int step;

    /** Whether the training itself would have ended with it. */
    public boolean best;

    /** Whether stories are painted with it. */
    public boolean chosen;

    String loraKey() {
        return key() + ".safetensors";
    }

    String pictureKey() {
        return key() + ".jpg";
    }

    private String key() {
        return Character.folder(characterId) + "/states/" + id;
    }

    public String address() {
        return "/characters/" + characterId + "/states/" + id;
    }

    public String stepWords() {
        return Integer.toString(step);
    }
}
