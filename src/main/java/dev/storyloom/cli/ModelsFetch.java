package dev.storyloom.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import dev.storyloom.diffusion.hub.FetchListener;
import dev.storyloom.diffusion.hub.ModelAddress;
import dev.storyloom.diffusion.hub.ModelFetch;

/** {@code storyloom models fetch}: brings models from a hub; a stopped fetch goes on where it was. */
@Command(name = "fetch", mixinStandardHelpOptions = true)
final class ModelsFetch implements Callable<Integer> {

    private static final int UNIT = 1 << 20;

    /** What {@code --weights} knows. */
    enum Bits {
        FP16, FP32
    }

    @Parameters(paramLabel = "MODEL", arity = "1..*", descriptionKey = "hub-model")
    List<String> models;

    @Option(names = "--endpoint", paramLabel = "URL")
    String endpoint;

    @Option(names = "--weights", paramLabel = "FP16|FP32", defaultValue = "FP16")
    Bits weights;

    @Option(names = "--dir", paramLabel = "DIR")
    Path folder;

    @Mixin
    Talk talk;

    /** The answer of {@code --json}, one for each model. */
    record Brought(String model, String folder, String commit, int files, long bytes) {
    }

    @Override
    public Integer call() throws IOException {
        QuietLog.warningsOnly();
        List<ModelAddress> addresses = models.stream().map(ModelAddress::of).toList();
        List<Brought> brought = new ArrayList<>();
        var lines = new StringBuilder();
        for (ModelAddress address : addresses) {
            Path target = (folder == null ? DataFolder.models() : folder).resolve(address.folder());
            try (Progress progress = talk.progress()) {
                var fetched = fetch(address).run(address, weights == Bits.FP16, target, listener(address, progress));
                brought.add(new Brought(address.repository(), target.toString(), fetched.commit(), fetched.files(),
                        fetched.bytes()));
            }
            lines.append(Words.say("models.fetched", address.repository(), target)).append(System.lineSeparator());
        }
        talk.answer(brought, lines.toString().stripTrailing());
        return 0;
    }

    /** The token is for the hub that the settings name; an address given by hand does not get it unless it is that one. */
    private ModelFetch fetch(ModelAddress address) {
        String named = endpoint != null ? endpoint : System.getenv("HF_ENDPOINT");
        URI hub = named == null || named.isBlank() ? null : ModelAddress.endpoint(named);
        if (hub == null && address.endpoint() == null) {
            throw new CommandFailed("models.no_endpoint");
        }
        boolean trusted = address.endpoint() == null || address.endpoint().equals(hub);
        return new ModelFetch(address.endpoint() == null ? hub : address.endpoint(),
                trusted ? System.getenv("HF_TOKEN") : null);
    }

    private FetchListener listener(ModelAddress address, Progress progress) {
        return new FetchListener() {
            private long total = -1;

            @Override
            public void fetched(String file, long done, long all) {
                if (total != all) {
                    total = all;
                    progress.begin(Words.say("progress.fetching", address.folder()), units(all));
                }
                progress.step(units(done), file);
            }

            @Override
            public void checked(String file, long done, long all) {
                // A few seconds at most; the bar stands still.
            }

            @Override
            public void waiting(String file, long seconds) {
                talk.remark(Words.say("models.waiting", file, seconds));
            }
        };
    }

    private static int units(long bytes) {
        return (int) ((bytes + UNIT - 1) / UNIT);
    }
}
