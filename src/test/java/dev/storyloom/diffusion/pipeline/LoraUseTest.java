package dev.storyloom.diffusion.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoraUseTest {
    private static final Path FOX = Path.of("fox.safetensors");
    private static final Path CAT = Path.of("cat.safetensors");
    private static final LoraUse STYLE = new LoraUse(Path.of("folk_print.safetensors"), 0.6);

    @Test
    void aCharacterAloneOnAPageCountsInFull() {
        assertThat(LoraUse.onPage(List.of(FOX), 1, List.of())).containsExactly(new LoraUse(FOX, 1));
    }

    @Test
    void besideOthersOrAStyleEachCountsLess() {
        assertThat(LoraUse.onPage(List.of(FOX, CAT), 1, List.of()))
                .containsExactly(new LoraUse(FOX, 0.8), new LoraUse(CAT, 0.8));
        assertThat(LoraUse.onPage(List.of(FOX), 1, List.of(STYLE))).containsExactly(new LoraUse(FOX, 0.8), STYLE);
        assertThat(LoraUse.onPage(List.of(), 1, List.of(STYLE))).containsExactly(STYLE);
    }
}
