package dev.storyloom.diffusion.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import com.sun.management.ThreadMXBean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.storyloom.diffusion.SafetensorsException;

class SafetensorsFileTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 8})
    void aFileShorterThanAnyHeaderIsRefused(int size) throws IOException {
        refused(new byte[size], "header_too_small");
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MAX_VALUE, 1L << 31, -1, (16 << 20) + 1})
    void aHugeHeaderIsRefusedBeforeItIsAllocated(long length) throws IOException {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        refused(file(length, "{}", 100), "header_too_large");
        long before = threads.getCurrentThreadAllocatedBytes();
        refused(file(length, "{}", 100), "header_too_large");
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(1 << 20);
    }

    @Test
    void theHeaderCapOfALoraIsSmaller() throws IOException {
        Path file = write(file("{" + " ".repeat(2 << 20) + "}", 0));
        assertThat(SafetensorsFile.open(file).tensors()).isEmpty();
        assertThatThrownBy(() -> SafetensorsFile.open(file, SafetensorsFile.LORA_HEADER))
                .isInstanceOfSatisfying(SafetensorsException.class, e -> assertThat(e.code()).isEqualTo("header_too_large"));
    }

    @Test
    void aHeaderLongerThanTheFileIsRefused() throws IOException {
        refused(file(3, "{}", 0), "invalid_header_length");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", " {}", "{", "{} x", "{}{}", "{\"a\":1}", "{\"a\":{\"dtype\":\"F32\"}}", "nul",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1.5],\"data_offsets\":[0,4]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[-1],\"data_offsets\":[0,4]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4],\"more\":1}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4,8]}}"})
    void aHeaderOfAnotherFormIsRefused(String header) throws IOException {
        refused(file(header, 4), "invalid_header");
    }

    @Test
    void aHeaderThatIsNotUtf8IsRefused() throws IOException {
        byte[] bytes = file("{\"__metadata__\":{\"a\":\"?\"}}", 0);
        bytes[8 + 22] = (byte) 0xff;
        refused(bytes, "invalid_header");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"a\":{\"dtype\":\"U8\",\"shape\":[4],\"data_offsets\":[0,4]},\"a\":{\"dtype\":\"U8\",\"shape\":[4],\"data_offsets\":[0,4]}}",
        "{\"a\":{\"dtype\":\"U8\",\"dtype\":\"U8\",\"shape\":[4],\"data_offsets\":[0,4]}}",
        "{\"__metadata__\":{\"x\":\"1\",\"x\":\"2\"},\"a\":{\"dtype\":\"U8\",\"shape\":[4],\"data_offsets\":[0,4]}}"})
    void aKeyGivenTwiceIsRefused(String header) throws IOException {
        refused(file(header, 4), "duplicate_key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "null", "{}", "[\"a\"]", "true"})
    void metadataThatIsNotTextIsRefused(String value) throws IOException {
        refused(file("{\"__metadata__\":{\"x\":" + value + "}}", 0), "invalid_metadata");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"0,4; 0,4; 4", "0,4; 2,6; 6", "0,4; 5,9; 9", "1,5; 5,9; 9"})
    void overlapsAndHolesAreRefused(String a, String b, int data) throws IOException {
        refused(file("{" + tensor("a", "U8", "4", a) + "," + tensor("b", "U8", "4", b) + "}", data), "invalid_offset");
    }

    @Test
    void tenTensorsOnOnePlaceAreRefused() throws IOException {
        var header = new StringBuilder("{");
        for (int i = 0; i < 10; i++) {
            header.append(i == 0 ? "" : ",").append(tensor("t" + i, "F32", "2,2", "0,16"));
        }
        refused(file(header.append("}").toString(), 16), "invalid_offset");
    }

    @ParameterizedTest
    @ValueSource(strings = {"4,0", "-4,0", "-1,3"})
    void reversedAndNegativeOffsetsAreRefused(String offsets) throws IOException {
        refused(file("{" + tensor("a", "U8", "4", offsets) + "}", 4), "invalid_offset");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 0, 5, 400})
    void missingAndTrailingBytesAreRefused(int data) throws IOException {
        refused(file("{" + tensor("a", "U8", "4", "0,4") + "}", data), "incomplete_metadata");
    }

    @ParameterizedTest
    @ValueSource(strings = {"4294967296,4294967296", "9223372036854775807,2", "2305843009213693952,1",
        "18446744073709551616"})
    void aShapeWhoseProductOverflowsIsRefused(String shape) throws IOException {
        refused(file("{" + tensor("a", "F64", shape, "0,4") + "}", 4), "overflow");
    }

    @Test
    void offsetsBeyondALongAreRefused() throws IOException {
        refused(file("{" + tensor("a", "U8", "4", "0,18446744073709551619") + "}", 4), "overflow");
    }

    @ParameterizedTest
    @CsvSource({"F32,3", "F16,3", "U8,5", "I64,1"})
    void aShapeThatDoesNotFitItsBytesIsRefused(String dtype, String shape) throws IOException {
        refused(file("{" + tensor("a", dtype, shape, "0,4") + "}", 4), "wrong_size");
    }

    @ParameterizedTest
    @ValueSource(strings = {"F4", "F8_E8M0", "f32", "C64", ""})
    void anUnknownNumberFormatIsRefused(String dtype) throws IOException {
        refused(file("{" + tensor("a", dtype, "4", "0,4") + "}", 4), "unknown_dtype");
    }

    @Test
    void scalarsAndEmptyAxesAreAllowed() throws IOException {
        Path file = write(file("{" + tensor("scalar", "F32", "", "0,4") + "," + tensor("empty", "F32", "0,7", "4,4")
                + "}", 4));
        var read = SafetensorsFile.open(file);
        assertThat(read.floats("scalar")).hasSize(1);
        assertThat(read.floats("empty")).isEmpty();
    }

    @Test
    void moreThanTwentyThousandTensorsAreRefused() throws IOException {
        var header = new StringBuilder("{");
        for (int i = 0; i <= 20_000; i++) {
            header.append(i == 0 ? "" : ",").append(tensor("t" + i, "U8", "0", "0,0"));
        }
        refused(file(header.append("}").toString(), 0), "too_many_tensors");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PK\u0003\u0004aaaaaaaaaaaa", "GGUF\u0003\0\0\0aaaaaaaaa", "\u0080\u0002}q\u0000X\u0001\0\0\0a"})
    void picklesZipsAndGgufAreNamedAsSuch(String content) throws IOException {
        refused(content.getBytes(StandardCharsets.ISO_8859_1), "not_safetensors");
    }

    @Test
    void aLinkIsNotFollowed() throws IOException {
        Path file = write(file("{}", 0));
        Path link = Files.createSymbolicLink(folder.resolve("link.safetensors"), file);
        assertThatThrownBy(() -> SafetensorsFile.open(link))
                .isInstanceOfSatisfying(SafetensorsException.class, e -> assertThat(e.code()).isEqualTo("not_a_regular_file"));
    }

    @Test
    void aFolderAndAMissingFileAreRefused() {
        assertThatThrownBy(() -> SafetensorsFile.open(folder)).hasMessageContaining("not a regular file");
        assertThatThrownBy(() -> SafetensorsFile.open(folder.resolve("none"))).hasMessageContaining("does not exist");
    }

    @Test
    void aPipeIsRefusedWithoutWaitingForIt() throws Exception {
        Path pipe = folder.resolve("pipe.safetensors");
        assumeThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
        assertThatThrownBy(() -> SafetensorsFile.open(pipe))
                .isInstanceOfSatisfying(SafetensorsException.class, e -> assertThat(e.code()).isEqualTo("not_a_regular_file"));
    }

    @Test
    void aFileThatChangesAfterItWasOpenedIsRefused() throws IOException {
        Path file = write(file("{" + tensor("a", "U8", "4", "0,4") + "}", 4));
        var read = SafetensorsFile.open(file);
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(Files.size(file) - 2);
        }
        assertThatThrownBy(() -> read.read("a", ByteBuffer.allocate(4)))
                .isInstanceOfSatisfying(SafetensorsException.class, e -> assertThat(e.code()).isEqualTo("changed"));
    }

    @Test
    void subByteFormatsThatDoNotFillTheirBytesAreRefused() throws IOException {
        refused(file("{" + tensor("a", "F4", "3", "0,2") + "}", 2), "unknown_dtype");
    }

    @Test
    void halfAndBrainFloatsAreReadExactly() throws IOException {
        byte[] bytes = file("{" + tensor("h", "F16", "2", "0,4") + "," + tensor("b", "BF16", "2", "4,8") + "}", 8);
        var data = ByteBuffer.wrap(bytes, bytes.length - 8, 8).order(ByteOrder.LITTLE_ENDIAN);
        data.putShort((short) 0x3c00).putShort((short) 0xc100).putShort((short) 0x3f80).putShort((short) 0xc020);
        var read = SafetensorsFile.open(write(bytes));
        assertThat(read.floats("h")).containsExactly(1f, -2.5f);
        assertThat(read.floats("b")).containsExactly(1f, -2.5f);
    }

    @Test
    void aFileLargerThanTwoGigabytesIsMappedInWindows() throws IOException {
        long half = 1_500_000_000L;
        byte[] start = file("{" + tensor("a", "U8", "" + half, "0," + half) + ","
                + tensor("b", "U8", "" + half, half + "," + 2 * half) + "," + tensor("c", "U8", "1", 2 * half + ","
                + (2 * half + 1)) + "}", 0);
        Path file = write(start);
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(new byte[] {42}), start.length + 2 * half);
        }
        var read = SafetensorsFile.open(file);
        assertThat(read.bytes("b").remaining()).isEqualTo((int) half);
        assertThat(read.bytes("c").get(0)).isEqualTo((byte) 42);
    }

    @Test
    void aTensorLargerThanTwoGigabytesIsRefusedOnlyWhenItIsAskedFor() throws IOException {
        long huge = 3_000_000_000L;
        byte[] start = file("{" + tensor("a", "U8", "" + huge, "0," + huge) + "," + tensor("b", "U8", "1", huge + ","
                + (huge + 1)) + "}", 0);
        Path file = write(start);
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(new byte[] {7}), start.length + huge);
        }
        var read = SafetensorsFile.open(file);
        assertThat(read.bytes("b").get(0)).isEqualTo((byte) 7);
        assertThatThrownBy(() -> read.bytes("a")).hasMessageContaining("larger than 2 GiB");
    }

    private void refused(byte[] bytes, String code) throws IOException {
        Path file = write(bytes);
        assertThatThrownBy(() -> SafetensorsFile.open(file))
                .isInstanceOfSatisfying(SafetensorsException.class, e -> assertThat(e.code()).as(e.getMessage()).isEqualTo(code));
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("test.safetensors"), bytes);
    }

    private static String tensor(String name, String dtype, String shape, String offsets) {
        return "\"" + name + "\":{\"dtype\":\"" + dtype + "\",\"shape\":[" + shape + "],\"data_offsets\":[" + offsets + "]}";
    }

    private static byte[] file(String header, int data) {
        return file(header.getBytes(StandardCharsets.UTF_8).length, header, data);
    }

    private static byte[] file(long length, String header, int data) {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + json.length + data).order(ByteOrder.LITTLE_ENDIAN).putLong(length).put(json).array();
    }
}
