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
        Optional<Path> chromium = Stream.of(System.getenv("PATH").split(":"))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name))).filter(Files::isExecutable).findFirst();
        if (chromium.isEmpty()) {
            String line = "No Chromium was found, so the browser tests are skipped. Install it: apt install chromium";
            System.out.println(line);
            if ("true".equals(System.getenv("STORYLOOM_REQUIRE_BROWSER"))) {
                throw new AssertionError("No Chromium was found. Install it: apt install chromium");
            }
            Assumptions.abort(line);
        }
        return chromium.get();
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
