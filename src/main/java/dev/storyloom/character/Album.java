package dev.storyloom.character;

import dev.storyloom.storage.BlobStore;
import dev.storyloom.storage.PhotoIntake;
import dev.storyloom.storage.PhotoReasons;
import dev.storyloom.storage.PhotoRefusal;
import dev.storyloom.storage.PhotoRefused;
import dev.storyloom.storage.PhotoSquare;
import dev.storyloom.storage.PreparedPhoto;
import dev.storyloom.storage.StorageFailure;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;

/** The photos of a character: taken through the intake, kept once each, removed for good. */
@ApplicationScoped
public class Album {

    private final Characters characters;
    private final Photos photos;
    private final PhotoIntake intake;
    private final BlobStore blobs;
    private final Clock clock;

    Album(Characters characters, Photos photos, PhotoIntake intake, BlobStore blobs, Clock clock) {
        this.characters = characters;
        this.photos = photos;
        this.intake = intake;
        this.blobs = blobs;
        this.clock = clock;
    }

    /** Adds the uploaded file; throws {@link PhotoRefused}, and then nothing of it is kept. */
    public Added add(UUID characterId, UUID ownerId, Path upload) {
        QuarkusTransaction.requiringNew().run(() -> room(characters.find(characterId, ownerId)));
        PreparedPhoto prepared = intake.prepare(upload);
        Photo photo = photo(characterId, prepared, clock.instant());
        Optional<Photo> before = QuarkusTransaction.requiringNew()
                .call(() -> photos.same(characters.find(characterId, ownerId), photo.digest));
        if (before.isPresent()) {
            return new Added(before.get(), true);
        }
        return kept(photo, prepared, () -> insert(photo, ownerId));
    }

    /** Keeps a square of a photo in its place; what was around it is gone for good. */
    Added crop(UUID photoId, UUID characterId, UUID ownerId, PhotoSquare square) {
        Photo whole = QuarkusTransaction.requiringNew()
                .call(() -> photos.find(photoId, characters.find(characterId, ownerId)));
        PreparedPhoto prepared = intake.crop(blobs.path(whole.key()), square);
        Photo photo = photo(characterId, prepared, whole.createdAt);
        Added added = kept(photo, prepared, () -> replace(photoId, photo, ownerId));
        if (!added.duplicate()) {
            blobs.delete(whole.key());
        }
        return added;
    }

    private static Photo photo(UUID characterId, PreparedPhoto prepared, Instant createdAt) {
        Photo photo = new Photo();
        photo.id = UUID.randomUUID();
        photo.characterId = characterId;
        photo.digest = prepared.digest();
        photo.width = prepared.width();
        photo.height = prepared.height();
        photo.createdAt = createdAt;
        photo.blur = prepared.look().blur();
        photo.brightness = prepared.look().brightness();
        photo.print = prepared.look().print();
        photo.faces = prepared.look().faces();
        return photo;
    }

    /** The file is there before its row, and goes again where there is to be no row. */
    private Added kept(Photo photo, PreparedPhoto prepared, Callable<Added> row) {
        store(photo, prepared);
        try {
            Added added = QuarkusTransaction.requiringNew().call(row);
            if (added.duplicate()) {
                blobs.delete(photo.key());
            }
            return added;
        } catch (RuntimeException e) {
            blobs.delete(photo.key());
            throw e;
        }
    }

    private Added replace(UUID photoId, Photo photo, UUID ownerId) {
        Character character = characters.findForChange(photo.characterId, ownerId);
        Photo whole = photos.find(photoId, character);
        Optional<Photo> before = photos.same(character, photo.digest);
        if (before.isPresent()) {
            return new Added(before.get(), true);
        }
        photos.delete(whole);
        photos.persist(photo);
        return new Added(photo, false);
    }

    @Transactional
    void remove(UUID photoId, UUID characterId, UUID ownerId) {
        Photo photo = photos.find(photoId, characters.findForChange(characterId, ownerId));
        photos.delete(photo);
        blobs.delete(photo.key());
    }

    private void store(Photo photo, PreparedPhoto prepared) {
        try {
            blobs.put(photo.key(), new ByteArrayInputStream(prepared.jpeg()));
        } catch (StorageFailure e) {
            throw e.full() ? new PhotoRefused(PhotoRefusal.STORAGE, e) : e;
        }
    }

    /** The character's row is locked, so that many uploads at once neither pass the limit nor keep a photo twice. */
    private Added insert(Photo photo, UUID ownerId) {
        Character character = characters.findForChange(photo.characterId, ownerId);
        Optional<Photo> before = photos.same(character, photo.digest);
        if (before.isPresent()) {
            return new Added(before.get(), true);
        }
        room(character);
        photos.persist(photo);
        return new Added(photo, false);
    }

    private void room(Character character) {
        if (photos.count(character) >= PhotoReasons.MOST_PHOTOS) {
            throw new PhotoRefused(PhotoRefusal.PHOTO_LIMIT);
        }
    }

    /** The photo that is there now, and whether it was there before. */
    public record Added(Photo photo, boolean duplicate) {
    }
}
