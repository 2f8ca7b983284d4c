package dev.storyloom.diffusion.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.storyloom.diffusion.SafetensorsException;

class SafetensorsWriterTest {

    @TempDir
    Path folder;

    private static SafetensorsWriter sample() {
        return new SafetensorsWriter().metadata("format", "pt").metadata("tên", "Mai")
                .f16("half", new long[] {3}, new float[] {1, -0.5f, 65504})
                .f32("b.weight", new long[] {2, 2}, new float[] {1, 2, 3, Float.MIN_VALUE})
                .i64("step", new long[0], 1L << 40)
                .u8("bytes", new long[] {3}, new byte[] {1, 2, (byte) 255})
                .f32("a.weight", new long[] {1}, new float[] {-7});
    }

    @Test
    void whatIsWrittenIsReadBack() {
        Path file = folder.resolve("new/folder/x.safetensors");
        sample().write(file);
        var read = SafetensorsFile.open(file);
        assertThat(read.metadata()).containsEntry("format", "pt").containsEntry("tên", "Mai");
        assertThat(read.tensors().keySet()).containsExactly("step", "b.weight", "a.weight", "half", "bytes");
        assertThat(read.floats("half")).containsExactly(1, -0.5f, 65504);
        assertThat(read.floats("b.weight")).containsExactly(1, 2, 3, Float.MIN_VALUE);
        assertThat(read.bytes("step").getLong(0)).isEqualTo(1L << 40);
        assertThat(read.floats("bytes")).containsExactly(1, 2, 255);
    }

    @Test
    void theSameInputGivesTheSameBytes() throws IOException {
        sample().write(folder.resolve("1"));
        sample().write(folder.resolve("2"));
        assertThat(folder.resolve("1")).hasSameBinaryContentAs(folder.resolve("2"));
        assertThat((Files.size(folder.resolve("1")) - 8 - 8 - 16 - 4 - 6 - 3) % 8).isZero();
    }

    @Test
    void aFailedWriteLeavesTheOlderFileAndNothingElse() throws IOException {
        Path file = folder.resolve("x");
        Files.createDirectories(file.resolve("in the way"));
        assertThatThrownBy(() -> sample().write(file)).isInstanceOf(SafetensorsException.class);
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void aShapeThatDoesNotFitItsNumbersIsAProgrammersError() {
        assertThatThrownBy(() -> new SafetensorsWriter().f32("a", new long[] {3}, new float[2]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyHalfSurvivesTheWayThroughFloat() {
        for (int bits = 0; bits < 1 << 16; bits++) {
            short half = (short) bits;
            assertThat(HalfFloat.fromFloat(HalfFloat.toFloat(half))).isIn(half, (short) (half | 0x200));
        }
    }

    @Test
    void halvesAreRoundedToNearestEven() {
        assertThat(HalfFloat.fromFloat(1 + 0x1p-11f)).isEqualTo((short) 0x3c00);
        assertThat(HalfFloat.fromFloat(1 + 3 * 0x1p-11f)).isEqualTo((short) 0x3c02);
        assertThat(HalfFloat.fromFloat(65519.996f)).isEqualTo((short) 0x7bff);
        assertThat(HalfFloat.fromFloat(65520f)).isEqualTo((short) 0x7c00);
        assertThat(HalfFloat.fromFloat(0x1p-25f)).isEqualTo((short) 0);
        assertThat(HalfFloat.fromFloat(0x1.8p-24f)).isEqualTo((short) 2);
        assertThat(HalfFloat.fromFloat(-0f)).isEqualTo((short) 0x8000);
    }
}
