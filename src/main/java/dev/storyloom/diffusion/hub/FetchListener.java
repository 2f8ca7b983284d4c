package dev.storyloom.diffusion.hub;

/** Told how far a fetch is; called on the fetching thread, several times a second. */
public interface FetchListener {

    /** {@code done} of {@code total} bytes of the whole model lie here; {@code file} is under way. */
    void fetched(String file, long done, long total);

    /** {@code done} of {@code total} bytes of {@code file} are compared with its checksum. */
    void checked(String file, long done, long total);

    /** The line broke or the hub is busy; goes on by itself after {@code seconds}. */
    void waiting(String file, long seconds);
}
