package dev.storyloom.book;

import dev.storyloom.account.Accounts;
import dev.storyloom.rendering.StoryPainted;
import dev.storyloom.rendering.StoryPainted.PaintedPage;
import dev.storyloom.storage.BlobStore;
import dev.storyloom.story.AgeBand;
import dev.storyloom.story.SceneRepository;
import dev.storyloom.story.StoryDraft;
import dev.storyloom.story.StoryService;
import dev.storyloom.story.StoryStyle;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import javax.imageio.ImageIO;

/** Makes books for tests without painting them. */
@ApplicationScoped
public class Bookbinding {
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
    @Inject
    ShareGuard guard;

    /** A book of four pages with this title, for the newest account. */
    @Transactional
    public Book forNewest(String title) {
        return forNewest(title, "The fox ran to the beach. It swam in the sea. At night it looked at the moon. "
                + "It slept <b>well</b>.", 4);
    }

    /** All tests ask from one address, and together they bring many bad tokens. */
    public void forgiveEverybody() {
        guard.forgiveEverybody();
    }

    @Transactional
    Book forNewest(String title, String text, int pages) {
        return forNewest(title, text, pages, null);
    }

    @Transactional
    Book forNewest(String title, String text, int pages, AgeBand ageBand) {
        var owner = accounts.find("order by createdAt desc").firstResult().id;
        var story = stories.write(owner, new StoryDraft(title, text, pages, null, StoryStyle.PICTURE_BOOK, ageBand));
        painted.fire(new StoryPainted(story.id, owner, scenes.of(story.id).stream().map(scene -> {
            var key = "stories/" + story.id + "/test-" + scene.position + ".png";
            blobs.put(key, new ByteArrayInputStream(png(scene.position)));
            return new PaintedPage(scene.position, scene.id, scene.narration, UUID.randomUUID(), key);
        }).toList()));
        return books.ofStory(story.id, owner).orElseThrow();
    }

    /** A hill, a sun or a moon, and somebody orange: small, and never twice the same. */
    private static byte[] png(int position) {
        var image = new BufferedImage(96, 96, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(new Color(position % 2 == 0 ? 0x2a3a6b : 0x9fd3ef));
        pen.fillRect(0, 0, 96, 96);
        pen.setColor(new Color(0xf6d365));
        pen.fillOval(60, 8 + 2 * position, 20, 20);
        pen.setColor(new Color(0x3f7a4a));
        pen.fillOval(-24, 60, 150, 70);
        pen.setColor(new Color(0xd9743a));
        pen.fillOval(14 + 8 * position, 46, 22, 26);
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
