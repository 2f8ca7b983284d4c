package dev.storyloom.diffusion.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;

import ai.djl.ndarray.NDArray;
import dev.storyloom.diffusion.clip.ClipTextEncoder;
import dev.storyloom.diffusion.lora.LoraLayer;
import dev.storyloom.diffusion.tensor.Ops;
import dev.storyloom.diffusion.tensor.Scope;
import dev.storyloom.diffusion.tokenizer.ClipTokenizer;
import dev.storyloom.diffusion.weights.SafetensorsFile;

/** The tokenizers and the text encoders. */
final class TextComparisons {

    private static final String NUMBERS = "text_encoder/text_encoder.safetensors";

    private TextComparisons() {
    }

    static List<Comparison> all() {
        return List.of(
                new Comparison("tokenizer/tokens.json#tokenizer", 0, reference -> tokens(reference, "tokenizer", "ids_1")),
                new Comparison("tokenizer/tokens.json#tokenizer_2", 0, reference -> tokens(reference, "tokenizer_2", "ids_2")),
                new Comparison(NUMBERS + "#te1", 2e-5, reference -> encoder(reference, "te1", "text_encoder")),
                new Comparison(NUMBERS + "#te2", 2e-5, reference -> encoder(reference, "te2", "text_encoder_2")),
                new Comparison(NUMBERS + "#cfg", 2e-5, TextComparisons::prompts),
                new Comparison(NUMBERS + "#noneg_n2", 2e-5, TextComparisons::withoutNegative),
                new Comparison(NUMBERS + "#two_prompts_clipskip1", 2e-5, TextComparisons::twoPrompts));
    }

    /** Texts whose ids differ. */
    private static double tokens(Reference reference, String part, String key) {
        int wrong = 0;
        try (var tokenizer = ClipTokenizer.load(reference.model().part(part))) {
            for (JsonNode row : reference.json("tokenizer/tokens.json").path("rows")) {
                var ids = new ArrayList<Long>();
                row.path(key).forEach(id -> ids.add(id.asLong()));
                long[] computed = tokenizer.encode(row.path("text").asText());
                if (!ids.equals(Arrays.stream(computed).boxed().toList())) {
                    wrong++;
                }
            }
        }
        return wrong;
    }

    private static double encoder(Reference reference, String prefix, String part) {
        SafetensorsFile file = reference.tensors(NUMBERS);
        if (!file.tensors().containsKey(prefix + ".input_ids")) {
            throw new Comparison.NotTold("not in this folder");
        }
        try (var scope = Scope.open()) {
            float[] flat = file.floats(prefix + ".input_ids");
            long[] shape = file.tensors().get(prefix + ".input_ids").shape();
            int length = (int) shape[1];
            var ids = new long[(int) shape[0]][length];
            for (int i = 0; i < flat.length; i++) {
                ids[i / length][i % length] = (long) flat[i];
            }
            ClipTextEncoder.Output output = reference.textEncoder(part).forward(reference.owner(), ids);
            double error = reference.error(output.hidden().get(0), file, prefix + ".embeddings");
            for (int layer = 1; layer < output.hidden().size(); layer++) {
                String name = prefix + ".layer" + (layer - 1);
                error = Math.max(error, reference.error(output.hidden().get(layer), file, name));
            }
            error = Math.max(error, reference.error(output.penultimate(0), file, prefix + ".penultimate"));
            error = Math.max(error, reference.error(output.last(), file, prefix + ".last_hidden_state"));
            String pooled = prefix.equals("te1") ? ".pooler_output" : ".text_embeds";
            return Math.max(error, reference.error(output.pooled(), file, prefix + pooled));
        }
    }

    /** From prompts to what the U-Net is given, negative prompts too. */
    private static double prompts(Reference reference) {
        SafetensorsFile file = reference.tensors(NUMBERS);
        JsonNode texts = reference.json("text_encoder/text_encoder.json");
        return Math.max(prompts(reference, file, texts.path("prompts"), ""),
                prompts(reference, file, texts.path("negative"), "negative_"));
    }

    private static double prompts(Reference reference, SafetensorsFile file, JsonNode texts, String kind) {
        return prompts(reference, List.of(), texts, file, "cfg." + kind);
    }

    /** No negative words, several pictures a prompt: zeros, and each prompt's rows side by side. */
    private static double withoutNegative(Reference reference) {
        SafetensorsFile file = reference.tensors(NUMBERS);
        var prompts = new ArrayList<String>();
        JsonNode texts = reference.json("text_encoder/text_encoder.json").path("prompts");
        int each = (int) file.tensors().get("noneg_n2.prompt_embeds").shape()[0] / texts.size();
        texts.forEach(text -> prompts.addAll(Collections.nCopies(each, text.asText())));
        try (var scope = Scope.open()) {
            var positive = reference.painter().text().encode(reference.owner(), prompts, prompts);
            double error = reference.error(positive.context(), file, "noneg_n2.prompt_embeds");
            error = Math.max(error, reference.error(positive.pooled(), file, "noneg_n2.pooled_prompt_embeds"));
            return Math.max(error, reference.error(
                    positive.pooled().zerosLike(), file, "noneg_n2.negative_pooled_prompt_embeds"));
        }
    }

    /** Other words for the second encoder, and layers left out. */
    private static double twoPrompts(Reference reference) {
        SafetensorsFile file = reference.tensors(NUMBERS);
        String name = "two_prompts_clipskip1";
        JsonNode texts = reference.json("text_encoder/text_encoder.json").path(name);
        try (var scope = Scope.open()) {
            var computed = reference.painter().text().encode(reference.owner(), List.of(texts.path("prompt").asText()),
                    List.of(texts.path("prompt_2").asText()), texts.path("clip_skip").asInt());
            return Math.max(reference.error(computed.context(), file, name + ".prompt_embeds"),
                    reference.error(computed.pooled(), file, name + ".pooled_prompt_embeds"));
        }
    }

    /** The first prompts once more, with a LoRA on the encoders. */
    static double withLora(Reference reference, List<LoraLayer> layers, SafetensorsFile wanted, String prefix) {
        JsonNode texts = reference.json("text_encoder/text_encoder.json").path("prompts");
        int rows = (int) wanted.tensors().get(prefix + "prompt_embeds").shape()[0];
        var first = new ArrayList<JsonNode>();
        texts.forEach(first::add);
        return prompts(reference, layers, new ArrayNode(null, first.subList(0, rows)), wanted, prefix);
    }

    private static double prompts(Reference reference, List<LoraLayer> layers, JsonNode texts, SafetensorsFile file,
            String prefix) {
        try (var scope = Scope.open()) {
            var states = new ArrayList<NDArray>();
            NDArray pooled = null;
            for (String suffix : List.of("", "_2")) {
                try (var tokenizer = ClipTokenizer.load(reference.model().part("tokenizer" + suffix))) {
                    var ids = new long[texts.size()][];
                    for (int i = 0; i < ids.length; i++) {
                        ids[i] = tokenizer.encode(texts.get(i).asText());
                    }
                    ClipTextEncoder encoder = reference.textEncoder("text_encoder" + suffix);
                    layers.stream().filter(layer -> layer.part().equals("text_encoder" + suffix)).forEach(layer -> encoder
                            .adaptables().get(layer.module()).setBranches(List.of(layer.branch(reference.owner(), 1))));
                    var output = encoder.forward(reference.owner(), ids);
                    states.add(output.penultimate(0));
                    pooled = output.pooled();
                }
            }
            return Math.max(reference.error(Ops.concat(states, 2), file, prefix + "prompt_embeds"),
                    reference.error(pooled, file, prefix + "pooled_prompt_embeds"));
        }
    }
}
