package dev.storyloom.diffusion.hub;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.storyloom.diffusion.ModelException;

/**
 * The few files of a repository that a model folder needs: configs, tokenizers, and for each part one set of safetensors
 * weights. What is not known by its name is left at the hub, pickles above all.
 */
final class FileChoice {

    private static final Pattern PATH = Pattern.compile(
            "(?:(scheduler|text_encoder|text_encoder_2|tokenizer|tokenizer_2|unet|vae)/)?([A-Za-z0-9._-]+)");
    private static final Pattern SMALL = Pattern.compile("(model_index|config|scheduler_config|tokenizer_config"
            + "|special_tokens_map|vocab|tokenizer)\\.json|merges\\.txt|LICENSE(\\.md|\\.txt)?");
    private static final String STEM = "(diffusion_pytorch_)?model";
    private static final String SHARD = "(-\\d{5}-of-\\d{5})?";
    private static final Pattern WEIGHTS =
            Pattern.compile(STEM + SHARD + "(\\.fp16)?" + SHARD + "\\.safetensors(\\.index(\\.fp16)?\\.json)?");

    private FileChoice() {
    }

    /** {@code half}: weights of 16 bits where the repository has them, otherwise of 32. */
    static List<HubFile> of(List<HubFile> all, boolean half) {
        List<HubFile> chosen = new ArrayList<>();
        Map<String, List<HubFile>> weights = new TreeMap<>();
        for (HubFile file : all) {
            Matcher path = PATH.matcher(file.path());
            if (path.matches() && SMALL.matcher(path.group(2)).matches()) {
                chosen.add(file);
            } else if (path.matches() && WEIGHTS.matcher(path.group(2)).matches()) {
                weights.computeIfAbsent(Objects.toString(path.group(1), ""), part -> new ArrayList<>()).add(file);
            }
        }
        weights.values().forEach(part -> chosen.addAll(oneSet(part, half)));
        boolean folder = chosen.stream().anyMatch(file -> file.path().matches("(model_index|config)\\.json"));
        if (weights.isEmpty() || !folder) {
            throw new ModelException("hub_not_diffusers",
                    "This repository holds no model in diffusers' layout with safetensors weights.");
        }
        if (chosen.stream().anyMatch(file -> file.path().equals("model_index.json"))) {
            // A pipeline's own single-file weights lie beside its parts.
            chosen.removeAll(weights.getOrDefault("", List.of()));
        }
        return chosen;
    }

    private static List<HubFile> oneSet(List<HubFile> part, boolean half) {
        List<HubFile> wanted = part.stream().filter(file -> isHalf(file) == half).toList();
        List<HubFile> set = wanted.isEmpty() ? part : wanted;
        List<HubFile> single = set.stream().filter(file -> !file.path().contains("-of-") && !isIndex(file)).toList();
        return single.isEmpty() ? set : single;
    }

    private static boolean isHalf(HubFile file) {
        return file.path().contains(".fp16");
    }

    private static boolean isIndex(HubFile file) {
        return file.path().endsWith(".json");
    }
}
