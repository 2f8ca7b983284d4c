package dev.storyloom.cli;

import java.util.logging.ConsoleHandler;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Without the web application nobody sets the log up: warnings go to the error stream, the rest nowhere. */
final class QuietLog {

    /** Kept, or the setting would be forgotten with its logger. DJL warns four times of a graphics card that is not there. */
    private static final Logger CUDA = Logger.getLogger("ai.djl.util.cuda.CudaUtils");

    private QuietLog() {
    }

    static void warningsOnly() {
        Logger root = Logger.getLogger("");
        for (var handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        var console = new ConsoleHandler();
        console.setLevel(Level.WARNING);
        root.addHandler(console);
        root.setLevel(Level.WARNING);
        CUDA.setLevel(Level.SEVERE);
    }
}
