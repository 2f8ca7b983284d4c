package dev.storyloom.story.condenser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoryTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "   \n\t ", "\u200b\u200d\ufeff", "\u0000\u0007"})
    void aStoryWithoutAnythingToReadIsRefused(String nothing) {
        assertThatThrownBy(() -> StoryText.of(nothing)).isInstanceOfSatisfying(StoryException.class,
                refused -> assertThat(refused.code()).isEqualTo("empty_story"));
    }

    @Test
    void aMissingStoryIsAnEmptyOne() {
        assertThatThrownBy(() -> StoryText.of(null)).hasMessageContaining("empty_story");
    }

    @Test
    void twentyThousandCharactersAreFine() {
        assertThat(StoryText.of("a".repeat(20_000)).toString()).hasSize(20_000);
    }

    @Test
    void oneCharacterMoreIsTooLong() {
        assertThatThrownBy(() -> StoryText.of("a".repeat(20_001))).isInstanceOfSatisfying(StoryException.class,
                refused -> assertThat(refused.code()).isEqualTo("story_too_long"));
    }

    @Test
    void decomposedVietnameseIsCountedAndKeptComposed() {
        assertThat(StoryText.of("e\u0302\u0301".repeat(20_000)).toString()).isEqualTo("ế".repeat(20_000));
    }

    @Test
    void controlAndInvisibleCharactersAreRemoved() {
        assertThat(StoryText.of("A f\u200box\u0000 ran.\u202e").toString()).isEqualTo("A fox ran.");
    }

    @Test
    void everyLineEndingBecomesALineFeed() {
        assertThat(StoryText.of("One.\r\nTwo.\rThree.").toString()).isEqualTo("One.\nTwo.\nThree.");
    }

    @Test
    void theReasonIsToldInTheReadersLanguage() {
        StoryException refused = new StoryException(StoryException.EMPTY);

        assertThat(refused.message(Locale.forLanguageTag("vi"))).startsWith("Chưa có câu chuyện");
        assertThat(refused.message(Locale.ENGLISH)).startsWith("There is no story");
        assertThat(refused.message(Locale.FRENCH)).startsWith("There is no story");
    }
}
