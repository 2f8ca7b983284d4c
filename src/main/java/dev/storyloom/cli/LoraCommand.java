package dev.storyloom.cli;

import dev.storyloom.diffusion.lora.LoraFile;
import dev.storyloom.diffusion.lora.LoraLayer;
import dev.storyloom.diffusion.lora.LoraNames;
import dev.storyloom.diffusion.lora.LoraTargets;
import dev.storyloom.diffusion.lora.MergedModel;
import dev.storyloom.diffusion.pipeline.LoraUse;
import dev.storyloom.diffusion.weights.ModelFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code storyloom lora}: looks into a LoRA file, writes it under other names, merges LoRAs into a model. */
@Command(name = "lora", mixinStandardHelpOptions = true,
        subcommands = {LoraCommand.Info.class, LoraCommand.Convert.class, LoraCommand.Merge.class})
final class LoraCommand implements Callable<Integer> {

    @Mixin
    Talk talk;

    @Override
    public Integer call() {
        talk.command.commandLine().usage(talk.command.commandLine().getOut());
        return 2;
    }

    /** {@code storyloom lora info}. */
    @Command(name = "info", mixinStandardHelpOptions = true)
    static final class Info implements Callable<Integer> {

        @Parameters(paramLabel = "FILE", descriptionKey = "lora-file")
        Path file;

        @Mixin
        ModelOptions model;

        @Mixin
        Talk talk;

        /** The answer of {@code --json}; layers by part. */
        record Found(String file, String kind, Map<String, Long> layers, Set<Integer> ranks, Set<Double> scales) {
        }

        @Override
        public Integer call() throws IOException {
            List<LoraLayer> layers = LoraFile.read(file, LoraTargets.of(ModelFolder.open(model.folder())));
            var found = new Found(file.toString(), layers.stream().anyMatch(LoraLayer::isDora) ? "DoRA" : "LoRA",
                    layers.stream().collect(Collectors.groupingBy(LoraLayer::part, TreeMap::new, Collectors.counting())),
                    layers.stream().map(LoraLayer::rank).collect(Collectors.toCollection(TreeSet::new)),
                    layers.stream().map(LoraLayer::scale).collect(Collectors.toCollection(TreeSet::new)));
            talk.answer(found,
                    Words.say("lora.found", file, found.kind(), found.layers(), found.ranks(), found.scales()));
            return 0;
        }
    }

    /** {@code storyloom lora convert}. */
    @Command(name = "convert", mixinStandardHelpOptions = true)
    static final class Convert implements Callable<Integer> {

        @Parameters(paramLabel = "FILE", descriptionKey = "lora-file")
        Path file;

        @Option(names = "--to", required = true, paramLabel = "NAMES")
        LoraNames names;

        @Option(names = "--out", required = true, paramLabel = "FILE")
        Path out;

        @Mixin
        ModelOptions model;

        @Mixin
        Talk talk;

        /** The answer of {@code --json}. */
        record Converted(String lora, String names, int layers) {
        }

        @Override
        public Integer call() throws IOException {
            Outputs.check(out);
            LoraTargets targets = LoraTargets.of(ModelFolder.open(model.folder()));
            List<LoraLayer> layers = LoraFile.read(file, targets);
            LoraFile.write(out, layers, names, targets);
            talk.answer(new Converted(out.toString(), names.toString(), layers.size()),
                    Words.say("lora.converted", out, layers.size()));
            return 0;
        }
    }

    /** {@code storyloom lora merge}: the model itself stays as it is; using it again takes the LoRAs out. */
    @Command(name = "merge", mixinStandardHelpOptions = true)
    static final class Merge implements Callable<Integer> {

        @Option(names = "--lora", required = true, paramLabel = "FILE[:SCALE]", converter = LoraOption.class)
        List<LoraUse> loras;

        @Option(names = "--out", required = true, paramLabel = "DIR")
        Path out;

        @Mixin
        ModelOptions model;

        @Mixin
        Talk talk;

        /** The answer of {@code --json}. */
        record Merged(String model, int loras, int layers) {
        }

        @Override
        public Integer call() throws IOException {
            if (Files.exists(out)) {
                throw new CommandFailed("lora.out_in_use", out);
            }
            ModelFolder folder = ModelFolder.open(model.folder());
            var merged = new MergedModel(folder);
            LoraTargets targets = LoraTargets.of(folder);
            loras.forEach(use -> merged.add(LoraFile.read(use.file(), targets), use.scale()));
            merged.write(out);
            talk.answer(new Merged(out.toString(), loras.size(), merged.layers()),
                    Words.say("lora.merged", out, loras.size(), merged.layers()));
            return 0;
        }
    }
}
