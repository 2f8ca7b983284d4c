package dev.storyloom.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.storyloom.diffusion.Goldens;
import dev.storyloom.diffusion.weights.SafetensorsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoraCommandTest {

    private static final String B = Goldens.path("lora/lora_b_r2_alpha1/pytorch_lora_weights.safetensors").toString();

    @TempDir
    Path folder;

    private final Terminal terminal = new Terminal();

    @Test
    void aLorasPartsRanksAndScalesAreTold() throws IOException {
        assertThat(terminal.run("lora", "info", B, "--model", MakeCommandTest.tinyModel(), "--json"))
                .as(terminal.err()).isZero();
        var answer = new ObjectMapper().readTree(terminal.out());
        assertThat(answer.path("layers").path("unet").asInt()).isEqualTo(28 * 8);
        assertThat(answer.path("ranks").toString()).isEqualTo("[2]");
        assertThat(answer.path("scales").toString()).isEqualTo("[0.5]");
    }

    @Test
    void aLoraForAnotherModelIsRefusedInOneSentence() {
        assertThat(terminal.run("lora", "info", B)).isEqualTo(1);
        assertThat(terminal.err()).contains("made for another").hasLineCount(1);
    }

    @Test
    void aConvertedLoraHasKohyasNamesAndConvertsBackToTheSameBytes() {
        Path kohya = folder.resolve("kohya.safetensors");
        Path back = folder.resolve("back.safetensors");
        Path again = folder.resolve("again.safetensors");
        convert(B, "kohya_sgm", kohya);
        assertThat(SafetensorsFile.open(kohya).tensors())
                .containsKey("lora_unet_middle_block_1_transformer_blocks_0_attn1_to_q.lora_down.weight");
        convert(kohya.toString(), "diffusers", back);
        convert(B, "diffusers", again);
        assertThat(back).hasSameBinaryContentAs(again);
    }

    @Test
    void aMergedModelHoldsTheReferencesFusedWeightAndItsBaseStaysAsItIs() throws IOException {
        String a = Goldens.path("lora/lora_a_r4_alpha4/pytorch_lora_weights.safetensors") + ":0.8";
        Path base = Goldens.tinySdxl().resolve("unet/diffusion_pytorch_model.safetensors");
        byte[] before = Files.readAllBytes(base);
        Path out = folder.resolve("merged");
        String[] merge = {"lora", "merge", "--lora", a, "--model", MakeCommandTest.tinyModel(), "--out", out.toString()};

        assertThat(terminal.run(merge)).as(terminal.err()).isZero();

        String name = "down_blocks.1.attentions.0.transformer_blocks.0.attn1.to_q.weight";
        float[] wanted = Goldens.tensors("lora/lora_outputs.safetensors").floats("fused0.8." + name);
        float[] merged = SafetensorsFile.open(out.resolve("unet/diffusion_pytorch_model.safetensors")).floats(name);
        // Sums of four products, in another order.
        assertThat(merged).containsExactly(wanted, offset(1e-6f));
        assertThat(base).hasBinaryContent(before);
        assertThat(out.resolve("text_encoder/model.safetensors"))
                .hasSameBinaryContentAs(Goldens.tinySdxl().resolve("text_encoder/model.safetensors"));
        assertThat(terminal.run(merge)).isEqualTo(1);
        assertThat(terminal.err()).contains("is there already");
    }

    private void convert(String from, String names, Path to) {
        assertThat(terminal.run("lora", "convert", from, "--to", names, "--out", to.toString(), "--model",
                MakeCommandTest.tinyModel(), "--quiet")).as(terminal.err()).isZero();
    }
}
