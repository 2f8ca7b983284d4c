package dev.storyloom.diffusion.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.storyloom.diffusion.lora.LoraFile;
import dev.storyloom.diffusion.lora.LoraLayer;
import dev.storyloom.diffusion.lora.LoraTargets;
import dev.storyloom.diffusion.tensor.Scope;
import dev.storyloom.diffusion.weights.SafetensorsFile;

/** LoRA files in every naming, and what they make of the U-Net and of the text encoders. */
final class LoraComparisons {

    private static final String OUTPUTS = "lora/lora_outputs.safetensors";
    static final String WEIGHTS = "pytorch_lora_weights.safetensors";
    /** diffusers' own converter takes alpha for the rank. */
    private static final String CONVERTED = "pytorch_lora_weights_kohya.safetensors";
    private static final double TOLERANCE = 2e-5;
    private static final Pattern ONE = Pattern.compile("([a-z])_(scale|fused)(-?[\\d.]+)");
    private static final Pattern SEVERAL = Pattern.compile("[a-z]-?[\\d.]+(_[a-z]-?[\\d.]+)+");
    private static final Pattern RANK = Pattern.compile("([a-z])_.*alpha_is_rank");

    private LoraComparisons() {
    }

    static List<Comparison> all(Path folder) {
        var all = new ArrayList<Comparison>();
        if (Files.exists(folder.resolve(OUTPUTS))) {
            SafetensorsFile.open(folder.resolve(OUTPUTS)).tensors().keySet().forEach(name -> output(name, all));
        }
        for (Path file : otherNamings(folder)) {
            all.add(new Comparison(Reference.name(folder, file), 0, reference -> sameLayers(reference, file)));
        }
        return all;
    }

    private static void output(String name, List<Comparison> all) {
        Matcher one = ONE.matcher(name);
        Matcher rank = RANK.matcher(name);
        if (name.equals("base")) {
            unet(name, "base", all, List.of());
        } else if (one.matches() && one.group(2).equals("scale")) {
            unet(name, name, all, List.of(new Use(one.group(1), Double.parseDouble(one.group(3)))));
        } else if (one.matches()) {
            Use use = new Use(one.group(1), Double.parseDouble(one.group(3)));
            add(all, name, (reference, unet) -> {
                unet.attach(layers(reference, use.letter()), use.scale());
                return unet.merged(OUTPUTS, name, "fused" + one.group(3) + ".");
            });
        } else if (SEVERAL.matcher(name).matches()) {
            var uses = new ArrayList<Use>();
            for (String part : name.split("_")) {
                uses.add(new Use(part.substring(0, 1), Double.parseDouble(part.substring(1))));
            }
            unet(name, name, all, uses);
        } else if (rank.matches()) {
            add(all, name, (reference, unet) -> {
                unet.attach(layers(reference, rank.group(1)).stream().map(LoraComparisons::alphaIsRank).toList(), 1);
                return unet.output(OUTPUTS, name);
            });
        } else if (name.endsWith(".unet")) {
            unet(name.substring(0, 1), name, all, List.of(new Use(name.substring(0, 1), 1)));
            all.add(new Comparison(OUTPUTS + "#" + name.substring(0, 1) + ".prompts", TOLERANCE, reference -> {
                List<LoraLayer> layers = layers(reference, name.substring(0, 1));
                return TextComparisons.withLora(reference, layers, reference.tensors(OUTPUTS), name.substring(0, 2));
            }));
        }
    }

    /** One LoRA, by the letter in its folder's name. */
    private record Use(String letter, double scale) {
    }

    /** Something to do with the U-Net while LoRAs are on it. */
    private interface Painted {
        double error(Reference reference, AdaptedUNet unet);
    }

    private static void add(List<Comparison> all, String name, Painted painted) {
        all.add(new Comparison(OUTPUTS + "#" + name, TOLERANCE, reference -> {
            try (var scope = Scope.open(); var unet = new AdaptedUNet(reference)) {
                return painted.error(reference, unet);
            }
        }));
    }

    private static void unet(String item, String tensor, List<Comparison> all, List<Use> uses) {
        add(all, item, (reference, unet) -> {
            uses.forEach(use -> unet.attach(layers(reference, use.letter()), use.scale()));
            return unet.output(OUTPUTS, tensor);
        });
    }

    private static LoraLayer alphaIsRank(LoraLayer layer) {
        return new LoraLayer(layer.part(), layer.module(), layer.rank(), layer.in(), layer.out(), layer.window(), layer.down(),
                layer.up(), layer.rank(), layer.magnitude());
    }

    private static List<LoraLayer> layers(Reference reference, String letter) {
        return LoraFile.read(folder(reference, letter).resolve(WEIGHTS), LoraTargets.of(reference.model()));
    }

    /** The folder of a LoRA, by the letter in its name. */
    static Path folder(Reference reference, String letter) {
        return folders(reference.path("")).stream()
                .filter(path -> path.getFileName().toString().startsWith("lora_" + letter + "_")).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the reference lacks LoRA " + letter));
    }

    /** The largest difference from the numbers in the file with diffusers' names beside {@code file}. */
    private static double sameLayers(Reference reference, Path file) {
        LoraTargets targets = LoraTargets.of(reference.model());
        List<LoraLayer> layers = LoraFile.read(file, targets);
        double error = 0;
        for (LoraLayer wanted : LoraFile.read(file.resolveSibling(WEIGHTS), targets)) {
            LoraLayer found = layers.stream().filter(layer -> layer.part().equals(wanted.part())
                    && layer.module().equals(wanted.module())).findFirst().orElseThrow();
            error = Math.max(error, Reference.error(found.down(), wanted.down()));
            error = Math.max(error, Reference.error(found.up(), wanted.up()));
            if (!file.endsWith(CONVERTED)) {
                error = Math.max(error, Math.abs(found.alpha() - wanted.alpha()));
            }
        }
        return error;
    }

    private static List<Path> otherNamings(Path folder) {
        return folders(folder).stream().flatMap(lora -> list(lora).stream())
                .filter(file -> file.toString().endsWith(".safetensors") && !file.endsWith(WEIGHTS)).toList();
    }

    private static List<Path> folders(Path folder) {
        Path loras = folder.resolve("lora");
        return Files.isDirectory(loras) ? list(loras).stream().filter(Files::isDirectory).toList() : List.of();
    }

    private static List<Path> list(Path folder) {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
