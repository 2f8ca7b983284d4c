package dev.storyloom.rendering;

import dev.storyloom.diffusion.ModelException;
import dev.storyloom.diffusion.pipeline.Glimpses;
import dev.storyloom.diffusion.pipeline.ImageRequest;
import dev.storyloom.diffusion.pipeline.LatentPreview;
import dev.storyloom.diffusion.pipeline.StableDiffusionXl;
import dev.storyloom.storage.BundledModel;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The one model that this process paints and trains with: the folder {@code storyloom.model}, or the bundled
 * storyloom-mini. It is loaded when it is first needed; a failed loading is tried again the next time.
 */
@ApplicationScoped
public class PaintingModel {

    private final Optional<Path> configured;
    private final BundledModel bundled;
    private StableDiffusionXl loaded;
    private LatentPreview preview;
    private Path folder;

    PaintingModel(@ConfigProperty(name = "storyloom.model") Optional<Path> configured,
            @ConfigProperty(name = "storyloom.data-dir") Path dataDir) {
        this.configured = configured;
        this.bundled = new BundledModel(dataDir.resolve("models"));
    }

    /** Throws {@link ModelException} where the model is missing or damaged. */
    public synchronized StableDiffusionXl get() {
        if (loaded == null) {
            loaded = StableDiffusionXl.load(folder());
        }
        return loaded;
    }

    /** What a painting of this request is coming to; the first call fits the preview to the model, which takes a moment. */
    synchronized Glimpses glimpses(ImageRequest request) {
        if (preview == null) {
            preview = LatentPreview.of(get());
        }
        return new Glimpses(get(), preview, request);
    }

    /** The model's folder; the bundled model is unpacked at the first call. */
    public synchronized Path folder() {
        if (folder == null) {
            folder = configured.isPresent() ? configured.get().toAbsolutePath() : bundled.unpack();
        }
        return folder;
    }

    /** Differs for models that paint differently. */
    public String identity() {
        return folder().getFileName().toString();
    }

    @PreDestroy
    synchronized void close() {
        if (loaded != null) {
            loaded.close();
            loaded = null;
        }
    }
}
