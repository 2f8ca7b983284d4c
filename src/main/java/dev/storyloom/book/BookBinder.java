package dev.storyloom.book;

import dev.storyloom.rendering.StoryPainted;
import dev.storyloom.story.StoryRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.stream.Collectors;

/** Binds a story into a book when its last page is painted; a story painted again renews the book that it has. */
@ApplicationScoped
class BookBinder {
    private final StoryRepository stories;
    private final BookRepository books;
    private final BookPageRepository pages;
    private final Clock clock;

    BookBinder(StoryRepository stories, BookRepository books, BookPageRepository pages, Clock clock) {
        this.stories = stories;
        this.books = books;
        this.pages = pages;
        this.clock = clock;
    }

    @Transactional
    void bind(@Observes StoryPainted painted) {
        var story = stories.find(painted.storyId(), painted.ownerId());
        var now = clock.instant();
        var book = books.ofStory(story.id, story.ownerId).orElseGet(() -> new Book(story.ownerId, story.id, now));
        book.title = story.title;
        book.language = story.language;
        book.ageBand = story.ageBand;
        book.updatedAt = now;
        books.persist(book);
        var there = pages.of(book.id).stream().collect(Collectors.toMap(page -> page.position, page -> page));
        for (var painting : painted.pages()) {
            var page = there.getOrDefault(painting.position(), new BookPage(book.id, painting.position()));
            page.sceneId = painting.sceneId();
            page.narration = painting.narration();
            page.pictureId = painting.pictureId();
            page.blobKey = painting.blobKey();
            pages.persist(page);
        }
        pages.delete("bookId = ?1 and position > ?2", book.id, painted.pages().size());
    }
}
