package dev.storyloom.pretrain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storyloom.pretrain.painter.Action;
import dev.storyloom.pretrain.painter.Facts;
import dev.storyloom.pretrain.painter.Facts.Language;
import dev.storyloom.pretrain.painter.Facts.Role;
import dev.storyloom.pretrain.painter.Facts.Thing;
import dev.storyloom.pretrain.painter.Place;
import dev.storyloom.pretrain.painter.Prop;
import dev.storyloom.pretrain.painter.Style;
import dev.storyloom.pretrain.painter.Subject;
import dev.storyloom.pretrain.painter.Surface;
import dev.storyloom.pretrain.painter.TimeOfDay;
import dev.storyloom.pretrain.painter.View;
import dev.storyloom.pretrain.painter.Weather;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeadTest {
    private static final Role FOX = new Role(Subject.FOX, null, null, 0);
    private static final Role OWL = new Role(Subject.OWL, null, null, 0);

    @Test
    void bothOfTwoMustBeAmongTheTwoHighest() {
        Facts two = drawn(List.of(FOX, OWL), null, Action.STANDING);
        assertThat(Head.SUBJECT.right(scores(Subject.OWL, 3, Subject.FOX, 2), two)).isTrue();
        assertThat(Head.SUBJECT.right(scores(Subject.OWL, 3, Subject.CAT, 2), two)).isFalse();
    }

    @Test
    void oneMustBeTheHighest() {
        Facts one = drawn(List.of(FOX), null, Action.STANDING);
        assertThat(Head.SUBJECT.right(scores(Subject.FOX, 3, Subject.CAT, 2), one)).isTrue();
        assertThat(Head.SUBJECT.right(scores(Subject.FOX, 2, Subject.CAT, 3), one)).isFalse();
    }

    @Test
    void scoresThatAreAllAlikeAreWrong() {
        assertThat(Head.SUBJECT.right(new float[Head.SUBJECT.classes()], drawn(List.of(FOX), null, Action.STANDING)))
                .isFalse();
    }

    @Test
    void aPhotoOnATableHasNeitherPlaceNorTime() {
        Facts photo = new Facts(List.of(FOX), null, null, Weather.CLEAR, null, Action.STANDING, View.MEDIUM, Style.PHOTO,
                Surface.TABLE, Language.ENGLISH);
        assertThat(Head.PLACE.answers(photo)).isEmpty();
        assertThat(Head.TIME.answers(photo)).isEmpty();
        assertThat(Head.PLACE.asked(photo)).isFalse();
    }

    @Test
    void aThingIsAskedForOnlyWhereThePromptNamesOne() {
        assertThat(Head.OBJECT.asked(drawn(List.of(FOX), new Thing(Prop.KITE, null), Action.STANDING))).isTrue();
        assertThat(Head.OBJECT.asked(drawn(List.of(FOX), null, Action.STANDING))).isFalse();
    }

    @Test
    void whoRidesABicycleDoesNotTellWhatTheyHold() {
        assertThat(Head.OBJECT.answers(drawn(List.of(FOX), null, Action.CYCLING))).isEmpty();
    }

    private static Facts drawn(List<Role> cast, Thing thing, Action action) {
        return new Facts(cast, Place.FOREST, TimeOfDay.DAY, Weather.CLEAR, thing, action, View.MEDIUM, Style.FLAT, null,
                Language.ENGLISH);
    }

    private static float[] scores(Subject one, float first, Subject other, float second) {
        float[] scores = new float[Head.SUBJECT.classes()];
        scores[one.ordinal()] = first;
        scores[other.ordinal()] = second;
        return scores;
    }
}
