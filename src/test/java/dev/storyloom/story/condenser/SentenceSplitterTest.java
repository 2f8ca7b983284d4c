package dev.storyloom.story.condenser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SentenceSplitterTest {

    private static List<String> split(String text) {
        return SentenceSplitter.split(text).stream().map(s -> text.substring(s.start(), s.end())).toList();
    }

    private static String told(String text) {
        return SentenceSplitter.split(text).get(0).told();
    }

    @Test
    void sentencesEndAtTheirMarks() {
        assertThat(split("A fox ran. Did it sleep? No! It sang…")).containsExactly("A fox ran.", "Did it sleep?", "No!",
                "It sang…");
    }

    @Test
    void whatIsSaidStaysWithWhoSaidIt() {
        assertThat(split("\"Where are you? I am cold!\" asked Pip. He ran.")).containsExactly(
                "\"Where are you? I am cold!\" asked Pip.", "He ran.");
    }

    @Test
    void anAbbreviationEndsNothing() {
        assertThat(split("Mr. Brown met Dr. Fox. They waved.")).containsExactly("Mr. Brown met Dr. Fox.", "They waved.");
    }

    @Test
    void anEllipsisInTheMiddleEndsNothing() {
        assertThat(split("He waited... and waited. Then it rang.")).hasSize(2);
    }

    @Test
    void aVietnameseDialogueLineStaysTogether() {
        assertThat(split("– Chào bạn! – Mai nói. – Bạn đi đâu đấy?")).hasSize(1);
    }

    @Test
    void aLineOfItsOwnIsASentence() {
        assertThat(split("Chapter one\nA fox ran.")).containsExactly("Chapter one", "A fox ran.");
    }

    @Test
    void aLineBrokenInTheMiddleGoesOn() {
        assertThat(split("A fox\nran home.")).containsExactly("A fox\nran home.");
    }

    @Test
    void aTextWithoutAnyEndIsOneSentence() {
        assertThat(split("a fox ran and ran")).containsExactly("a fox ran and ran");
    }

    @Test
    void marksAloneBelongToTheSentenceBefore() {
        assertThat(split("A fox ran.\n***\nIt slept.")).containsExactly("A fox ran.\n***", "It slept.");
    }

    @Test
    void quotedSpeechIsBlankedForThePainter() {
        assertThat(told("“A dragon!” cried Pip.")).doesNotContain("dragon").contains("cried Pip");
        assertThat(told("'A dragon!' cried Pip.")).doesNotContain("dragon").contains("cried Pip");
        assertThat(told("«Un dragon!» cried Pip.")).doesNotContain("dragon");
    }

    @Test
    void anApostropheIsNoQuotationMark() {
        assertThat(told("The fox's tail didn't move, and the dogs' bowl was empty.")).contains("tail", "bowl");
    }

    @Test
    void theTellingBetweenDialogueDashesIsKept() {
        assertThat(told("– Con rồng kìa! – Mai vừa chạy vừa kêu.")).doesNotContain("rồng").contains("Mai vừa chạy");
    }

    @Test
    void aQuotationThatNeverClosesHidesNothingOfTheStory() {
        assertThat(told("The 5\" fox ran home and slept.")).contains("ran home");
    }
}
