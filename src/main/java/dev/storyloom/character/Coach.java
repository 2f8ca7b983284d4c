package dev.storyloom.character;

import dev.storyloom.storage.PhotoLook;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Looks at an album as a friend who knows about training would: a hint for a photo that helps little, and how ready the
 * whole is. Thresholds were chosen on the sample's photos and on the same ones blurred, darkened and taken again.
 */
record Coach(Map<UUID, PhotoHint> hints, int useful) {
    /** So many useful photos are as good as it gets. */
    private static final int PLENTY = 8;
    private static final int BLURRED = 62;
    private static final int DARK = 48;
    private static final int BRIGHT = 232;
    private static final int SMALL = 400;
    private static final int TWINS = 5;

    static Coach of(List<Photo> album) {
        var hints = new LinkedHashMap<UUID, PhotoHint>();
        var seen = new ArrayList<Photo>();
        for (var photo : album) {
            hint(photo, seen).ifPresent(hint -> hints.put(photo.id, hint));
            seen.add(photo);
        }
        return new Coach(hints, album.size() - hints.size());
    }

    /** What can be said of one photo beside those that were there before it. */
    private static Optional<PhotoHint> hint(Photo photo, List<Photo> before) {
        if (photo.print == null) {
            return Optional.empty();
        }
        if (before.stream().anyMatch(other -> other.print != null && PhotoLook.difference(other.print, photo.print) <= TWINS)) {
            return Optional.of(PhotoHint.TWIN);
        }
        if (photo.faces != null && photo.faces > 1) {
            return Optional.of(PhotoHint.FACES);
        }
        if (photo.brightness < DARK) {
            return Optional.of(PhotoHint.DARK);
        }
        if (photo.brightness > BRIGHT) {
            return Optional.of(PhotoHint.BRIGHT);
        }
        if (photo.blur > BLURRED) {
            return Optional.of(PhotoHint.BLURRED);
        }
        return Math.min(photo.width, photo.height) < SMALL ? Optional.of(PhotoHint.SMALL) : Optional.empty();
    }

    /** Hundredths: every useful photo brings the set nearer to a good likeness. */
    int readiness() {
        return Math.min(100, 100 * useful / PLENTY);
    }

    /** The hint that most photos got; the weightier one of two. */
    Optional<PhotoHint> mostly() {
        return hints.values().stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting())).entrySet()
                .stream().min(Comparator.<Map.Entry<PhotoHint, Long>>comparingLong(entry -> -entry.getValue())
                        .thenComparing(Map.Entry::getKey)).map(Map.Entry::getKey);
    }
}
