package dev.storyloom.diffusion.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.storyloom.diffusion.ModelException;

class FileChoiceTest {

    @Test
    void ofAPublishedPipelineOnlyTheFolderAndOneSetOfWeightsAreWanted() {
        String[] published = {"model_index.json", "README.md", "LICENSE.md", "sd_xl_base_1.0.safetensors", "comparison.png",
            "scheduler/scheduler_config.json", "text_encoder/config.json", "text_encoder/model.safetensors",
            "text_encoder/model.fp16.safetensors", "text_encoder/model.onnx", "text_encoder/flax_model.msgpack",
            "tokenizer/vocab.json", "tokenizer/merges.txt", "unet/config.json", "unet/diffusion_pytorch_model.bin",
            "unet/diffusion_pytorch_model.safetensors", "unet/diffusion_pytorch_model.fp16.safetensors",
            "vae/config.json", "vae/diffusion_pytorch_model.safetensors", "vae_1_0/diffusion_pytorch_model.safetensors",
            "../outside/config.json", "unet/../../config.json"};

        assertThat(chosen(true, published)).containsExactlyInAnyOrder("model_index.json", "LICENSE.md",
                "scheduler/scheduler_config.json", "text_encoder/config.json", "text_encoder/model.fp16.safetensors",
                "tokenizer/vocab.json", "tokenizer/merges.txt", "unet/config.json",
                "unet/diffusion_pytorch_model.fp16.safetensors", "vae/config.json",
                "vae/diffusion_pytorch_model.safetensors");
        assertThat(chosen(false, published)).contains("unet/diffusion_pytorch_model.safetensors")
                .noneMatch(path -> path.contains("fp16"));
    }

    @Test
    void aVaeAloneIsAModelToo() {
        assertThat(chosen(true, "config.json", "diffusion_pytorch_model.safetensors", "sdxl_vae.safetensors"))
                .containsExactlyInAnyOrder("config.json", "diffusion_pytorch_model.safetensors");
    }

    @Test
    void shardsComeWithTheirIndexUnlessThereIsOneFile() {
        String index = "unet/diffusion_pytorch_model.safetensors.index.json";
        String[] shards = {"model_index.json", index, "unet/diffusion_pytorch_model-00001-of-00002.safetensors",
            "unet/diffusion_pytorch_model-00002-of-00002.safetensors"};

        assertThat(chosen(true, shards)).containsExactlyInAnyOrder(shards);
        assertThat(chosen(true, Stream.concat(Stream.of(shards), Stream.of("unet/diffusion_pytorch_model.safetensors"))
                .toArray(String[]::new))).containsExactlyInAnyOrder("model_index.json",
                        "unet/diffusion_pytorch_model.safetensors");
    }

    @Test
    void aRepositoryOfAnotherKindIsRefused() {
        assertThatThrownBy(() -> chosen(true, "README.md", "pytorch_model.bin", "config.json"))
                .isInstanceOf(ModelException.class).hasMessageContaining("no model in diffusers' layout");
    }

    @Test
    void addressesAreNamesRepositoriesOrUrls() {
        assertThat(ModelAddress.of("sdxl-base").folder()).isEqualTo("sdxl-base");
        assertThat(ModelAddress.of("someone/thing@v1").revision()).isEqualTo("v1");
        var url = ModelAddress.of("https://hub.example:8443/someone/thing/tree/abc");
        assertThat(url.endpoint()).hasToString("https://hub.example:8443/");
        assertThat(url.repository()).isEqualTo("someone/thing");
        assertThat(url.revision()).isEqualTo("abc");
    }

    @ParameterizedTest
    @ValueSource(strings = {"thing", "../thing", "a/b/c", "a/../b", "ftp://hub.example/a/b", "https://u:p@hub.example/a/b", ""})
    void whatIsNoAddressIsRefused(String text) {
        assertThatThrownBy(() -> ModelAddress.of(text)).isInstanceOf(ModelException.class);
    }

    private static Stream<String> chosen(boolean half, String... paths) {
        return FileChoice.of(Stream.of(paths).map(path -> new HubFile(path, 1, null, "0".repeat(40))).toList(), half)
                .stream().map(HubFile::path);
    }
}
