package dev.storyloom.character;

import dev.storyloom.account.AccountExport;
import dev.storyloom.storage.BlobStore;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Puts characters and their photos into what somebody takes along. */
@ApplicationScoped
class CharacterExport {
    private final Characters characters;
    private final Photos photos;
    private final BlobStore blobs;

    CharacterExport(Characters characters, Photos photos, BlobStore blobs) {
        this.characters = characters;
        this.photos = photos;
        this.blobs = blobs;
    }

    void pack(@Observes AccountExport export) {
        var told = QuarkusTransaction.requiringNew().call(() -> characters.of(export.accountId()).stream()
                .map(one -> new Told(one.id, one.name, one.classNoun, one.attestationVersion, one.attestedAt, one.createdAt,
                        one.learnedAt, photos.of(one).stream().map(photo -> photo.id).toList())).toList());
        export.pack().json("characters.json", told);
        told.forEach(one -> one.photos.forEach(photo -> blobs.open(Character.folder(one.id) + "/photos/" + photo + ".jpg")
                .ifPresent(bytes -> export.pack().file("photos/" + one.id + "/" + photo + ".jpg", bytes))));
    }

    /** A character; attested is when and to which text its owner gave their word on the photos. */
    record Told(UUID id, String name, String noun, String attestationVersion, Instant attestedAt, Instant createdAt,
            Instant learnedAt, List<UUID> photos) {
    }
}
