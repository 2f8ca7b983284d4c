package dev.storyloom.book;

import java.util.regex.Pattern;

/** Messengers' programs that fetch a page to show a card of it; what they open is not counted as read. */
final class LinkPreviewers {
    private static final Pattern NAMES = Pattern.compile("bot|crawler|spider|facebookexternalhit|whatsapp|telegram|"
            + "viber|zalo|skype|slack|discord|twitter|linkedin|preview|curl|wget", Pattern.CASE_INSENSITIVE);

    private LinkPreviewers() {
    }

    static boolean isOne(String userAgent) {
        return userAgent != null && NAMES.matcher(userAgent).find();
    }
}
