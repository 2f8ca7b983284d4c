package dev.storyloom.diffusion.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.storyloom.diffusion.Goldens;
import dev.storyloom.diffusion.ModelCopy;
import dev.storyloom.diffusion.ModelException;
import dev.storyloom.diffusion.tensor.Torch;
import dev.storyloom.diffusion.weights.Dtype;
import dev.storyloom.diffusion.weights.SafetensorsFile;
import dev.storyloom.diffusion.weights.SafetensorsWriter;

class ModelCheckTest {

    @TempDir
    Path folder;

    @Test
    void everyPartOfAWholeModelHasARow() {
        int before = Torch.liveArrays();
        var rows = ModelCheck.of(Goldens.tinySdxl());

        assertThat(rows).allMatch(PartReport::whole).extracting(PartReport::part).contains("text_encoder",
                "text_encoder_2", "tokenizer", "tokenizer_2", "unet", "vae", "scheduler");
        assertThat(row("unet", Goldens.tinySdxl())).satisfies(unet -> {
            assertThat(unet.kind()).isEqualTo("UNet2DConditionModel");
            assertThat(unet.tensors()).isPositive();
            assertThat(unet.formats()).containsExactly(Dtype.F32);
        });
        assertThat(Torch.liveArrays()).isEqualTo(before);
    }

    @Test
    void shardsAndSixteenBitsAreWholeToo() {
        assertThat(ModelCheck.of(ModelCopy.sharded("unet", Goldens.tinySdxl(), folder.resolve("a"))))
                .allMatch(PartReport::whole);
        assertThat(row("vae", ModelCopy.in(Dtype.BF16, Goldens.tinySdxl(), folder.resolve("b"))).formats())
                .containsExactly(Dtype.BF16);
    }

    @Test
    void missingForeignAndMisshapenTensorsAreNamed() {
        Path copy = ModelCopy.of(Goldens.tinySdxl(), folder.resolve("copy"));
        Path file = copy.resolve("unet").resolve("diffusion_pytorch_model.safetensors");
        SafetensorsFile stored = SafetensorsFile.open(file);
        var writer = new SafetensorsWriter().f32("something.else", new long[] {1}, new float[1])
                .i64("conv_in.bias", stored.tensors().get("conv_in.bias").shape(),
                        new long[stored.floats("conv_in.bias").length])
                .f32("conv_out.bias", new long[] {7}, new float[7]);
        stored.tensors().values().stream().filter(info -> !info.name().matches("conv_(in|out)\\.bias|conv_in\\.weight"))
                .forEach(info -> writer.raw(info.name(), info.dtype(), info.shape(), stored.bytes(info.name())));
        writer.write(file);

        assertThat(row("unet", copy).faults()).containsExactly("Missing: conv_in.weight.",
                "Not of this model: something.else.",
                "Of another shape than its config says: conv_out.bias [7] instead of [4].",
                "Stored in a format that is no weight's: conv_in.bias I64.");
        assertThat(row("vae", copy).whole()).isTrue();
    }

    @Test
    void aMissingFolderADamagedFileAndANonsensicalConfigAreRowsToo() throws IOException {
        Path copy = ModelCopy.of(Goldens.tinySdxl(), folder.resolve("copy"));
        Files.write(copy.resolve("vae").resolve("diffusion_pytorch_model.safetensors"), new byte[100]);
        Files.delete(copy.resolve("tokenizer").resolve("merges.txt"));
        Files.writeString(copy.resolve("text_encoder").resolve("config.json"), "{}");
        Files.move(copy.resolve("scheduler"), copy.resolve("elsewhere"));

        assertThat(ModelCheck.of(copy)).filteredOn(row -> !row.whole()).extracting(PartReport::part)
                .containsExactlyInAnyOrder("vae", "tokenizer", "text_encoder", "scheduler");
        assertThat(row("vae", copy).faults().get(0)).contains("is damaged");
        assertThat(row("scheduler", copy).faults()).containsExactly("The folder scheduler is missing.");
    }

    @Test
    void aVaeAloneIsComparedWithItsConfig() {
        assertThat(ModelCheck.of(Goldens.tinySdxl().resolve("vae"))).singleElement().matches(PartReport::whole);
    }

    @Test
    void aFolderOfAnotherKindIsRefused() {
        assertThatThrownBy(() -> ModelCheck.of(folder)).isInstanceOf(ModelException.class)
                .hasMessageContaining("model_index.json is missing");
    }

    private static PartReport row(String part, Path model) {
        return ModelCheck.of(model).stream().filter(row -> row.part().equals(part)).findFirst().orElseThrow();
    }
}
