package dev.storyloom.sample;

import dev.storyloom.character.Album;
import dev.storyloom.character.Character;
import dev.storyloom.character.CharacterForm;
import dev.storyloom.character.CharacterService;
import dev.storyloom.character.Characters;
import dev.storyloom.character.Pace;
import dev.storyloom.rendering.PaintingService;
import dev.storyloom.storage.FolderBlobStore;
import dev.storyloom.story.Story;
import dev.storyloom.story.StoryDraft;
import dev.storyloom.story.StoryRepository;
import dev.storyloom.story.StoryService;
import dev.storyloom.story.StoryStyle;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Sets the whole way going for the sample: its character, its photos, the learning, its story, and the painting. */
@ApplicationScoped
public class SampleService {
    /** What stands in the character's row in place of an owner's word: nobody is shown, the pictures are our own. */
    public static final String OWN_DRAWING = "own-drawing";

    private final Sample sample;
    private final CharacterService characters;
    private final Characters shelf;
    private final Album album;
    private final StoryService stories;
    private final StoryRepository storyShelf;
    private final PaintingService painting;

    SampleService(Sample sample, CharacterService characters, Characters shelf, Album album, StoryService stories,
            StoryRepository storyShelf, PaintingService painting) {
        this.sample = sample;
        this.characters = characters;
        this.shelf = shelf;
        this.album = album;
        this.stories = stories;
        this.storyShelf = storyShelf;
        this.painting = painting;
    }

    /** Returns the story that is on its way; pressing again leads to the same one and starts what has stopped. */
    public UUID start(UUID ownerId, String language) {
        var character = QuarkusTransaction.requiringNew().call(() -> character(ownerId));
        if (!character.ready()) {
            takePhotos(character);
        }
        return QuarkusTransaction.requiringNew().call(() -> {
            if (!character.ready()) {
                characters.train(character.id, ownerId, Pace.QUICK);
            }
            var story = story(ownerId, character.id, language);
            painting.start(ownerId, story.id);
            return story.id;
        });
    }

    private Character character(UUID ownerId) {
        var known = shelf.of(ownerId).stream().filter(one -> OWN_DRAWING.equals(one.attestationVersion)).findFirst();
        return known.orElseGet(() -> {
            var form = new CharacterForm(sample.name(), "OTHER", sample.classNoun(), true, null, null, null);
            var made = characters.create(ownerId, form);
            made.attestationVersion = OWN_DRAWING;
            return made;
        });
    }

    private void takePhotos(Character character) {
        try {
            var folder = Files.createTempDirectory("storyloom-sample");
            try {
                for (var photo : sample.photos(folder)) {
                    album.add(character.id, character.ownerId, photo);
                }
            } finally {
                FolderBlobStore.deleteTree(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Story story(UUID ownerId, UUID characterId, String language) {
        Optional<Story> known = storyShelf.with(characterId).stream()
                .filter(one -> one.title.equals(sample.title(language))).findFirst();
        return known.orElseGet(() -> stories.write(ownerId, new StoryDraft(sample.title(language),
                sample.story(language), sample.pages(), List.of(characterId), StoryStyle.PICTURE_BOOK, null)));
    }
}
