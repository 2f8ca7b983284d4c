package dev.storyloom.diffusion.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.storyloom.diffusion.scheduler.NoiseSchedule;
import dev.storyloom.diffusion.scheduler.Sampler;
import dev.storyloom.diffusion.scheduler.SamplingPlan;
import dev.storyloom.diffusion.scheduler.Scheduler;
import dev.storyloom.diffusion.weights.SafetensorsFile;

/** The noise schedule and the samplers. */
final class SchedulerComparisons {

    private static final String TRAINING = "schedulers/ddpm_training.safetensors";

    private SchedulerComparisons() {
    }

    static List<Comparison> all() {
        var all = new ArrayList<Comparison>();
        for (String name : List.of("euler", "euler_linspace", "euler_trailing", "euler_vpred")) {
            for (int steps : new int[] {4, 20, 30}) {
                all.add(new Comparison("schedulers/" + name + ".safetensors#n" + steps, 2e-5,
                        reference -> run(reference, name, steps)));
            }
        }
        all.add(new Comparison(TRAINING + "#tables", 1e-7, SchedulerComparisons::tables));
        return all;
    }

    /** The trajectory, its timesteps and its first noise. */
    private static double run(Reference reference, String name, int steps) {
        SafetensorsFile file = reference.tensors("schedulers/" + name + ".safetensors");
        String n = "n" + steps + ".";
        var config = (ObjectNode) reference.model().config("scheduler");
        config.setAll((ObjectNode) reference.json("schedulers/schedulers.json").path("cases").path(name).path("overrides"));
        SamplingPlan plan = Scheduler.of(config).plan(steps);
        double error = Math.abs(plan.initialNoise() - file.floats(n + "init_noise_sigma")[0]);
        float[] outputs = file.floats(n + "model_outputs");
        float[] trajectory = file.floats(n + "trajectory");
        int size = outputs.length / steps;
        float[] sample = Arrays.copyOf(trajectory, size);
        var sampler = new Sampler(plan);
        for (int i = 0; i < steps; i++) {
            error = Math.max(error, Math.abs(sampler.next().timestep() - file.floats(n + "timesteps")[i]));
            sample = sampler.step(sample, Arrays.copyOfRange(outputs, i * size, (i + 1) * size), null);
            error = Math.max(error,
                    Reference.error(sample, Arrays.copyOfRange(trajectory, (i + 1) * size, (i + 2) * size)));
        }
        return error;
    }

    private static double tables(Reference reference) {
        SafetensorsFile file = reference.tensors(TRAINING);
        NoiseSchedule schedule = Scheduler.of(reference.model().config("scheduler")).noiseSchedule();
        float[] betas = file.floats("betas");
        float[] alphas = file.floats("alphas_cumprod");
        double error = 0;
        for (int t = 0; t < betas.length; t++) {
            error = Math.max(error, Math.abs(betas[t] - schedule.beta(t)));
            error = Math.max(error, Math.abs(alphas[t] - schedule.alphaCumprod(t)));
        }
        return error;
    }
}
