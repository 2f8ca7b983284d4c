package dev.storyloom.diffusion.lora;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.storyloom.diffusion.DiffusionException;
import dev.storyloom.diffusion.Goldens;
import dev.storyloom.diffusion.LoraException;
import dev.storyloom.diffusion.weights.ModelFolder;
import dev.storyloom.diffusion.weights.SafetensorsFile;
import dev.storyloom.diffusion.weights.SafetensorsWriter;

class LoraFileTest {

    private static final String A = "lora/lora_a_r4_alpha4/";
    private static final String B = "lora/lora_b_r2_alpha1/";
    private static final String C = "lora/lora_c_te_r2_alpha2/";
    private static final String LAYER = "unet.mid_block.attentions.0.proj_in";

    @TempDir
    Path folder;

    private final LoraTargets targets = LoraTargets.of(ModelFolder.open(Goldens.tinySdxl()));

    @Test
    void diffusersNamesAreRead() {
        List<LoraLayer> layers = read(A + "pytorch_lora_weights.safetensors");
        assertThat(layers).hasSize(28 * 8).allMatch(layer -> layer.rank() == 4 && layer.scale() == 1)
                .allMatch(layer -> layer.part().equals("unet"));
    }

    @Test
    void kohyasNamesGiveTheSameLayers() {
        assertSame(read(A + "pytorch_lora_weights.safetensors"), read(A + "pytorch_lora_weights_kohya.safetensors"));
        assertSame(read(C + "pytorch_lora_weights.safetensors"), read(C + "pytorch_lora_weights_kohya.safetensors"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"kohya_true_alpha", "kohya_sgm_names"})
    void anAlphaThatIsNotTheRankIsFoundWhereverItStands(String name) {
        List<LoraLayer> layers = read(B + "pytorch_lora_weights.safetensors");
        assertThat(layers).allMatch(layer -> layer.rank() == 2 && layer.alpha() == 1 && layer.scale() == 0.5);
        assertSame(layers, read(B + name + ".safetensors"));
    }

    @Test
    void bothTextEncodersAreRead() {
        assertThat(read(C + "pytorch_lora_weights.safetensors")).extracting(LoraLayer::part)
                .contains("unet", "text_encoder", "text_encoder_2");
    }

    @Test
    void whatIsWrittenHasTheBytesThatDiffusersWrites() {
        Path file = folder.resolve("a.safetensors");
        LoraFile.write(file, read(A + "pytorch_lora_weights.safetensors"));
        assertThat(file).hasSameBinaryContentAs(Goldens.path(A + "pytorch_lora_weights.safetensors"));
    }

    @ParameterizedTest
    @EnumSource(LoraNames.class)
    void whatIsWrittenInAnyNamingIsReadBack(LoraNames names) {
        for (String lora : List.of(A, B, C)) {
            List<LoraLayer> layers = read(lora + "pytorch_lora_weights.safetensors");
            Path file = folder.resolve(names + ".safetensors");
            LoraFile.write(file, layers, names, targets);
            assertSame(layers, LoraFile.read(file, targets));
        }
    }

    @Test
    void kohyasOriginalBlockNamesAreThoseOfItsOwnFiles() {
        Path file = folder.resolve("sgm.safetensors");
        LoraFile.write(file, read(B + "pytorch_lora_weights.safetensors"), LoraNames.KOHYA_SGM, targets);
        SafetensorsFile theirs = Goldens.tensors(B + "kohya_sgm_names.safetensors");
        assertThat(SafetensorsFile.open(file).tensors().keySet()).isEqualTo(theirs.tensors().keySet());
    }

    @ParameterizedTest
    @EnumSource(LoraNames.class)
    void aDorasMagnitudesAreWrittenAndReadBack(LoraNames names) {
        var layer = new LoraLayer("unet", "mid_block.attentions.0.proj_in", 2, 48, 48, 0, new float[96], new float[96], 2,
                new float[48]);
        layer.magnitude()[5] = 3;
        Path file = folder.resolve("dora.safetensors");
        LoraFile.write(file, List.of(layer), names, targets);
        assertThat(LoraFile.read(file, targets)).singleElement().extracting(LoraLayer::magnitude)
                .isEqualTo(layer.magnitude());
    }

    @Test
    void namesOfOlderAndOfPeftsOwnFilesAreKnown() {
        String attention = "mid_block.attentions.0.transformer_blocks.0.attn1.";
        for (String prefix : List.of("unet." + attention + "processor.to_out_lora.", "unet." + attention + "to_out.0.lora.")) {
            Path file = folder.resolve("old.safetensors");
            new SafetensorsWriter().f32(prefix + "down.weight", new long[] {2, 48}, new float[96])
                    .f32(prefix + "up.weight", new long[] {48, 2}, new float[96]).write(file);
            assertThat(LoraFile.read(file, targets)).singleElement().extracting(LoraLayer::module)
                    .isEqualTo(attention + "to_out.0");
        }
        Path peft = folder.resolve("peft.safetensors");
        new SafetensorsWriter().f32("base_model.model." + attention + "to_q.lora_A.weight", new long[] {2, 48}, new float[96])
                .f32("base_model.model." + attention + "to_q.lora_B.weight", new long[] {48, 2}, new float[96]).write(peft);
        assertThat(LoraFile.read(peft, targets)).hasSize(1);
    }

    @Test
    void peftsOwnFilesHaveTheirAlphaInTheFileBeside() throws IOException {
        String query = "base_model.model.mid_block.attentions.0.transformer_blocks.0.attn1.to_q.";
        Path file = folder.resolve("adapter_model.safetensors");
        new SafetensorsWriter().f32(query + "lora_A.weight", new long[] {2, 48}, new float[96])
                .f32(query + "lora_B.weight", new long[] {48, 2}, new float[96]).write(file);
        assertThat(LoraFile.read(file, targets)).singleElement().extracting(LoraLayer::scale).isEqualTo(1.0);
        Files.writeString(folder.resolve("adapter_config.json"), "{\"r\": 2, \"lora_alpha\": 7}");
        assertThat(LoraFile.read(file, targets)).singleElement().extracting(LoraLayer::scale).isEqualTo(3.5);
    }

    /** A file with both namings would be loaded by halves in diffusers. */
    @Test
    void layersThatDiffusersHasNoNamesForMakeAllNamesPefts() {
        List<LoraLayer> layers = List.of(plain("unet", "mid_block.attentions.0.proj_in"),
                plain("unet", "mid_block.attentions.0.transformer_blocks.0.attn1.to_q"));
        Path file = folder.resolve("both.safetensors");
        LoraFile.write(file, layers);
        assertThat(SafetensorsFile.open(file).tensors().keySet()).hasSize(4)
                .allMatch(name -> name.matches(".*\\.lora_[AB]\\.weight"));
        assertSame(layers, LoraFile.read(file, targets));
    }

    @Test
    void magnitudesOfTextEncodersAreNamedSoThatDiffusersFindsThem() {
        var layer = new LoraLayer("text_encoder_2", "text_model.encoder.layers.0.self_attn.q_proj", 2, 24, 24, 0,
                new float[48], new float[48], 2, new float[24]);
        Path file = folder.resolve("magnitude.safetensors");
        LoraFile.write(file, List.of(layer));
        assertThat(SafetensorsFile.open(file).tensors().keySet())
                .anyMatch(name -> name.endsWith(".q_proj.lora_magnitude_vector.weight"));
        assertThat(LoraFile.read(file, targets)).singleElement().matches(LoraLayer::isDora);
    }

    private static LoraLayer plain(String part, String module) {
        return new LoraLayer(part, module, 2, 48, 48, new float[96], new float[96], 2);
    }

    @Test
    void numbersThatAreNotFiniteAreRefused() {
        float[] down = new float[2 * 48];
        down[7] = Float.NaN;
        refused(new SafetensorsWriter().f32(LAYER + ".lora.down.weight", new long[] {2, 48}, down)
                .f32(LAYER + ".lora.up.weight", new long[] {48, 2}, new float[96]), "nan_weights");
        refused(pair(2).f32(LAYER + ".alpha", new long[0], new float[] {Float.POSITIVE_INFINITY}), "nan_weights");
    }

    @Test
    void aMissingHalfIsRefused() {
        refused(new SafetensorsWriter().f32(LAYER + ".lora.down.weight", new long[] {2, 48}, new float[96]),
                "lora_mismatch");
    }

    @Test
    void ranksThatDifferAreRefused() {
        refused(new SafetensorsWriter().f32(LAYER + ".lora.down.weight", new long[] {2, 48}, new float[96])
                .f32(LAYER + ".lora.up.weight", new long[] {48, 3}, new float[144]), "lora_mismatch");
    }

    @Test
    void aLayerThatTheModelLacksIsRefused() {
        refused(pair(2).f32("unet.other.lora.down.weight", new long[] {2, 4}, new float[8])
                .f32("unet.other.lora.up.weight", new long[] {4, 2}, new float[8]), "lora_mismatch");
        refused(pair(2).f32("unet.other.bias", new long[] {2}, new float[2]), "lora_mismatch");
        refused(new SafetensorsWriter(), "lora_mismatch");
    }

    @Test
    void aLoraForAnotherArchitectureIsRefused() {
        refused(new SafetensorsWriter().f32(LAYER + ".lora.down.weight", new long[] {2, 768}, new float[2 * 768])
                .f32(LAYER + ".lora.up.weight", new long[] {320, 2}, new float[640]), "wrong_base");
        refused(new SafetensorsWriter()
                .f32("lora_te_text_model_encoder_layers_0_mlp_fc1.lora_down.weight", new long[] {2, 4}, new float[8])
                .f32("lora_te_text_model_encoder_layers_0_mlp_fc1.lora_up.weight", new long[] {4, 2}, new float[8]),
                "wrong_base");
    }

    @Test
    void adaptersOfOtherKindsAreNamedAsSuch() {
        refused(pair(2).f32(LAYER + ".lora_magnitude_vector", new long[] {2}, new float[2]), "lora_unsupported");
        refused(pair(2).f32("lora_unet_x.hada_w1_a", new long[] {2}, new float[2]), "lora_unsupported");
        refused(new SafetensorsWriter().f32(LAYER + ".lora.down.weight", new long[] {2, 48, 3, 3}, new float[2 * 48 * 9])
                .f32(LAYER + ".lora.up.weight", new long[] {48, 2, 1, 1}, new float[96]), "lora_unsupported");
    }

    @Test
    void aFileThatIsNoSafetensorsFileIsRefused() {
        assertThatThrownBy(() -> LoraFile.read(Goldens.path("README.md"), targets)).isInstanceOf(LoraException.class)
                .hasMessageStartingWith("The LoRA cannot be read.");
    }

    private static SafetensorsWriter pair(int rank) {
        return new SafetensorsWriter().f32(LAYER + ".lora.down.weight", new long[] {rank, 48}, new float[48 * rank])
                .f32(LAYER + ".lora.up.weight", new long[] {48, rank}, new float[48 * rank]);
    }

    private List<LoraLayer> read(String name) {
        return LoraFile.read(Goldens.path(name), targets);
    }

    private void refused(SafetensorsWriter writer, String code) {
        Path file = folder.resolve("bad.safetensors");
        writer.write(file);
        assertThatThrownBy(() -> LoraFile.read(file, targets)).isInstanceOfSatisfying(DiffusionException.class,
                e -> assertThat(e.code()).as(e.getMessage()).isEqualTo(code));
    }

    private static void assertSame(List<LoraLayer> one, List<LoraLayer> other) {
        assertThat(words(one)).containsExactlyInAnyOrderElementsOf(words(other));
    }

    private static List<String> words(List<LoraLayer> layers) {
        return layers.stream().map(layer -> layer.part() + "." + layer.module() + " " + layer.rank() + " "
                + layer.alpha() + " " + Arrays.hashCode(layer.down()) + " " + Arrays.hashCode(layer.up())).toList();
    }
}
