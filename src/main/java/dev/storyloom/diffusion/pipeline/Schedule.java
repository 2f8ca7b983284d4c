package dev.storyloom.diffusion.pipeline;

import dev.storyloom.diffusion.scheduler.SamplingPlan;
import dev.storyloom.diffusion.scheduler.SamplingStep;
import dev.storyloom.diffusion.scheduler.Scheduler;
import java.util.List;

/**
 * The steps of a run that are really done.
 *
 * @param first how many are left out before them
 */
record Schedule(SamplingPlan plan, int first) {

    /** Throws IllegalArgumentException where no step is left. */
    static Schedule of(Scheduler scheduler, ImageRequest request) {
        int steps = request.steps();
        ImageOptions options = request.options();
        List<SamplingStep> whole = scheduler.plan(steps).steps();
        int length = scheduler.noiseSchedule().length();
        int first = 0;
        if (options.denoisingStart() > 0) {
            first = before(whole, cutoff(options.denoisingStart(), length));
        } else if (options.source() != null) {
            first = steps - Math.min((int) (steps * options.source().strength()), steps);
        }
        int last = options.denoisingEnd() < 1 ? before(whole, cutoff(options.denoisingEnd(), length)) : steps;
        if (first >= last) {
            throw new IllegalArgumentException("none of the " + steps + " steps is left to do; ask for more steps");
        }
        SamplingPlan plan = scheduler.plan(steps, first);
        return new Schedule(new SamplingPlan(plan.initialNoise(), plan.steps().subList(0, last - first)), first);
    }

    /** The timestep at which so much of the noise is gone. */
    private static double cutoff(double share, int length) {
        return Math.rint(length - share * length);
    }

    /** How many steps lie at or above a timestep. */
    private static int before(List<SamplingStep> steps, double timestep) {
        return (int) steps.stream().filter(step -> step.timestep() >= timestep).count();
    }

    int steps() {
        return plan.steps().size();
    }

    /** What the first of the steps starts from. */
    SamplingStep start() {
        return plan.steps().get(0);
    }
}
