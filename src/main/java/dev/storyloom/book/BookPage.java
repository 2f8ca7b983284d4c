package dev.storyloom.book;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** One page of a book: a picture and the words below it. */
@Entity
@Table(name = "book_page")
public class BookPage {
    @Id
    public UUID id;
    public UUID bookId;
    /** From 1, without gaps. */
    public int position;
    public UUID sceneId;
    @Column(length = 40_000)
    public String narration;
    public UUID pictureId;
    public String blobKey;

    protected BookPage() {
    }

    BookPage(UUID bookId, int position) {
        this.id = UUID.randomUUID();
        this.bookId = bookId;
        this.position = position;
    }
}
