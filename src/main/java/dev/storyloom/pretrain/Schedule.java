package dev.storyloom.pretrain;

/**
 * Learning rates: a linear warm-up, the peak, and over the last fifth down to zero along 1 - sqrt (Hägele et al. 2024).
 * Until that fifth begins, a run can be made longer without a trace of the shorter plan.
 */
final class Schedule {
    private static final double COOLING = 0.2;

    private Schedule() {}

    static double rate(double peak, int update, int updates, int warmup) {
        if (update < warmup) {
            return peak * (update + 1) / warmup;
        }
        double cooled = (update - (1 - COOLING) * updates) / (COOLING * updates);
        return cooled <= 0 ? peak : peak * (1 - Math.sqrt(Math.min(1, cooled)));
    }
}
