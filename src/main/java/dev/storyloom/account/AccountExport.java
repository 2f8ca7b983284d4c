package dev.storyloom.account;

import java.io.InputStream;
import java.util.UUID;

/** Fired when somebody asks for their data: whoever keeps something for the account puts it into the pack. */
public record AccountExport(UUID accountId, Pack pack) {

    /** The file being made; names are made by the program, never from what somebody typed. */
    public interface Pack {
        /** Adds what programs can read. */
        void json(String name, Object content);

        /** Adds a file as it is kept, and closes the stream. */
        void file(String name, InputStream bytes);
    }
}
