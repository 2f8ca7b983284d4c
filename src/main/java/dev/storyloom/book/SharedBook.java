package dev.storyloom.book;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.NotFoundException;
import java.util.UUID;

/** The book that the link of this request opens; only {@link ShareGuard} puts it here. */
@RequestScoped
class SharedBook {
    private ShareLink link;

    void open(ShareLink link) {
        this.link = link;
    }

    UUID linkId() {
        return opened().id;
    }

    UUID bookId() {
        return opened().bookId;
    }

    private ShareLink opened() {
        if (link == null) {
            throw new NotFoundException();
        }
        return link;
    }
}
