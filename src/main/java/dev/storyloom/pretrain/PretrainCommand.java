package dev.storyloom.pretrain;

import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.Locale;
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
        VAE,
        DENOISER,
        SAMPLES
    }

    /** Tokens of the bundled model; CLIP's own 49,408 would be most of its weights. */
    private static final int VOCABULARY = 16384;

    @Option(names = "--stage", required = true, description = "What to train: ${COMPLETION-CANDIDATES}.")
    Stage stage;

    @Option(
            names = "--art",
            description = "node_modules with @iconify-json/fluent-emoji-flat and @lobehub/fluent-emoji-3d, what to paint from.")
    Path art;

    @Option(names = "--work", required = true, description = "Folder for checkpoints, logs and sample grids.")
    Path work;

    @Option(names = "--model", description = "The model folder to write weights into.")
    Path model;

    @Option(names = "--tokenizer", description = "Folder of CLIP's tokenizer, for the stage TOKENIZER.")
    Path tokenizer;

    @Option(names = "--updates", defaultValue = "0", description = "Updates in all, those of earlier runs included; pictures, for SAMPLES and PAINTINGS.")
    int updates;

    @Option(names = "--rate", defaultValue = "1e-3", description = "Peak learning rate (${DEFAULT-VALUE}).")
    double rate;

    @Option(names = "--threads", defaultValue = "1", description = "Threads for one operator (${DEFAULT-VALUE}).")
    int threads;

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
        if (stage != Stage.PAINTINGS) {
            wanted("--model", model);
        }
        Torch.setThreads(threads);
        Files.createDirectories(work);
        if (stage == Stage.TOKENIZER) {
            TrimmedTokenizer.write(tokenizer, VOCABULARY, model.resolve("tokenizer"));
            TrimmedTokenizer.write(tokenizer.resolveSibling("tokenizer_2"), VOCABULARY, model.resolve("tokenizer_2"));
            return 0;
        }
        if (stage == Stage.SAMPLES) {
            SampleSheet.paint(model, updates == 0 ? 48 : updates, work.resolve("samples.png"));
            return 0;
        }
        wanted("--art", art);
        var painter = new ScenePainter(ArtLibrary.load(art));
        if (stage == Stage.PAINTINGS) {
            ContactSheet.write(painter, 0, updates == 0 ? 48 : updates, work.resolve("paintings.png"));
            return 0;
        }
        Path vaeWeights = model.resolve("vae/diffusion_pytorch_model.safetensors");
        if (stage == Stage.VAE) {
            new VaeStage(painter, work, bfloat16).run(updates, rate, vaeWeights);
            return 0;
        }
        try (NDManager owner = Torch.newOwner("vae")) {
            var stored = new StoredWeights(SafetensorsFile.open(vaeWeights), owner);
            var config = VaeConfig.from(new ObjectMapper().readTree(model.resolve("vae/config.json").toFile()));
            var vae = new Vae(Weights.root(stored), config);
            new DenoiserStage(painter, vae, config.scaling().factor(), model, work, bfloat16).run(updates, rate);
        }
        return 0;
    }

    private void wanted(String option, Path value) {
        if (value == null) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "The stage " + stage.name().toLowerCase(Locale.ROOT) + " needs " + option + ".");
        }
    }
}
