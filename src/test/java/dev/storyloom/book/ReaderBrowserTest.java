package dev.storyloom.book;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import dev.storyloom.program.Browser;
import dev.storyloom.web.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The reader and the page to share a book, in a real browser. */
@QuarkusTest
class ReaderBrowserTest {
    private static final Path PICTURES = Path.of(System.getProperty("storyloom.screenshots", "target/screenshots"), "reader");
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
              speech.getVoices = () => [{ lang: 'vi_VN', localService: true, name: 'Linh' }, { lang: 'vi-VN', localService: false }];
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

    private final List<String> complaints = new ArrayList<>();
    private Playwright playwright;
    private com.microsoft.playwright.Browser browser;
    private Visitor owner;
    private Book book;

    @BeforeEach
    void open() {
        var chromium = Browser.require();
        owner = Visitor.registered();
        book = bookbinding.forNewest("Mít và chiếc đèn lồng nhỏ", STORY, 4);
        playwright = Browser.playwright();
        browser = Browser.launch(playwright, chromium);
    }

    @AfterEach
    void close() {
        playwright.close();
        assertThat(complaints).isEmpty();
    }

    @Test
    void aBookIsReadByKeysAndBySwipesInLargeWordsAndByNight() {
        var page = reader(390, 844, ColorScheme.LIGHT, "");
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
        axe(page);
        page.getByLabel("Very large words").click();
        assertThat(wordSize(page)).isGreaterThan(1.6 * usual);
        page.getByRole(AriaRole.BUTTON, named("Night")).click();
        page.keyboard().press("Escape");
        shot(page, "390-night-huge");
        page.reload();
        assertThat(wordSize(page)).isGreaterThan(1.6 * usual);
        assertThat(page.locator("html")).hasAttribute("data-light", "night");
        axe(page);
    }

    @Test
    void theDeviceVoiceReadsTheBookAndTheSpokenWordIsMarked() {
        var page = reader(1280, 900, ColorScheme.LIGHT, VOICE);
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
        var page = reader(1280, 900, ColorScheme.LIGHT, VOICE.replace("localService: true", "localService: false"));
        page.getByRole(AriaRole.BUTTON, named("Read to me")).click();
        assertThat(page.getByText("has no voice for the book's language")).isVisible();
    }

    @Test
    void aSpreadLooksLikeABookByDayAndByNight() {
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            var page = reader(1280, 900, scheme, "");
            var name = "1280-" + scheme.name().toLowerCase(java.util.Locale.ROOT);
            shot(page, name + "-cover");
            page.keyboard().press("ArrowRight");
            page.waitForTimeout(1000);
            shot(page, name + "-page");
            axe(page);
            assertThat((Boolean) page.evaluate("document.fonts.check('20px Lora', 'ếữ')")).isTrue();
            page.keyboard().press("End");
            page.waitForTimeout(1000);
            shot(page, name + "-end");
        }
    }

    @Test
    void aLinkWithAPinIsMadeOpenedAndTakenBack() {
        var page = page(1280, 900, ColorScheme.LIGHT, "", true);
        page.navigate("/books/" + book.id + "/share");
        page.getByLabel("PIN (if you like)").fill("2468");
        page.getByLabel("Readers may save the book").check();
        shot(page, "1280-light-share");
        axe(page);
        page.getByRole(AriaRole.BUTTON, named("Make a link")).click();
        var link = page.getByLabel("The link to the book").inputValue();
        shot(page, "1280-light-link");

        var guest = page(390, 844, ColorScheme.DARK, "", false);
        guest.navigate(link);
        assertThat(guest.getByRole(AriaRole.HEADING, named("This book has a PIN"))).isVisible();
        shot(guest, "390-dark-pin");
        axe(guest);
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

    private Page reader(int width, int height, ColorScheme scheme, String script) {
        var page = page(width, height, scheme, script, true);
        page.navigate("/books/" + book.id);
        assertThat(page.locator("#cover")).hasClass(java.util.regex.Pattern.compile("open"));
        return page;
    }

    private Page page(int width, int height, ColorScheme scheme, String script, boolean signedIn) {
        BrowserContext context = browser.newContext(new NewContextOptions().setBaseURL(Visitor.url()).setLocale("en-GB")
                .setColorScheme(scheme).setViewportSize(width, height).setHasTouch(width < 500));
        context.setDefaultTimeout(30_000);
        if (!script.isEmpty()) {
            context.addInitScript(script);
        }
        if (signedIn) {
            owner.cookies.forEach((name, value) -> context.addCookies(List.of(new Cookie(name, value).setUrl(Visitor.url()))));
        }
        var page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("status of 4")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.onRequest(request -> {
            if (!request.url().startsWith("blob:") && !URI.create(request.url()).getHost().equals(URI.create(Visitor.url()).getHost())) {
                complaints.add("third party: " + request.url());
            }
        });
        return page;
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
        return ((Number) page.evaluate("parseFloat(getComputedStyle(document.querySelector('#page-1 .text')).fontSize)")).doubleValue();
    }

    private static void axe(Page page) {
        var found = new AxeBuilder(page).withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")).analyze();
        assertThat(found.getViolations()).as("%s", found.getViolations().stream()
                .map(one -> one.getId() + " " + one.getNodes().get(0).getTarget() + " " + one.getNodes().get(0).getFailureSummary()).toList()).isEmpty();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static void shot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }
}
