package dev.storyloom.program;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.awt.image.BufferedImage;
import java.awt.image.RescaleOp;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Photographs every page for a person to look at: phone and desktop, light and dark, English and Vietnamese. Not part of
 * the suite; CONTRIBUTING.md has the command.
 */
class EveryPageWalk {

    private static final List<Integer> WIDTHS = List.of(390, 1280);
    private static final String EMAIL = "mai@example.org";

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
        try (Playwright playwright = Browser.playwright()) {
            browser = Browser.launch(playwright, chromium);
            String state = whileRunning(log, settings(port), this::asMai);
            // Nobody can register an email that is named as an administrator's: Mai became one afterwards.
            Map<String, String> kept = settings(port);
            kept.put("storyloom.administrators", EMAIL);
            whileRunning(log, kept, () -> {
                photographAll("keeper", Map.of("admin", "/admin", "account", "/account"), state);
                return state;
            });
        }
    }

    private static String whileRunning(Path log, Map<String, String> settings, Callable<String> walk) throws Exception {
        Process server = Program.start(log, settings, "serve");
        try {
            Program.awaitReady(server, URI.create("http://localhost:" + settings.get("quarkus.http.port")), log);
            return walk.call();
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

    /** The whole way of one person; returns her session. */
    private String asMai() throws Exception {
        BrowserContext context = context(null, 1280, ColorScheme.LIGHT, "en-GB");
        Page page = context.newPage();
        Map<String, String> open = new LinkedHashMap<>();
        open.put("home", "/");
        open.put("register", "/register");
        open.put("signin", "/signin");
        open.put("missing", "/s/nobody-has-this-link");
        photographAll("stranger", open, null);
        photographAll("stranger", Map.of("wrong-password", "/signin"), null, EveryPageWalk::signInWrongly);
        page.navigate("/register");
        page.getByLabel("Email").fill(EMAIL);
        page.getByLabel("Password").fill("a warm bedtime story");
        press(page, "Make an account");
        assertThat(page.getByRole(AriaRole.BUTTON, named("Sign out"))).isVisible();
        String state = context.storageState();
        photographAll("empty", Map.of("characters", "/characters", "stories", "/stories", "books", "/books",
                "account", "/account", "character-new", "/characters/new", "story-new", "/stories/new"), state);
        photographAll("refused", Map.of("character-new", "/characters/new", "story-new", "/stories/new"), state,
                EveryPageWalk::sendEmpty);
        photographAll("refused", Map.of("expired", "/stories/new"), state, EveryPageWalk::sendTooLate);
        String character = character(page, state);
        story(page, state);
        book(page, state);
        photographAll("member", Map.of("home", "/", "account", "/account", "leave", "/account/delete", "character", character),
                state);
        return state;
    }

    private String character(Page page, String state) throws Exception {
        page.navigate("/characters/new");
        page.getByLabel("Name").fill("Mít");
        page.getByRole(AriaRole.RADIO, named("fox")).check();
        page.getByLabel("I may use these photos").check();
        press(page, "Go on to the photos");
        String character = URI.create(page.url()).getPath();
        var photos = new ArrayList<>(Program.photos(folder.resolve("photos"), 5));
        photos.add(dimmed(photos.get(1)));
        page.locator("input[type=file]").setInputFiles(photos.toArray(Path[]::new));
        assertThat(page.getByText("6 photos so far")).isVisible();
        String crop = page.locator("#photos .photo-crop").first().getAttribute("href");
        photographAll("character", Map.of("coach", character, "crop", crop), state);
        page.locator("#photos li:has(.photo-hint) .photo-remove button").click();
        assertThat(page.getByText("5 photos so far")).isVisible();
        photographAll("character", Map.of("photos", character), state);
        press(page, "Learn Mít");
        assertThat(page.locator("text=/Learning Mít/").first()).isVisible();
        assertThat(page.locator("#likeness li").first()).isVisible();
        photographAll("training", Map.of("learning", page.url(), "photos", character), state);
        assertThat(page.getByText("Mít has been learned")).isVisible();
        photographAll("trained", Map.of("learned", page.url(), "characters", "/characters", "story-new", "/stories/new"), state);
        return character;
    }

    private void story(Page page, String state) throws Exception {
        page.getByRole(AriaRole.LINK, named("Write a story with Mít")).click();
        page.getByLabel("Your story").fill(new String(
                EveryPageWalk.class.getResourceAsStream("/sample/story.en.txt").readAllBytes(),
                StandardCharsets.UTF_8));
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
        assertThat(page.locator("#cover")).isVisible();
    }

    private void book(Page page, String state) throws Exception {
        String book = page.url();
        photographAll("book", Map.of("cover", book, "books", "/books"), state);
        photographAll("book", Map.of("page", book), state, reader -> turn(reader, "ArrowRight"));
        page.keyboard().press("ArrowRight");
        page.locator("#page-1 .change summary").click();
        page.locator("#page-1 .change button[value='3']").click();
        assertThat(page.getByRole(AriaRole.LINK, named("Read the book"))).isVisible();
        page.navigate(book);
        assertThat(page.locator("#page-1 .variant")).hasCount(4);
        photographAll("book", Map.of("change", book), state, reader -> {
            turn(reader, "ArrowRight");
            reader.locator("#page-1 .change summary").click();
        });
        photographAll("book", Map.of("menu", book), state, reader -> reader.locator(".reader-menu summary").click());
        photographAll("book", Map.of("end", book), state, reader -> turn(reader, "End"));
        page.getByRole(AriaRole.LINK, named("Share")).first().click();
        String share = page.url();
        photographAll("share", Map.of("none-yet", share), state);
        press(page, "Make a link");
        String link = page.getByLabel("The link to the book").inputValue();
        page.getByLabel("PIN (if you like)").fill("2468");
        press(page, "Make a link");
        String locked = page.getByLabel("The link to the book").inputValue();
        photographAll("share", Map.of("new-link", share), state, EveryPageWalk::makeLink);
        photographAll("share", Map.of("links", share), state);
        photographAll("shared", Map.of("shared", link), null);
        photographAll("shared", Map.of("pin", locked), null);
        photographAll("shared", Map.of("wrong-pin", locked), null, EveryPageWalk::openWrongly);
    }

    private static void signInWrongly(Page page) {
        page.locator("#email").fill(EMAIL);
        page.locator("#password").fill("not this one");
        page.locator("main form button").last().click();
        page.waitForLoadState();
    }

    private static void sendEmpty(Page page) {
        page.evaluate("const form = document.querySelector('main form'); form.noValidate = true; form.requestSubmit()");
        page.waitForURL(url -> !url.endsWith("/new"));
    }

    private static void sendTooLate(Page page) {
        page.evaluate("document.querySelector('main form [name=csrf-token]').value = 'old';"
                + "document.querySelector('#text').value = 'A fox ran.'; document.querySelector('main form').requestSubmit()");
        page.waitForURL(url -> !url.endsWith("/new"));
    }

    private static void makeLink(Page page) {
        page.locator(".share-form button").click();
        page.locator("#link").waitFor();
    }

    private static void openWrongly(Page page) {
        page.locator("#pin").fill("1111");
        page.locator(".pin-form button").click();
        page.locator("#pin-fault").waitFor();
    }

    private static void turn(Page page, String key) {
        page.keyboard().press(key);
        page.waitForTimeout(1000);
    }

    private Path dimmed(Path photo) throws IOException {
        var image = ImageIO.read(photo.toFile());
        var dark = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        var pen = dark.createGraphics();
        pen.drawImage(image, 0, 0, null);
        pen.dispose();
        Path file = folder.resolve("dark.jpg");
        ImageIO.write(new RescaleOp(0.12f, 0, null).filter(dark, null), "jpeg", file.toFile());
        return file;
    }

    private void photographAll(String moment, Map<String, String> addresses, String state) throws IOException {
        photographAll(moment, addresses, state, page -> { });
    }

    /**
     * Every address in every combination, after something was done there; {@code state} is somebody's session, or null for
     * a stranger.
     */
    private void photographAll(String moment, Map<String, String> addresses, String state, Consumer<Page> deed)
            throws IOException {
        for (int width : WIDTHS) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                for (String language : List.of("en-GB", "vi-VN")) {
                    try (BrowserContext context = context(state, width, scheme, language)) {
                        Page page = context.newPage();
                        for (var entry : addresses.entrySet()) {
                            page.navigate(entry.getValue());
                            deed.accept(page);
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
