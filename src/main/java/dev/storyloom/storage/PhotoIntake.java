package dev.storyloom.storage;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The door for photos: whatever somebody uploads comes out as a checked, upright, metadata-free JPEG, or as a
 * {@link PhotoRefused}. At most two pictures are decoded at once, each for at most ten seconds.
 */
@ApplicationScoped
public class PhotoIntake {

    public static final long MOST_BYTES = 15L << 20;
    private static final int PERMITS = 2;
    private static final long LONGEST_WAIT_SECONDS = 30;
    private static final long LONGEST_DECODE_SECONDS = 10;

    private final Semaphore permits = new Semaphore(PERMITS, true);
    private final ExecutorService decoders = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "photo-decoder");
        thread.setDaemon(true);
        return thread;
    });

    /** Reads the uploaded file, which is left as it is. */
    public PreparedPhoto prepare(Path file) {
        return prepare(file, null);
    }

    /** Reads a photo that was prepared before, and keeps this square of it. */
    public PreparedPhoto crop(Path photo, PhotoSquare square) {
        return prepare(photo, square);
    }

    private PreparedPhoto prepare(Path file, PhotoSquare square) {
        waitForTurn();
        boolean handedOver = false;
        try {
            byte[] bytes = read(file);
            PhotoFormat format = PhotoFormat.of(bytes);
            PhotoOutline outline = PhotoOutline.of(format, bytes);
            if (outline.animated()) {
                throw new PhotoRefused(PhotoRefusal.ANIMATED);
            }
            PhotoDecoder decoder = new PhotoDecoder(format, bytes, Orientation.fromExif(outline.exif()), square);
            handedOver = true;
            return watched(decoder, outline.complete());
        } finally {
            if (!handedOver) {
                permits.release();
            }
        }
    }

    /** The permit comes back when the decoder really ends, so decoders that hang can never be more than two. */
    private PreparedPhoto watched(PhotoDecoder decoder, boolean complete) {
        Future<PreparedPhoto> work = decoders.submit(() -> {
            try {
                return decoder.decode();
            } finally {
                decoder.dispose();
                permits.release();
            }
        });
        try {
            PreparedPhoto photo = work.get(LONGEST_DECODE_SECONDS, TimeUnit.SECONDS);
            if (!complete) {
                throw new PhotoRefused(PhotoRefusal.CORRUPT_IMAGE);
            }
            return photo;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof LinkageError broken) {
                throw broken; // a part of the program is missing, which is no fault of the photo's
            }
            throw e.getCause() instanceof PhotoRefused refused ? refused
                    : new PhotoRefused(PhotoRefusal.CORRUPT_IMAGE, e.getCause());
        } catch (TimeoutException | InterruptedException e) {
            work.cancel(true);
            decoder.close();
            throw new PhotoRefused(PhotoRefusal.CORRUPT_IMAGE, e);
        }
    }

    private void waitForTurn() {
        try {
            if (permits.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new PhotoRefused(PhotoRefusal.BUSY);
    }

    private static byte[] read(Path file) {
        try {
            long size = Files.size(file);
            if (size == 0) {
                throw new PhotoRefused(PhotoRefusal.EMPTY_FILE);
            }
            if (size > MOST_BYTES) {
                throw new PhotoRefused(PhotoRefusal.FILE_TOO_LARGE);
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new PhotoRefused(PhotoRefusal.STORAGE, e);
        }
    }

    @PreDestroy
    void stop() {
        decoders.shutdownNow();
    }
}
