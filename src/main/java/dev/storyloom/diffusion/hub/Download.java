package dev.storyloom.diffusion.hub;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

import dev.storyloom.diffusion.ModelException;
import dev.storyloom.diffusion.weights.AtomicFile;

/**
 * One file on its way. What has come lies in a {@code .part} file, which the next run goes on from; the file gets its
 * name when all of it is here and its checksum is right.
 */
final class Download {

    private static final int TRIES = 6;

    private final HubConnection hub;
    private final HubFile file;
    private final URI address;
    private final Path target;
    private final Path part;
    private final Sleep sleep;

    /** Waits between tries; replaced in tests. */
    @FunctionalInterface
    interface Sleep {
        void seconds(long seconds) throws InterruptedException;
    }

    Download(HubConnection hub, HubFile file, URI address, Path folder, Sleep sleep) {
        this.hub = hub;
        this.file = file;
        this.address = address;
        this.target = folder.resolve(file.path());
        this.part = target.resolveSibling(target.getFileName() + "." + file.mark() + ".part");
        this.sleep = sleep;
    }

    /** Bytes that need not come again. */
    long here() throws IOException {
        if (Files.isRegularFile(target) && Files.size(target) == file.size()) {
            return file.size();
        }
        return Files.isRegularFile(part) ? Math.min(Files.size(part), file.size()) : 0;
    }

    /** Brings the file; {@code before} bytes of {@code total} are here already, beside this file. */
    void run(FetchListener listener, long before, long total) throws IOException {
        if (Files.isRegularFile(target)) {
            if (file.matches(target, done -> listener.checked(file.path(), done, file.size()))) {
                return;
            }
            Files.delete(target);
        }
        Files.createDirectories(target.getParent());
        for (int mismatches = 0; ; mismatches++) {
            bring(listener, before, total);
            if (file.matches(part, done -> listener.checked(file.path(), done, file.size()))) {
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                AtomicFile.syncFolder(target.getParent());
                dropParts();
                return;
            }
            Files.delete(part);
            if (mismatches == 1) {
                throw new ModelException("hub_checksum", file.path()
                        + " came twice with another checksum than the hub's list says; nothing of it was kept.");
            }
        }
    }

    /** Goes on until the whole of the file is in the part; gives up after some tries that brought nothing. */
    private void bring(FetchListener listener, long before, long total) throws IOException {
        try {
            tryAndTryAgain(listener, before, total);
        } finally {
            if (file.size() > 0 && Files.exists(part) && Files.size(part) == 0) {
                Files.delete(part);
            }
        }
    }

    private void tryAndTryAgain(FetchListener listener, long before, long total) throws IOException {
        int vain = 0;
        while (here() < file.size() || !Files.exists(part)) {
            long had = here();
            IOException failure = receive(listener, before, total);
            if (failure == null) {
                continue;
            }
            vain = here() > had ? 0 : vain + 1;
            boolean passes = !(failure instanceof HubRefusal refusal) || refusal.passes();
            if (vain >= TRIES || !passes) {
                throw failure instanceof HubRefusal refusal ? refusal.explain(file.path())
                        : new ModelException("hub_unreachable", "The hub cannot be reached for " + file.path()
                                + "; what was fetched is kept, and the same command goes on from there.", failure);
            }
            long otherwise = 1L << vain;
            pause(failure instanceof HubRefusal refusal ? refusal.pause(otherwise) : otherwise, listener);
        }
    }

    /** Parts of other contents by this name, which an older commit left. */
    private void dropParts() throws IOException {
        try (var parts = Files.newDirectoryStream(target.getParent(), target.getFileName() + ".*.part")) {
            for (Path old : parts) {
                Files.delete(old);
            }
        }
    }

    private void pause(long seconds, FetchListener listener) {
        listener.waiting(file.path(), seconds);
        try {
            sleep.seconds(seconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ModelException("hub_unreachable", "The fetch was interrupted.", e);
        }
    }

    /** One request; returns what broke it off, if anything. A full disk and a wrong length are thrown. */
    private IOException receive(FetchListener listener, long before, long total) throws IOException {
        try (var out = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                LinkOption.NOFOLLOW_LINKS); var lock = out.tryLock()) {
            if (lock == null) {
                throw inUse();
            }
            long done = out.size() > file.size() ? 0 : out.size();
            try (HubConnection.Answer answer = hub.get(address, done)) {
                if (!answer.continuesAt(done, file.size())) {
                    // The whole file comes, whatever was asked for.
                    done = 0;
                }
                out.truncate(done).position(done);
                var buffer = new byte[1 << 17];
                while (true) {
                    int n = answer.body().read(buffer);
                    if (n < 0) {
                        break;
                    }
                    if (done + n > file.size()) {
                        out.truncate(0);
                        throw new ModelException("hub_too_long", file.path() + " is longer than the hub's list says ("
                                + file.size() + " bytes); nothing of it was kept.");
                    }
                    write(out, ByteBuffer.wrap(buffer, 0, n));
                    done += n;
                    listener.fetched(file.path(), before + done, total);
                }
            } catch (HubRefusal refusal) {
                if (refusal.status() == 416) {
                    out.truncate(0);
                }
                return refusal;
            } catch (DiskFailure failure) {
                throw failure.getCause();
            } catch (IOException broken) {
                return broken;
            }
            out.force(true);
            return done == file.size() ? null : new IOException("cut off at " + done);
        } catch (OverlappingFileLockException here) {
            throw inUse();
        }
    }

    private void write(FileChannel out, ByteBuffer bytes) throws DiskFailure {
        try {
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
        } catch (IOException e) {
            throw new DiskFailure(e);
        }
    }

    private ModelException inUse() {
        return new ModelException("hub_in_use", file.path() + " is being fetched by another Storyloom.");
    }

    /** Tells a failing disk from a failing line. */
    private static final class DiskFailure extends IOException {
        private static final long serialVersionUID = 1L;

        DiskFailure(IOException cause) {
            super(cause);
        }

        @Override
        public synchronized IOException getCause() {
            return (IOException) super.getCause();
        }
    }
}
