package dev.storyloom.story.condenser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StorySafetyTest {

    @ParameterizedTest
    @ValueSource(strings = {"Dick Whittington and his cat walked to London.", "Pip lives in Scunthorpe in Essex.",
        "The cock cried cock-a-doodle-doo!", "Con gà trống gáy ò ó o.", "Blue tits sang in the grapevine.",
        "The pen is in the box.", "A heroine saved the town.", "The wolf wanted to eat the three little pigs.",
        "Cô bé ăn quả vú sữa trong vườn.", "Bé tắm trong bồn và chơi với vịt.", "Thạch Sanh chặt đầu chằn tinh.",
        "The witch was dead, and everybody danced.", "Mai cut the cake and her knee bled a little.",
        "A class in assembly hall, a cocktail dress, a shuttlecock.", "Chú bé đã lớn, lớn hơn cả cây.",
        "The horny toad sat on a rock.", "Anh ấy đi săn dâm bụt đỏ trong vườn."})
    void aHarmlessStoryPasses(String story) {
        assertThat(StorySafety.check(story).safe()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"They had sex in the wood., sexual", "A naked girl ran., sexual", "Họ làm tình trong rừng., sexual",
        "Cô bé khoả thân., sexual", "There was a pool of blood., violence", "Hắn moi ruột con mồi., violence",
        "She tried to kill herself., self_harm", "Cậu muốn tự tử., self_harm", "He sold cocaine., drugs",
        "Hắn bán ma tuý., drugs", "What the fuck., language", "Sieg heil they cried., hate"})
    void whatDoesNotBelongInAChildrensBookIsRefusedWithItsReason(String story, String reason) {
        assertThat(StorySafety.check(story).reason().code()).isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"s\u200be\u200bx", "ѕех", "s3x", "s e x", "S.E.X", "ｓｅｘ", "seeexxx", "s\u0301ex", "p0rn",
        "pоrnogrаphy", "bmFrZWQgZ2lybHM=", "N A K E D girl"})
    void aHiddenWordIsSeen(String hidden) {
        assertThat(StorySafety.check("Here is " + hidden + " now").safe()).isFalse();
    }

    @Test
    void theReasonIsToldKindlyInBothLanguages() {
        SafetyVerdict verdict = StorySafety.check("a pool of blood");

        assertThat(verdict.message(Locale.ENGLISH)).contains("gentler");
        assertThat(verdict.message(Locale.forLanguageTag("vi"))).contains("nhẹ nhàng hơn");
    }

    @Test
    void aSafeTextNeedsNoMessage() {
        assertThat(StorySafety.check("A fox ran.").message(Locale.ENGLISH)).isEmpty();
    }

    @Test
    void aLongTextWithoutSpacesIsCheckedQuickly() {
        long start = System.nanoTime();
        StorySafety.check("a".repeat(100_000));
        StorySafety.check("s e ".repeat(25_000));

        assertThat(System.nanoTime() - start).isLessThan(3_000_000_000L);
    }

    @Test
    void theCondenserRefusesAnUnsafeStory() {
        assertThatThrownBy(() -> Stories.only("They made love under the tree."))
                .isInstanceOfSatisfying(StoryException.class, refused -> {
                    assertThat(refused.code()).isEqualTo("unsafe_story");
                    assertThat(refused.message(Locale.ENGLISH)).contains("intimacy");
                });
    }

    @Test
    void theCondenserRefusesAnUnsafeStyle() {
        assertThatThrownBy(() -> new BuiltInCondenser().condense(new CondenserRequest("A fox ran.", 1,
                java.util.List.of(), "nude photo", TokenBudget.estimate()))).isInstanceOf(StoryException.class);
    }
}
