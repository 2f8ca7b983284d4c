package dev.storyloom.pretrain;

/** Learning rates: a linear warm-up, then half a cosine down to a twentieth of the peak. */
final class Schedule {
    private Schedule() {}

    static double rate(double peak, int update, int updates, int warmup) {
        if (update < warmup) {
            return peak * (update + 1) / warmup;
        }
        double fraction = (double) (update - warmup) / Math.max(1, updates - warmup);
        return peak * (0.05 + 0.95 * 0.5 * (1 + Math.cos(Math.PI * Math.min(1, fraction))));
    }
}
