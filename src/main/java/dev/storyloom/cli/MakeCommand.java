package dev.storyloom.cli;

import dev.storyloom.diffusion.pipeline.LoraUse;
import dev.storyloom.story.StoryStyle;
import dev.storyloom.story.condenser.CondenserRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code storyloom make}: the whole job without a browser. */
@Command(name = "make", mixinStandardHelpOptions = true, sortOptions = false)
final class MakeCommand implements Callable<Integer> {

    @Option(names = "--sample")
    boolean sample;

    @Option(names = "--photos", paramLabel = "DIR")
    Path photos;

    @Option(names = "--name", paramLabel = "NAME")
    String name;

    @Option(names = "--class", paramLabel = "NOUN")
    String classNoun;

    @Option(names = "--story", paramLabel = "FILE")
    Path story;

    @Option(names = "--pages", paramLabel = "N")
    Integer pages;

    @Option(names = "--style", paramLabel = "STYLE", defaultValue = "", descriptionKey = "story-style")
    String style;

    @Option(names = "--lora", paramLabel = "FILE[:SCALE]", converter = LoraOption.class)
    List<LoraUse> loras = List.of();

    @Option(names = "--seed", paramLabel = "N", defaultValue = "42")
    long seed;

    @Option(names = "--steps", paramLabel = "N", defaultValue = "25")
    int steps;

    @Option(names = "--train-steps", paramLabel = "N")
    Integer trainSteps;

    @Option(names = "--guidance", paramLabel = "X", defaultValue = "5")
    double guidance;

    @Option(names = "--lora-scale", paramLabel = "X", defaultValue = LoraUse.CHARACTER)
    double loraScale;

    @Option(names = "--out", required = true, paramLabel = "DIR")
    Path out;

    @Mixin
    TrainingKnobs knobs;

    @Mixin
    ModelOptions model;

    @Mixin
    ReadingOptions reading;

    @Mixin
    Talk talk;

    @Override
    public Integer call() throws IOException {
        var material = material();
        var options = knobs.options(material.classNoun(), trainSteps, seed);
        var look = new BookMaking.Look(StoryStyle.named(style).map(StoryStyle::words).orElse(style), everywhere(), seed, steps,
                guidance, loraScale);
        var condenser = reading.condenser();
        var folder = BookFolder.of(out);
        try (var painter = model.load(); var progress = talk.progress()) {
            var making = new BookMaking(painter, model.name(), knobs.subject(material.classNoun()), look,
                    condenser, progress);
            Book book = making.run(material, options, folder);
            progress.close();
            talk.answer(book, Words.say("make.done", book.title(), book.pages().size(), folder.index()));
            return 0;
        } catch (IOException | RuntimeException stopped) {
            if (folder.keepsTraining()) {
                talk.remark(Words.say("make.again"));
            }
            throw stopped;
        }
    }

    /** What every page is painted with: the LoRAs that were named, and the one that the model brings for the style. */
    private List<LoraUse> everywhere() throws IOException {
        var all = new ArrayList<>(loras);
        Path folder = model.folder();
        StoryStyle.named(style).map(look -> look.adapter(folder)).filter(Files::isRegularFile)
                .ifPresent(file -> all.add(LoraUse.ofStyle(file)));
        return all;
    }

    private Material material() throws IOException {
        if (pages != null && (pages < 0 || pages > CondenserRequest.MOST_PAGES)) {
            throw new CommandFailed("failed.range", "--pages", 0,
                    CondenserRequest.MOST_PAGES, pages);
        }
        if (sample) {
            return Material.sample(pages);
        }
        if (photos == null || name == null || classNoun == null || story == null) {
            throw new CommandFailed("make.wants");
        }
        return Material.of(name.strip(), classNoun.strip(), story, photos, pages == null ? 0 : pages);
    }
}
