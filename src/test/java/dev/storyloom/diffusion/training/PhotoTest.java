package dev.storyloom.diffusion.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.storyloom.diffusion.Goldens;
import dev.storyloom.diffusion.ModelException;
import dev.storyloom.diffusion.weights.SafetensorsFile;

class PhotoTest {

    private final SafetensorsFile golden = Goldens.tensors("training/preprocess.safetensors");

    @ParameterizedTest
    @ValueSource(strings = {"01", "02", "03", "04"})
    void resizingAndCroppingEqualPillow(String name) {
        Photo resized = photo(name).resizedToShorter(64);
        assertThat(resized.rgb()).isEqualTo(bytes(name + ".resized_u8"));
        float[] corner = golden.floats(name + ".center_crop_top_left");
        assertThat(resized.cropped((int) corner[1], (int) corner[0], 64).rgb())
                .isEqualTo(bytes(name + ".center_crop_u8"));
    }

    @Test
    void theNormalisedNumbersEqualTheReference() {
        float[] corner = golden.floats("01.center_crop_top_left");
        Photo cropped = photo("01").resizedToShorter(64).cropped((int) corner[1], (int) corner[0], 64);
        assertThat(cropped.normalised()).isEqualTo(golden.floats("01.normalised_chw"));
    }

    @Test
    void aFileThatIsNoPictureIsRefused() {
        assertThatThrownBy(() -> Photo.read(Goldens.path("README.md"))).isInstanceOf(ModelException.class)
                .hasMessageContaining("README.md is no picture");
    }

    private static Photo photo(String name) {
        return Photo.read(Goldens.path("training/images/instance/" + name + ".png"));
    }

    private byte[] bytes(String name) {
        var bytes = new byte[golden.bytes(name).remaining()];
        golden.bytes(name).get(bytes);
        return bytes;
    }
}
