package dev.storyloom.diffusion.check;

import java.nio.FloatBuffer;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import dev.storyloom.diffusion.clip.ClipTextEncoder;
import dev.storyloom.diffusion.nn.Adaptable;
import dev.storyloom.diffusion.scheduler.Scheduler;
import dev.storyloom.diffusion.tensor.GradMode;
import dev.storyloom.diffusion.tensor.Ops;
import dev.storyloom.diffusion.tensor.Scope;
import dev.storyloom.diffusion.tokenizer.ClipTokenizer;
import dev.storyloom.diffusion.training.DenoisingStep;
import dev.storyloom.diffusion.training.LearningRateSchedule;
import dev.storyloom.diffusion.training.LoraTrainee;
import dev.storyloom.diffusion.training.LossWeights;
import dev.storyloom.diffusion.unet.UNet;
import dev.storyloom.diffusion.weights.SafetensorsFile;

/**
 * One run of the DreamBooth script, replayed with its options and its random draws: losses, gradient norms, the first
 * gradient, the final weights. Where the script has quirks that this engine's trainer has not, they are made here.
 */
final class TrainingReplay {

    /** AdamW's own, which the script leaves as it is, since it gives each group of parameters a rate of its own. */
    private static final double DEFAULT_RATE = 1e-3;
    /**
     * Of the largest gradient: of less, a tenth and more is rounding, and Adam, which divides by the gradient's size, takes a
     * whole step after it in whichever direction. Some weights in a thousand.
     */
    private static final double ROUNDING = 1e-6;

    private final Reference reference;
    private final String name;
    private final SafetensorsFile file;
    private final JsonNode options;
    private final Scheduler scheduler;
    private final Map<String, ClipTextEncoder> encoders = new HashMap<>();

    TrainingReplay(Reference reference, String name) {
        this.reference = reference;
        this.name = name;
        this.file = reference.tensors("training/" + name + ".safetensors");
        this.options = reference.json("training/cases.json").path(name).path("args");
        this.scheduler = Scheduler.of(reference.model().config("scheduler"));
        if (is("train_text_encoder")) {
            List.of("text_encoder", "text_encoder_2").forEach(part -> encoders.put(part, reference.textEncoder(part)));
        }
    }

    double largestError() {
        var parts = new HashMap<String, Map<String, Adaptable>>();
        parts.put("unet", reference.unet().adaptables());
        encoders.forEach((part, encoder) -> parts.put(part, encoder.adaptables()));
        var plan = new LoraTrainee.Plan(parts, options.path("rank").asInt(), is("use_dora"), false, optimizer());
        var denoising = new DenoisingStep(reference.unet(), scheduler.noiseSchedule(), scheduler.prediction());
        try (var trainee = new LoraTrainee(plan, 0); var scope = Scope.open(); var attached = trainee.attach()) {
            trainee.setValues(new StartValues(reference, name, file)::floats);
            return run(trainee, denoising);
        }
    }

    private double run(LoraTrainee trainee, DenoisingStep denoising) {
        float[] losses = file.floats("losses");
        float[] norms = file.floats("grad_norms");
        int accumulation = options.path("gradient_accumulation_steps").asInt(1);
        int epoch = batchesInEpoch();
        var rounding = new boolean[file.tensors().containsKey("final.flat") ? file.floats("final.flat").length : 0];
        double error = 0;
        int gathered = 0;
        for (int step = 0; step < losses.length; step++) {
            try (var scope = Scope.open()) {
                DenoisingStep.Batch batch = batch(step);
                LossWeights weights = weights(batch.timesteps()).withParts(accumulation);
                double loss = denoising.backward(reference.owner(), batch, weights);
                error = Math.max(error, relative(loss, losses[step]));
            }
            gathered++;
            // The last batch of an epoch always makes an update, however many were gathered.
            if (gathered == accumulation || (step + 1) % epoch == 0) {
                int update = trainee.updates();
                float[] gradient = joined(trainee.gradients());
                if (update == 0 && file.tensors().containsKey("grad_step1.flat")) {
                    double difference = Reference.error(gradient, file.floats("grad_step1.flat"));
                    error = Math.max(error, difference / Math.max(1, largest(gradient)));
                }
                markRounding(rounding, gradient);
                double norm = trainee.update(rate("learning_rate", update),
                        rate(options.path("text_encoder_lr").isNumber() ? "text_encoder_lr" : "learning_rate", update));
                error = Math.max(error, relative(norm, norms[update]));
                gathered = 0;
            }
        }
        return rounding.length == 0 ? error
                : Math.max(error, weights(joined(trainee.values()), file.floats("final.flat"), rounding));
    }

    private static double relative(double computed, double wanted) {
        return Math.abs(computed - wanted) / Math.max(1, Math.abs(wanted));
    }

    private static double largest(float[] values) {
        return Reference.error(values, new float[values.length]);
    }

    private static void markRounding(boolean[] rounding, float[] gradient) {
        double least = ROUNDING * largest(gradient);
        for (int i = 0; i < rounding.length; i++) {
            rounding[i] |= gradient[i] != 0 && Math.abs(gradient[i]) < least;
        }
    }

    private static double weights(float[] computed, float[] wanted, boolean[] rounding) {
        float[] known = computed.clone();
        for (int i = 0; i < known.length; i++) {
            known[i] = rounding[i] ? wanted[i] : computed[i];
        }
        return Reference.error(known, wanted);
    }

    private LoraTrainee.Optimizer optimizer() {
        return new LoraTrainee.Optimizer(number("adam_beta1", 0.9), number("adam_beta2", 0.999),
                number("adam_epsilon", 1e-8), number("adam_weight_decay", 1e-4),
                number("adam_weight_decay_text_encoder", 1e-3), number("max_grad_norm", 1));
    }

    private double rate(String option, int update) {
        String shape = options.path("lr_scheduler").asText("constant").toUpperCase(Locale.ROOT);
        var schedule = new LearningRateSchedule(LearningRateSchedule.Shape.valueOf(shape),
                options.path("lr_warmup_steps").asInt(0), options.path("lr_num_cycles").asInt(1),
                options.path("lr_power").asDouble(1));
        // So that a polynomial ends not at 1e-7 but at as much of the rate as that is of the default.
        double share = schedule.at(DEFAULT_RATE, update, options.path("max_train_steps").asInt()) / DEFAULT_RATE;
        return options.path(option).asDouble() * share;
    }

    private LossWeights weights(int[] timesteps) {
        var rows = new double[timesteps.length];
        double inverse = 0;
        double minSnr = 0;
        double gamma = options.path("snr_gamma").asDouble(0);
        var schedule = scheduler.noiseSchedule();
        for (int t : timesteps) {
            inverse += 1 / (schedule.sigma(t) * schedule.sigma(t)) / rows.length;
            minSnr += gamma == 0 ? 0 : LossWeights.minSnr(schedule, scheduler.prediction(), t, gamma) / rows.length;
        }
        boolean prior = is("with_prior_preservation");
        for (int i = 0; i < rows.length; i++) {
            int t = timesteps[i];
            if (is("do_edm_style_training")) {
                // The script's weights hold instance and class rows, and are averaged over both.
                double averaged = prior ? schedule.sigma(t) * schedule.sigma(t) * inverse : 1;
                rows[i] = averaged * LossWeights.edm(schedule, scheduler.prediction(), t);
            } else if (gamma == 0 || prior && i >= rows.length / 2) {
                rows[i] = 1;
            } else {
                rows[i] = prior ? minSnr : LossWeights.minSnr(schedule, scheduler.prediction(), t, gamma);
            }
        }
        var weights = LossWeights.EVEN.withRows(rows);
        return prior ? weights.withPrior(options.path("prior_loss_weight").asDouble()) : weights;
    }

    private DenoisingStep.Batch batch(int step) {
        String prefix = "step" + step + ".";
        float[] drawn = file.floats(prefix + "timesteps");
        var timesteps = new int[drawn.length];
        for (int i = 0; i < drawn.length; i++) {
            timesteps[i] = (int) drawn[i];
        }
        double[][] timeIds = UNetComparisons.rows(file.floats(prefix + "time_ids"));
        var conditioning = encoders.isEmpty()
                ? new UNet.Conditioning(rows("step0.encoder_hidden_states", timeIds.length),
                        rows("step0.text_embeds", timeIds.length), timeIds)
                : encode(timeIds);
        return new DenoisingStep.Batch(new Shape(file.tensors().get(prefix + "latents").shape()),
                file.floats(prefix + "latents"), file.floats(prefix + "noise"), timesteps, conditioning);
    }

    /** The last batch of an epoch may be short; prompts repeat from row to row, so the first ones are its own. */
    private NDArray rows(String tensor, int count) {
        return reference.array(file, tensor).get(new NDIndex(":" + count));
    }

    /** Both prompts one after the other, as often as there are pictures of one kind: the script's order. */
    private UNet.Conditioning encode(double[][] timeIds) {
        boolean prior = is("with_prior_preservation");
        String instance = options.path("instance_prompt").asText();
        List<String> prompts = prior ? List.of(instance, options.path("class_prompt").asText()) : List.of(instance);
        try (var on = GradMode.on()) {
            ClipTextEncoder.Output first = encode("", prompts);
            ClipTextEncoder.Output second = encode("_2", prompts);
            NDArray context = Ops.concat(List.of(first.penultimate(0), second.penultimate(0)), 2);
            int times = timeIds.length / prompts.size();
            return new UNet.Conditioning(Ops.concat(Collections.nCopies(times, context), 0),
                    Ops.concat(Collections.nCopies(times, second.pooled()), 0), timeIds);
        }
    }

    private ClipTextEncoder.Output encode(String suffix, List<String> prompts) {
        try (var tokenizer = ClipTokenizer.load(reference.model().part("tokenizer" + suffix))) {
            long[][] ids = prompts.stream().map(tokenizer::encode).toArray(long[][]::new);
            return encoders.get("text_encoder" + suffix).forward(reference.owner(), ids);
        }
    }

    private int batchesInEpoch() {
        int pictures = reference.files("training/images/instance").size() * options.path("repeats").asInt(1);
        if (is("with_prior_preservation")) {
            pictures = Math.max(pictures, reference.files("training/images/class").size());
        }
        int batch = options.path("train_batch_size").asInt();
        return pictures == 0 ? Integer.MAX_VALUE : (pictures + batch - 1) / batch;
    }

    private double number(String option, double otherwise) {
        return options.path(option).asDouble(otherwise);
    }

    private boolean is(String option) {
        return options.path(option).asBoolean();
    }

    /** All tensors in byte order of their names, joined: the reference's "flat" form. */
    private static float[] joined(Map<String, float[]> tensors) {
        FloatBuffer all = FloatBuffer.allocate(tensors.values().stream().mapToInt(values -> values.length).sum());
        tensors.values().forEach(all::put);
        return all.array();
    }
}
