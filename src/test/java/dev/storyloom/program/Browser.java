package dev.storyloom.program;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The machine's own Chromium, driven by Playwright; nothing is downloaded. */
public final class Browser {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    private Browser() {
    }

    /** Skips the test where there is none, unless STORYLOOM_REQUIRE_BROWSER=true. */
    public static Path require() {
        return require(NAMES, "chromium");
    }

    /** Another program that shows or reads what we made; the same where it is missing. */
    public static Path program(String name, String debianPackage) {
        return require(List.of(name), debianPackage);
    }

    private static Path require(List<String> names, String debianPackage) {
        Optional<Path> found = Stream.of(System.getenv("PATH").split(":"))
                .flatMap(folder -> names.stream().map(name -> Path.of(folder, name))).filter(Files::isExecutable).findFirst();
        if (found.isEmpty()) {
            String line = "There is no " + names.get(0) + ", so the tests with it are skipped. Install it: apt install "
                    + debianPackage;
            System.out.println(line);
            if ("true".equals(System.getenv("STORYLOOM_REQUIRE_BROWSER"))) {
                throw new AssertionError("There is no " + names.get(0) + ". Install it: apt install " + debianPackage);
            }
            Assumptions.abort(line);
        }
        return found.get();
    }

    public static Playwright playwright() {
        return Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    public static com.microsoft.playwright.Browser launch(Playwright playwright, Path chromium) {
        // Chromium has no sandbox where everything runs as root, as in a container.
        return playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(chromium)
                .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu")));
    }
}
