package dev.storyloom.diffusion.check;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import ai.djl.ndarray.types.Shape;
import dev.storyloom.diffusion.scheduler.Scheduler;
import dev.storyloom.diffusion.tensor.Scope;
import dev.storyloom.diffusion.training.DenoisingStep;
import dev.storyloom.diffusion.training.LoraTrainee;
import dev.storyloom.diffusion.training.Photo;
import dev.storyloom.diffusion.unet.UNet;
import dev.storyloom.diffusion.weights.SafetensorsFile;

/** Five updates of the DreamBooth script, replayed with its random draws: losses, first gradient, final weights. */
final class TrainingComparisons {

    private TrainingComparisons() {
    }

    static List<Comparison> all() {
        return List.of(new Comparison("training/preprocess.safetensors", 0, TrainingComparisons::photos),
                training("plain_b2"), training("plain_b2_script_init"), training("prior_b1"));
    }

    /** Photos as the VAE is given them: Lanczos, centre crop, -1 to 1; in levels of 255. */
    private static double photos(Reference reference) {
        SafetensorsFile file = reference.tensors("training/preprocess.safetensors");
        double error = 0;
        for (String name : List.of("01", "02", "03", "04")) {
            float[] corner = file.floats(name + ".center_crop_top_left");
            float[] pixels = Photo.read(reference.path("training/images/instance/" + name + ".png")).resizedToShorter(64)
                    .cropped((int) corner[1], (int) corner[0], 64).normalised();
            float[] wanted = file.floats(name + ".center_crop_u8");
            for (int i = 0; i < wanted.length; i++) {
                double level = (pixels[i % 3 * 4096 + i / 3] + 1) * 127.5;
                error = Math.max(error, Math.abs(Math.rint(level) - wanted[i]));
            }
        }
        return error;
    }

    private static Comparison training(String name) {
        return new Comparison("training/" + name + ".safetensors", 1e-5, reference -> replay(reference, name));
    }

    private static double replay(Reference reference, String name) {
        SafetensorsFile file = reference.tensors("training/" + name + ".safetensors");
        JsonNode options = reference.json("training/cases.json").path(name).path("args");
        boolean prior = options.path("with_prior_preservation").asBoolean();
        double learningRate = options.path("learning_rate").asDouble();
        double decay = options.path("adam_weight_decay").asDouble();
        double error = 0;
        Scheduler scheduler = Scheduler.of(reference.model().config("scheduler"));
        var denoising = new DenoisingStep(reference.unet(), scheduler.noiseSchedule(), scheduler.prediction());
        try (var trainee = new LoraTrainee(reference.unet(), options.path("rank").asInt(), 0);
                var scope = Scope.open();
                var attached = trainee.attach()) {
            trainee.setValues(new StartValues(reference.tensors("training/init_unet_r2.safetensors"), file));
            float[] losses = file.floats("losses");
            for (int step = 0; step < losses.length; step++) {
                DenoisingStep.Batch batch = batch(reference, file, step);
                double loss = prior
                        ? denoising.backwardWithPrior(reference.owner(), batch, options.path("prior_loss_weight").asDouble())
                        : denoising.backward(reference.owner(), batch);
                error = Math.max(error, Math.abs(loss - losses[step]));
                if (step == 0) {
                    error = Math.max(error, Reference.error(joined(trainee.gradients()), file.floats("grad_step1.flat")));
                }
                double norm = trainee.update(learningRate, decay);
                error = Math.max(error, Math.abs(norm - file.floats("grad_norms")[step]));
            }
            return Math.max(error, Reference.error(joined(trainee.values()), file.floats("final.flat")));
        }
    }

    private static DenoisingStep.Batch batch(Reference reference, SafetensorsFile file, int step) {
        String prefix = "step" + step + ".";
        float[] drawn = file.floats(prefix + "timesteps");
        var timesteps = new int[drawn.length];
        for (int i = 0; i < drawn.length; i++) {
            timesteps[i] = (int) drawn[i];
        }
        var conditioning = new UNet.Conditioning(reference.array(file, "step0.encoder_hidden_states"),
                reference.array(file, "step0.text_embeds"), UNetComparisons.rows(file.floats(prefix + "time_ids")));
        return new DenoisingStep.Batch(new Shape(file.tensors().get(prefix + "latents").shape()),
                file.floats(prefix + "latents"), file.floats(prefix + "noise"), timesteps, conditioning);
    }

    /** All tensors in byte order of their names, joined: the reference's "flat" form. */
    private static float[] joined(Map<String, float[]> tensors) {
        FloatBuffer all = FloatBuffer.allocate(tensors.values().stream().mapToInt(values -> values.length).sum());
        tensors.values().forEach(all::put);
        return all.array();
    }
}
