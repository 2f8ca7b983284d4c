package dev.storyloom.pretrain;

import ai.djl.ndarray.NDManager;
import dev.storyloom.diffusion.nn.StoredWeights;
import dev.storyloom.diffusion.nn.Weights;
import dev.storyloom.diffusion.tensor.Torch;
import dev.storyloom.diffusion.vae.Vae;
import dev.storyloom.diffusion.vae.VaeConfig;
import dev.storyloom.diffusion.weights.SafetensorsFile;
import dev.storyloom.pretrain.painter.ArtLibrary;
import dev.storyloom.pretrain.painter.ContactSheet;
import dev.storyloom.pretrain.painter.ScenePainter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code storyloom pretrain}: makes the bundled model anew, stage by stage; run again to go on. */
@Command(
        name = "pretrain",
        description = "Train the bundled model storyloom-mini from pictures that Storyloom paints itself.",
        mixinStandardHelpOptions = true)
public final class PretrainCommand implements Callable<Integer> {
    enum Stage {
        TOKENIZER,
        PAINTINGS,
        SCENES,
        VAE,
        DENOISER,
        PROBE,
        ADAPTERS,
        EVALUATE,
        SAMPLES
    }

    /** Tokens of the bundled model; CLIP's own 49,408 would be most of its weights. */
    private static final int VOCABULARY = 16384;

    @Option(names = "--stage", required = true, description = "What to train: ${COMPLETION-CANDIDATES}.")
    Stage stage;

    @Option(
            names = "--art",
            description = "What to paint from: node_modules with @iconify-json/fluent-emoji-flat and"
                    + " @lobehub/fluent-emoji-3d.")
    Path art;

    @Option(names = "--work", required = true, description = "Folder for checkpoints, logs and sample grids.")
    Path work;

    @Option(names = "--model", description = "The model folder to write weights into.")
    Path model;

    @Option(names = "--tokenizer", description = "Folder of CLIP's tokenizer, for the stage TOKENIZER.")
    Path tokenizer;

    @Option(
            names = "--probe",
            defaultValue = "deployment/pretraining/probe.safetensors",
            description = "The probe's weights, which PROBE writes and EVALUATE reads (${DEFAULT-VALUE}).")
    Path probe;

    @Option(names = "--photos", description = "Photographs for EVALUATE to put through the VAE.")
    Path photos;

    @Option(
            names = "--updates",
            defaultValue = "0",
            description = "Updates in all, those of earlier runs included; pictures, for SAMPLES, PAINTINGS and SCENES;"
                    + " prompts, for EVALUATE.")
    int updates;

    @Option(names = "--rate", defaultValue = "1e-3", description = "Peak learning rate (${DEFAULT-VALUE}).")
    double rate;

    @Option(names = "--threads", defaultValue = "1", description = "Threads for one operator (${DEFAULT-VALUE}).")
    int threads;

    @Option(names = "--warm", description = "Where there is no checkpoint yet, begin with the weights in the model folder.")
    boolean warm;

    @Option(names = "--bf16", description = "Compute in bfloat16: faster where the processor has units for it.")
    boolean bfloat16;

    @Spec
    CommandSpec spec;

    public static void main(String[] args) {
        System.exit(new CommandLine(new PretrainCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(args));
    }

    @Override
    public Integer call() throws IOException {
        if (stage != Stage.PAINTINGS && stage != Stage.SCENES) {
            wanted("--model", model);
        }
        if (stage != Stage.SCENES) {
            Torch.setThreads(threads);
        }
        Files.createDirectories(work);
        if (stage == Stage.TOKENIZER) {
            TrimmedTokenizer.write(tokenizer, VOCABULARY, model.resolve("tokenizer"));
            TrimmedTokenizer.write(tokenizer.resolveSibling("tokenizer_2"), VOCABULARY, model.resolve("tokenizer_2"));
            return 0;
        }
        if (stage == Stage.SAMPLES) {
            SampleSheet.paint(model, pictures(), work.resolve("samples.png"));
            return 0;
        }
        if (stage == Stage.EVALUATE) {
            evaluate();
            return 0;
        }
        wanted("--art", art);
        if (stage == Stage.SCENES) {
            var library = ArtLibrary.load(art);
            new SceneShards(() -> new ScenePainter(library), work, SceneShards.SCENES, SceneShards.HELD_OUT)
                    .write(updates, EvaluationStage.PROMPTS, threads);
            return 0;
        }
        var painter = new ScenePainter(ArtLibrary.load(art));
        switch (stage) {
            case PAINTINGS -> ContactSheet.write(painter, 0, pictures(), work.resolve("paintings.png"));
            case ADAPTERS -> new AdapterStage(painter, model).run(updates == 0 ? 300 : updates, rate);
            case VAE -> new VaeStage(painter, mini(), work, bfloat16).run(updates, rate);
            default -> withVae((vae, config) -> {
                if (stage == Stage.PROBE) {
                    new ProbeStage(painter, vae, work, bfloat16).run(updates, rate, probe);
                } else {
                    double scale = config.scaling().factor();
                    new DenoiserStage(painter, vae, scale, mini(), work, bfloat16).run(updates, rate);
                }
            });
        }
        return 0;
    }

    private int pictures() {
        return updates == 0 ? 48 : updates;
    }

    private void evaluate() throws IOException {
        Map<String, Double> fidelity = new LinkedHashMap<>();
        withVae((vae, config) -> {
            if (art != null) {
                fidelity.put("held-out scenes", VaeFidelity.onScenes(vae, new ScenePainter(ArtLibrary.load(art))));
            }
            if (photos != null) {
                fidelity.put("photographs", VaeFidelity.onPhotos(vae, photos));
            }
        });
        new EvaluationStage(model, work, probe).run(updates == 0 ? EvaluationStage.PROMPTS : updates, fidelity);
    }

    private interface VaeUse {
        void with(Vae vae, VaeConfig config) throws IOException;
    }

    private void withVae(VaeUse use) throws IOException {
        try (NDManager owner = Torch.newOwner("vae")) {
            var stored = new StoredWeights(SafetensorsFile.open(mini().weights("vae")), owner);
            var config = VaeConfig.from(mini().config("vae"));
            use.with(new Vae(Weights.root(stored), config), config);
        }
    }

    private MiniModel mini() {
        return new MiniModel(model, warm);
    }

    private void wanted(String option, Path value) {
        if (value == null) {
            String name = stage.name().toLowerCase(Locale.ROOT);
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "The stage " + name + " needs " + option + ".");
        }
    }
}
