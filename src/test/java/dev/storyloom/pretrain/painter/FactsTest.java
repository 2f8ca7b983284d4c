package dev.storyloom.pretrain.painter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storyloom.pretrain.painter.Facts.Language;
import dev.storyloom.pretrain.painter.Facts.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

class FactsTest {
    @Test
    void theSplitIsTheSameOnEveryMachine() {
        assertThat(scene(Subject.FOX, Place.FOREST, TimeOfDay.DAY).heldOut()).isFalse();
        long heldOut = 0;
        for (Place place : Place.values()) {
            for (TimeOfDay time : List.of(TimeOfDay.DAY, TimeOfDay.SUNSET, TimeOfDay.NIGHT)) {
                heldOut = heldOut << 1 | (scene(Subject.FOX, place, time).heldOut() ? 1 : 0);
            }
        }
        assertThat(Long.toHexString(heldOut)).isEqualTo("4080");
    }

    @Test
    void deedStyleAndLanguageDoNotMatterForTheSplit() {
        Facts plain = scene(Subject.OWL, Place.FARM, TimeOfDay.NIGHT);
        Facts other = new Facts(plain.cast(), plain.place(), plain.time(), Weather.FOG, null, Action.FLYING, View.WIDE,
                Style.CRAYON, null, Language.VIETNAMESE);
        assertThat(other.heldOut()).isEqualTo(plain.heldOut());
    }

    private static Facts scene(Subject subject, Place place, TimeOfDay time) {
        return new Facts(List.of(new Role(subject, null, null, 0)), place, time, Weather.CLEAR, null, Action.STANDING,
                View.MEDIUM, Style.FLAT, null, Language.ENGLISH);
    }
}
