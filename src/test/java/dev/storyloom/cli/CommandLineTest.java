package dev.storyloom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class CommandLineTest {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final Terminal terminal = new Terminal();

    @Test
    void aMissingOptionIsNamedInOneLine() {
        assertThat(terminal.run("render", "--prompt", "a fox")).isEqualTo(2);
        assertThat(terminal.err()).isEqualToIgnoringNewLines("Missing: --out. See storyloom render --help");
    }

    @Test
    void aWrongCommandLineIsExplainedInVietnameseToo() {
        assertThat(terminal.run(VIETNAMESE, "render", "--prompt", "a fox", "--out", "x.png", "--steps", "viele"))
                .isEqualTo(2);
        assertThat(terminal.err()).startsWith("--steps không thể là \"viele\".");
        assertThat(terminal.run(VIETNAMESE, "dance")).isEqualTo(2);
        assertThat(terminal.err()).startsWith("Không hiểu: dance.");
    }

    @Test
    void aMissingModelIsOneClearLineInTheUsersLanguage() {
        assertThat(terminal.run("models", "verify", "no/such/model")).isEqualTo(1);
        assertThat(terminal.err()).isEqualToIgnoringNewLines("There is no model folder no/such/model.");
        assertThat(terminal.run(VIETNAMESE, "models", "verify", "no/such/model")).isEqualTo(1);
        assertThat(terminal.err()).startsWith("Không tìm thấy mô hình.").hasLineCount(1);
    }

    @Test
    void helpSpeaksTheUsersLanguage() {
        assertThat(terminal.run("make", "--help")).isZero();
        assertThat(terminal.out()).contains("Make a whole book without a browser", "--photos=DIR");
        assertThat(terminal.run(VIETNAMESE, "make", "--help")).isZero();
        assertThat(terminal.out()).contains("Làm trọn một cuốn truyện").doesNotContain("The LoRA");
    }

    @Test
    void theVersionIsThatOfTheBuild() {
        assertThat(terminal.run("--version")).isZero();
        assertThat(terminal.out()).matches("Storyloom \\d+\\.\\d+\\.\\d+\\S* \\(Java .*\\)\\s*");
    }

    @Test
    void aLoraMayCarryItsScale() {
        var option = new LoraOption();

        assertThat(option.convert("mai.safetensors").scale()).isEqualTo(1);
        assertThat(option.convert("mai.safetensors:0.8").scale()).isEqualTo(0.8);
        assertThat(option.convert("C:\\mai.safetensors").file()).hasToString("C:\\mai.safetensors");
    }
}
