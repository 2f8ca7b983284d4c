package dev.storyloom.book;

import dev.storyloom.account.Accounts;
import dev.storyloom.rendering.StoryPainted;
import dev.storyloom.rendering.StoryPainted.PaintedPage;
import dev.storyloom.storage.BlobStore;
import dev.storyloom.story.SceneRepository;
import dev.storyloom.story.StoryDraft;
import dev.storyloom.story.StoryService;
import dev.storyloom.story.StoryStyle;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import javax.imageio.ImageIO;

/** Makes books for tests without painting them. */
@ApplicationScoped
class Bookbinding {
    @Inject
    StoryService stories;
    @Inject
    SceneRepository scenes;
    @Inject
    BookRepository books;
    @Inject
    BlobStore blobs;
    @Inject
    Event<StoryPainted> painted;
    @Inject
    Accounts accounts;

    /** A book of four pages with this title, for the newest account. */
    @Transactional
    Book forNewest(String title) {
        var owner = accounts.find("order by createdAt desc").firstResult().id;
        var story = stories.write(owner, new StoryDraft(title, "The fox ran to the beach. It swam in the sea. "
                + "At night it looked at the moon. It slept <b>well</b>.", 4, null, StoryStyle.PICTURE_BOOK));
        painted.fire(new StoryPainted(story.id, owner, scenes.of(story.id).stream().map(scene -> {
            var key = "stories/" + story.id + "/test-" + scene.position + ".png";
            blobs.put(key, new ByteArrayInputStream(png(scene.position)));
            return new PaintedPage(scene.position, scene.id, scene.narration, UUID.randomUUID(), key);
        }).toList()));
        return books.ofStory(story.id, owner).orElseThrow();
    }

    private static byte[] png(int shade) {
        var image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, shade);
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
