package dev.storyloom.diffusion.bench;

/** Something whose time is worth knowing; {@code close} frees what it holds. */
public interface Task extends AutoCloseable {

    /** As tables and other programs call it. */
    String name();

    /** One repetition. */
    void run();

    @Override
    default void close() {
    }
}
