package dev.storyloom.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.storyloom.storage.FolderBlobStore;
import dev.storyloom.storage.PreparedPhoto;
import dev.storyloom.story.condenser.StoryException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a book is made of. {@code pages} 0 lets the story's length choose. */
record Material(String name, String classNoun, String story, List<PreparedPhoto> photos, int pages) {

    private static final long LARGEST_STORY = 1L << 20;
    private static final String SAMPLE = "/sample/";

    static Material of(String name, String classNoun, Path story, Path photos, int pages) throws IOException {
        if (Files.isRegularFile(story) && Files.size(story) > LARGEST_STORY) {
            throw new StoryException(StoryException.TOO_LONG);
        }
        return new Material(name, classNoun, Files.readString(story), PhotoFolder.read(photos), pages);
    }

    /** The character and the story that Storyloom brings along, in the language of the messages. */
    static Material sample(Integer pages) throws IOException {
        JsonNode sample = new ObjectMapper().readTree(bytes("sample.json"));
        String language = Locale.getDefault().getLanguage();
        JsonNode stories = sample.path("story");
        String story = stories.has(language) ? stories.get(language).asText() : stories.path("en").asText();
        Path folder = Files.createTempDirectory("storyloom-sample");
        try {
            List<Path> files = new ArrayList<>();
            for (JsonNode photo : sample.path("photos")) {
                Path file = folder.resolve(Path.of(photo.asText()).getFileName());
                Files.write(file, bytes(photo.asText()));
                files.add(file);
            }
            return new Material(sample.path("name").asText(), sample.path("classNoun").asText(),
                    new String(bytes(story), StandardCharsets.UTF_8), PhotoFolder.read(files),
                    pages == null ? sample.path("pages").asInt() : pages);
        } finally {
            FolderBlobStore.deleteTree(folder);
        }
    }

    private static byte[] bytes(String name) throws IOException {
        try (InputStream in = Material.class.getResourceAsStream(SAMPLE + name)) {
            if (in == null) {
                throw new IOException(SAMPLE + name);
            }
            return in.readAllBytes();
        }
    }
}
