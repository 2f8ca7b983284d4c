package dev.storyloom.story.condenser;

import static dev.storyloom.story.condenser.Stories.MAI;
import static dev.storyloom.story.condenser.Stories.PIP;
import static dev.storyloom.story.condenser.Stories.only;
import static dev.storyloom.story.condenser.Stories.plan;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CastTest {

    @Test
    void aPronounIsTheOneWhoWasLastSpokenOf() {
        assertThat(plan("Pip ran to the beach. He built a sandcastle.", 2, PIP).scenes().get(1).cast())
                .containsExactly("Pip");
    }

    @Test
    void aPronounFitsTheGenderAndWhoIsNotNamedIsStillThere() {
        CastMember tom = new CastMember("Tom", "boy", null);

        assertThat(plan("Mai met Tom in the garden. He sang. She danced.", 3, MAI, tom).scenes())
                .extracting(Scene::cast).containsExactly(List.of("Mai", "Tom"), List.of("Tom", "Mai"), List.of("Mai", "Tom"));
    }

    @Test
    void theyAreThoseWhoAreTogether() {
        CastMember tom = new CastMember("Tom", "boy", null);

        assertThat(plan("Mai met Tom in the garden. They danced.", 2, MAI, tom).scenes().get(1).cast())
                .containsExactly("Mai", "Tom");
    }

    @Test
    void theClassNounMeansTheCharacter() {
        assertThat(only("The little fox slept.", PIP).cast()).containsExactly("Pip");
        assertThat(only("Cô bé ngủ thiếp đi.", MAI).cast()).containsExactly("Mai");
    }

    @Test
    void anotherOfThatKindIsSomebodyElse() {
        assertThat(only("Pip met another fox.", PIP).cast()).containsExactly("Pip", "fox");
    }

    @Test
    void vietnamesePronounsAreResolved() {
        assertThat(plan("Mai chạy ra bãi biển. Cô bé xây lâu đài cát. Em cười khúc khích.", 3, MAI).scenes())
                .extracting(Scene::cast).containsOnly(List.of("Mai"));
        assertThat(plan("Mai gặp chú thỏ. Cả hai nhảy múa.", 2, MAI).scenes().get(1).cast())
                .containsExactly("Mai", "rabbit");
    }

    @Test
    void aVietnameseSentenceWithoutASubjectGoesOnWithTheLastOne() {
        assertThat(plan("Mai đi vào rừng. Hái một bông hoa.", 2, MAI).scenes().get(1).cast()).containsExactly("Mai");
    }

    @Test
    void aNameThatIsAlsoAWordIsOnlyTheName() {
        CastMember rose = new CastMember("Rose", "girl", "sks girl");
        CastMember hoa = new CastMember("Hoa", "girl", "sks girl");

        assertThat(only("Rose ran in the garden.", rose).prompt()).isEqualTo("a sks girl running in the garden by day");
        assertThat(only("Hoa chạy trong vườn.", hoa).prompt()).isEqualTo("a sks girl running in the garden by day");
    }

    @Test
    void somebodyWhomTheStoryNamesHasThatNameAndKind() {
        Scene scene = only("Pip met an old bear called Bruno. Bruno sang.", PIP);

        assertThat(scene.cast()).containsExactly("Pip", "Bruno");
        assertThat(scene.prompt()).contains("bear");
    }

    @Test
    void aStoryWithoutAGivenCastHasItsOwn() {
        assertThat(only("Chú thỏ tên là Bông nhảy múa trong vườn.").prompt())
                .isEqualTo("a rabbit dancing in the garden by day");
    }

    @Test
    void somebodyWhoIsOnlyThoughtOfIsNotOnStage() {
        assertThat(only("Pip sat on the beach and thought of the king.", PIP).cast()).containsExactly("Pip");
        assertThat(only("Mai viết thư cho bà ngoại.", MAI).cast()).containsExactly("Mai");
    }

    @Test
    void theOwnerOfAThingIsNotOnStage() {
        assertThat(only("Pip walked to the king's castle.", PIP).cast()).containsExactly("Pip");
    }

    @Test
    void iInAStoryIsTheFirstCharacter() {
        assertThat(only("I ran to the beach with my kite.", PIP).cast()).containsExactly("Pip");
    }

    @Test
    void aCharacterWithoutATokenIsPaintedByItsNoun() {
        assertThat(only("Ola ran home.", new CastMember("Ola", "owl", null)).prompt()).startsWith("an owl running");
    }

    @Test
    void whoeverSaysGoodbyeIsNotInTheNextPicture() {
        CastMember tom = new CastMember("Tom", "boy", null);

        assertThat(plan("Mai met Tom in the garden. Tom waved goodbye and ran home. Mai sang.", 3, MAI, tom)
                .scenes().get(2).cast()).containsExactly("Mai");
        assertThat(plan("Mai gặp Tôm ở vườn. Tôm chào bạn, quay về. Mai hát.", 3, MAI, new CastMember("Tôm", "boy", null))
                .scenes().get(2).cast()).containsExactly("Mai");
    }

    @Test
    void theHeroWhoGoesLeavesTheOthersBehind() {
        assertThat(plan("Pip met an owl by the river. Pip said goodbye and went home. Pip slept.", 3, PIP).scenes().get(2).cast())
                .containsExactly("Pip");
    }

    @Test
    void whoIsToBeVisitedIsNotThereYet() {
        assertThat(only("Pip walked to the river to bring his aunt a basket.", PIP).cast()).containsExactly("Pip");
    }

    @Test
    void whatIsMadeOrServedIsNobody() {
        assertThat(plan("Mai made a paper fish. Mai carried the fish.", 2, MAI).scenes()).extracting(Scene::cast)
                .containsOnly(List.of("Mai"));
        assertThat(only("On the table stood a roast goose, and Mai laughed.", MAI).cast()).containsExactly("Mai");
        assertThat(only("Mai mút con gà bột xanh đỏ.", MAI).cast()).containsExactly("Mai");
        assertThat(only("Mai giơ tay làm con chó, con thỏ bằng bóng.", MAI).cast()).containsExactly("Mai");
    }

    @Test
    void anotherWordForANamedPersonIsThatPerson() {
        assertThat(plan("Mr Penn, the librarian, met Pip. Mr Penn smiled. The librarian read a book.", 3, PIP)
                .scenes().get(2).cast()).contains("Penn").doesNotContain("librarian");
        assertThat(plan("Mai baked with her grandfather. The old man laughed.", 2, MAI).scenes().get(1).cast())
                .containsExactly("Mai", "grandfather");
    }

    @Test
    void anElderOfTheSameKindIsSomebodyElse() {
        CastMember choai = new CastMember("Choai", "rooster", null);

        assertThat(only("Choai gặp bác gà trống già.", choai).cast()).containsExactly("Choai", "rooster");
    }

    @Test
    void baIsAFatherWhereItActsAndThreeWhereItCounts() {
        assertThat(only("Ba nhấc bổng Mai lên vai.", MAI).cast()).containsExactly("Mai", "father");
        assertThat(only("Mai thấy ba con mèo.", MAI).cast()).containsExactly("Mai", "cat");
    }

    @Test
    void inAnEldersYoungDaysSheIsTheElder() {
        String story = "Mai and her grandmother sat in the attic. They looked at a photograph.\n\n"
                + "When she was ten years old, she used to ride down the hill.\n\nNow they both laughed.";

        assertThat(plan(story, 3, MAI).scenes()).extracting(Scene::cast)
                .containsExactly(List.of("Mai", "grandmother"), List.of("grandmother"), List.of("Mai", "grandmother"));
    }

    @Test
    void whoIsDeadIsNotOnStage() {
        assertThat(only("Cha mẹ mất sớm, Mai sống một mình.", MAI).cast()).containsExactly("Mai");
    }

    @Test
    void whatIsShapedByHandIsNoCreature() {
        assertThat(only("Mai rolled the dough into little snails.", MAI).cast()).containsExactly("Mai");
        assertThat(only("Mai cuộn bột thành những con ốc nhỏ.", MAI).cast()).containsExactly("Mai");
    }

    @Test
    void aNounBeforeANounSaysOnlyOfWhatKindItIs() {
        assertThat(only("Mai read a pirate book.", MAI).cast()).containsExactly("Mai");
        assertThat(only("Mai gave the pirate flowers.", MAI).cast()).containsExactly("Mai", "pirate");
    }

    @Test
    void whoSendsALetterOrIsToldOfIsNotThere() {
        assertThat(only("Mai read a letter from her grandmother.", MAI).cast()).containsExactly("Mai");
        assertThat(only("Mai said that a bear had slept in the barn.", MAI).cast()).containsExactly("Mai");
    }

    @Test
    void aVietnameseFormOfAddressIsKept() {
        CastMember goose = new CastMember("Ngỗng Xám", "goose", null);

        assertThat(plan("Cô ngỗng đội mũ ra đường. Một con chó sủa ầm ĩ. Cô vỗ cánh bay lên.", 3, goose).scenes().get(2).cast())
                .contains("Ngỗng Xám");
    }

    @Test
    void twoWhoHavePartedAreToldOfOneByOne() {
        CastMember ferdy = new CastMember("Ferdy", "goat", null);
        CastMember lulu = new CastMember("Lulu", "goat", null);

        assertThat(plan("Ferdy and Lulu stood on the hill.\n\nFerdy shot off.\n\nLulu walked.\n\nFerdy slept.", 4,
                ferdy, lulu).scenes()).extracting(Scene::cast).endsWith(List.of("Lulu"), List.of("Ferdy"));
    }

    @Test
    void whoIsMissingIsNotDrawn() {
        CastMember cat = new CastMember("Minka", "cat", null);

        assertThat(only("Minka was not on the bed. Mai looked under the blanket.", MAI, cat).cast()).containsExactly("Mai");
    }
}
