package dev.storyloom.diffusion.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.storyloom.diffusion.ModelException;
import dev.storyloom.pretrain.painter.ScenePainter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NearestWordsTest {
    private static final NearestWords WORDS = NearestWords.of("""
            # comment
            man	uncle, soldier
            boy	toy soldier
            elf	imp
            in the bedroom	in the attic of the house
            """);

    @Test
    void aWordThatTheModelWasNeverShownIsReadAsTheNearestThatItWas() {
        assertThat(WORDS.readFor("a fox and an uncle dancing in the attic of the house by day"))
                .isEqualTo("a fox and a man dancing in the bedroom by day");
        assertThat(WORDS.readFor("An imp")).isEqualTo("an elf");
    }

    @Test
    void theLongestOfSeveralCountsAndOnlyWholeWordsDo() {
        assertThat(WORDS.readFor("a toy soldier")).isEqualTo("a boy");
        String others = "soldiers importing an imp-like carbuncle";
        assertThat(WORDS.readFor(others)).isEqualTo(others);
    }

    @Test
    void aRareWordStaysBeforeTheNounThatIsReadForAnother() {
        assertThat(WORDS.readFor("sks uncle standing")).isEqualTo("sks man standing");
    }

    @Test
    void anyCaseAndAnySignInTheFileOrThePromptCanBeRead() {
        var words = NearestWords.of("a $1\\ man\tUncle, ,TALL AUNT\n");
        assertThat(words.readFor("UNCLE, tall aunt, ſoldier, uncleſ")).isEqualTo("a $1\\ man, a $1\\ man, ſoldier, uncleſ");
    }

    @Test
    void aModelWithoutTheFileReadsEveryWordAsItIs(@TempDir Path folder) {
        assertThat(NearestWords.in(folder).readFor("an uncle")).isEqualTo("an uncle");
    }

    @Test
    void whatTheBundledModelWasShownItReadsAsItIs() {
        var bundled = NearestWords.in(Path.of("src/main/resources/models/storyloom-mini"));
        assertThat(bundled.readFor("a woodcutter in a tower")).isEqualTo("a man at the castle");
        for (int seed = 0; seed < 3000; seed++) {
            var random = new SplittableRandom(seed);
            String caption = ScenePainter.caption(ScenePainter.heldOutFacts(random), random).whole();
            assertThat(bundled.readFor(caption)).isEqualTo(caption);
        }
    }

    @Test
    void aDamagedLineIsNamed(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve(NearestWords.FILE), "man uncle\n");
        assertThatThrownBy(() -> NearestWords.in(folder)).isInstanceOf(ModelException.class)
                .hasMessageContaining("man uncle");
    }
}
