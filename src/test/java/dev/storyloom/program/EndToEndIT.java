package dev.storyloom.program;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole job in a real browser: photos, training, story, book, a link that a stranger opens and then does not. */
class EndToEndIT {

    private static final double MINUTES = 60_000;
    private static final String STORY = """
            Mít and the Lantern

            One night Mít woke up in his bedroom. He saw a light outside.

            In the morning Mít walked into the forest. An owl looked at him.

            At noon Mít ran through a meadow. He found a kite.

            At sunset Mít stood on the beach. A boat was waiting.

            At night Mít climbed a mountain. He held up a red lantern.

            Late that night Mít slept in his bedroom. The star was winking at him.
            """;

    @TempDir
    Path folder;

    private final Path pictures = Path.of(System.getProperty("storyloom.screenshots", "target/screenshots"));
    private Process server;
    private Playwright playwright;
    private com.microsoft.playwright.Browser browser;
    private URI address;
    private int shots;

    @BeforeEach
    void start() throws Exception {
        Path chromium = Browser.require();
        PlaywrightAssertions.setDefaultAssertionTimeout(MINUTES);
        int port = Program.freePort();
        address = URI.create("http://localhost:" + port);
        Path log = folder.resolve("server.log");
        server = Program.start(log, settings(port), "serve");
        playwright = Browser.playwright();
        browser = Browser.launch(playwright, chromium);
        Program.awaitReady(server, address, log);
    }

    private Map<String, String> settings(int port) {
        Map<String, String> settings = new HashMap<>();
        settings.put("quarkus.http.port", String.valueOf(port));
        settings.put("storyloom.data-dir", folder.resolve("data").toString());
        settings.put("storyloom.training.steps", "20");
        settings.put("storyloom.training.class-images", "4");
        settings.put("storyloom.rendering.steps", "8");
        if (EndToEndIT.class.getResource("/models/storyloom-mini/files.txt") == null) {
            settings.put("storyloom.model", Program.tinyModel().toString());
        }
        return settings;
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (playwright != null) {
            playwright.close();
        }
        if (server != null) {
            server.destroy();
            if (!server.waitFor(30, TimeUnit.SECONDS)) {
                server.destroyForcibly();
            }
        }
    }

    @Test
    void photosAndAStoryBecomeABookThatCanBeSharedAndTakenBack() throws Exception {
        Page page = visitor().newPage();
        register(page);
        makeCharacter(page, Program.photos(folder.resolve("photos"), 5));
        train(page);
        writeStory(page);
        paint(page);
        String link = share(page);

        Page stranger = visitor().newPage();
        assertThat(stranger.navigate(link).status()).isEqualTo(200);
        assertThat(stranger.getByRole(AriaRole.HEADING, named("Mít and the Lantern"))).isVisible();
        assertThat(stranger.locator("section.page img")).hasCount(6);
        shot(stranger, "shared-with-a-stranger");
        takeBack(page);
        assertThat(stranger.reload().status()).isEqualTo(404);
        shot(stranger, "taken-back");
    }

    private void register(Page page) {
        page.navigate("/register");
        page.getByLabel("Email").fill("mai@example.org");
        page.getByLabel("Password").fill("a warm bedtime story");
        press(page, "Make an account");
        assertThat(button(page, "Sign out")).isVisible();
    }

    private void makeCharacter(Page page, List<Path> photos) {
        page.navigate("/characters/new");
        shot(page, "new-character");
        page.getByLabel("Name").fill("Mít");
        page.getByRole(AriaRole.RADIO, named("fox")).check();
        page.getByLabel("I may use these photos").check();
        press(page, "Go on to the photos");
        page.locator("input[type=file]").setInputFiles(photos.toArray(Path[]::new));
        assertThat(page.getByText("5 photos so far")).isVisible(within(2));
        shot(page, "photos");
    }

    private void train(Page page) {
        press(page, "Learn Mít");
        assertThat(page.getByRole(AriaRole.HEADING, named("Learning Mít"))).isVisible();
        shot(page, "learning");
        assertThat(page.getByText("Mít has been learned")).isVisible(within(8));
        shot(page, "learned");
    }

    private void writeStory(Page page) {
        page.getByRole(AriaRole.LINK, named("Write a story with Mít")).click();
        page.getByLabel("Your story").fill(STORY);
        page.getByLabel("Pages").fill("6");
        page.getByLabel("Mít").check();
        press(page, "Find the pages");
        assertThat(page.getByLabel("For the reader")).hasCount(6);
        shot(page, "scenes");
    }

    private void paint(Page page) {
        press(page, "Paint the book");
        assertThat(page.locator(".frame.painted").first()).isVisible(within(4));
        shot(page, "painting");
        Locator read = page.getByRole(AriaRole.LINK, named("Read the book"));
        assertThat(read).isVisible(within(8));
        shot(page, "painted");
        read.click();
        assertThat(page.locator("section.page img")).hasCount(6);
        shot(page, "book");
    }

    /** Returns the link. */
    private String share(Page page) {
        page.getByRole(AriaRole.LINK, named("Share")).first().click();
        press(page, "Make a link");
        String link = page.getByLabel("The link to the book").inputValue();
        shot(page, "link");
        return link;
    }

    private void takeBack(Page page) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Take back the link")).click();
        assertThat(page.getByText("Taken back")).isVisible();
    }

    private BrowserContext visitor() {
        BrowserContext context = browser.newContext(new NewContextOptions().setBaseURL(address.toString())
                .setLocale("en-GB").setViewportSize(1280, 900));
        context.setDefaultTimeout(MINUTES);
        return context;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, named(name));
    }

    private static void press(Page page, String name) {
        button(page, name).click();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static LocatorAssertions.IsVisibleOptions within(int minutes) {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(minutes * MINUTES);
    }

    private void shot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                .setPath(pictures.resolve(String.format("%02d-%s.png", ++shots, name))));
    }
}
