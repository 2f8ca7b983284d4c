package dev.storyloom.diffusion.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.storyloom.diffusion.weights.SafetensorsFile;

/** What a folder of reference numbers holds and no comparison looks at, so that a gap is seen and not forgotten. */
final class NotCompared {

    /** Files that hold several cases, told apart by the first part of their tensors' names. */
    private static final Set<String> SEVERAL =
            Set.of("pipeline/pipeline.safetensors", "lora/lora_outputs.safetensors", "text_encoder/text_encoder.safetensors");
    private static final Set<String> FOLDERS =
            Set.of("schedulers", "unet", "vae", "lora", "text_encoder", "pipeline", "training");
    /** Files and parts of files that are given, not compared. */
    private static final Pattern INPUTS = Pattern.compile("training/init_unet_\\w+\\.safetensors|img2img|initial_noise.*");

    private NotCompared() {
    }

    static Set<String> items(Path folder, List<Comparison> comparisons) {
        var items = new TreeSet<String>();
        for (Path file : files(folder)) {
            String name = Reference.name(folder, file);
            if (SEVERAL.contains(name)) {
                SafetensorsFile.open(file).tensors().keySet().stream().map(tensor -> caseOf(name, tensor))
                        .filter(part -> !INPUTS.matcher(part).matches()).forEach(part -> items.add(name + "#" + part));
            } else if (!INPUTS.matcher(name).matches()) {
                items.add(name);
            }
        }
        Set<String> compared = comparisons.stream()
                .flatMap(comparison -> Stream.of(comparison.item(), comparison.file())).collect(Collectors.toSet());
        items.removeAll(compared);
        return items;
    }

    private static String caseOf(String file, String tensor) {
        if (file.startsWith("lora")) {
            // Weights of a merged model are compared with the output that they belong to.
            return tensor.startsWith("fused") ? "base" : tensor.replaceAll("^([a-z])\\..*", "$1");
        }
        // Case names hold dots themselves (lora_a_0.8), so a case ends before its first letter after a dot.
        return tensor.replaceAll("\\.[a-z].*", "");
    }

    private static List<Path> files(Path folder) {
        try (var files = Files.walk(folder, 2)) {
            return files.filter(file -> file.toString().endsWith(".safetensors"))
                    .filter(file -> FOLDERS.contains(file.getParent().getFileName().toString()))
                    .filter(file -> folder.equals(file.getParent().getParent())).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
