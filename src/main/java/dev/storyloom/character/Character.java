package dev.storyloom.character;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Somebody who can play in stories: a child, a pet, a toy, an invention; learned from photos. */
@Entity
@Table(name = "story_character")
public class Character {

    @Id
    public UUID id;

    public UUID ownerId;

    /** What the writer calls it. */
    public String name;

    @Enumerated(EnumType.STRING)
    public CharacterKind kind;

    /** What it is, in English, as the painter knows it: {@code fox}. */
    public String classNoun;

    /** The rare word that training ties to it. */
    public String token;

    /** The one that it shall have after its next training; null where it keeps its own. */
    public String nextToken;

    /** How long its next training takes. */
    @Enumerated(EnumType.STRING)
    public Pace pace = Pace.QUICK;

    /** Which text the owner agreed to, and when. */
    public String attestationVersion;
    public Instant attestedAt;

    public Instant createdAt;

    /** When the last training ended well; null while there is no LoRA. */
    public Instant learnedAt;

    /** The words of a prompt that call this character: {@code sks fox}. */
    public String phrase() {
        return token + " " + classNoun;
    }

    /** The rare word that a training ties to it now. */
    String tokenToLearn() {
        return nextToken == null ? token : nextToken;
    }

    public boolean ready() {
        return learnedAt != null;
    }

    /** Where everything of this character lies in the blob store. */
    public static String folder(UUID id) {
        return "characters/" + id;
    }

    public static String loraKey(UUID id) {
        return folder(id) + "/lora.safetensors";
    }

    static String sampleKey(UUID id, int step) {
        return folder(id) + "/samples/" + step + ".jpg";
    }
}
