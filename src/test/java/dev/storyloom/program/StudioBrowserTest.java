package dev.storyloom.program;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.storyloom.book.Book;
import dev.storyloom.book.Bookbinding;
import dev.storyloom.character.Studio;
import dev.storyloom.web.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.awt.image.RescaleOp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The upload coach, the story's editor and the account page, in a real browser. */
@QuarkusTest
class StudioBrowserTest {
    @Inject
    Bookbinding bookbinding;

    @TempDir
    Path folder;

    private Visitor owner;
    private Book book;
    private Tabs tabs;

    @BeforeEach
    void open() {
        tabs = new Tabs("studio");
        owner = Visitor.registered();
        book = bookbinding.forNewest("The fox and the moon");
    }

    @AfterEach
    void close() {
        tabs.close();
    }

    @Test
    void theCoachSaysWhatAPhotoLacksAndHowReadyTheAlbumIs() throws IOException {
        var character = Studio.character(owner);
        var photos = new ArrayList<>(Program.photos(folder, 3));
        photos.add(dark(photos.get(1)));
        var page = tabs.open(1280, ColorScheme.LIGHT, "en-GB", owner, "");
        page.navigate(character);
        page.locator("input[type=file]").setInputFiles(photos.toArray(Path[]::new));
        assertThat(page.getByText("4 photos so far")).isVisible();
        assertThat(page.locator(".photo-hint")).hasCount(1);
        assertThat(page.locator("meter")).hasAttribute("value", "37");
        tabs.shot(page, "1280-light-coach", true);
        page.reload();
        assertThat(page.locator(".photo-hint")).hasCount(1);
        Tabs.accessible(page);
        var phone = tabs.open(390, ColorScheme.DARK, "vi-VN", owner, "");
        phone.navigate(character);
        tabs.shot(phone, "390-dark-vi-coach", true);
        Tabs.accessible(phone);
    }

    @Test
    void aPageIsCutAtTheCursorJoinedAgainAndAllOfItIsTakenBack() {
        var page = tabs.open(1280, ColorScheme.LIGHT, "en-GB", owner, "");
        page.navigate("/stories/" + book.storyId);
        var words = page.getByLabel("For the reader");
        var first = words.first().inputValue();
        assertThat(page.getByRole(AriaRole.BUTTON, named("Undo the last change"))).isHidden();
        words.first().fill("The fox ran to the beach. The waves were high.");
        words.first().evaluate("area => area.setSelectionRange(25, 25)");
        page.getByLabel("Cut page 1 in two").click();
        assertThat(words).hasCount(5);
        assertThat(words.nth(0)).hasValue("The fox ran to the beach.");
        assertThat(words.nth(1)).hasValue("The waves were high.");
        tabs.shot(page, "1280-light-editor", true);
        Tabs.accessible(page);
        page.getByLabel("Join page 1 with the next one").click();
        assertThat(words).hasCount(4);
        for (var left = 3; left > 0; left--) {
            page.getByRole(AriaRole.BUTTON, named("Undo the last change")).click();
            page.waitForLoadState();
        }
        assertThat(words).hasCount(4);
        assertThat(words.first()).hasValue(first);
        var phone = tabs.open(390, ColorScheme.DARK, "vi-VN", owner, "");
        phone.navigate("/stories/" + book.storyId);
        var forPainter = phone.getByLabel("Dành cho họa sĩ").first();
        var putIntoEnglish = phone.getByText("Viết lại bằng tiếng Anh").first();
        assertThat(putIntoEnglish).isHidden();
        forPainter.fill("Mai thả diều trên bãi biển");
        assertThat(putIntoEnglish).isVisible();
        tabs.shot(phone, "390-dark-vi-editor", true);
        putIntoEnglish.evaluate("button => button.scrollIntoView({block: 'center'})");
        Tabs.accessible(phone);
        putIntoEnglish.click();
        assertThat(putIntoEnglish).isHidden();
        assertThat(forPainter).hasValue(Pattern.compile(".*flying a kite on the .*beach.*"));
    }

    @Test
    void upToThreeCharactersAreChosenByTheirPictures() {
        for (var name : List.of("Nga", "Tom", "Pip", "Olly")) {
            var character = Studio.character(owner, name, "FOX");
            if (!name.equals("Olly")) {
                Studio.photos(owner, character, 1);
            }
        }
        var page = tabs.open(1280, ColorScheme.LIGHT, "en-GB", owner, "");
        page.navigate("/stories/new");
        assertThat(page.getByLabel("Olly")).isChecked();
        assertThat(page.locator(".heroes img")).hasCount(3);
        page.getByLabel("Nga").check();
        assertThat(page.getByLabel("Pip")).isEnabled();
        page.getByLabel("Tom").check();
        assertThat(page.getByLabel("Pip")).isDisabled();
        page.locator(".heroes").scrollIntoViewIfNeeded();
        tabs.shot(page, "1280-light-heroes", true);
        Tabs.accessible(page);
        page.getByLabel("Olly").uncheck();
        page.getByLabel("Your story").fill("Nga ran to the beach. Nga and Tom swam in the sea. Tom slept in a tent.");
        page.getByRole(AriaRole.BUTTON, named("Find the pages")).click();
        assertThat(page.getByText("a tvc fox", new Page.GetByTextOptions().setExact(false)).first()).isVisible();
        tabs.shot(page, "1280-light-two-heroes", true);
        var phone = tabs.open(390, ColorScheme.DARK, "vi-VN", owner, "");
        phone.navigate("/stories/new");
        tabs.shot(phone, "390-dark-vi-heroes", true);
        Tabs.accessible(phone);
    }

    @Test
    void aKeyForProgramsIsMadeAndTakenBack() {
        var page = tabs.open(390, ColorScheme.LIGHT, "en-GB", owner, "");
        page.navigate("/account");
        page.getByLabel("What is the key for?").fill("my calendar");
        page.getByRole(AriaRole.BUTTON, named("Make a key")).click();
        assertThat(page.getByLabel("The new key").inputValue()).startsWith("storyloom_");
        tabs.shot(page, "390-light-keys", true);
        Tabs.accessible(page);
        page.getByLabel("Take back the key “my calendar”").click();
        assertThat(page.getByText("my calendar")).hasCount(0);
    }

    @Test
    void everyPageOfASignedInPersonIsAccessibleAndAsksNobodyElse() {
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            var page = tabs.open(320, scheme, "vi-VN", owner, "");
            for (var path : List.of("/", "/characters", "/characters/new", "/stories", "/stories/new", "/books", "/account",
                    "/stories/" + book.storyId + "/painting", "/books/" + book.id + "/share")) {
                page.navigate(path);
                Tabs.accessible(page);
                assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth")).as(path).isTrue();
            }
        }
    }

    private Path dark(Path photo) throws IOException {
        var image = ImageIO.read(photo.toFile());
        var rgb = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        rgb.createGraphics().drawImage(image, 0, 0, null);
        var file = Files.createFile(folder.resolve("dark.jpg"));
        ImageIO.write(new RescaleOp(0.12f, 0, null).filter(rgb, null), "jpeg", file.toFile());
        return file;
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
