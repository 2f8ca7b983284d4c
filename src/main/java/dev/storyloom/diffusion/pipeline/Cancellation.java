package dev.storyloom.diffusion.pipeline;

import dev.storyloom.diffusion.CancelledException;

/** Asks running work to stop; the work looks at it between steps. Safe to use from any thread. */
public final class Cancellation {
    private volatile boolean cancelled;

    /** One that is never cancelled by anybody. */
    public static Cancellation never() {
        return new Cancellation();
    }

    public void cancel() {
        cancelled = true;
    }

    public boolean isCancelled() {
        return cancelled;
    }

    /** Throws {@link CancelledException} once cancelled. */
    public void check() {
        if (cancelled) {
            throw new CancelledException();
        }
    }
}
