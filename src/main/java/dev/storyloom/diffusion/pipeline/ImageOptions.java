package dev.storyloom.diffusion.pipeline;

import dev.storyloom.diffusion.scheduler.SchedulerChoice;

/**
 * What a picture can be asked for beside its words, size and steps.
 *
 * @param scheduler the algorithm; the model's own as a rule
 * @param prompt2 what the second text encoder reads; empty for the same as the first; likewise negative2
 * @param clipSkip layers of the text encoders that are left out at their end; 0 for none (diffusers counts alike)
 * @param guidanceRescale 0 to 1: how far guided predictions are brought back to the spread of the unguided ones, which
 *     keeps colours from burning (Lin et al. 2023, section 3.4)
 * @param conditioning the size and crop that the picture is to look like; null for a picture wanted whole
 * @param negativeConditioning the same for what to keep away from; null for the same
 * @param source what to start from; null for pure noise
 * @param denoisingStart share of the noise schedule that is done already: where a refiner takes over
 * @param denoisingEnd share of it at which to stop: where a refiner takes over
 * @param tiledVae encodes and decodes large pictures in overlapping tiles, which takes far less memory
 * @param emptyAsWords whether empty negative words are encoded as a prompt of no words, instead of the zeros that SDXL
 *     was trained with
 */
public record ImageOptions(
        SchedulerChoice scheduler,
        String prompt2,
        String negative2,
        int clipSkip,
        double guidanceRescale,
        MicroConditioning conditioning,
        MicroConditioning negativeConditioning,
        Source source,
        double denoisingStart,
        double denoisingEnd,
        boolean tiledVae,
        boolean emptyAsWords) {

    public static final ImageOptions DEFAULT =
            new ImageOptions(SchedulerChoice.OF_MODEL, "", "", 0, 0, null, null, null, 0, 1, false, false);

    public ImageOptions {
        if (clipSkip < 0) {
            throw new IllegalArgumentException("clip skip must be 0 or more, not " + clipSkip);
        }
        if (!(guidanceRescale >= 0 && guidanceRescale <= 1)) {
            throw new IllegalArgumentException("guidance rescale must be 0 to 1, not " + guidanceRescale);
        }
        if (!(denoisingStart >= 0 && denoisingStart < denoisingEnd && denoisingEnd <= 1)) {
            throw new IllegalArgumentException("denoising can't go from " + denoisingStart + " to " + denoisingEnd);
        }
        if (denoisingStart > 0 && source == null) {
            throw new IllegalArgumentException("denoising can't go on without something to start from");
        }
    }

    public ImageOptions withScheduler(SchedulerChoice value) {
        return new ImageOptions(value, prompt2, negative2, clipSkip, guidanceRescale, conditioning,
                negativeConditioning, source, denoisingStart, denoisingEnd, tiledVae, emptyAsWords);
    }

    /** Words for the second text encoder alone. */
    public ImageOptions withSecondPrompts(String prompt, String negative) {
        return new ImageOptions(scheduler, prompt, negative, clipSkip, guidanceRescale, conditioning,
                negativeConditioning, source, denoisingStart, denoisingEnd, tiledVae, emptyAsWords);
    }

    public ImageOptions withClipSkip(int value) {
        return new ImageOptions(scheduler, prompt2, negative2, value, guidanceRescale, conditioning,
                negativeConditioning, source, denoisingStart, denoisingEnd, tiledVae, emptyAsWords);
    }

    public ImageOptions withGuidanceRescale(double value) {
        return new ImageOptions(scheduler, prompt2, negative2, clipSkip, value, conditioning,
                negativeConditioning, source, denoisingStart, denoisingEnd, tiledVae, emptyAsWords);
    }

    public ImageOptions withConditioning(MicroConditioning positive, MicroConditioning negative) {
        return new ImageOptions(scheduler, prompt2, negative2, clipSkip, guidanceRescale, positive,
                negative, source, denoisingStart, denoisingEnd, tiledVae, emptyAsWords);
    }

    public ImageOptions withSource(Source value) {
        return new ImageOptions(scheduler, prompt2, negative2, clipSkip, guidanceRescale, conditioning,
                negativeConditioning, value, denoisingStart, denoisingEnd, tiledVae, emptyAsWords);
    }

    /** From and to a share of the noise schedule. */
    public ImageOptions withDenoising(double start, double end) {
        return new ImageOptions(scheduler, prompt2, negative2, clipSkip, guidanceRescale, conditioning,
                negativeConditioning, source, start, end, tiledVae, emptyAsWords);
    }

    public ImageOptions withTiledVae(boolean value) {
        return new ImageOptions(scheduler, prompt2, negative2, clipSkip, guidanceRescale, conditioning,
                negativeConditioning, source, denoisingStart, denoisingEnd, value, emptyAsWords);
    }

    public ImageOptions withEmptyAsWords(boolean value) {
        return new ImageOptions(scheduler, prompt2, negative2, clipSkip, guidanceRescale, conditioning,
                negativeConditioning, source, denoisingStart, denoisingEnd, tiledVae, value);
    }
}
