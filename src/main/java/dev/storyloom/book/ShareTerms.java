package dev.storyloom.book;

import java.util.List;
import java.util.Optional;

/**
 * On what terms a link opens a book.
 *
 * @param pin     null for a link that opens by itself
 * @param savable whether readers may save the book as a file
 */
record ShareTerms(int days, String pin, boolean savable) {
    static final List<Integer> DAYS = List.of(7, 30, 365);
    static final int USUAL_DAYS = 30;
    private static final String PIN = "[0-9]{4,8}";

    /** What of the terms was not understood. */
    enum Fault {
        DAYS, PIN
    }

    /** The fault of what somebody sent, if it has one; no PIN and an empty one are the same. */
    static Optional<Fault> faultOf(String days, String pin) {
        if (DAYS.stream().noneMatch(one -> one.toString().equals(days))) {
            return Optional.of(Fault.DAYS);
        }
        return pin == null || pin.isBlank() || pin.strip().matches(PIN) ? Optional.empty() : Optional.of(Fault.PIN);
    }

    /** Only for what {@link #faultOf} finds nothing wrong with. */
    static ShareTerms of(String days, String pin, boolean savable) {
        return new ShareTerms(Integer.parseInt(days), pin == null || pin.isBlank() ? null : pin.strip(), savable);
    }
}
