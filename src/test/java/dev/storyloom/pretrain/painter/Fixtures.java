package dev.storyloom.pretrain.painter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** A stand-in for the art collection: one coloured shape under each name that the painter asks for. */
final class Fixtures {
    private static ScenePainter painter;

    private Fixtures() {
    }

    static synchronized ScenePainter painter() {
        if (painter == null) {
            painter = new ScenePainter(art());
        }
        return painter;
    }

    private static ArtLibrary art() {
        String icons = Vocabulary.artNames().stream().map(Fixtures::icon).collect(Collectors.joining(","));
        try {
            Path file = Files.createTempFile("icons", ".json");
            Files.writeString(file, "{\"width\":32,\"height\":32,\"icons\":{" + icons + "}}");
            ArtLibrary library = ArtLibrary.load(file);
            Files.delete(file);
            return library;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String icon(String name) {
        int colour = name.hashCode() & 0xFFFFFF;
        return "\"%s\":{\"body\":\"<path fill='#%06x' d='M4 4h20v24H4z'/>\"}".formatted(name, colour);
    }
}
