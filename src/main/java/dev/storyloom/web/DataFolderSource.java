package dev.storyloom.web;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Gives the configuration {@code storyloom.data-path}, which is {@code storyloom.data-dir} made absolute: H2 refuses a
 * relative file.
 */
public final class DataFolderSource implements ConfigSourceFactory {
    static final String DATA_PATH = "storyloom.data-path";

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        String configured = context.getValue("storyloom.data-dir").getValue();
        return List.of(new Source(Path.of(configured == null ? "uploads" : configured).toAbsolutePath().normalize()));
    }

    /** Lists no names, so that the build cannot write this machine's folder into the program. */
    private record Source(Path data) implements ConfigSource {
        @Override
        public String getValue(String name) {
            return DATA_PATH.equals(name) ? data.toString() : null;
        }

        @Override
        public int getOrdinal() {
            return 50;
        }

        @Override
        public String getName() {
            return "Storyloom's data folder";
        }

        @Override
        public Set<String> getPropertyNames() {
            return Set.of();
        }
    }
}
