package dev.storyloom.job;

import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** A rendering handler that notes its turn and is done. */
@Alternative
@Singleton
class ScriptedRenderHandler implements JobHandler {

    final List<UUID> turns = new CopyOnWriteArrayList<>();

    @Override
    public JobKind kind() {
        return JobKind.RENDER;
    }

    @Override
    public JobSlice run(JobRun run) {
        turns.add(run.subjectId());
        return JobSlice.DONE;
    }
}
