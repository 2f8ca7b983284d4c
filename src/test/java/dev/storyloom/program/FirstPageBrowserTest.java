package dev.storyloom.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** How much a browser that was never here before has to fetch: few people wait on a slow line. */
@QuarkusTest
class FirstPageBrowserTest {
    private static final int MOST = 100_000;

    @Test
    void theFirstPageIsSmallerThanAHundredKilobytes() {
        try (var tabs = new Tabs("first")) {
            for (var path : List.of("/", "/signin")) {
                for (var language : List.of("en-GB", "vi-VN")) {
                    for (var width : List.of(390, 1280)) {
                        var page = tabs.open(width, ColorScheme.LIGHT, language, null, "");
                        var finished = new CopyOnWriteArrayList<Request>();
                        page.onRequestFinished(finished::add);
                        page.navigate(path);
                        page.waitForLoadState(LoadState.NETWORKIDLE);
                        var bytes = finished.stream().map(Request::sizes)
                                .mapToInt(sizes -> sizes.responseHeadersSize + sizes.responseBodySize).sum();
                        System.out.printf("%s, %s, %d pixels: %d requests, %d bytes%n", path, language, width, finished.size(),
                                bytes);
                        assertThat(bytes).as(path + " " + language).isBetween(10_000, MOST);
                    }
                }
            }
        }
    }
}
