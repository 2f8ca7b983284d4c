package dev.storyloom.book;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The links to books: made, listed, taken back, and followed. */
@ApplicationScoped
class ShareLinks implements PanacheRepositoryBase<ShareLink, UUID> {
    private final BookRepository books;
    private final Clock clock;

    ShareLinks(BookRepository books, Clock clock) {
        this.books = books;
        this.clock = clock;
    }

    /** Makes a link to the owner's book; the token is known to nobody after this call but to who gets it. */
    @Transactional
    ShareToken create(UUID ownerId, UUID bookId, ShareTerms terms) {
        var book = books.find(bookId, ownerId);
        var token = ShareToken.create();
        persist(new ShareLink(book.id, token, clock.instant(), terms));
        return token;
    }

    @Transactional
    void revoke(UUID ownerId, UUID bookId, UUID linkId) {
        var book = books.find(bookId, ownerId);
        var link = find("id = ?1 and bookId = ?2", linkId, book.id).firstResultOptional()
                .orElseThrow(NotFoundException::new);
        if (link.revokedAt == null) {
            link.revokedAt = clock.instant();
        }
    }

    List<ShareLink> of(UUID bookId) {
        return list("bookId = ?1 order by createdAt desc", bookId);
    }

    /** The link that this token opens at this moment. */
    Optional<ShareLink> follow(ShareToken token) {
        return find("tokenHash", token.hash()).firstResultOptional().filter(link -> link.opensAt(clock.instant()));
    }

    @Transactional
    void countOpened(UUID linkId) {
        update("opened = opened + 1, lastOpenedAt = ?1 where id = ?2", clock.instant(), linkId);
    }
}
