package dev.storyloom.book;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.storyloom.program.Tabs;
import dev.storyloom.web.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The reader and the page to share a book, in a real browser. */
@QuarkusTest
class ReaderBrowserTest {
    private static final String STORY = """
            Một đêm nọ, Mít thức giấc vì nghe tiếng gõ cửa sổ rất khẽ. Ngoài trời, một ngôi sao nhỏ đang vẫy tay.

            Sáng hôm sau, Mít đi vào rừng. Một chú cú nhìn Mít thật lâu.

            Buổi trưa, Mít chạy qua đồng cỏ và tìm thấy một con diều màu đỏ.

            Khuya hôm đó, Mít ngủ ngon trong chiếc giường ấm.
            """;
    /** A voice that says a word every 150 ms, as voices on a phone do. */
    private static final String VOICE = """
            (() => {
              const spoken = [];
              let current = null;
              const speech = new EventTarget();
              speech.getVoices = () => [{ lang: 'vi_VN', localService: true, name: 'Linh' },\
             { lang: 'vi-VN', localService: false }];
              speech.cancel = () => { const old = current; current = null; old?.onend?.({}); };
              speech.speak = (said) => {
                current = said;
                spoken.push(said);
                said.onstart?.({});
                const words = [...said.text.matchAll(/\\S+/g)];
                const next = () => {
                  if (current !== said) return;
                  const word = words.shift();
                  if (!word) { current = null; said.onend?.({}); return; }
                  said.onboundary?.({ name: 'word', charIndex: word.index });
                  setTimeout(next, 150);
                };
                next();
              };
              Object.defineProperty(window, 'speechSynthesis', { value: speech });
              window.SpeechSynthesisUtterance = function (text) { this.text = text; };
              window.spoken = spoken;
            })();
            """;

    @Inject
    Bookbinding bookbinding;

    private Tabs tabs;
    private Visitor owner;
    private Book book;

    @BeforeEach
    void open() {
        tabs = new Tabs("reader");
        owner = Visitor.registered();
        book = bookbinding.forNewest("Mít và chiếc đèn lồng nhỏ", STORY, 4);
    }

    @AfterEach
    void close() {
        tabs.close();
    }

    @Test
    void aBookIsReadByKeysAndBySwipesInLargeWordsAndByNight() {
        var page = reader(390, ColorScheme.LIGHT, "");
        shot(page, "390-light-cover");
        page.keyboard().press("ArrowRight");
        assertThat(page.locator("#page-1")).hasClass(java.util.regex.Pattern.compile("open"));
        page.waitForTimeout(900);
        shot(page, "390-light-page");
        swipe(page, 300, 60);
        assertThat(page.locator("#page-2")).hasClass(java.util.regex.Pattern.compile("open"));
        swipe(page, 60, 300);
        assertThat(page.locator("#page-1")).hasClass(java.util.regex.Pattern.compile("open"));
        page.keyboard().press("End");
        page.waitForTimeout(900);
        shot(page, "390-light-end");
        page.keyboard().press("Home");
        page.keyboard().press("ArrowRight");
        page.waitForTimeout(900);

        double usual = wordSize(page);
        page.getByLabel("Words, light, saving").click();
        shot(page, "390-light-panel");
        Tabs.accessible(page);
        page.getByLabel("Very large words").click();
        assertThat(wordSize(page)).isGreaterThan(1.6 * usual);
        page.getByRole(AriaRole.BUTTON, named("Night")).click();
        page.keyboard().press("Escape");
        shot(page, "390-night-huge");
        page.reload();
        assertThat(wordSize(page)).isGreaterThan(1.6 * usual);
        assertThat(page.locator("html")).hasAttribute("data-light", "night");
        Tabs.accessible(page);
    }

    @Test
    void theDeviceVoiceReadsTheBookAndTheSpokenWordIsMarked() {
        var page = reader(1280, ColorScheme.LIGHT, VOICE);
        page.keyboard().press("ArrowRight");
        page.evaluate("""
                () => {
                  window.heard = [];
                  new MutationObserver(() => {
                    const word = document.querySelector('.said')?.textContent;
                    if (word && heard.at(-1) !== word) heard.push(word);
                  }).observe(document.body, { subtree: true, attributes: true, childList: true });
                }""");
        page.getByRole(AriaRole.BUTTON, named("Read to me")).click();
        assertThat(page.locator("#page-1 .said")).isVisible();
        shot(page, "1280-light-reading");
        assertThat(page.evaluate("spoken[0].voice.name")).isEqualTo("Linh");
        assertThat(page.locator("#page-2")).hasClass(java.util.regex.Pattern.compile("open"),
                new com.microsoft.playwright.assertions.LocatorAssertions.HasClassOptions().setTimeout(15_000));
        assertThat((String) page.evaluate("heard.join(' ')")).contains("Một đêm nọ, Mít thức giấc vì nghe tiếng gõ");
        page.getByRole(AriaRole.BUTTON, named("Stop reading")).click();
        assertThat(page.locator(".said")).hasCount(0);
    }

    @Test
    void aDeviceWithoutAVoiceSaysSo() {
        var page = reader(1280, ColorScheme.LIGHT, VOICE.replace("localService: true", "localService: false"));
        page.getByRole(AriaRole.BUTTON, named("Read to me")).click();
        assertThat(page.getByText("has no voice for the book's language")).isVisible();
    }

    @Test
    void aSpreadLooksLikeABookByDayAndByNight() {
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            var page = reader(1280, scheme, "");
            var name = "1280-" + scheme.name().toLowerCase(java.util.Locale.ROOT);
            shot(page, name + "-cover");
            page.keyboard().press("ArrowRight");
            page.waitForTimeout(1000);
            shot(page, name + "-page");
            Tabs.accessible(page);
            assertThat((Boolean) page.evaluate("document.fonts.check('20px Lora', 'ếữ')")).isTrue();
            page.keyboard().press("End");
            page.waitForTimeout(1000);
            shot(page, name + "-end");
        }
    }

    @Test
    void aLinkWithAPinIsMadeOpenedAndTakenBack() {
        var page = page(1280, ColorScheme.LIGHT, "", true);
        page.navigate("/books/" + book.id + "/share");
        page.getByLabel("PIN (if you like)").fill("2468");
        page.getByLabel("Readers may save the book").check();
        shot(page, "1280-light-share");
        Tabs.accessible(page);
        page.getByRole(AriaRole.BUTTON, named("Make a link")).click();
        var link = page.getByLabel("The link to the book").inputValue();
        shot(page, "1280-light-link");

        var guest = page(390, ColorScheme.DARK, "", false);
        guest.navigate(link);
        assertThat(guest.getByRole(AriaRole.HEADING, named("This book has a PIN"))).isVisible();
        shot(guest, "390-dark-pin");
        Tabs.accessible(guest);
        guest.getByLabel("PIN").fill("1111");
        guest.getByRole(AriaRole.BUTTON, named("Open the book")).click();
        assertThat(guest.getByText("That is not the PIN.")).isVisible();
        guest.getByLabel("PIN").fill("2468");
        guest.getByRole(AriaRole.BUTTON, named("Open the book")).click();
        assertThat(guest.getByRole(AriaRole.HEADING, named("Mít và chiếc đèn lồng nhỏ"))).isVisible();
        shot(guest, "390-dark-shared");
        guest.getByLabel("Words, light, saving").click();
        var file = guest.waitForDownload(() -> guest.getByText("to read on a screen").click());
        assertThat(file.suggestedFilename()).isEqualTo("mit-va-chiec-den-long-nho.pdf");

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Take back the link")).click();
        assertThat(page.getByText("Taken back")).isVisible();
        assertThat(guest.reload().status()).isEqualTo(404);
    }

    private Page reader(int width, ColorScheme scheme, String script) {
        var page = page(width, scheme, script, true);
        page.navigate("/books/" + book.id);
        assertThat(page.locator("#cover")).hasClass(java.util.regex.Pattern.compile("open"));
        return page;
    }

    private Page page(int width, ColorScheme scheme, String script, boolean signedIn) {
        return tabs.open(width, scheme, "en-GB", signedIn ? owner : null, script);
    }

    private static void swipe(Page page, int from, int to) {
        page.evaluate("""
                ([from, to]) => {
                  const book = document.querySelector('[data-book]');
                  const at = (x) => new Touch({ identifier: 1, target: book, clientX: x, clientY: 300 });
                  book.dispatchEvent(new TouchEvent('touchstart', { touches: [at(from)], changedTouches: [at(from)] }));
                  book.dispatchEvent(new TouchEvent('touchend', { touches: [], changedTouches: [at(to)] }));
                }""", List.of(from, to));
    }

    private static double wordSize(Page page) {
        return ((Number) page.evaluate(
                "parseFloat(getComputedStyle(document.querySelector('#page-1 .text')).fontSize)")).doubleValue();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private void shot(Page page, String name) {
        tabs.shot(page, name, false);
    }
}
