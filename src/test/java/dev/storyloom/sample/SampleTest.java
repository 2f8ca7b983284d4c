package dev.storyloom.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.storyloom.character.QuickTeacher;
import dev.storyloom.web.Equipped;
import dev.storyloom.web.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Equipped.class)
class SampleTest {
    @Inject
    QuickTeacher teacher;

    @BeforeEach
    void learningTakesNoTime() {
        teacher.steps.release(10 * QuickTeacher.STEPS);
    }

    @AfterEach
    void othersStepForThemselves() {
        teacher.steps.drainPermits();
    }

    @Test
    void whoPressesTheButtonHasABookLaterWithoutTypingAnything() {
        var visitor = new Visitor();
        visitor.get("/");
        var painting = press(visitor);
        assertThat(visitor.get(painting).statusCode()).isEqualTo(200);
        awaitText(visitor, painting, "Read the book");
        var book = visitor.get(location(visitor.get(painting.replace("/painting", "/book")))).body();
        assertThat(book).contains("Mít and the Little Lost Star").contains("Page 6 of 6");
        assertThat(visitor.get(painting.replace("/painting", "")).body()).contains("sks");
        assertThat(visitor.get("/characters").body()).contains("Mít");
        assertThat(press(visitor)).isEqualTo(painting);
    }

    @Test
    void theSampleSpeaksTheVisitorsLanguage() {
        var visitor = new Visitor();
        visitor.headers.put("Accept-Language", "vi");
        visitor.get("/");
        var painting = press(visitor);
        assertThat(visitor.get(painting).body()).contains("Mít và ngôi sao nhỏ đi lạc").contains("Làm quen với Mít");
        awaitText(visitor, painting, "Đọc sách");
    }

    @Test
    void anotherSiteCannotPressTheButton() {
        var visitor = new Visitor();
        visitor.get("/");
        visitor.token = "wrong";
        assertThat(visitor.post("/sample", Map.of()).statusCode()).isEqualTo(403);
    }

    private static void awaitText(Visitor visitor, String page, String text) {
        await().atMost(Duration.ofMinutes(3)).until(() -> visitor.get(page).body().contains(text));
    }

    private static String press(Visitor visitor) {
        var reply = visitor.post("/sample", Map.of());
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(303);
        var path = location(reply);
        assertThat(path).matches(Pattern.compile("/stories/[0-9a-f-]{36}/painting"));
        visitor.get(path);
        return path;
    }

    private static String location(HttpResponse<String> reply) {
        return reply.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
    }
}
