package dev.storyloom.program;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.storyloom.book.Bookbinding;
import dev.storyloom.character.Studio;
import dev.storyloom.storage.BlobStore;
import dev.storyloom.storage.Pictures;
import dev.storyloom.web.Visitor;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a parent chooses by looking: a square of a photo, a state of the learning; and what a page is coming to. */
@QuarkusTest
class ChoosingBrowserTest {
    @Inject
    Bookbinding bookbinding;
    @Inject
    BlobStore blobs;
    @Inject
    EntityManager database;

    private Visitor owner;
    private String character;
    private Tabs tabs;

    @BeforeEach
    void open() {
        tabs = new Tabs("choosing");
        owner = Visitor.registered();
        character = Studio.character(owner);
        Studio.photos(owner, character, 3);
    }

    @AfterEach
    void close() {
        tabs.close();
    }

    @Test
    void aSquareOfAPhotoIsCutOutByPointerAndByKeys() {
        var page = tabs.open(1280, ColorScheme.LIGHT, "en-GB", owner, "");
        page.navigate(character);
        page.getByLabel("Cut out a part of photo 3").click();
        var frame = page.getByRole(AriaRole.GROUP, named("The part to keep"));
        assertThat(page.getByLabel("From the left")).hasValue("4");
        assertThat(page.getByLabel("Side of the square")).hasValue("300");
        frame.focus();
        page.keyboard().press("-");
        page.keyboard().press("-");
        assertThat(page.getByLabel("Side of the square")).hasValue("288");
        page.keyboard().press("Shift+ArrowLeft");
        page.keyboard().press("ArrowDown");
        assertThat(page.getByLabel("From the left")).hasValue("9");
        assertThat(page.getByLabel("From the top")).hasValue("12");
        var box = frame.boundingBox();
        page.mouse().move(box.x + 20, box.y + 20);
        page.mouse().down();
        page.mouse().move(box.x - 400, box.y + 20, new com.microsoft.playwright.Mouse.MoveOptions().setSteps(4));
        page.mouse().up();
        assertThat(page.getByLabel("From the left")).hasValue("0");
        tabs.shot(page, "1280-light-crop", true);
        Tabs.accessible(page);
        page.getByRole(AriaRole.BUTTON, named("Keep this part")).click();
        assertThat(page.getByText("3 photos so far")).isVisible();
        tabs.shot(page, "1280-light-album", true);
        var phone = tabs.open(390, ColorScheme.DARK, "vi-VN", owner, "");
        phone.navigate(character);
        phone.locator(".photo-crop").first().click();
        tabs.shot(phone, "390-dark-vi-crop", true);
        Tabs.accessible(phone);
    }

    @Test
    void anotherStateOfTheLearningIsChosenByItsPicture() {
        for (var step : List.of(60, 80, 100, 120)) {
            state(step);
        }
        var page = tabs.open(1280, ColorScheme.LIGHT, "en-GB", owner, "");
        page.navigate(character);
        assertThat(page.locator(".state[aria-current]")).containsText("After 80 steps");
        page.getByRole(AriaRole.BUTTON, named("After 120 steps")).click();
        assertThat(page.locator(".state[aria-current]")).containsText("After 120 steps");
        tabs.shot(page, "1280-light-states", true);
        Tabs.accessible(page);
        var phone = tabs.open(390, ColorScheme.DARK, "vi-VN", owner, "");
        phone.navigate(character + "#states");
        tabs.shot(phone, "390-dark-vi-states", true);
        Tabs.accessible(phone);
    }

    @Test
    void aPageShowsWhatItIsComingTo() {
        var book = bookbinding.forNewest("The fox and the moon");
        var rgb = new byte[3 * 256];
        for (var i = 0; i < 256; i++) {
            rgb[3 * i] = (byte) (i / 16 * 16);
            rgb[3 * i + 1] = (byte) (i % 16 * 16);
            rgb[3 * i + 2] = 90;
        }
        run("insert into job (id, owner_id, kind, subject_id, state, attempt, claimed, failures, crashes, step, steps, detail,"
                + " last_seq, created_at) select ?1, owner_id, 'RENDER', id, 'RUNNING', 1, true, 0, 0, 12, 100, '{\"page\":2,"
                + "\"step\":12,\"steps\":25,\"glimpse\":{\"width\":16,\"height\":16,\"rgb\":\""
                + Base64.getEncoder().encodeToString(rgb) + "\"}}', 0, now() from story where id = ?2", book.storyId);
        var page = tabs.open(1280, ColorScheme.LIGHT, "en-GB", owner, "");
        page.navigate("/stories/" + book.storyId + "/painting");
        assertThat(page.locator(".frame.at-work canvas.glimpse")).hasCount(1);
        assertThat((Integer) page.evaluate(
                "document.querySelector('.glimpse').getContext('2d').getImageData(15, 0, 1, 1).data[1]"))
                .isEqualTo(240);
        tabs.shot(page, "1280-light-glimpse", true);
        Tabs.accessible(page);
        var phone = tabs.open(390, ColorScheme.DARK, "vi-VN", owner, "");
        phone.navigate("/stories/" + book.storyId + "/painting");
        assertThat(phone.locator("canvas.glimpse")).hasCount(1);
        tabs.shot(phone, "390-dark-vi-glimpse", true);
        page.navigate("/books/" + book.id + "#page-2");
        page.locator("#page-2 summary").click();
        assertThat(page.locator("#page-2").getByText("Paint three more to choose from")).isVisible();
        tabs.shot(page, "1280-light-reader", false);
    }

    private void state(int step) {
        var id = run("insert into learned_state (id, character_id, step, best, chosen) select ?1, id, " + step + ", "
                + (step == 80) + ", " + (step == 80) + " from story_character where id = ?2", Studio.id(character));
        var key = character.substring(1) + "/states/" + id;
        blobs.put(key + ".jpg", new ByteArrayInputStream(Pictures.jpeg(128, 128 + step)));
        blobs.put(key + ".safetensors", new ByteArrayInputStream(new byte[] {1}));
    }

    private UUID run(String sql, UUID of) {
        var id = UUID.randomUUID();
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery(sql).setParameter(1, id).setParameter(2, of)
                .executeUpdate());
        return id;
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
