package dev.storyloom.diffusion.check;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

import dev.storyloom.diffusion.scheduler.NoiseSchedule;
import dev.storyloom.diffusion.scheduler.Prediction;
import dev.storyloom.diffusion.scheduler.Scheduler;
import dev.storyloom.diffusion.training.LearningRateSchedule;
import dev.storyloom.diffusion.training.LossWeights;
import dev.storyloom.diffusion.weights.SafetensorsFile;

/** Training: photos, weights, learning rates, and whole runs of the DreamBooth script. */
final class TrainingComparisons {

    private static final String CASES = "training/cases.json";
    private static final String NOISE = "schedulers/ddpm_training.safetensors";
    private static final String RATES = "schedulers/lr_schedules.json";
    private static final Pattern MIN_SNR = Pattern.compile("min_snr([\\d.]+)_weight_(eps|v).*");

    private TrainingComparisons() {
    }

    /** One row for each case that the folder holds. */
    static List<Comparison> all(Path folder) {
        var all = new ArrayList<Comparison>();
        all.add(new Comparison(NOISE + "#weights", 1e-5, TrainingComparisons::weights));
        all.add(new Comparison(RATES, 1e-12, TrainingComparisons::rates));
        all.add(new Comparison(PhotoComparisons.PREPROCESS, 0, PhotoComparisons::preprocess));
        Reference.json(folder, CASES).fieldNames().forEachRemaining(name -> add(folder, name, all));
        return all;
    }

    private static void add(Path folder, String name, List<Comparison> all) {
        String file = "training/" + name + ".safetensors";
        // Adam enlarges rounding where gradients are near zero; the weights move by 5e-4.
        all.add(new Comparison(file, 1e-5, reference -> new TrainingReplay(reference, name).largestError()));
        if (Files.exists(folder.resolve(file))
                && SafetensorsFile.open(folder.resolve(file)).tensors().containsKey("step0.pixel_values")) {
            all.add(new Comparison(file + "#pixels", 0, reference -> PhotoComparisons.pixels(reference, name)));
            all.add(new Comparison(file + "#latents", 5e-5, reference -> PhotoComparisons.latents(reference, name)));
        }
    }

    /** Min-SNR weights, each relative to the number itself. */
    private static double weights(Reference reference) {
        SafetensorsFile file = reference.tensors(NOISE);
        NoiseSchedule schedule = schedule(reference);
        int[] timesteps = timesteps(file);
        double error = 0;
        for (String tensor : file.tensors().keySet()) {
            Matcher weight = MIN_SNR.matcher(tensor);
            boolean weighs = weight.matches();
            for (int i = 0; weighs && i < timesteps.length; i++) {
                Prediction prediction = weight.group(2).equals("v") ? Prediction.VELOCITY : Prediction.EPSILON;
                double computed = LossWeights.minSnr(schedule, prediction, timesteps[i],
                        Double.parseDouble(weight.group(1)));
                double wanted = file.floats(tensor)[i];
                error = Math.max(error, Math.abs(computed - wanted) / Math.max(Math.abs(wanted), 1e-6));
            }
        }
        return error;
    }

    private static double rates(Reference reference) {
        JsonNode json = reference.json(RATES);
        String note = json.path("note").asText();
        JsonNode rates = json.path("lr");
        double base = number(note, "base ([\\d.e-]+)", 1e-4);
        double error = 0;
        for (var shapes = rates.fields(); shapes.hasNext();) {
            var shape = shapes.next();
            var schedule = new LearningRateSchedule(
                    LearningRateSchedule.Shape.valueOf(shape.getKey().toUpperCase(Locale.ROOT)),
                    (int) number(note, "warm-up (\\d+)", 0), (int) number(note, "num_cycles (\\d+)", 1),
                    number(note, "power ([\\d.]+\\d|\\d+)", 1));
            for (int update = 0; update < shape.getValue().size(); update++) {
                double computed = schedule.at(base, update, (int) number(note, "total (\\d+)", 20));
                error = Math.max(error, Math.abs(computed - shape.getValue().get(update).asDouble()));
            }
        }
        return error;
    }

    private static double number(String note, String pattern, double otherwise) {
        Matcher matcher = Pattern.compile(pattern).matcher(note);
        return matcher.find() ? Double.parseDouble(matcher.group(1)) : otherwise;
    }

    private static NoiseSchedule schedule(Reference reference) {
        return Scheduler.of(reference.model().config("scheduler")).noiseSchedule();
    }

    private static int[] timesteps(SafetensorsFile file) {
        float[] stored = file.floats("timesteps");
        var timesteps = new int[stored.length];
        for (int i = 0; i < stored.length; i++) {
            timesteps[i] = (int) stored[i];
        }
        return timesteps;
    }
}
