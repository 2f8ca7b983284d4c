package dev.storyloom.diffusion.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

import dev.storyloom.diffusion.pipeline.ImageOptions;
import dev.storyloom.diffusion.pipeline.ImageRequest;
import dev.storyloom.diffusion.pipeline.LoraUse;
import dev.storyloom.diffusion.pipeline.MicroConditioning;
import dev.storyloom.diffusion.pipeline.MicroConditioning.Corner;
import dev.storyloom.diffusion.pipeline.MicroConditioning.Size;
import dev.storyloom.diffusion.pipeline.Source;
import dev.storyloom.diffusion.weights.SafetensorsFile;

/**
 * One case of {@code pipeline/}: its name says what is other than usual, and {@code pipeline.json} what is usual; a node of
 * the case's own name there may say the rest, by the names of diffusers' arguments.
 */
record PipelineCase(Reference reference, String name) {

    static final String NUMBERS = "pipeline/pipeline.safetensors";
    private static final Pattern GUIDANCE = Pattern.compile("guidance([\\d.]+)");
    private static final Pattern RESCALE = Pattern.compile("rescale([\\d.]+)");
    private static final Pattern STRENGTH = Pattern.compile("_s([\\d.]+)");
    private static final Pattern STEPS = Pattern.compile("_n(\\d+)");
    private static final Pattern START = Pattern.compile("_start([\\d.]+)");
    private static final Pattern END = Pattern.compile("_end([\\d.]+)");
    private static final Pattern LORA = Pattern.compile("_?([a-z])_?(-?[\\d.]+)");

    private JsonNode options() {
        return reference.json("pipeline/pipeline.json");
    }

    /** The case's own value, or the usual one. */
    private JsonNode option(String key) {
        JsonNode own = options().path(name).path(key);
        return own.isMissingNode() ? options().path(key) : own;
    }

    private double number(Pattern pattern, String key, double otherwise) {
        Matcher named = pattern.matcher(name);
        return named.find() ? Double.parseDouble(named.group(1)) : option(key).asDouble(otherwise);
    }

    boolean isRefiner() {
        return name.startsWith("refiner");
    }

    SafetensorsFile numbers() {
        return reference.tensors(NUMBERS);
    }

    private long[] latentShape() {
        return numbers().tensors().get(name + ".final_latents").shape();
    }

    private int pixels(long latents) {
        return (int) latents * reference.vae().config().reduction();
    }

    /** One request a row. Rows whose words nobody wrote down are painted with the usual ones and not compared. */
    List<ImageRequest> requests() {
        var requests = new ArrayList<ImageRequest>();
        long[] shape = latentShape();
        for (int row = 0; row < shape[0]; row++) {
            requests.add(ImageRequest.of(words("prompt", row)).withNegative(negative(row))
                    .withSize(pixels(shape[3]), pixels(shape[2]))
                    .withSteps((int) number(STEPS, "steps", 8))
                    .withGuidanceScale(number(GUIDANCE, "guidance_scale", 5))
                    .withLoras(loras()).withOptions(imageOptions()));
        }
        return requests;
    }

    /** How many rows are compared. */
    int knownRows() {
        JsonNode prompts = option("prompts");
        return prompts.isArray() || option("prompt").isArray() ? (int) latentShape()[0] : 1;
    }

    private String words(String key, int row) {
        JsonNode words = option(key + "s").isArray() ? option(key + "s") : option(key);
        return words.isArray() ? words.path(row).asText() : words.asText();
    }

    private String negative(int row) {
        return name.equals("no_negative") ? "" : words("negative_prompt", row);
    }

    private ImageOptions imageOptions() {
        ImageOptions options = ImageOptions.DEFAULT.withGuidanceRescale(number(RESCALE, "guidance_rescale", 0))
                .withClipSkip(option("clip_skip").asInt(0))
                .withSecondPrompts(option("prompt_2").asText(""), option("negative_prompt_2").asText(""))
                .withEmptyAsWords(!name.equals("no_negative"))
                .withConditioning(conditioning(""), conditioning("negative_"));
        if (reference.json(SchedulerComparisons.CASES).path("cases").has(name)) {
            options = options.withScheduler(config -> SchedulerComparisons.scheduler(reference, name));
        }
        double start = number(START, "denoising_start", 0);
        double end = number(END, "denoising_end", 1);
        return options.withSource(source(start)).withDenoising(start, end);
    }

    private Source source(double start) {
        long[] shape = latentShape();
        int height = pixels(shape[2]);
        int width = pixels(shape[3]);
        if (start > 0) {
            return Source.latents(numbers().floats(begun() + ".final_latents"), width, height);
        }
        if (!name.startsWith("img2img_")) {
            return null;
        }
        float[] planes = numbers().floats("img2img.image_in");
        for (int i = 0; i < planes.length; i++) {
            planes[i] = 2 * planes[i] - 1;
        }
        return Source.picture(planes, width, height, number(STRENGTH, "strength", 0.3));
    }

    /** The case that stopped where this one goes on. */
    private String begun() {
        String there = name.replaceAll(".*_start", "_end");
        return PipelineComparisons.names(numbers()).stream().filter(other -> other.endsWith(there)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the reference lacks what " + name + " goes on with"));
    }

    /** Null for a picture wanted whole. */
    private MicroConditioning conditioning(String kind) {
        JsonNode own = options().path(name);
        if (own.has(kind + "original_size") || own.has(kind + "crops_coords_top_left") || own.has(kind + "target_size")
                || own.has(kind + "aesthetic_score")) {
            MicroConditioning whole = MicroConditioning.whole(pixels(latentShape()[3]), pixels(latentShape()[2]));
            return new MicroConditioning(size(own.path(kind + "original_size"), whole.original()),
                    new Corner(own.path(kind + "crops_coords_top_left").path(0).asInt(0),
                            own.path(kind + "crops_coords_top_left").path(1).asInt(0)),
                    size(own.path(kind + "target_size"), whole.target()),
                    own.path(kind + "aesthetic_score").asDouble(kind.isEmpty() ? 6 : 2.5));
        }
        // These are nowhere in the published folder; they were found by inverting the first output of the U-Net.
        return isGuessed() ? new MicroConditioning(new Size(1024, 768), new Corner(16, 8), new Size(512, 640), 6) : null;
    }

    /** Whether the folder does not say with which sizes the case was made. */
    boolean isGuessed() {
        return name.endsWith("_microcond") && !options().path(name).has("original_size");
    }

    private static Size size(JsonNode pair, Size otherwise) {
        return pair.isArray() ? new Size(pair.path(0).asInt(), pair.path(1).asInt()) : otherwise;
    }

    private List<LoraUse> loras() {
        var uses = new ArrayList<LoraUse>();
        if (name.startsWith("lora_")) {
            Matcher lora = LORA.matcher(name.substring("lora".length()));
            while (lora.find()) {
                Path folder = LoraComparisons.folder(reference, lora.group(1));
                uses.add(new LoraUse(folder.resolve(LoraComparisons.WEIGHTS), Double.parseDouble(lora.group(2))));
            }
        }
        return uses;
    }

    /** The recorded draws. */
    float[] draw(int row, int which, int size) {
        String stored = which != 0 ? name + ".draw0" : name.startsWith("img2img_") ? name + ".draw1" : initialNoise();
        return Arrays.copyOfRange(numbers().floats(stored), row * size, (row + 1) * size);
    }

    private String initialNoise() {
        long[] shape = latentShape();
        String sized = "initial_noise_" + shape[0] + "x" + pixels(shape[2]) + "x" + pixels(shape[3]);
        return numbers().tensors().containsKey(sized) ? sized : "initial_noise";
    }
}
