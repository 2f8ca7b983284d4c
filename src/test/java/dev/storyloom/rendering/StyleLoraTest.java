package dev.storyloom.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storyloom.diffusion.lora.LoraFile;
import dev.storyloom.diffusion.lora.LoraTargets;
import dev.storyloom.diffusion.weights.ModelFolder;
import dev.storyloom.story.StoryStyle;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StyleLoraTest {
    @TempDir
    Path data;

    @ParameterizedTest
    @EnumSource(value = StoryStyle.class, names = {"PAPER_CUT", "FOLK_PRINT"})
    void theBundledModelBringsALoraThatFitsIt(StoryStyle style) {
        var model = new PaintingModel(Optional.empty(), data);
        var lora = styles(model).of(style).orElseThrow();
        assertThat(LoraFile.read(lora.file(), LoraTargets.of(ModelFolder.open(model.folder())))).hasSizeGreaterThan(20);
        assertThat(lora.sha256()).matches("[0-9a-f]{64}");
    }

    @Test
    void aStyleThatTheModelKnowsByItsWordsNeedsNone() {
        var model = new PaintingModel(Optional.empty(), data);
        assertThat(styles(model).of(StoryStyle.WATERCOLOUR)).isEmpty();
    }

    /** No character is asked for, so nothing is stored anywhere. */
    private static LoraFiles styles(PaintingModel model) {
        return new LoraFiles(null, model);
    }
}
