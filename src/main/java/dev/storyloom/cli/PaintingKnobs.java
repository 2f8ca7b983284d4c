package dev.storyloom.cli;

import dev.storyloom.diffusion.pipeline.ImageOptions;
import dev.storyloom.diffusion.pipeline.MicroConditioning;
import dev.storyloom.diffusion.pipeline.MicroConditioning.Corner;
import dev.storyloom.diffusion.pipeline.MicroConditioning.Size;
import dev.storyloom.diffusion.scheduler.Sampling;
import dev.storyloom.diffusion.scheduler.TimestepSpacing;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** What {@code render} can be told beside the words, size, seed and steps. */
final class PaintingKnobs {

    private static final int MOST_LCM_STEPS = 50;
    private static final double HANDOVER = 0.8;
    private static final double STRENGTH = 0.6;

    @Option(names = "--scheduler", paramLabel = "NAME", converter = SchedulerName.class)
    Sampling.Method scheduler;

    @Option(names = "--spacing", paramLabel = "NAME")
    TimestepSpacing spacing;

    @Option(names = "--eta", paramLabel = "X")
    Double eta;

    @Option(names = "--prompt-2", paramLabel = "TEXT", defaultValue = "")
    String prompt2;

    @Option(names = "--negative-2", paramLabel = "TEXT", defaultValue = "")
    String negative2;

    @Option(names = "--clip-skip", paramLabel = "N", defaultValue = "0")
    int clipSkip;

    @Option(names = "--guidance-rescale", paramLabel = "X", defaultValue = "0")
    double guidanceRescale;

    @Option(names = "--image", paramLabel = "FILE")
    Path image;

    @Option(names = "--strength", paramLabel = "X")
    Double strength;

    @Option(names = "--refiner", paramLabel = "DIR")
    Path refiner;

    @Option(names = "--denoising-end", paramLabel = "X")
    Double denoisingEnd;

    @Option(names = "--original-size", paramLabel = "WxH", converter = PixelSize.Converter.class)
    PixelSize originalSize;

    @Option(names = "--crop", paramLabel = "X,Y", converter = PixelSize.Converter.class)
    PixelSize crop;

    @Option(names = "--target-size", paramLabel = "WxH", converter = PixelSize.Converter.class)
    PixelSize targetSize;

    @Option(names = "--tiled-vae")
    boolean tiledVae;

    @Option(names = "--count", paramLabel = "N", defaultValue = "1")
    int count;

    /** Says what cannot be before a model is loaded. */
    void check(int steps) {
        range("--steps", 1, scheduler == Sampling.Method.LCM ? MOST_LCM_STEPS : 1000, steps);
        range("--count", 1, 1000, count);
        range("--clip-skip", 0, 100, clipSkip);
        range("--guidance-rescale", 0, 1, guidanceRescale);
        if (eta != null) {
            range("--eta", 0, 1, eta);
            only("--eta", "--scheduler ddim", scheduler == Sampling.Method.DDIM);
        }
        if (strength != null) {
            only("--strength", "--image", image != null);
        }
        if (denoisingEnd != null) {
            only("--denoising-end", "--refiner", refiner != null);
        }
        if (image != null && strength() * steps < 1 || !(strength() > 0 && strength() <= 1)) {
            throw new CommandFailed("render.no_step", "--strength", strength(), steps);
        }
        if (refiner != null && !(handover() > 0 && handover() < 1)) {
            throw new CommandFailed("render.handover", handover());
        }
        if (refiner != null && image != null && 1 - strength() >= handover()) {
            throw new CommandFailed("render.refiner_alone", strength(), handover());
        }
    }

    private static void range(String option, int least, int most, double value) {
        if (!(value >= least && value <= most)) {
            throw new CommandFailed("failed.range", option, least, most, value == Math.rint(value) ? (long) value : value);
        }
    }

    private static void only(String option, String with, boolean there) {
        if (!there) {
            throw new CommandFailed("render.only_with", option, with);
        }
    }

    double strength() {
        return strength == null ? STRENGTH : strength;
    }

    /** Share of the noise schedule after which the refiner takes over. */
    double handover() {
        return denoisingEnd == null ? HANDOVER : denoisingEnd;
    }

    /** For a picture of this size; without the picture to start from. */
    ImageOptions options(int width, int height) {
        ImageOptions options = ImageOptions.DEFAULT.withSecondPrompts(prompt2, negative2).withClipSkip(clipSkip)
                .withGuidanceRescale(guidanceRescale).withTiledVae(tiledVae);
        if (scheduler != null || spacing != null) {
            options = options.withScheduler(new Sampling(scheduler, spacing, eta == null ? 0 : eta));
        }
        if (originalSize != null || crop != null || targetSize != null) {
            MicroConditioning whole = MicroConditioning.whole(width, height);
            options = options.withConditioning(new MicroConditioning(size(originalSize, whole.original()),
                    crop == null ? whole.crop() : new Corner(crop.height(), crop.width()),
                    size(targetSize, whole.target()), whole.aestheticScore()), null);
        }
        return options;
    }

    private static Size size(PixelSize size, Size otherwise) {
        return size == null ? otherwise : new Size(size.height(), size.width());
    }
}
