package dev.storyloom.story.condenser;

import static dev.storyloom.story.condenser.Stories.MAI;
import static dev.storyloom.story.condenser.Stories.PIP;
import static dev.storyloom.story.condenser.Stories.plan;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhereaboutsTest {

    private static List<String> places(String story, int pages, CastMember... cast) {
        return plan(story, pages, cast).scenes().stream().map(Scene::place).toList();
    }

    @Test
    void whatTheSunDoesMovesNobody() {
        assertThat(places("Pip played in the barn. The sun climbed up into the sky. Pip sang.", 3, PIP)).containsOnly("barn");
    }

    @Test
    void whatIsSeenFromWithinIsNotWhereTheStoryIs() {
        assertThat(places("Pip sat in the kitchen. Pip saw a wolf in the garden.", 2, PIP)).containsOnly("kitchen");
        assertThat(places("Mai ngồi trong bếp. Ngoài kia, trẻ con chơi ở sân trường.", 2, MAI)).containsOnly("kitchen");
    }

    @Test
    void theRoomOfAMuseumIsTheMuseum() {
        assertThat(places("Mai walked into the museum. In a large room Mai stopped.", 2, MAI)).containsOnly("museum");
        assertThat(places("Mai vào bảo tàng. Trong phòng lớn, Mai đứng nhìn.", 2, MAI)).containsOnly("museum");
    }

    @Test
    void theWordThatIsNarrowerSaysWhere() {
        assertThat(places("Mai sat in the town library.", 1, MAI)).containsExactly("library");
        assertThat(places("Mai chạy ra sân trường.", 1, MAI)).containsExactly("playground");
        assertThat(places("Phong đứng trước cổng một tòa lâu đài.", 1, MAI)).containsExactly("castle");
    }

    @Test
    void aRideHomeIsStillOnTheWay() {
        assertThat(places("Mai was at the zoo. Mai rode home on the bus.", 2, MAI)).containsExactly("zoo", "bus");
    }

    @Test
    void anEveningWithTheFamilyIsAtHome() {
        assertThat(places("Mai bought a pear at the market.\n\nThat evening Mum sang a song for Mai.", 2, MAI))
                .containsExactly("market", "house");
        assertThat(places("Mai vẽ tranh ở trường.\n\nTan học, Mai chạy về khoe bà.", 2, MAI)).containsExactly("school", "house");
    }

    @Test
    void whoWakesUpAfterADreamIsInBed() {
        assertThat(places("At night Mai danced on the moon.\n\nMai woke up and yawned.", 2, MAI))
                .containsExactly("moon", "bedroom");
    }

    @Test
    void theGoodbyeOfAFriendDoesNotTakeTheStoryAlong() {
        CastMember tom = new CastMember("Tom", "boy", null);

        assertThat(places("Mai and Tom played in the garden. Tom waved and ran home. Mai sang.", 3, MAI, tom))
                .containsOnly("garden");
    }

    @Test
    void theTeacherIsAtSchool() {
        assertThat(places("Cô giáo trả bài. Mai cười.", 2, MAI)).containsOnly("school");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "When the rooster crowed, Pip woke up. | sunrise", "After supper Pip sang. | evening",
        "The lamps were lit and Pip sang. | evening", "The sun was sinking and Pip ran. | sunset",
        "The moon was shining and Pip sang. | night", "At playtime Pip ran. | day",
        "The last bell rang and Pip ran. | afternoon", "After breakfast Pip sang. | morning",
        "Pip sang until the moon rose. | night", "In the afternoon Pip sang until the moon rose. | afternoon"})
    void englishTellsTheTimeInManyWays(String story, String time) {
        assertThat(plan(story, 1, PIP).scenes().get(0).time()).isEqualTo(time);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Gà vừa gáy sáng, Mai đã dậy. | sunrise", "Cơm nước xong, Mai ra đình xem hội. | evening", "Trăng lên, Mai hát. | night",
        "Mặt trời đỏ ối lặn xuống biển, Mai hát. | sunset", "Giờ ra chơi, Mai chạy nhảy. | day",
        "Tan trường, Mai hát. | afternoon", "Một sớm tinh mơ, Mai hát. | sunrise",
        "Trưa hè nắng như đổ lửa, Mai hát. | day", "Về khuya, Mai hát. | night"})
    void vietnameseTellsTheTimeInManyWays(String story, String time) {
        assertThat(plan(story, 1, MAI).scenes().get(0).time()).isEqualTo(time);
    }
}
