package dev.storyloom.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.util.Optional;

/** What a page shows of a job right now; the same record is rendered on the server and sent over the socket. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JobView(String type, JobState state, int step, int steps, @JsonRawValue String detail, Long secondsLeft,
        int place, String error, boolean cancelling, long lastSeq) {

    static JobView of(Job job, Optional<JobFeed.Progress> live, int place) {
        boolean stored = live.isEmpty() || job.state.isOver();
        return new JobView("snapshot", job.state,
                stored ? job.step : live.get().step(),
                stored ? job.steps : live.get().steps(),
                stored ? job.detail : live.get().detail(),
                stored ? null : live.get().secondsLeft(),
                place, job.error, job.cancelRequestedAt != null && !job.state.isOver(), job.lastSeq);
    }

    public boolean over() {
        return state.isOver();
    }

    /** Hundredths done, 0 to 100. */
    public int percent() {
        return steps == 0 ? 0 : Math.min(100, 100 * step / steps);
    }
}
