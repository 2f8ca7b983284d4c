package dev.storyloom.cli;

import dev.storyloom.diffusion.pipeline.LoraUse;
import dev.storyloom.diffusion.pipeline.StableDiffusionXl;
import dev.storyloom.diffusion.training.Examination;
import dev.storyloom.diffusion.training.HeldOutLoss;
import dev.storyloom.diffusion.training.TrainingOptions;
import dev.storyloom.pretrain.Obedience;
import dev.storyloom.storage.FolderBlobStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code storyloom likeness}: how well trainings learn characters. Each is trained on its photos; then the model with that
 * LoRA predicts the noise on photos that it has not seen, of the character and of the others, and where there is a probe it
 * paints pages, of which the probe says whether they show the place and the time that were asked for.
 */
@Command(name = "likeness", mixinStandardHelpOptions = true, sortOptions = false)
final class LikenessCommand implements Callable<Integer> {

    @Option(names = "--characters", required = true, paramLabel = "DIR")
    Path characters;

    @Option(names = "--probe", paramLabel = "FILE")
    Path probe;

    @Option(names = "--sheets", paramLabel = "DIR")
    Path sheets;

    @Option(names = "--steps", paramLabel = "N")
    Integer steps;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "42")
    long seed;

    @Mixin
    TrainingKnobs knobs;

    @Mixin
    MethodOptions method;

    @Mixin
    ModelOptions model;

    @Mixin
    Talk talk;

    /** A folder named by a class noun, or by one and a name: {@code fox-mit}; without photos it is only another one. */
    private record Character(String name, String classNoun, List<Path> photos, List<Path> heldOut) {

        static Character read(Path folder) {
            String name = folder.getFileName().toString();
            return new Character(name, name.split("-", 2)[0], files(folder.resolve("photos")),
                    files(folder.resolve("held-out")));
        }

        boolean isTrained() {
            return !photos.isEmpty();
        }
    }

    /**
     * One character's training, in the denoising loss of photos that it has not seen.
     *
     * @param change how the character's loss moved; -0.25 is a fall by a quarter
     * @param drift  how far that of the others moved, the mean over them
     * @param kept   the step whose LoRA was kept
     * @param strength  how much stronger than it was trained the LoRA was kept; null where nothing was examined
     * @param following how far words still move the picture; null where nothing was examined
     * @param pages     how many pages were painted; 0 without a probe
     * @param places    pages with the place that was asked for
     * @param times     pages with the time of day that was asked for
     */
    record Likeness(String character, double before, double after, double change, double drift, double seconds, int kept,
            Double strength, Double following, int pages, int places, int times) {

        String line() {
            String words = following == null ? "" : String.format(Locale.ROOT, "%.2f", following);
            String strong = strength == null ? "1" : String.format(Locale.ROOT, "%.1f", strength);
            String obeyed = pages == 0 ? "" : "   " + Words.say("likeness.pages", places, times, pages);
            return String.format(Locale.ROOT, "%-18s %.4f -> %.4f  %+6.1f %%   %s %4.1f %%   %s%s   %4.0f s", character,
                    before, after, 100 * change, Words.say("likeness.drift"), 100 * drift,
                    Words.say("likeness.kept", kept, words, strong), obeyed, seconds);
        }
    }

    /** The answer of {@code --json}. */
    record Answer(String model, List<Likeness> characters, double change, double drift) {
    }

    @Override
    public Integer call() throws IOException {
        List<Character> all = folders();
        var rows = new ArrayList<Likeness>();
        try (var painter = model.loadToTrain(options("girl"))) {
            for (Character character : all.stream().filter(Character::isTrained).toList()) {
                rows.add(measure(painter, character, all));
                talk.remark(rows.get(rows.size() - 1).line());
            }
        }
        double change = rows.stream().mapToDouble(Likeness::change).average().orElseThrow();
        double drift = rows.stream().mapToDouble(Likeness::drift).average().orElseThrow();
        talk.answer(new Answer(model.name(), rows, change, drift),
                Words.say("likeness.mean", String.format(Locale.ROOT, "%+.1f", 100 * change),
                        String.format(Locale.ROOT, "%.1f", 100 * drift)));
        return 0;
    }

    private TrainingOptions options(String classNoun) {
        return knobs.options(classNoun, steps, seed, method::method);
    }

    private Likeness measure(StableDiffusionXl painter, Character character, List<Character> all) throws IOException {
        TrainingOptions options = options(character.classNoun());
        Path work = Files.createTempDirectory("storyloom-likeness");
        try (var progress = talk.progress()) {
            Path lora = work.resolve("character.safetensors");
            long begin = System.nanoTime();
            Optional<Examination> best = new Training(painter, options, work)
                    .run(PhotoFolder.read(character.photos()), lora, progress);
            double seconds = (System.nanoTime() - begin) / 1e9;
            var with = List.of(new LoraUse(lora, 1));
            double before = HeldOutLoss.of(painter, character.heldOut(), options.instancePrompt(), List.of(), seed);
            double after = HeldOutLoss.of(painter, character.heldOut(), options.instancePrompt(), with, seed);
            double drift = 0;
            for (Character other : all) {
                if (other != character) {
                    String prompt = options(other.classNoun()).classPrompt();
                    double without = HeldOutLoss.of(painter, other.heldOut(), prompt, List.of(), seed);
                    drift += Math.abs(HeldOutLoss.of(painter, other.heldOut(), prompt, with, seed) / without - 1);
                }
            }
            Obedience.Pages pages = pages(painter, character, LoraUse.ofCharacter(lora));
            return new Likeness(character.name(), before, after, after / before - 1, drift / (all.size() - 1), seconds,
                    best.map(Examination::step).orElse(options.steps()),
                    best.map(examination -> (double) examination.strength()).orElse(null),
                    best.map(examination -> (double) examination.following()).orElse(null), pages.asked(),
                    pages.places(), pages.times());
        } finally {
            FolderBlobStore.deleteTree(work);
        }
    }

    private Obedience.Pages pages(StableDiffusionXl painter, Character character, LoraUse lora) throws IOException {
        if (probe == null) {
            return new Obedience.Pages(0, 0, 0, List.of());
        }
        try (var obedience = new Obedience(probe)) {
            String subject = knobs.subject(character.classNoun());
            Obedience.Pages with = obedience.of(painter, subject, List.of(lora));
            if (sheets != null) {
                Files.createDirectories(sheets);
                Obedience.Pages alone = obedience.of(painter, subject, List.of());
                Obedience.Pages.write(alone, with, sheets.resolve(character.name() + ".png"));
            }
            return with;
        }
    }

    private List<Character> folders() throws IOException {
        if (!Files.isDirectory(characters)) {
            throw new CommandFailed("photos.no_folder", characters);
        }
        try (Stream<Path> folders = Files.list(characters)) {
            var all = folders.filter(folder -> Files.isDirectory(folder.resolve("held-out"))).sorted()
                    .map(Character::read).toList();
            if (all.size() < 2 || all.stream().noneMatch(Character::isTrained)) {
                throw new CommandFailed("likeness.too_few", characters);
            }
            return all;
        }
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new CommandFailed(e, "photos.no_folder", folder);
        }
    }
}
