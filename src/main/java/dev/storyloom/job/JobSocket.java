package dev.storyloom.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.storyloom.account.SessionClosed;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.OnBinaryMessage;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnPingMessage;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.OpenConnections;
import io.quarkus.websockets.next.PathParam;
import io.quarkus.websockets.next.UserData.TypedKey;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Where a page follows a job. The client says once {@code {"last":N}}, the number of the newest event it has; then it
 * gets a snapshot, the events after N, and all that follows. {@link JobSocketGuard} has checked who opens it.
 */
@WebSocket(path = "/ws/jobs/{id}")
public class JobSocket {

    private static final CloseReason BAD_MESSAGE = new CloseReason(1007, "bad_message");
    private static final CloseReason TEXT_ONLY = new CloseReason(1003, "text only");
    private static final CloseReason TOO_MANY = new CloseReason(1008, "too many messages");
    private static final CloseReason SIGNED_OUT = new CloseReason(4401, "signed out");
    private static final TypedKey<Integer> HEARD = TypedKey.forInt("heard");
    private static final int MOST_HEARD = 10;
    private static final TypedKey<Integer> PINGS = TypedKey.forInt("pings");
    private static final TypedKey<Long> PING_MINUTE = TypedKey.forLong("minute of pings");
    private static final int MOST_PINGS = 60;

    private final Map<String, JobFeed.Watch> watches = new ConcurrentHashMap<>();
    private final ObjectMapper mapper;
    private final Jobs jobs;
    private final JobQueue queue;
    private final JobFeed feed;
    private final JobJson json;
    private final OpenConnections connections;

    JobSocket(ObjectMapper mapper, Jobs jobs, JobQueue queue, JobFeed feed, JobJson json, OpenConnections connections) {
        this.mapper = mapper;
        this.jobs = jobs;
        this.queue = queue;
        this.feed = feed;
        this.json = json;
        this.connections = connections;
    }

    @OnTextMessage
    @Blocking
    void hello(String message, @PathParam String id, WebSocketConnection connection) {
        Integer heard = connection.userData().get(HEARD);
        connection.userData().put(HEARD, heard == null ? 1 : heard + 1);
        if (heard != null) {
            if (heard >= MOST_HEARD) {
                connection.closeAndAwait(TOO_MANY);
            }
            return;
        }
        long last;
        try {
            JsonNode hello = mapper.readTree(message);
            last = hello.path("last").asLong(0);
        } catch (JsonProcessingException notJson) {
            connection.closeAndAwait(BAD_MESSAGE);
            return;
        }
        UUID jobId = UUID.fromString(id);
        JobWatcher watcher = new JobWatcher(jobId, last, connection, jobs, queue, json);
        watches.put(connection.id(), feed.watch(jobId, watcher::nudge));
        watcher.nudge();
    }

    @OnBinaryMessage
    void refuse(Buffer message, WebSocketConnection connection) {
        connection.closeAndAwait(TEXT_ONLY);
    }

    /** The answer is sent for us. A proxy may ask now and then, but nobody has a reason to ask more than once a second. */
    @OnPingMessage
    void ping(Buffer message, WebSocketConnection connection) {
        long minute = TimeUnit.NANOSECONDS.toMinutes(System.nanoTime());
        Long before = connection.userData().put(PING_MINUTE, minute);
        Integer pings = before != null && before == minute ? connection.userData().get(PINGS) : null;
        connection.userData().put(PINGS, pings == null ? 1 : pings + 1);
        if (pings != null && pings >= MOST_PINGS) {
            connection.closeAndAwait(TOO_MANY);
        }
    }

    @OnClose
    void bye(WebSocketConnection connection) {
        JobFeed.Watch watch = watches.remove(connection.id());
        if (watch != null) {
            watch.close();
        }
    }

    void signedOut(@Observes(during = TransactionPhase.AFTER_SUCCESS) SessionClosed closed) {
        connections.stream()
                .filter(connection -> closed.sessionId().equals(connection.userData().get(JobSocketGuard.SESSION)))
                .forEach(connection -> connection.close(SIGNED_OUT).subscribe().with(done -> { }, failure -> { }));
    }
}
