package dev.storyloom.story.condenser;

import static dev.storyloom.story.condenser.Stories.MAI;
import static dev.storyloom.story.condenser.Stories.PIP;
import static dev.storyloom.story.condenser.Stories.only;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SilenceTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Pip was in the garden. There was no dragon. | dragon",
        "Pip saw neither a lion nor a bear in the garden. | lion",
        "Pip did not run in the garden. | running",
        "Pip never found the kite in the garden. | kite",
        "Pip wanted to go to the castle. | castle",
        "In the garden Pip dreamed of a whale. | whale",
        "Pip stood in the garden, as brave as a lion. | lion",
        "Pip jumped like a frog in the garden. | frog",
        "If there were a robot, Pip would laugh. | robot",
        "Pip sat in the garden and told a story about a wolf who lived in a cave. | cave",
        "Without an umbrella Pip walked in the garden. | umbrella",
        "Pip was not scared. | scared",
        "Pip looked for a key in the garden. | key"})
    void whatIsDeniedWishedOrComparedIsNotDrawn(String story, String absent) {
        assertThat(only(story, PIP).prompt()).doesNotContain(absent);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Mai đi trong vườn. Không có con rồng nào. | dragon",
        "Mai chưa từng gặp con voi nào trong vườn. | elephant",
        "Mai chẳng cầm đèn lồng. | lantern",
        "Mai muốn đến lâu đài. | castle",
        "Mai ngồi trong vườn, mơ về con cá voi. | whale",
        "Mai dũng cảm như sư tử đứng trong vườn. | lion",
        "Nếu có máy bay, Mai sẽ bay thật xa. | plane",
        "Mai ngồi trong vườn kể chuyện về con sói. | wolf",
        "Mai nhớ bà ngoại. | grandmother",
        "Mai không sợ. | scared"})
    void theSameHoldsInVietnamese(String story, String absent) {
        assertThat(only(story, MAI).prompt()).doesNotContain(absent);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "There was no dragon, but a lion sat in the garden. | lion",
        "Pip not only sang but danced in the garden with a drum. | drum",
        "Pip did not stop until she reached the castle. | castle",
        "Pip had never seen such a big whale. | whale"})
    void whatIsThereAfterAllIsDrawn(String story, String present) {
        assertThat(only(story, PIP).prompt()).contains(present);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Không có con rồng nào, nhưng có một con sư tử trong vườn. | lion",
        "Chẳng bao lâu Mai đến lâu đài. | castle",
        "Mai bay trong không gian trên tàu vũ trụ. | space",
        "Không lâu sau, Mai gặp một con voi. | elephant"})
    void theSameHoldsInVietnameseToo(String story, String present) {
        assertThat(only(story, MAI).prompt()).contains(present);
    }
}
