package dev.storyloom.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** The character and the story that travel inside the program, for whoever wants to see a book before making one. */
@ApplicationScoped
class Sample {
    private static final String ROOT = "sample/";

    private final JsonNode about;

    Sample(ObjectMapper json) throws IOException {
        try (var in = resource("sample.json")) {
            this.about = json.readTree(in);
        }
    }

    String name() {
        return about.path("name").asText();
    }

    String classNoun() {
        return about.path("classNoun").asText();
    }

    int pages() {
        return about.path("pages").asInt();
    }

    /** In Vietnamese or else English. */
    String title(String language) {
        return in(about.path("title"), language);
    }

    /** The story without its title. */
    String story(String language) {
        try (var in = resource(in(about.path("story"), language))) {
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
            return text.startsWith(title(language)) ? text.substring(title(language).length()).strip() : text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the photos into a folder, as if they had been uploaded. */
    List<Path> photos(Path folder) throws IOException {
        var files = new ArrayList<Path>();
        for (var photo : about.path("photos")) {
            var file = folder.resolve("photo-" + files.size() + ".jpg");
            try (var in = resource(photo.asText())) {
                Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
            }
            files.add(file);
        }
        return files;
    }

    private static String in(JsonNode byLanguage, String language) {
        return byLanguage.path("vi".equals(language) ? "vi" : "en").asText();
    }

    private static InputStream resource(String name) throws IOException {
        var in = Thread.currentThread().getContextClassLoader().getResourceAsStream(ROOT + name);
        if (in == null) {
            throw new FileNotFoundException(ROOT + name);
        }
        return in;
    }
}
