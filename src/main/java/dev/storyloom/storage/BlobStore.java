package dev.storyloom.storage;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where bytes live: photos, LoRAs, painted pages. A key is made by the program, never by a person: lower-case words
 * and UUIDs separated by slashes, such as {@code characters/<id>/photos/<id>.jpg}. A put is all or nothing.
 */
public interface BlobStore {

    /** Stores all bytes of the stream under the key, replacing what was there. */
    void put(String key, InputStream bytes);

    /** Opens the bytes, if they are there; the caller closes the stream. */
    Optional<InputStream> open(String key);

    /** A local file with the bytes, for the engine; may not exist. */
    Path path(String key);

    /** Deletes one blob; deleting what is not there is no failure. */
    void delete(String key);

    /** Deletes every blob below the key, and returns how many there were. */
    int deleteAll(String prefix);
}
