package dev.storyloom.diffusion.scheduler;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import dev.storyloom.diffusion.ModelException;

/**
 * DPM-Solver++, multistep, of first to third order, and its stochastic form (Lu et al. 2022, arxiv.org/abs/2211.01095):
 * DPMSolverMultistepScheduler.
 */
final class DpmSolverScheduler implements Scheduler {

    /** Runs shorter than this end with lower orders, which is steadier. */
    private static final int SHORT_RUN = 15;

    private final JsonNode config;
    private final NoiseSchedule schedule;
    private final Prediction prediction;
    private final int order;
    private final boolean stochastic;
    private final boolean heun;

    DpmSolverScheduler(JsonNode config) {
        String algorithm = config.path("algorithm_type").asText("dpmsolver++");
        String solver = config.path("solver_type").asText("midpoint");
        this.config = config;
        this.schedule = NoiseSchedule.of(config);
        this.prediction = Prediction.of(config);
        this.order = config.path("solver_order").asInt(2);
        this.stochastic = algorithm.equals("sde-dpmsolver++");
        this.heun = solver.equals("heun");
        boolean known = List.of("dpmsolver++", "sde-dpmsolver++", "deis").contains(algorithm)
                && !config.path("variance_type").isTextual() && order >= 1 && order <= 3
                && Double.isInfinite(config.path("lambda_min_clipped").asDouble(Double.NEGATIVE_INFINITY));
        if (!known) {
            throw new ModelException("scheduler_unsupported", "The scheduler's algorithm_type \"" + algorithm
                    + "\" of order " + order + ", its variance_type or its lambda_min_clipped is not supported.");
        }
        NoiseLevels.solver(config, schedule, 1);
    }

    @Override
    public NoiseSchedule noiseSchedule() {
        return schedule;
    }

    @Override
    public Prediction prediction() {
        return prediction;
    }

    @Override
    public SamplingPlan plan(int steps, int first) {
        checkRun(steps, first);
        NoiseLevels levels = NoiseLevels.solver(config, schedule, steps);
        List<SamplingStep> plan = new ArrayList<>();
        for (int i = first; i < steps; i++) {
            plan.add(step(levels, i, Math.min(Math.min(order, i - first + 1), mostOrder(levels, steps - i))));
        }
        return new SamplingPlan(1, plan);
    }

    /** The highest order with so many steps left, this one included. */
    private int mostOrder(NoiseLevels levels, int left) {
        boolean lowerAtEnd = config.path("lower_order_final").asBoolean(true) && levels.steps() < SHORT_RUN;
        boolean endsClean = levels.sigmas()[levels.steps()] == 0;
        if (left == 1 && (lowerAtEnd || endsClean || config.path("euler_at_final").asBoolean(false))) {
            return 1;
        }
        return left == 2 && lowerAtEnd ? 2 : 3;
    }

    private SamplingStep step(NoiseLevels levels, int i, int order) {
        double shrink = levels.sigmas()[i + 1] / levels.sigmas()[i];
        double signal = levels.signal(i + 1);
        // exp(-h), squared where half of the way is covered by fresh noise
        double left = stochastic ? shrink * shrink : shrink;
        double h = (levels.lambda(i + 1) - levels.lambda(i)) * (stochastic ? 2 : 1);
        double keep = levels.noise(i + 1) / levels.noise(i) * (stochastic ? shrink : 1);
        double fresh = stochastic ? levels.noise(i + 1) * Math.sqrt(1 - left) : 0;
        double first = heun || order == 3 ? signal * ((left - 1) / h + 1) : signal * 0.5 * (1 - left);
        double second = -signal * ((left - 1 + h) / (h * h) - 0.5);
        if (stochastic) {
            // diffusers' own signs of the stochastic form's higher terms
            first = heun || order == 3 ? signal * ((1 - left) / -h + 1) : first;
            second = signal * ((1 - left - h) / (h * h) - 0.5);
        }
        return SamplingStep.preserving(levels.timesteps()[i], levels.signal(i), levels.noise(i), prediction)
                .to(keep, fresh, history(levels, i, order, signal * (1 - left), first, second));
    }

    /** Weights of this and earlier predictions, from those of the value and its first and second difference. */
    private static double[] history(NoiseLevels levels, int i, int order, double value, double first, double second) {
        if (order == 1) {
            return new double[] {value};
        }
        double h = levels.lambda(i + 1) - levels.lambda(i);
        double near = h / (levels.lambda(i) - levels.lambda(i - 1));
        if (order == 2) {
            return new double[] {value + first * near, -first * near};
        }
        double far = h / (levels.lambda(i - 1) - levels.lambda(i - 2));
        double r0 = 1 / near;
        double r1 = 1 / far;
        // d10 = near (m0 - m1), d11 = far (m1 - m2); first difference d10 + r0 / (r0 + r1) (d10 - d11)
        double of10 = first * (1 + r0 / (r0 + r1)) + second / (r0 + r1);
        double of11 = -first * r0 / (r0 + r1) - second / (r0 + r1);
        return new double[] {value + of10 * near, -of10 * near + of11 * far, -of11 * far};
    }
}
