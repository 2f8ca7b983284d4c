package dev.storyloom.job;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;

/**
 * Brings one socket up to date whenever it is nudged: a snapshot if that changed, then each event after the last one
 * sent, read from the database by number. One batch is under way at a time and no thread waits for a slow reader, which
 * simply gets newer snapshots less often.
 */
final class JobWatcher {

    private static final int BATCH = 100;
    private static final CloseReason OVER = new CloseReason(1000, "over");
    private static final CloseReason GONE = new CloseReason(4404, "gone");

    private final UUID jobId;
    private final WebSocketConnection connection;
    private final Jobs jobs;
    private final JobQueue queue;
    private final JobJson json;
    private long sent;
    private String snapshot;
    private boolean busy;
    private boolean again;

    JobWatcher(UUID jobId, long last, WebSocketConnection connection, Jobs jobs, JobQueue queue, JobJson json) {
        this.jobId = jobId;
        this.sent = Math.max(0, last);
        this.connection = connection;
        this.jobs = jobs;
        this.queue = queue;
        this.json = json;
    }

    void nudge() {
        synchronized (this) {
            again = busy;
            if (busy) {
                return;
            }
            busy = true;
        }
        Infrastructure.getDefaultExecutor().execute(this::pump);
    }

    private void pump() {
        try {
            Batch batch = QuarkusTransaction.requiringNew().call(this::read);
            send(batch.messages().iterator(), batch.end());
        } catch (RuntimeException e) {
            connection.close(new CloseReason(1011, "try again")).subscribe().with(done -> { }, failure -> { });
        }
    }

    private Batch read() {
        Job job = jobs.findById(jobId);
        if (job == null) {
            return new Batch(List.of(), GONE);
        }
        if (sent > job.lastSeq) {
            sent = 0;
        }
        List<String> messages = new ArrayList<>();
        JobView view = queue.view(job);
        String now = json.write(view);
        if (!now.equals(snapshot)) {
            messages.add(now);
            snapshot = now;
        }
        List<JobEvent> events = jobs.eventsAfter(jobId, sent, BATCH);
        for (JobEvent event : events) {
            messages.add(json.write(new Told(event.seq, event.type, event.payload)));
            sent = event.seq;
        }
        boolean allTold = sent >= job.lastSeq;
        if (!allTold) {
            synchronized (this) {
                again = true;
            }
        }
        return new Batch(messages, view.over() && allTold ? OVER : null);
    }

    private void send(Iterator<String> messages, CloseReason end) {
        if (messages.hasNext()) {
            connection.sendText(messages.next()).subscribe().with(done -> send(messages, end), failure -> { });
        } else if (end != null) {
            connection.close(end).subscribe().with(done -> { }, failure -> { });
        } else {
            rest();
        }
    }

    private void rest() {
        synchronized (this) {
            busy = false;
            if (!again) {
                return;
            }
        }
        nudge();
    }

    private record Batch(List<String> messages, CloseReason end) {
    }

    private record Told(long seq, String type, @JsonRawValue String data) {
    }
}
