package dev.storyloom.diffusion.scheduler;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import dev.storyloom.diffusion.ModelException;
import dev.storyloom.diffusion.scheduler.SamplingStep.Correction;

/**
 * The unified predictor and corrector, multistep (Zhao et al. 2023, arxiv.org/abs/2302.04867, algorithms 5 and 6):
 * UniPCMultistepScheduler. The corrector looks at a sample again once the model has seen it; it costs no model call.
 */
final class UniPcScheduler implements Scheduler {

    private final JsonNode config;
    private final NoiseSchedule schedule;
    private final Prediction prediction;
    private final int order;
    private final boolean bh1;
    private final Set<Integer> uncorrected = new HashSet<>();

    UniPcScheduler(JsonNode config) {
        this.config = config;
        this.schedule = NoiseSchedule.of(config);
        this.prediction = Prediction.of(config);
        this.order = config.path("solver_order").asInt(2);
        this.bh1 = config.path("solver_type").asText("bh2").equals("bh1");
        config.path("disable_corrector").forEach(step -> uncorrected.add(step.asInt()));
        boolean known = config.path("predict_x0").asBoolean(true) && order >= 1 && order <= 3
                && !config.path("solver_p").isObject();
        if (!known) {
            throw new ModelException("scheduler_unsupported",
                    "The scheduler's solver_order, solver_p or predict_x0 is not supported.");
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
            SamplingStep step = SamplingStep
                    .preserving(levels.timesteps()[i], levels.signal(i), levels.noise(i), prediction)
                    .to(keep(levels, i), 0, predictor(levels, i, order(levels, i, first)));
            boolean corrected = i > first && !uncorrected.contains(i - 1);
            plan.add(corrected ? step.corrected(corrector(levels, i, order(levels, i - 1, first))) : step);
        }
        return new SamplingPlan(1, plan);
    }

    /** Rises with what is known already, and falls towards the end. */
    private int order(NoiseLevels levels, int i, int first) {
        int left = levels.steps() - i;
        boolean endsClean = left == 1 && levels.sigmas()[i + 1] == 0;
        boolean falls = endsClean || config.path("lower_order_final").asBoolean(true);
        return Math.min(falls ? Math.min(order, left) : order, i - first + 1);
    }

    private static double keep(NoiseLevels levels, int i) {
        return levels.noise(i + 1) / levels.noise(i);
    }

    /** Weights of predictions i, i - 1, … on the way from sample i to the next. */
    private double[] predictor(NoiseLevels levels, int i, int order) {
        double h = levels.lambda(i + 1) - levels.lambda(i);
        double signal = levels.signal(i + 1);
        var weights = new double[order];
        weights[0] = -signal * Math.expm1(-h);
        if (order > 1) {
            double[] ratios = ratios(levels, i, order, h);
            double[] rho = order == 2 ? new double[] {0.5} : solve(ratios, h, order - 1);
            spread(weights, 0, ratios, rho, -signal * base(h));
        }
        return weights;
    }

    /** The way from sample i - 1 to sample i again, prediction i now being known: it is weight 0. */
    private Correction corrector(NoiseLevels levels, int i, int order) {
        double h = levels.lambda(i) - levels.lambda(i - 1);
        double signal = levels.signal(i);
        double scale = -signal * base(h);
        double[] ratios = ratios(levels, i - 1, order, h);
        double[] rho = order == 1 ? new double[] {0.5} : solve(ratios, h, order);
        var weights = new double[order + 1];
        weights[0] = scale * rho[order - 1];
        weights[1] = -signal * Math.expm1(-h) - weights[0];
        spread(weights, 1, ratios, rho, scale);
        return new Correction(keep(levels, i - 1), weights);
    }

    /** Adds the differences (m_k - m_0) / ratio_k, weighted; m_0 lies at {@code at}. */
    private static void spread(double[] weights, int at, double[] ratios, double[] rho, double scale) {
        for (int k = 0; k < ratios.length - 1; k++) {
            double weight = scale * rho[k] / ratios[k];
            weights[at + 1 + k] += weight;
            weights[at] -= weight;
        }
    }

    /** Where earlier levels lie, with step i's length as the unit; 1, the end of the step, comes last. */
    private static double[] ratios(NoiseLevels levels, int i, int order, double h) {
        var ratios = new double[order];
        for (int k = 1; k < order; k++) {
            ratios[k - 1] = (levels.lambda(i - k) - levels.lambda(i)) / h;
        }
        ratios[order - 1] = 1;
        return ratios;
    }

    private double base(double h) {
        return bh1 ? -h : Math.expm1(-h);
    }

    /** Solves sum over k of ratio_k^j rho_k = b_j for j = 0 … unknowns - 1 (equation 11 of the paper). */
    private double[] solve(double[] ratios, double h, int unknowns) {
        var rows = new double[unknowns][unknowns + 1];
        double phi = Math.expm1(-h) / -h - 1;
        double factorial = 1;
        for (int j = 0; j < unknowns; j++) {
            for (int k = 0; k < unknowns; k++) {
                rows[j][k] = Math.pow(ratios[k], j);
            }
            rows[j][unknowns] = phi * factorial / base(h);
            factorial *= j + 2;
            phi = phi / -h - 1 / factorial;
        }
        return LinearSystem.solve(rows);
    }
}
