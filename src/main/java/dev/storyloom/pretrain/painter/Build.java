package dev.storyloom.pretrain.painter;

/** How a subject is put together. */
enum Build {
    /** A drawn head on a small body of our own, in clothes. */
    CHILD, ADULT,
    /** The head of a drawn bust on a body of our own, in the clothes of a calling. */
    COSTUME,
    /** A drawn head on a furry body of our own. */
    FURRY,
    /** A drawn head on a body of metal. */
    METAL,
    /** The art has the whole of it, seen from the side, looking left. */
    WHOLE,
    /** As WHOLE, and lives in water. */
    SWIMMER;

    /** Whether it stands upright with two hands of its own. */
    boolean hands() {
        return this != WHOLE && this != SWIMMER;
    }
}
