package dev.storyloom.book;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** The page with a book's links; the new link and its QR code only in the answer that made them, else null. */
public record ShareView(UUID bookId, String title, String newLink, QrCode code, List<Row> rows) {
    static ShareView of(Book book, List<ShareLink> links, String newLink, Instant now, Locale locale) {
        var date = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale).withZone(ZoneId.systemDefault());
        return new ShareView(book.id, book.title, newLink, newLink == null ? null : QrCode.of(newLink),
                links.stream().map(link -> new Row(link.id, date.format(link.createdAt), date.format(link.expiresAt),
                        link.opened, link.opensAt(now), link.revokedAt != null, link.locked, link.savable)).toList());
    }

    public List<Integer> days() {
        return ShareTerms.DAYS;
    }

    public int usualDays() {
        return ShareTerms.USUAL_DAYS;
    }

    /** One link in the list: by its dates, for the secret is not there any more. */
    public record Row(UUID id, String created, String expires, int opened, boolean open, boolean revoked,
            boolean locked, boolean savable) {
    }
}
