package dev.storyloom.character;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** One photo of a character, as the intake re-encoded it. */
@Entity
public class Photo {

    @Id
    public UUID id;

    public UUID characterId;

    /** SHA-256 of the stored bytes, so that the same photo is kept once. */
    public String digest;

    public int width;
    public int height;
    public Instant createdAt;

    /** As {@link dev.storyloom.storage.PhotoLook} has them; null for photos that were taken before it was. */
    public Integer blur;
    public Integer brightness;
    public Long print;
    public Integer faces;

    String key() {
        return Character.folder(characterId) + "/photos/" + id + ".jpg";
    }

    public String address() {
        return "/characters/" + characterId + "/photos/" + id;
    }

    public String url() {
        return address() + ".jpg";
    }
}
