package dev.storyloom.program;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a file system of its own that is really full. Only root may mount one; for others this is skipped. */
class FullDiskIT {

    @TempDir
    Path folder;

    private Path disk;

    @BeforeEach
    void mount() throws Exception {
        disk = Files.createDirectory(folder.resolve("disk"));
        Assumptions.assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=96m", "tmpfs", disk.toString()) == 0,
                "A full disk is only tried where a file system can be mounted, as root.");
    }

    @AfterEach
    void unmount() throws Exception {
        run("umount", disk.toString());
    }

    @Test
    void photosThatFindNoRoomAreRefusedWithTheReasonAndTakenWhenThereIsRoomAgain() throws Exception {
        Path chromium = Browser.require();
        List<Path> photos = Program.photos(folder.resolve("photos"), 5);
        int port = Program.freePort();
        Path log = folder.resolve("server.log");
        URI address = URI.create("http://localhost:" + port);
        Process server = Program.start(log, Map.of("quarkus.http.port", String.valueOf(port), "storyloom.data-dir",
                disk.toString(), "storyloom.model", Program.tinyModel().toString()), "serve");
        try (var playwright = Browser.playwright(); var browser = Browser.launch(playwright, chromium)) {
            Program.awaitReady(server, address, log);
            Page page = browser.newContext(new NewContextOptions().setBaseURL(address.toString()).setLocale("en-GB"))
                    .newPage();
            characterWithoutPhotos(page);
            Set<Path> before = files();

            Path filler = fill();
            page.locator("input[type=file]").setInputFiles(photos.toArray(Path[]::new));
            assertThat(page.getByText("until the disk of this computer has room again").first()).isVisible();
            assertThat(page.getByText("5 photos so far")).isHidden();
            // Each photo's temporary file goes when its own answer has gone; the last may still be on its way.
            before.add(filler);
            awaitOnly(before);
            Files.delete(filler);

            page.reload();
            page.locator("input[type=file]").setInputFiles(photos.toArray(Path[]::new));
            assertThat(page.getByText("5 photos so far")).isVisible();
        } finally {
            server.destroy();
            server.waitFor();
        }
    }

    private void awaitOnly(Set<Path> wanted) throws Exception {
        for (int i = 0; i < 100 && !files().equals(wanted); i++) {
            Thread.sleep(100);
        }
        assertThat(files()).as("nothing half-written").isEqualTo(wanted);
    }

    private static void characterWithoutPhotos(Page page) {
        page.navigate("/register");
        page.getByLabel("Email").fill("mai@example.org");
        page.getByLabel("Password").fill("a warm bedtime story");
        press(page, "Make an account");
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out"))).isVisible();
        page.navigate("/characters/new");
        page.getByLabel("Name").fill("Mít");
        page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("fox")).check();
        page.getByLabel("I may use these photos").check();
        press(page, "Go on to the photos");
        assertThat(page.locator("input[type=file]")).hasCount(1);
    }

    private static void press(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).click();
    }

    /** Everything but the database, which may write what it likes. */
    private Set<Path> files() throws IOException {
        try (var files = Files.walk(disk)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().contains(".db")).collect(Collectors.toSet());
        }
    }

    private Path fill() throws IOException {
        Path filler = disk.resolve("filler");
        var block = new byte[4096];
        try (OutputStream out = Files.newOutputStream(filler)) {
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            return filler;
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
