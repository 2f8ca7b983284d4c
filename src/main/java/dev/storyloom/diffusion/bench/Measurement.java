package dev.storyloom.diffusion.bench;

import java.util.Arrays;

/**
 * How long one task took, in milliseconds.
 *
 * @param least       the quickest repetition
 * @param most        the slowest
 * @param others      the other program's median, NaN where none took part
 * @param ratio       median of this program's time by the other's, pair by pair; NaN where none took part
 * @param peakBytes   most memory that the process has held so far, -1 where the system does not say
 */
public record Measurement(String task, int repetitions, double median, double least, double most, double others,
        double ratio, long peakBytes) {

    static Measurement of(String task, double[] times, double[] others, long peakBytes) {
        var ratios = new double[others.length];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = times[i] / others[i];
        }
        return new Measurement(task, times.length, median(times), Arrays.stream(times).min().orElse(Double.NaN),
                Arrays.stream(times).max().orElse(Double.NaN), median(others), median(ratios), peakBytes);
    }

    private static double median(double[] values) {
        if (values.length == 0) {
            return Double.NaN;
        }
        var sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
