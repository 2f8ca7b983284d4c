package dev.storyloom.story.condenser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {
    @ParameterizedTest
    @ValueSource(strings = {"con cáo trong rừng", "a sks fox cưỡi ngựa in the forest at night, soft colours", "cá vàng",
            "bà già", "một bông hoa", "co be va con ngua trong rung"})
    void vietnameseIsSeenAlsoBetweenEnglishWordsAndWithoutItsAccents(String words) {
        assertThat(Language.anyVietnamese(words)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a sks fox holding a lantern in the forest at night", "a girl in a café eating a crêpe",
            "a château by the sea", "", "the fox, the den, the van"})
    void englishWithBorrowedAccentsIsNot(String words) {
        assertThat(Language.anyVietnamese(words)).isFalse();
    }
}
