package dev.storyloom.diffusion.training;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import javax.imageio.ImageIO;

import ai.djl.ndarray.NDManager;
import dev.storyloom.diffusion.ModelException;
import dev.storyloom.diffusion.pipeline.Cancellation;
import dev.storyloom.diffusion.pipeline.ImageRequest;
import dev.storyloom.diffusion.pipeline.StableDiffusionXl;
import dev.storyloom.diffusion.pipeline.StepListener;
import dev.storyloom.diffusion.weights.AtomicFile;
import dev.storyloom.diffusion.weights.SafetensorsFile;

/** What comes before the first step: pictures of others of the kind, painted by the model; latents; embeddings. */
final class Preparation {

    private static final int CLASS_STEPS = 20;

    private final StableDiffusionXl model;
    private final List<Path> photos;
    private final TrainingOptions options;
    private final int resolution;
    private final TrainingFolder folder;

    Preparation(StableDiffusionXl model, List<Path> photos, TrainingOptions options, int resolution,
            TrainingFolder folder) {
        this.model = model;
        this.photos = photos;
        this.options = options;
        this.resolution = resolution;
        this.folder = folder;
    }

    /** {@code others} is null without prior preservation. */
    record Prepared(EncodedPhotos character, EncodedPhotos others) {
    }

    /** From the folder where an earlier run left it there, else computed and left there. */
    Prepared run(NDManager owner, TrainingListener listener, Cancellation cancellation) {
        Path file = folder.file("prepared.safetensors");
        Optional<SafetensorsFile> stored = SealedFile.read(file);
        if (stored.isPresent()) {
            return new Prepared(EncodedPhotos.load("character.", stored.get()),
                    options.preservesPrior() ? EncodedPhotos.load("others.", stored.get()) : null);
        }
        List<Path> classImages = options.preservesPrior() ? paintOthers(listener, cancellation) : List.of();
        model.lock().lock();
        try {
            Crop.Framing framing = options.method().framing();
            var crops = new ArrayList<Crop>();
            for (int i = 0; i < photos.size(); i++) {
                Photo photo = Photo.read(photos.get(i));
                crops.add(Crop.of(photo, resolution, framing, draws("crop", i)));
                for (int repeat = 1; repeat < options.repeats(); repeat++) {
                    crops.add(Crop.nearer(photo, resolution, framing, draws("crop " + repeat, i)));
                }
            }
            var character = encode(owner, crops, options.instancePrompt(), listener, cancellation);
            EncodedPhotos others = null;
            if (options.preservesPrior()) {
                if (!options.keepsPredictions()) {
                    crops.clear();
                }
                for (int i = 0; i < classImages.size(); i++) {
                    Photo photo = Photo.read(classImages.get(i));
                    crops.add(Crop.of(photo, resolution, framing.upright(), draws("class crop", i)));
                }
                others = encode(owner, crops, options.classPrompt(), listener, cancellation);
            }
            var prepared = new Prepared(character, others);
            store(prepared, file);
            classImages.forEach(TrainingFolder::delete);
            return prepared;
        } finally {
            model.lock().unlock();
        }
    }

    private SeededDraws draws(String purpose, int index) {
        return new SeededDraws(options.seed(), purpose, index);
    }

    private EncodedPhotos encode(NDManager owner, List<Crop> crops, String prompt,
            TrainingListener listener, Cancellation cancellation) {
        int[] done = {0};
        return EncodedPhotos.encode(model, owner, crops, prompt, () -> {
            listener.preparing("photos", (double) ++done[0] / crops.size());
            cancellation.check();
        });
    }

    private static void store(Prepared prepared, Path file) {
        Map<String, SealedFile.Tensor> tensors = new TreeMap<>();
        prepared.character().store("character.", tensors);
        if (prepared.others() != null) {
            prepared.others().store("others.", tensors);
        }
        SealedFile.write(file, tensors);
    }

    private List<Path> paintOthers(TrainingListener listener, Cancellation cancellation) {
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < options.classImages(); i++) {
            Path file = folder.file("class-" + i + ".png");
            listener.preparing("class_images", (double) i / options.classImages());
            if (!Files.exists(file)) {
                var request = ImageRequest.of(options.classPrompt()).withSize(resolution, resolution)
                        .withSteps(CLASS_STEPS).withSeed(options.seed() + i);
                var painted = model.paint(request, StepListener.NONE, cancellation).image();
                try {
                    AtomicFile.write(file, channel -> ImageIO.write(painted, "png", Channels.newOutputStream(channel)));
                } catch (IOException e) {
                    throw new ModelException("not_written", file.getFileName() + " cannot be written.", e);
                }
            }
            files.add(file);
        }
        listener.preparing("class_images", 1);
        return files;
    }
}
