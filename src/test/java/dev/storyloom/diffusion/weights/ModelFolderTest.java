package dev.storyloom.diffusion.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.storyloom.diffusion.Goldens;
import dev.storyloom.diffusion.ModelException;

class ModelFolderTest {

    @TempDir
    Path folder;

    @Test
    void everyPartOfAFolderInDiffusersLayoutIsFound() {
        var model = ModelFolder.open(Goldens.tinySdxl());
        assertThat(model.index().path("_class_name").asText()).isEqualTo("StableDiffusionXLPipeline");
        assertThat(model.config("unet").path("cross_attention_dim").asInt()).isEqualTo(40);
        assertThat(model.config("scheduler").path("steps_offset").asInt()).isEqualTo(1);
        assertThat(model.weights("unet").tensors()).containsKey("conv_in.weight");
        assertThat(model.weights("text_encoder").tensors()).containsKey("text_model.embeddings.token_embedding.weight");
        assertThat(model.part("tokenizer_2").resolve("vocab.json")).exists();
    }

    @Test
    void aMissingFolderIsNamed() {
        assertThatThrownBy(() -> ModelFolder.open(folder.resolve("none"))).isInstanceOf(ModelException.class)
                .hasMessageContaining("There is no model folder");
    }

    @Test
    void aMissingPartIsNamed() throws IOException {
        Files.writeString(folder.resolve("model_index.json"), "{}");
        var model = ModelFolder.open(folder);
        assertThatThrownBy(() -> model.config("unet")).hasMessageContaining("no folder \"unet\"");
        Files.createDirectory(folder.resolve("unet"));
        assertThatThrownBy(() -> model.weights("unet")).hasMessageContaining("no safetensors file");
        assertThatThrownBy(() -> model.config("unet")).hasMessageContaining("missing");
    }

    @Test
    void aDamagedFileIsNamedWithItsReason() throws IOException {
        Files.writeString(folder.resolve("model_index.json"), "{}");
        Path file = Files.createDirectory(folder.resolve("unet")).resolve("model.safetensors");
        Files.write(file, new byte[5]);
        assertThatThrownBy(() -> ModelFolder.open(folder).weights("unet")).isInstanceOf(ModelException.class)
                .hasMessageContaining("is damaged: The file is too short");
        Files.writeString(folder.resolve("model_index.json"), "{");
        assertThatThrownBy(() -> ModelFolder.open(folder)).hasMessageContaining("not JSON");
    }

    @Test
    void shardsAreReadAsOne() throws IOException {
        Path unet = shardedUnet("1.safetensors");
        var weights = ModelFolder.open(folder).weights("unet");
        assertThat(weights.tensors()).containsOnlyKeys("a", "b");
        assertThat(weights.floats("b")).containsExactly(2);
        Files.delete(unet.resolve("2.safetensors"));
        assertThatThrownBy(() -> ModelFolder.open(folder).weights("unet")).hasMessageContaining("2.safetensors is missing");
    }

    @Test
    void anIndexThatPointsOutsideIsRefused() throws IOException {
        shardedUnet("../../1.safetensors");
        assertThatThrownBy(() -> ModelFolder.open(folder).weights("unet")).hasMessageContaining("outside of the model");
    }

    private Path shardedUnet(String first) throws IOException {
        Files.writeString(folder.resolve("model_index.json"), "{}");
        Path unet = Files.createDirectory(folder.resolve("unet"));
        new SafetensorsWriter().f32("a", new long[] {1}, new float[] {1}).write(unet.resolve("1.safetensors"));
        new SafetensorsWriter().f32("b", new long[] {1}, new float[] {2}).write(unet.resolve("2.safetensors"));
        Files.writeString(unet.resolve("diffusion_pytorch_model.safetensors.index.json"),
                "{\"metadata\":{},\"weight_map\":{\"a\":\"" + first + "\",\"b\":\"2.safetensors\"}}");
        return unet;
    }
}
