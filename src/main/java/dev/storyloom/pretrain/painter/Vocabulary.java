package dev.storyloom.pretrain.painter;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** All that the painter can draw and the bundled model can therefore learn, in English and Vietnamese words. */
public final class Vocabulary {
    private Vocabulary() {
    }

    public static List<Subject> subjects() {
        return List.of(Subject.values());
    }

    public static List<Place> places() {
        return List.of(Place.values());
    }

    public static List<TimeOfDay> times() {
        return List.of(TimeOfDay.values());
    }

    public static List<Prop> props() {
        return List.of(Prop.values());
    }

    public static List<Style> styles() {
        return List.of(Style.values());
    }

    /** Names of all drawings that the painter asks the art collections for. */
    static Set<String> artNames() {
        Set<String> names = new LinkedHashSet<>();
        for (Subject subject : Subject.values()) {
            for (int tone = 0; tone < (subject.toned() ? Subject.TONES.size() : 1); tone++) {
                names.add(subject.art(tone));
            }
        }
        Arrays.stream(Prop.values()).forEach(prop -> names.add(prop.art()));
        names.addAll(List.of("crown", "open-book", "pot-of-food", "bicycle", "cactus", "playground-slide", "coral",
                "ringed-planet"));
        return names;
    }
}
