package dev.storyloom.cli;

import dev.storyloom.story.condenser.BuiltInCondenser;
import dev.storyloom.story.condenser.Condenser;
import dev.storyloom.story.condenser.model.ModelCondenser;
import dev.storyloom.story.condenser.model.ModelSettings;
import dev.storyloom.story.condenser.model.ServedModel;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Who reads the story: the built-in rules, or a language model where its server is named; then the story goes there. */
final class ReadingOptions {

    /** A key on the command line would stand in the list of processes. */
    private static final String KEY = "STORYLOOM_CONDENSER_KEY";

    @Option(names = "--condenser", paramLabel = "URL")
    URI url;

    @Option(names = "--condenser-kind", paramLabel = "ollama|openai", defaultValue = "ollama",
            converter = KindOption.class)
    ModelSettings.Kind kind;

    @Option(names = "--condenser-model", paramLabel = "NAME", defaultValue = "default")
    String model;

    @Option(names = "--condenser-timeout", paramLabel = "SECONDS", defaultValue = "30")
    int timeout;

    Condenser condenser() {
        if (url == null) {
            return new BuiltInCondenser();
        }
        if (timeout < 1 || timeout > 3600) {
            throw new CommandFailed("failed.range", "--condenser-timeout", 1, 3600, timeout);
        }
        if (url.getScheme() == null || !url.getScheme().matches("https?") || url.getHost() == null) {
            throw new CommandFailed("failed.condenser", url);
        }
        var wait = Duration.ofSeconds(timeout);
        var settings = new ModelSettings(kind, url, model, Optional.ofNullable(System.getenv(KEY)).orElse(""), wait);
        return new ModelCondenser(new ServedModel(settings), wait);
    }
}
