package dev.storyloom.diffusion.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import dev.storyloom.diffusion.Goldens;
import dev.storyloom.diffusion.ModelException;
import dev.storyloom.diffusion.tensor.GradMode;
import dev.storyloom.diffusion.tensor.Torch;

class ReferenceCheckTest {

    private static Reference reference;

    @BeforeAll
    static void open() {
        Torch.setThreads(1);
        reference = new Reference(Goldens.FOLDER);
    }

    @AfterAll
    static void close() {
        reference.close();
    }

    @TestFactory
    Stream<DynamicTest> theEngineEqualsTheReference() {
        return ReferenceCheck.comparisons(Goldens.FOLDER).stream()
                .map(comparison -> DynamicTest.dynamicTest(comparison.item(), () -> {
                    try (var off = GradMode.off()) {
                        CheckRow row = ReferenceCheck.run(comparison, reference);
                        assertThat(row.outcome()).as(row.toString()).isEqualTo(CheckRow.Outcome.PASSED);
                    }
                }));
    }

    @Test
    void anEmptyFolderSkipsEverything(@TempDir Path empty) {
        List<CheckRow> rows = new ArrayList<>();
        ReferenceCheck.run(empty, rows::add);
        assertThat(rows).isNotEmpty().allMatch(row -> row.outcome() == CheckRow.Outcome.SKIPPED);
        assertThatThrownBy(() -> ReferenceCheck.run(empty.resolve("none"), rows::add)).isInstanceOf(ModelException.class);
    }

    @Test
    void whatIsNotComparedIsListed() {
        assertThat(NotCompared.items(Goldens.FOLDER, List.of())).contains("pipeline/pipeline.safetensors#rescale0.7",
                "text_encoder/text_encoder.safetensors#noneg_n2", "schedulers/unipc.safetensors", "unet/unet_A.safetensors");
        assertThat(NotCompared.items(Goldens.FOLDER, ReferenceCheck.comparisons(Goldens.FOLDER)))
                .noneMatch(item -> item.matches("(pipeline|schedulers|text_encoder|unet|vae)/.*"));
    }
}
