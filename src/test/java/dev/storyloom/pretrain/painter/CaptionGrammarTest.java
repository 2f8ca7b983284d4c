package dev.storyloom.pretrain.painter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storyloom.diffusion.tokenizer.ClipTokenizer;
import dev.storyloom.pretrain.painter.Facts.Language;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CaptionGrammarTest {
    private final ClipTokenizer tokenizer =
            ClipTokenizer.load(Path.of("src/main/resources/models/storyloom-mini/tokenizer"));

    @Test
    void captionsFitIntoTheBundledTokenizersWindowInBothLanguages() {
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < 4000; i++) {
            String caption = captioned(random).caption().whole();
            assertThat(tokenizer.count(caption)).as(caption).isLessThanOrEqualTo(tokenizer.limit());
        }
    }

    @Test
    void captionsNameSubjectsPlaceTimeThingAndAction() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 1000; i++) {
            PaintedScene scene = captioned(random);
            Facts facts = scene.facts();
            List<Word> shown = new ArrayList<>(facts.cast().stream().map(Facts.Role::subject).toList());
            if (facts.place() != null) {
                shown.add(facts.place());
                shown.add(facts.time());
            }
            if (facts.prop() != null) {
                shown.add(facts.prop());
            }
            if (facts.action() != Action.STANDING) {
                shown.add(facts.action());
            }
            assertThat(shown).allSatisfy(word -> assertThat(facts.language() == Language.VIETNAMESE ? word.vietnamese()
                    : word.english()).as(scene.caption().whole()).anyMatch(scene.caption().content()::contains));
        }
    }

    @Test
    void photosSaySoInTheirContent() {
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < 1000; i++) {
            PaintedScene scene = captioned(random);
            if (scene.facts().style() == Style.PHOTO) {
                assertThat(scene.caption().content()).containsAnyOf("photo", "ảnh");
            }
        }
    }

    private static PaintedScene captioned(SplittableRandom random) {
        Facts facts = Director.facts(false, random);
        return new PaintedScene(null, CaptionGrammar.caption(facts, random), facts);
    }
}
