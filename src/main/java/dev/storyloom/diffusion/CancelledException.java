package dev.storyloom.diffusion;

/** The work was cancelled by the person who asked for it; nothing half-done is left behind. */
public final class CancelledException extends DiffusionException {

    public CancelledException() {
        super("cancelled", "The work was cancelled.", null);
    }
}
