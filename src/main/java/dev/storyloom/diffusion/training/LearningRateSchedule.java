package dev.storyloom.diffusion.training;

/**
 * How the learning rate moves over a training (diffusers' get_scheduler): up from 0 during the warm-up, then along the
 * shape to the last update.
 *
 * @param warmup updates; CONSTANT has none, whatever is said
 * @param cycles falls of COSINE_WITH_RESTARTS
 * @param power  of POLYNOMIAL
 */
public record LearningRateSchedule(Shape shape, int warmup, int cycles, double power) {

    public static final LearningRateSchedule CONSTANT = new LearningRateSchedule(Shape.CONSTANT, 0, 1, 1);

    /** What a polynomial ends at. */
    private static final double END = 1e-7;

    /** The curve after the warm-up. */
    public enum Shape {
        CONSTANT, CONSTANT_WITH_WARMUP, LINEAR, COSINE, COSINE_WITH_RESTARTS, POLYNOMIAL
    }

    public LearningRateSchedule {
        if (warmup < 0 || cycles < 1 || !(power > 0)) {
            throw new IllegalArgumentException("warm-up, cycles and power must be positive");
        }
    }

    /** Does the rate depend on how many updates there will be? */
    public boolean endsWithTraining() {
        return shape != Shape.CONSTANT && shape != Shape.CONSTANT_WITH_WARMUP;
    }

    /** The rate of update {@code update} (from 0) of {@code updates}, where {@code base} is the highest. */
    public double at(double base, int update, int updates) {
        if (shape != Shape.CONSTANT && update < warmup) {
            return base * (update / (double) warmup);
        }
        double done = (update - warmup) / (double) Math.max(1, updates - warmup);
        return switch (shape) {
            case CONSTANT, CONSTANT_WITH_WARMUP -> base;
            case LINEAR -> base * Math.max(0, 1 - done);
            // Past the end it rises again, as the reference's does.
            case COSINE -> base * Math.max(0, 0.5 * (1 + StrictMath.cos(Math.PI * done)));
            case COSINE_WITH_RESTARTS -> done >= 1 ? 0
                    : base * Math.max(0, 0.5 * (1 + StrictMath.cos(Math.PI * (cycles * done % 1))));
            case POLYNOMIAL -> (base - END) * StrictMath.pow(Math.max(0, 1 - done), power) + END;
        };
    }
}
