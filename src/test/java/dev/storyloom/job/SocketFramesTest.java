package dev.storyloom.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.storyloom.account.Accounts;
import dev.storyloom.web.Visitor;
import dev.storyloom.web.Wire;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no browser sends over a socket: each time it ends with its number, and the job goes on. */
@QuarkusTest
@TestProfile(ScriptedJobs.class)
class SocketFramesTest {
    private static final int TEXT = 0x81;
    private static final int TEXT_WITHOUT_END = 0x01;
    private static final int CONTINUED = 0x00;
    private static final int BINARY = 0x82;
    private static final int PING = 0x89;

    @Inject
    JobQueue queue;
    @Inject
    Accounts accounts;
    @Inject
    Jobs jobs;
    @Inject
    ScriptedHandler training;

    private final Semaphore end = new Semaphore(0);
    private Visitor owner;
    private UUID job;

    @BeforeEach
    void aJobThatWaits() {
        owner = new Visitor();
        var email = UUID.randomUUID() + "@example.org";
        owner.register(email, "a good long sentence");
        var ownerId = QuarkusTransaction.requiringNew().call(() -> accounts.findByEmail(email).orElseThrow().id);
        var subject = UUID.randomUUID();
        training.script(subject, run -> {
            end.acquire();
            return JobSlice.DONE;
        });
        job = queue.submit(ownerId, JobKind.TRAIN, subject);
    }

    @AfterEach
    void theJobIsUnharmed() {
        end.release();
        await().until(() -> QuarkusTransaction.requiringNew().call(() -> jobs.findById(job).state) == JobState.DONE);
    }

    @Test
    void bytesAreNotUnderstood() {
        try (var wire = open()) {
            wire.send(frame(BINARY, new byte[] {1, 2, 3}));
            assertThat(closing(wire)).isEqualTo(1003);
        }
    }

    @Test
    void whatIsLongerThanAThousandSignsIsTooLong() {
        try (var wire = open()) {
            wire.send(frame(TEXT, "x".repeat(2_000).getBytes(StandardCharsets.US_ASCII)));
            assertThat(closing(wire)).isIn(1009, 0);
        }
    }

    @Test
    void aMessageWithoutAnEndIsTooLong() {
        try (var wire = open()) {
            var part = "x".repeat(500).getBytes(StandardCharsets.US_ASCII);
            wire.send(frame(TEXT_WITHOUT_END, part));
            for (var sent = 0; sent < 100 && wire.send(frame(CONTINUED, part)); sent++) {
                // until it hangs up
            }
            assertThat(closing(wire)).isIn(1009, 1011, 0);
        }
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        try (var wire = open()) {
            wire.send(frame(TEXT, new byte[] {'{', (byte) 0xc3, (byte) 0x28, '}'}));
            assertThat(closing(wire)).isIn(1007, 0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"last\":-1}", "{\"last\":9223372036854775808}", "{\"last\":\"x\"}", "{\"last\":null}", "{}", "[]"})
    void aNumberThatCannotBeStartsFromTheBeginning(String hello) {
        try (var wire = open()) {
            wire.send(frame(TEXT, hello.getBytes(StandardCharsets.US_ASCII)));
            assertThat(wire.read()).as("a text").isEqualTo(TEXT);
            assertThat(payload(wire)).contains("\"snapshot\"");
        }
    }

    @Test
    void aFloodOfPingsEndsTheTalk() {
        try (var wire = open()) {
            for (var sent = 0; sent < 150 && wire.send(frame(PING, new byte[0])); sent++) {
                // until it hangs up
            }
            assertThat(closing(wire)).isIn(1008, 0);
        }
    }

    @Test
    void nothingIsCompressed() {
        try (var wire = new Wire()) {
            wire.send(handshake("13", "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n"));
            assertThat(wire.status()).isEqualTo(101);
            for (var line = wire.line(); !line.isEmpty(); line = wire.line()) {
                assertThat(line).doesNotContainIgnoringCase("sec-websocket-extensions");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "12", "99", "x"})
    void anOldWayOfTalkingIsNotSpoken(String version) {
        try (var wire = new Wire()) {
            wire.send(handshake(version, ""));
            assertThat(wire.status()).isIn(400, 426);
        }
    }

    private String handshake(String version, String more) {
        return Wire.head(owner, "GET", "/ws/jobs/" + job) + "Origin: " + Visitor.url() + "\r\nConnection: Upgrade\r\n"
                + "Upgrade: websocket\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: " + version
                + "\r\n" + more + "\r\n";
    }

    private Wire open() {
        var wire = new Wire();
        wire.send(handshake("13", ""));
        assertThat(wire.status()).isEqualTo(101);
        while (!wire.line().isEmpty()) {
            // the headers
        }
        return wire;
    }

    /** One frame with a mask of zeros. */
    private static byte[] frame(int kind, byte[] payload) {
        var bytes = new ByteArrayOutputStream();
        bytes.write(kind);
        if (payload.length < 126) {
            bytes.write(0x80 | payload.length);
        } else {
            bytes.write(0x80 | 126);
            bytes.write(payload.length >> 8);
            bytes.write(payload.length);
        }
        bytes.writeBytes(new byte[4]);
        bytes.writeBytes(payload);
        return bytes.toByteArray();
    }

    /** The number of the closing frame after whatever comes before it; 0 where the connection just ends. */
    private static int closing(Wire wire) {
        for (var kind = wire.read(); kind >= 0; kind = wire.read()) {
            var payload = payload(wire);
            if (kind == 0x88) {
                return payload.length() < 2 ? 1005 : payload.charAt(0) << 8 | payload.charAt(1);
            }
        }
        return 0;
    }

    private static String payload(Wire wire) {
        var length = wire.read();
        length = length == 126 ? wire.read() << 8 | wire.read() : length;
        var text = new StringBuilder();
        for (var i = 0; i < length; i++) {
            text.append((char) wire.read());
        }
        return text.toString();
    }
}
