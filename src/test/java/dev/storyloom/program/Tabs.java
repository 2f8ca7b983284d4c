package dev.storyloom.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import dev.storyloom.web.Visitor;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Pages of a real browser over an application under test. When they are closed there may have been no error in any
 * console, nothing that the content policy refused, and no request to anybody else.
 */
public final class Tabs implements AutoCloseable {
    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private final List<String> complaints = new ArrayList<>();
    private final Path pictures;
    private final Playwright playwright;
    private final com.microsoft.playwright.Browser browser;

    /** Skips the test where there is no browser. */
    public Tabs(String folder) {
        var chromium = Browser.require();
        this.pictures = Path.of(System.getProperty("storyloom.screenshots", "target/screenshots"), folder);
        this.playwright = Browser.playwright();
        this.browser = Browser.launch(playwright, chromium);
    }

    /** @param visitor whose session it has, null for nobody's */
    public Page open(int width, ColorScheme scheme, String language, Visitor visitor, String script) {
        var context = browser.newContext(new NewContextOptions().setBaseURL(Visitor.url()).setLocale(language)
                .setColorScheme(scheme).setViewportSize(width, width < 500 ? 844 : 900).setHasTouch(width < 500));
        context.setDefaultTimeout(30_000);
        if (!script.isEmpty()) {
            context.addInitScript(script);
        }
        if (visitor != null) {
            visitor.cookies.forEach((name, value) -> context.addCookies(List.of(new Cookie(name, value).setUrl(Visitor.url()))));
        }
        var page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("status of 4")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        var own = URI.create(Visitor.url()).getHost();
        page.onRequest(request -> {
            if (!request.url().startsWith("blob:") && !URI.create(request.url()).getHost().equals(own)) {
                complaints.add("third party: " + request.url());
            }
        });
        return page;
    }

    /** For a person to look at. */
    public void shot(Page page, String name, boolean whole) {
        page.screenshot(new Page.ScreenshotOptions().setPath(pictures.resolve(name + ".png")).setFullPage(whole));
    }

    /** WCAG 2.2 AA, as far as a machine can tell. */
    public static void accessible(Page page) {
        var found = new AxeBuilder(page).withTags(WCAG).analyze().getViolations();
        assertThat(found).as("%s", found.stream().map(one -> one.getId() + " " + one.getNodes().get(0).getTarget() + " "
                + one.getNodes().get(0).getFailureSummary()).toList()).isEmpty();
    }

    @Override
    public void close() {
        playwright.close();
        assertThat(complaints).isEmpty();
    }
}
