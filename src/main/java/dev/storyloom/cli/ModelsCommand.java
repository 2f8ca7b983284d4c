package dev.storyloom.cli;

import dev.storyloom.storage.BundledModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code storyloom models}: which models there are, and whether one is whole. */
@Command(name = "models", mixinStandardHelpOptions = true,
        subcommands = {ModelsCommand.ListModels.class, ModelsVerify.class, ModelsFetch.class})
final class ModelsCommand implements Callable<Integer> {

    @Mixin
    Talk talk;

    /** One line of the list. */
    record Known(String name, String folder, boolean bundled, long bytes) {
    }

    @Override
    public Integer call() throws IOException {
        return list(talk, DataFolder.models());
    }

    private static int list(Talk talk, Path folder) throws IOException {
        List<Known> known = new ArrayList<>();
        Path bundled = new BundledModel(DataFolder.models()).unpack();
        known.add(new Known(BundledModel.NAME, bundled.toString(), true, bytes(bundled)));
        if (Files.isDirectory(folder)) {
            try (Stream<Path> folders = Files.list(folder)) {
                for (Path each : folders.sorted().toList()) {
                    if (Files.isRegularFile(each.resolve("model_index.json")) && !isBundled(each)) {
                        known.add(new Known(each.getFileName().toString(), each.toString(), false, bytes(each)));
                    }
                }
            }
        }
        var lines = new StringBuilder();
        for (Known each : known) {
            lines.append(String.format("%-24s %6.0f MB  %s%n", each.name(), each.bytes() / 1e6, each.folder()));
        }
        talk.answer(known, lines.toString().stripTrailing());
        return 0;
    }

    private static boolean isBundled(Path folder) {
        String name = folder.getFileName().toString();
        return name.startsWith(BundledModel.NAME + "-") || name.startsWith(".");
    }

    private static long bytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
        }
    }

    /** {@code storyloom models list}. */
    @Command(name = "list", mixinStandardHelpOptions = true)
    static final class ListModels implements Callable<Integer> {

        @Option(names = "--dir", paramLabel = "DIR")
        Path folder;

        @Mixin
        Talk talk;

        @Override
        public Integer call() throws IOException {
            return list(talk, folder == null ? DataFolder.models() : folder);
        }
    }
}
