package dev.storyloom.diffusion.check;

/** The outcome of one comparison; error and tolerance are NaN where nothing was compared. */
public record CheckRow(String item, Outcome outcome, double error, double tolerance, String remark) {

    /** SKIPPED: the reference lacks the numbers, or this engine does not support the thing yet. */
    public enum Outcome {
        PASSED, FAILED, SKIPPED
    }

    static CheckRow skipped(String item, String remark) {
        return new CheckRow(item, Outcome.SKIPPED, Double.NaN, Double.NaN, remark);
    }
}
