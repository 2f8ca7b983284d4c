package dev.storyloom.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.storyloom.account.Accounts;
import dev.storyloom.web.Visitor;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.http.WebSocketHandshakeException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ScriptedJobs.class)
class JobSocketTest {

    @Inject
    JobQueue queue;

    @Inject
    Accounts accounts;

    @Inject
    ScriptedHandler training;

    final Semaphore steps = new Semaphore(0);
    Visitor owner;
    UUID job;

    @BeforeEach
    void aJobThatTellsOneEventForEachStep() {
        owner = new Visitor();
        String email = UUID.randomUUID() + "@example.org";
        owner.register(email, "a good long sentence");
        UUID ownerId = QuarkusTransaction.requiringNew().call(() -> accounts.findByEmail(email).orElseThrow().id);
        UUID subject = UUID.randomUUID();
        training.script(subject, run -> {
            for (int i = 1; i <= 6; i++) {
                steps.acquire();
                run.event("sample", Map.of("n", i));
                run.progress(i, 6, Map.of("loss", 0.5));
            }
            return JobSlice.DONE;
        });
        job = queue.submit(ownerId, JobKind.TRAIN, subject);
    }

    @AfterEach
    void end() {
        steps.release(10);
    }

    @Test
    void aPageGetsTheSnapshotAndThenEveryEventInOrder() {
        SocketClient page = SocketClient.open(owner, job).hello(0);
        await().until(() -> !page.heard.isEmpty());
        assertThat(page.heard.get(0).get("type").asText()).isEqualTo("snapshot");
        steps.release(6);
        await().until(() -> page.closed == 1000);
        assertThat(page.seqs()).containsExactlyElementsOf(numbers(1, 7));
        assertThat(page.heard).anySatisfy(message -> {
            assertThat(message.path("type").asText()).isEqualTo("snapshot");
            assertThat(message.path("state").asText()).isEqualTo("DONE");
            assertThat(message.path("detail").path("loss").asDouble()).isEqualTo(0.5);
        });
    }

    @Test
    void aPageThatComesBackGetsEachMissedEventOnce() {
        SocketClient before = SocketClient.open(owner, job).hello(0);
        steps.release(2);
        await().until(() -> before.seqs().size() == 2);
        before.drop();
        steps.release(2);
        SocketClient after = SocketClient.open(owner, job).hello(2);
        steps.release(2);
        await().until(() -> after.closed == 1000);
        assertThat(after.seqs()).containsExactlyElementsOf(numbers(3, 7));
    }

    @Test
    void aNumberFromTheFutureStartsAgain() {
        steps.release(6);
        SocketClient page = SocketClient.open(owner, job).hello(Long.MAX_VALUE);
        await().until(() -> page.closed == 1000);
        assertThat(page.seqs()).containsExactlyElementsOf(numbers(1, 7));
    }

    @Test
    void anotherSiteIsRefused() {
        assertThat(refusal(owner, "https://evil.test", job.toString())).isEqualTo(403);
        assertThat(refusal(owner, "null", job.toString())).isEqualTo(403);
        assertThat(refusal(owner, null, job.toString())).isEqualTo(403);
        assertThat(refusal(owner, Visitor.url() + ".evil.test", job.toString())).isEqualTo(403);
    }

    @Test
    void aVisitorWithoutASessionIsRefused() {
        assertThat(refusal(new Visitor(), Visitor.url(), job.toString())).isEqualTo(401);
    }

    @Test
    void theJobOfAnotherAccountIsAsUnknownAsOneThatIsNot() {
        Visitor stranger = Visitor.registered();
        assertThat(refusal(stranger, Visitor.url(), job.toString())).isEqualTo(404);
        assertThat(refusal(owner, Visitor.url(), UUID.randomUUID().toString())).isEqualTo(404);
        assertThat(refusal(owner, Visitor.url(), "1")).isEqualTo(404);
    }

    @Test
    void aSixthSocketOfAnAccountIsRefused() {
        List<SocketClient> five = List.of(SocketClient.open(owner, job), SocketClient.open(owner, job),
                SocketClient.open(owner, job), SocketClient.open(owner, job), SocketClient.open(owner, job));
        assertThat(refusal(owner, Visitor.url(), job.toString())).isEqualTo(429);
        five.forEach(SocketClient::drop);
    }

    @Test
    void signingOutClosesTheSocket() {
        SocketClient page = SocketClient.open(owner, job).hello(0);
        await().until(() -> !page.heard.isEmpty());
        owner.post("/signout", Map.of());
        await().until(() -> page.closed == 4401);
    }

    @Test
    void whatIsNotJsonEndsTheTalk() {
        SocketClient page = SocketClient.open(owner, job).say("hello");
        await().until(() -> page.closed == 1007);
    }

    @Test
    void aChattererIsSentAway() {
        SocketClient page = SocketClient.open(owner, job).hello(0);
        for (int i = 0; i < 10; i++) {
            page.hello(0);
        }
        await().until(() -> page.closed == 1008);
    }

    private static int refusal(Visitor visitor, String origin, String job) {
        Throwable failure = catchThrowable(() -> SocketClient.open(visitor, origin, job));
        assertThat(failure).hasCauseInstanceOf(WebSocketHandshakeException.class);
        return ((WebSocketHandshakeException) failure.getCause()).getResponse().statusCode();
    }

    private static List<Long> numbers(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }
}
