package dev.storyloom.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storyloom.web.Equipped;
import dev.storyloom.web.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Equipped.class)
class LanguageModelTest {

    @Test
    void whatWouldLeaveTheMachineIsSaidBeforeItIsSwitchedOnAndItIsOffAtFirst() {
        Visitor visitor = Visitor.registered();

        assertThat(visitor.get("/account").body()).contains("What would be sent there: the text of each story")
                .contains("127.0.0.1").contains("Off: your stories stay on this machine.");
        visitor.post("/account/language-model", Map.of("allowed", "true"));
        assertThat(visitor.get("/account").body()).contains("It reads your stories.");
        visitor.post("/account/language-model", Map.of("allowed", "false"));
        assertThat(visitor.get("/account").body()).contains("Off: your stories stay on this machine.");
    }

    @Test
    void aModelThatIsAwayDoesNotKeepAStoryFromBeingWritten() {
        Visitor visitor = Visitor.registered();
        visitor.get("/account");
        visitor.post("/account/language-model", Map.of("allowed", "true"));
        visitor.get("/stories/new");

        var reply = visitor.post("/stories", Map.of("title", "", "text", "A fox ran to the beach. It slept.", "pages", "2"));
        assertThat(reply.statusCode()).isEqualTo(303);
    }
}
