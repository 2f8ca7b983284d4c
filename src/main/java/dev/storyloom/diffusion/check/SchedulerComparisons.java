package dev.storyloom.diffusion.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.storyloom.diffusion.scheduler.NoiseSchedule;
import dev.storyloom.diffusion.scheduler.Sampler;
import dev.storyloom.diffusion.scheduler.SamplingPlan;
import dev.storyloom.diffusion.scheduler.SamplingStep;
import dev.storyloom.diffusion.scheduler.Scheduler;
import dev.storyloom.diffusion.weights.SafetensorsFile;

/** The noise schedule and the samplers: every case of {@code schedulers/schedulers.json} at every number of steps. */
final class SchedulerComparisons {

    static final String CASES = "schedulers/schedulers.json";
    private static final String CONFIG = "tiny-sdxl/scheduler/scheduler_config.json";
    private static final String TRAINING = "schedulers/ddpm_training.safetensors";
    /** Float rounding over a whole run, as a share of the largest number so far; measured up to 1.3e-6. */
    private static final double TOLERANCE = 5e-6;
    /**
     * The cosine schedule begins with alphas so near 1 that the last digit of alphaCumprod is 1e-3 of the noise's share;
     * torch's own square roots differ in that digit from one processor to another. Measured up to 7.9e-6.
     */
    private static final double COSINE_TOLERANCE = 2e-5;

    private SchedulerComparisons() {
    }

    static List<Comparison> all(Path folder) {
        var all = new ArrayList<Comparison>();
        JsonNode cases = Reference.json(folder, CASES).path("cases");
        String kind = Reference.json(folder, CONFIG).path("beta_schedule").asText();
        double tolerance = kind.equals("squaredcos_cap_v2") ? COSINE_TOLERANCE : TOLERANCE;
        cases.fieldNames().forEachRemaining(name -> cases.path(name).fieldNames().forEachRemaining(key -> {
            if (key.matches("n\\d+")) {
                int steps = Integer.parseInt(key.substring(1));
                all.add(new Comparison(file(name) + "#" + key, tolerance, reference -> run(reference, name, steps)));
            }
        }));
        all.add(new Comparison(TRAINING + "#tables", 5e-7, SchedulerComparisons::tables));
        // Differences of neighbours that are nearly equal: processors differ from each other by 3e-6 in their last terms.
        all.add(new Comparison(TRAINING + "#zero_snr", 1e-5, SchedulerComparisons::zeroSnr));
        all.add(new Comparison(TRAINING + "#noising", 1e-6, SchedulerComparisons::noising));
        return all;
    }

    private static String file(String name) {
        return "schedulers/" + name + ".safetensors";
    }

    /**
     * The scheduler of a case: its whole config, or the model's with what the case overrides. What diffusers is told at
     * each step and not in the config, DDIM's eta, stands in the case's name.
     */
    static Scheduler scheduler(Reference reference, String name) {
        JsonNode options = reference.json(CASES).path("cases").path(name);
        var config = (ObjectNode) reference.model().config("scheduler");
        config.put("_class_name", options.path("class").asText());
        if (options.path("config") instanceof ObjectNode whole) {
            config.setAll(whole);
        }
        if (options.path("overrides") instanceof ObjectNode overrides) {
            config.setAll(overrides);
        }
        Matcher eta = Pattern.compile("_eta([0-9.]+)").matcher(name);
        return Scheduler.of(config.put("eta", options.path("eta").asDouble(eta.find() ? Double.parseDouble(eta.group(1)) : 0)));
    }

    /** The trajectory with its timesteps, noise levels, first noise and, where they are stored, what goes in and out. */
    private static double run(Reference reference, String name, int steps) {
        SafetensorsFile file = reference.tensors(file(name));
        String n = "n" + steps + ".";
        SamplingPlan plan = scheduler(reference, name).plan(steps);
        var run = new Run(file, n, steps);
        double error = relative(new float[] {(float) plan.initialNoise()}, file.floats(n + "init_noise_sigma"));
        float[] sample = run.row("trajectory", 0);
        double largest = largest(1, sample);
        var sampler = new Sampler(plan);
        for (int i = 0; i < steps; i++) {
            SamplingStep step = sampler.next();
            error = Math.max(error, relative(new float[] {(float) step.timestep()},
                    new float[] {file.floats(n + "timesteps")[i]}));
            if (run.has("sigmas")) {
                error = Math.max(error, relative(new float[] {(float) (step.noise() / step.signal())},
                        new float[] {file.floats(n + "sigmas")[i]}));
            }
            error = Math.max(error, run.error("scaled_inputs", i, sampler.input(sample), largest));
            int draw = i;
            sample = sampler.step(sample, run.row("model_outputs", i), () -> run.row("noise", draw));
            largest = largest(largest, sample);
            error = Math.max(error, run.error("pred_original", i, sampler.prediction(), largest));
            error = Math.max(error, run.error("trajectory", i + 1, sample, largest));
        }
        return error;
    }

    /** The stored rows of one run: row i of each tensor belongs to step i. */
    private record Run(SafetensorsFile file, String prefix, int steps) {

        boolean has(String tensor) {
            return file.tensors().containsKey(prefix + tensor);
        }

        float[] row(String tensor, int index) {
            float[] all = file.floats(prefix + tensor);
            int size = all.length / (int) file.tensors().get(prefix + tensor).shape()[0];
            return Arrays.copyOfRange(all, index * size, (index + 1) * size);
        }

        /** As a share of {@code scale}; 0 where the reference lacks the tensor. */
        double error(String tensor, int index, float[] computed, double scale) {
            return has(tensor) ? Reference.error(computed, row(tensor, index)) / scale : 0;
        }
    }

    /** The largest error as a share of the largest number wanted, or of 1 where that is more. */
    private static double relative(float[] computed, float[] wanted) {
        return Reference.error(computed, wanted) / largest(1, wanted);
    }

    private static double largest(double soFar, float[] values) {
        double largest = soFar;
        for (float value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    private static double tables(Reference reference) {
        SafetensorsFile file = reference.tensors(TRAINING);
        var config = (ObjectNode) reference.model().config("scheduler");
        NoiseSchedule schedule = Scheduler.of(config).noiseSchedule();
        float[] betas = file.floats("betas");
        float[] alphas = file.floats("alphas_cumprod");
        float[] sigmas = file.floats("euler_full1000.sigmas");
        double error = 0;
        for (int t = 0; t < betas.length; t++) {
            error = Math.max(error, Math.abs(betas[t] - schedule.beta(t)));
            error = Math.max(error, Math.abs(alphas[t] - schedule.alphaCumprod(t)));
            error = Math.max(error, Math.abs(sigmas[betas.length - 1 - t] / schedule.sigma(t) - 1));
        }
        return error;
    }

    private static double zeroSnr(Reference reference) {
        float[] betas = reference.tensors(TRAINING).floats("betas_zero_snr");
        var config = (ObjectNode) reference.model().config("scheduler");
        NoiseSchedule schedule = NoiseSchedule.of(config.put("rescale_betas_zero_snr", true));
        double error = 0;
        for (int t = 0; t < betas.length; t++) {
            error = Math.max(error, Math.abs(betas[t] - schedule.beta(t)));
        }
        return error;
    }

    /** Noise put on pictures: for training, and where image to image starts. */
    private static double noising(Reference reference) {
        SafetensorsFile file = reference.tensors(TRAINING);
        Scheduler scheduler = Scheduler.of(reference.model().config("scheduler"));
        NoiseSchedule schedule = scheduler.noiseSchedule();
        float[] x0 = file.floats("x0");
        float[] noise = file.floats("noise");
        float[] timesteps = file.floats("timesteps");
        int size = x0.length / timesteps.length;
        var noisy = new float[x0.length];
        var velocity = new float[x0.length];
        double error = 0;
        for (int i = 0; i < x0.length; i++) {
            int t = (int) timesteps[i / size];
            noisy[i] = (float) (schedule.signal(t) * x0[i] + schedule.noise(t) * noise[i]);
            velocity[i] = (float) (schedule.signal(t) * noise[i] - schedule.noise(t) * x0[i]);
            error = Math.max(error, Math.abs(schedule.snr(t) / file.floats("snr")[i / size] - 1));
        }
        SamplingStep late = scheduler.plan(20, 14).steps().get(0);
        var started = new float[size];
        for (int i = 0; i < size; i++) {
            started[i] = (float) (late.signal() * x0[i] + late.noise() * noise[i]);
        }
        error = Math.max(error, relative(started, file.floats("euler20_begin14.noisy")));
        error = Math.max(error, relative(noisy, file.floats("noisy")));
        return Math.max(error, relative(velocity, file.floats("velocity")));
    }
}
