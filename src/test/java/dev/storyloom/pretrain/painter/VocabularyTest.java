package dev.storyloom.pretrain.painter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VocabularyTest {
    private static List<Word> words() {
        List<Word> words = new ArrayList<>(Vocabulary.subjects());
        words.addAll(Vocabulary.places());
        words.addAll(Vocabulary.times());
        words.addAll(Vocabulary.props());
        words.addAll(Vocabulary.styles());
        return words;
    }

    @Test
    void everyWordHasEnglishAndVietnamese() {
        assertThat(words()).allSatisfy(word -> {
            assertThat(word.english()).isNotEmpty().allSatisfy(text -> assertThat(text).isNotBlank().isLowerCase());
            assertThat(word.vietnamese()).isNotEmpty().allSatisfy(text -> assertThat(text).isNotBlank());
        });
    }

    @Test
    void thePlainWordsAreAllDifferent() {
        assertThat(words().stream().map(word -> word.english().get(0))).doesNotHaveDuplicates();
        assertThat(words().stream().map(word -> word.vietnamese().get(0))).doesNotHaveDuplicates();
    }

    @Test
    void noWordStandsForTwoThings() {
        Stream<String> all = words().stream().flatMap(word -> Stream.concat(word.english().stream(),
                word.vietnamese().stream()).distinct());
        assertThat(all).doesNotHaveDuplicates();
    }

    @Test
    void itIsWideEnoughForAStory() {
        assertThat(Vocabulary.subjects()).hasSizeGreaterThanOrEqualTo(110);
        assertThat(Vocabulary.places()).hasSizeGreaterThanOrEqualTo(15);
        assertThat(Vocabulary.times()).hasSize(4);
        assertThat(Vocabulary.props()).hasSizeGreaterThanOrEqualTo(60);
    }
}
