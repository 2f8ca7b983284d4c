package dev.storyloom.cli;

import java.io.PrintWriter;

/** Tells how far long work is. One task at a time; opening the next ends the one before. */
interface Progress extends AutoCloseable {

    void begin(String task, int steps);

    /** {@code remark} is short and may be empty. */
    void step(int step, String remark);

    @Override
    void close();

    Progress SILENT = new Progress() {
        @Override
        public void begin(String task, int steps) {
        }

        @Override
        public void step(int step, String remark) {
        }

        @Override
        public void close() {
        }
    };

    /** A bar on a terminal, now and then a line elsewhere. */
    static Progress on(PrintWriter out) {
        return System.console() == null ? new ProgressLines(out, System::nanoTime) : new ProgressBars();
    }
}
