package dev.storyloom.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** {@code index.html}: a book to read from a folder, in one file beside its pictures; no server, no script needed. */
final class ReaderPage {

    private ReaderPage() {
    }

    static String of(Book book) throws IOException {
        boolean vietnamese = book.language().equals("vi");
        String previous = vietnamese ? "Trang trước" : "Previous page";
        String next = vietnamese ? "Trang sau" : "Next page";
        String end = vietnamese ? "Hết" : "The end";
        var pages = new StringBuilder();
        int count = book.pages().size();
        for (int i = 0; i < count; i++) {
            Book.Page page = book.pages().get(i);
            pages.append(String.format(Locale.ROOT, """
                    <section class="page" id="p%d" aria-label="%d / %d">
                    <img src="%s" alt="" width="512" height="512">
                    <div class="words">%s</div>
                    <nav><a href="#%s" aria-label="%s">&#8249;</a><span>%d</span><a href="#%s" aria-label="%s">&#8250;</a></nav>
                    </section>
                    """, i + 1, i + 1, count, escape(page.image()), paragraphs(page.narration()),
                    i == 0 ? "cover" : "p" + i, previous, i + 1, i + 1 == count ? "end" : "p" + (i + 2), next));
        }
        return template().replace("{{language}}", escape(book.language()))
                .replace("{{title}}", escape(book.title()))
                .replace("{{cover}}", count == 0 ? "" : escape(book.pages().get(0).image()))
                .replace("{{next}}", next)
                .replace("{{end}}", end)
                .replace("{{pages}}", pages);
    }

    private static String paragraphs(String narration) {
        var html = new StringBuilder();
        for (String paragraph : narration.strip().split("\\s*\\n\\s*")) {
            html.append("<p>").append(escape(paragraph)).append("</p>");
        }
        return html.toString();
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    private static String template() throws IOException {
        try (InputStream in = ReaderPage.class.getResourceAsStream("reader.html")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
