package dev.storyloom.book;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.NotFoundException;
import java.util.UUID;

/** The book that the link of this request opens, once its PIN was given if it has one; only {@link ShareGuard} puts it here. */
@RequestScoped
class SharedBook {
    private ShareLink link;
    private boolean unlocked;

    void open(ShareLink link, boolean unlocked) {
        this.link = link;
        this.unlocked = unlocked;
    }

    /** The link itself, for whoever asks for its PIN; everything else goes through what follows. */
    ShareLink atTheDoor() {
        if (link == null) {
            throw new NotFoundException();
        }
        return link;
    }

    boolean savable() {
        return opened().savable;
    }

    UUID linkId() {
        return opened().id;
    }

    UUID bookId() {
        return opened().bookId;
    }

    private ShareLink opened() {
        if (!unlocked) {
            throw new NotFoundException();
        }
        return atTheDoor();
    }
}
