package dev.storyloom.story.condenser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storyloom.pretrain.painter.Vocabulary;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LexiconTest {

    private static List<Hit> find(Language language, String words) {
        HitFinder finder = new HitFinder(Lexicon.standard(), language, new Roster(Lexicon.standard(), List.of()));
        return finder.find(Word.of(words));
    }

    static Stream<dev.storyloom.pretrain.painter.Word> painterWords() {
        return Stream.of(Vocabulary.subjects(), Vocabulary.places(), Vocabulary.times(), Vocabulary.props())
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("painterWords")
    void whatTheBundledPainterKnowsIsFoundInBothLanguages(dev.storyloom.pretrain.painter.Word word) {
        assertThat(find(Language.ENGLISH, "the " + word.english().get(0))).isNotEmpty();
        assertThat(find(Language.VIETNAMESE, word.vietnamese().get(0))).isNotEmpty();
    }

    @Test
    void theLexiconHasAtLeastFifteenHundredEntries() {
        assertThat(Lexicon.standard().size()).isGreaterThanOrEqualTo(1_500);
    }

    @ParameterizedTest
    @CsvSource({"wolves, wolf", "butterflies, butterfly", "mice, mouse", "boxes, box", "lanterns, lantern"})
    void pluralsAreFound(String plural, String phrase) {
        assertThat(find(Language.ENGLISH, "two " + plural).get(0).entry().phrase()).isEqualTo(phrase);
    }

    @ParameterizedTest
    @CsvSource({"ran, running", "running, running", "swam, swimming", "hopped, jumping", "danced, dancing", "flies, flying"})
    void verbFormsAreFound(String form, String phrase) {
        assertThat(find(Language.ENGLISH, "she " + form).get(0).entry().phrase()).isEqualTo(phrase);
    }

    @Test
    void theLongestWordsWin() {
        assertThat(find(Language.VIETNAMESE, "người tuyết")).extracting(h -> h.entry().phrase()).containsExactly("snowman");
        assertThat(find(Language.ENGLISH, "a polar bear")).extracting(h -> h.entry().phrase()).containsExactly("polar bear");
    }

    @Test
    void aStarIsNotStaring() {
        assertThat(find(Language.ENGLISH, "she was staring").get(0).kind()).isEqualTo(Kind.ACTION);
        assertThat(find(Language.ENGLISH, "the star").get(0).kind()).isNotEqualTo(Kind.ACTION);
    }

    @Test
    void bothWaysToWriteAToneAreTheSameWord() {
        assertThat(find(Language.VIETNAMESE, "đoá hoa")).hasSameSizeAs(find(Language.VIETNAMESE, "đóa hoa")).isNotEmpty();
    }

    @Test
    void aColourBelongsToItsThing() {
        assertThat(find(Language.ENGLISH, "a red lantern").get(0).adjective()).isEqualTo("red");
        assertThat(find(Language.VIETNAMESE, "chiếc đèn lồng đỏ").get(0).adjective()).isEqualTo("red");
    }
}
