package dev.storyloom.job;

import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A training handler whose slices are written by the test. */
@Alternative
@Singleton
class ScriptedHandler implements JobHandler {

    private final Map<UUID, Script> scripts = new ConcurrentHashMap<>();
    final List<JobState> ends = new CopyOnWriteArrayList<>();

    @Override
    public JobKind kind() {
        return JobKind.TRAIN;
    }

    void script(UUID subject, Script script) {
        scripts.put(subject, script);
    }

    @Override
    public JobSlice run(JobRun run) throws Exception {
        return scripts.get(run.subjectId()).run(run);
    }

    @Override
    public void over(Job job) {
        ends.add(job.state);
    }

    /** What one slice does. */
    interface Script {
        JobSlice run(JobRun run) throws Exception;
    }
}
