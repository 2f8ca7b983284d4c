package dev.storyloom.book;

import dev.storyloom.rendering.Variant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A book as it is read: what the owner and a guest with a link see alike, and nothing of how it was made.
 *
 * @param base    the address below which the pages' pictures lie
 * @param bookId  for the owner's tools; null for a reader who came by a link
 * @param savable whether the book may be saved as a file
 * @param preview the whole address of a picture for messengers that show a card with a link; null for the owner
 * @param textSize how large the words are until the reader chooses: large, huge or nothing for the usual size
 */
public record Reader(String title, String language, String base, List<Leaf> leaves, UUID bookId, UUID storyId,
        boolean savable, String preview, String textSize) {
    private static final int SHORT = 110;
    private static final int LONG = 320;

    /** @param variants the pictures that a page can choose from, by its scene */
    static Reader ofOwner(Book book, List<BookPage> pages, Map<UUID, List<Variant>> variants) {
        return of(book, pages, "/books/" + book.id, true, true, null, variants);
    }

    /** @param address of the link, as the guest's browser has it */
    static Reader ofGuest(Book book, List<BookPage> pages, String token, boolean savable, String address) {
        return of(book, pages, "/s/" + token, false, savable, address + "/card.jpg", Map.of());
    }

    private static Reader of(Book book, List<BookPage> pages, String base, boolean owned, boolean savable, String preview,
            Map<UUID, List<Variant>> variants) {
        var leaves = pages.stream().map(page -> new Leaf(page.position, page.narration, page.sceneId,
                picture(base, page),
                variants.getOrDefault(page.sceneId, List.of()))).toList();
        return new Reader(book.title, book.language, base, leaves, owned ? book.id : null, owned ? book.storyId : null,
                savable, preview, book.ageBand == null ? "" : book.ageBand.textSize());
    }

    /** Where the picture of a page is; another picture is at another address, so that browsers may keep both. */
    static String picture(String base, BookPage page) {
        return base + "/pages/" + page.position + ".png?" + page.pictureId.toString().substring(0, 8);
    }

    public boolean owned() {
        return bookId != null;
    }

    public int pages() {
        return leaves.size();
    }

    public String cover() {
        return leaves.get(0).picture();
    }

    public String last() {
        return leaves.get(leaves.size() - 1).picture();
    }

    /** One page. */
    public record Leaf(int position, String narration, UUID sceneId, String picture, List<Variant> variants) {
        /** Few words are set large, many small, so that a page seldom needs scrolling. */
        public String size() {
            return narration.length() <= SHORT ? "few" : narration.length() <= LONG ? "some" : "many";
        }

        public List<String> paragraphs() {
            return narration.lines().filter(line -> !line.isBlank()).toList();
        }
    }
}
