package dev.storyloom.program;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Photographs every page for a person to look at: phone and desktop, light and dark, English and Vietnamese. Not part of
 * the suite; CONTRIBUTING.md has the command.
 */
class EveryPageWalk {

    private static final List<Integer> WIDTHS = List.of(390, 1280);

    @TempDir
    Path folder;

    private final Path pictures = Path.of(System.getProperty("storyloom.screenshots", "target/screenshots"));
    private com.microsoft.playwright.Browser browser;
    private URI address;

    @Test
    void everyPageIsPhotographed() throws Exception {
        PlaywrightAssertions.setDefaultAssertionTimeout(1_200_000);
        int port = Program.freePort();
        address = URI.create("http://localhost:" + port);
        Path log = folder.resolve("server.log");
        Path chromium = Browser.require();
        Process server = Program.start(log, settings(port), "serve");
        try (Playwright playwright = Browser.playwright()) {
            browser = Browser.launch(playwright, chromium);
            Program.awaitReady(server, address, log);
            walk();
        } finally {
            server.destroy();
            server.waitFor();
        }
    }

    private Map<String, String> settings(int port) {
        Map<String, String> settings = new HashMap<>();
        settings.put("quarkus.http.port", String.valueOf(port));
        settings.put("storyloom.data-dir", folder.resolve("data").toString());
        return settings;
    }

    private void walk() throws Exception {
        BrowserContext stranger = context(null, 1280, ColorScheme.LIGHT, "en-GB");
        Map<String, String> open = new LinkedHashMap<>();
        open.put("home", "/");
        open.put("register", "/register");
        open.put("signin", "/signin");
        open.put("missing", "/s/nobody-has-this-link");
        photographAll("stranger", open, null);
        Page page = stranger.newPage();
        page.navigate("/register");
        page.getByLabel("Email").fill("mai@example.org");
        page.getByLabel("Password").fill("a warm bedtime story");
        press(page, "Make an account");
        assertThat(page.getByRole(AriaRole.BUTTON, named("Sign out"))).isVisible();
        String state = stranger.storageState();
        photographAll("empty", Map.of("characters", "/characters", "stories", "/stories", "books", "/books",
                "account", "/account", "character-new", "/characters/new", "story-new", "/stories/new"), state);

        page.navigate("/characters/new");
        page.getByLabel("Name").fill("Mít");
        page.getByRole(AriaRole.RADIO, named("fox")).check();
        page.getByLabel("I may use these photos").check();
        press(page, "Go on to the photos");
        page.locator("input[type=file]").setInputFiles(Program.photos(folder.resolve("photos"), 5).toArray(Path[]::new));
        assertThat(page.getByText("5 photos so far")).isVisible();
        photographAll("character", Map.of("photos", page.url()), state);
        press(page, "Learn Mít");
        assertThat(page.locator("text=/Learning Mít/").first()).isVisible();
        page.waitForTimeout(15_000);
        photographAll("training", Map.of("learning", page.url()), state);
        assertThat(page.getByText("Mít has been learned")).isVisible();
        photographAll("trained", Map.of("learned", page.url(), "characters", "/characters"), state);

        page.getByRole(AriaRole.LINK, named("Write a story with Mít")).click();
        page.getByLabel("Your story").fill(new String(EveryPageWalk.class.getResourceAsStream("/sample/story.en.txt").readAllBytes(),
                java.nio.charset.StandardCharsets.UTF_8));
        page.getByLabel("Mít").check();
        press(page, "Find the pages");
        assertThat(page.getByLabel("For the reader").first()).isVisible();
        photographAll("story", Map.of("scenes", page.url(), "stories", "/stories"), state);
        press(page, "Paint the book");
        assertThat(page.locator(".frame.painted").first()).isVisible();
        photographAll("painting", Map.of("painting", page.url()), state);
        var read = page.getByRole(AriaRole.LINK, named("Read the book"));
        assertThat(read).isVisible();
        photographAll("painted", Map.of("painted", page.url()), state);
        read.click();
        assertThat(page.locator("section.page img").first()).isVisible();
        photographAll("book", Map.of("book", page.url(), "books", "/books"), state);
        page.getByRole(AriaRole.LINK, named("Share")).first().click();
        press(page, "Make a link");
        String link = page.getByLabel("The link to the book").inputValue();
        photographAll("share", Map.of("share", page.url()), state);
        photographAll("shared", Map.of("shared", link, "home", "/"), null);
        photographAll("member", Map.of("home", "/", "account", "/account", "leave", "/account/delete"), state);
    }

    /** Every address in every combination; {@code state} is somebody's session, or null for a stranger. */
    private void photographAll(String moment, Map<String, String> addresses, String state) throws Exception {
        for (int width : WIDTHS) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                for (String language : List.of("en-GB", "vi-VN")) {
                    try (BrowserContext context = context(state, width, scheme, language)) {
                        Page page = context.newPage();
                        for (var entry : addresses.entrySet()) {
                            page.navigate(entry.getValue());
                            Path file = pictures.resolve(String.format("%d-%s-%s", width, scheme.name().toLowerCase(),
                                    language.substring(0, 2))).resolve(moment + "-" + entry.getKey() + ".png");
                            Files.createDirectories(file.getParent());
                            page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(file));
                        }
                    }
                }
            }
        }
    }

    private BrowserContext context(String state, int width, ColorScheme scheme, String language) {
        var options = new NewContextOptions().setBaseURL(address.toString()).setLocale(language).setColorScheme(scheme)
                .setViewportSize(width, width < 500 ? 844 : 900);
        if (state != null) {
            options.setStorageState(state);
        }
        BrowserContext context = browser.newContext(options);
        context.setDefaultTimeout(60_000);
        return context;
    }

    private static void press(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, named(name)).click();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
