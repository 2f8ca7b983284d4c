package dev.storyloom.diffusion.hub;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.storyloom.diffusion.ModelException;

/** Brings a model from a hub into a folder in diffusers' layout; run again after a stop, it goes on. */
public final class ModelFetch {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long SPARE = 256L << 20;

    private final HubConnection hub;
    private final Download.Sleep sleep;

    /** What was brought: {@code commit} is the repository's, {@code bytes} what all of it takes. */
    public record Fetched(String commit, int files, long bytes) {
    }

    /** {@code token} may be null; it is sent to {@code endpoint} alone, and not over a line that others can read. */
    public ModelFetch(URI endpoint, String token) {
        this(new HubConnection(endpoint, token, PATIENCE), seconds -> Thread.sleep(1_000 * seconds));
    }

    ModelFetch(HubConnection hub, Download.Sleep sleep) {
        this.hub = hub;
        this.sleep = sleep;
    }

    /**
     * Fetches what {@code folder} lacks; throws ModelException where the hub will not or cannot give it.
     *
     * @param half weights of 16 bits where there are such, which is half as much to fetch
     */
    public Fetched run(ModelAddress address, boolean half, Path folder, FetchListener listener) throws IOException {
        HubListing listing = list(address);
        List<Download> downloads = new ArrayList<>();
        List<HubFile> files = FileChoice.of(listing.files(), half);
        long total = 0;
        long here = 0;
        for (HubFile file : files) {
            URI at = hub.at(address.repository() + "/resolve/" + listing.commit() + "/" + file.path());
            var download = new Download(hub, file, at, folder, sleep);
            downloads.add(download);
            total = Math.addExact(total, file.size());
            here += download.here();
        }
        requireRoom(folder, total - here);
        long before = 0;
        for (int i = 0; i < files.size(); i++) {
            downloads.get(i).run(listener, before, total);
            before += files.get(i).size();
            listener.fetched(files.get(i).path(), before, total);
        }
        return new Fetched(listing.commit(), files.size(), total);
    }

    private HubListing list(ModelAddress address) {
        URI plain = hub.at("api/models/" + address.repository() + "/revision/" + address.revision());
        for (int tries = 1; ; tries++) {
            try (HubConnection.Answer answer = hub.get(URI.create(plain + "?blobs=true"), 0)) {
                return HubListing.parse(answer, address.repository());
            } catch (HubRefusal refusal) {
                if (!refusal.passes() || tries == 3) {
                    throw refusal.explain("model " + address.repository());
                }
                rest(refusal.pause(1L << tries));
            } catch (IOException e) {
                if (tries == 3) {
                    throw new ModelException("hub_unreachable", "The hub at " + plain.getHost() + " cannot be reached.", e);
                }
                rest(1L << tries);
            }
        }
    }

    private void rest(long seconds) {
        try {
            sleep.seconds(seconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ModelException("hub_unreachable", "The fetch was interrupted.", e);
        }
    }

    private static void requireRoom(Path folder, long bytes) throws IOException {
        Files.createDirectories(folder);
        long room = Files.getFileStore(folder).getUsableSpace();
        if (bytes > 0 && bytes + SPARE > room) {
            throw new ModelException("no_room", String.format("The model needs %.1f GB more on the disk; %.1f GB are free.",
                    bytes / 1e9, room / 1e9));
        }
    }
}
