package dev.storyloom.pretrain.painter;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** All that the painter can draw and the bundled model can therefore learn, in English and Vietnamese words. */
public final class Vocabulary {
    private static final List<String> STYLES = List.of("storybook illustration", "storybook picture");

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

    /** Style words of the drawn pictures, the plainest first. */
    public static List<String> styles() {
        return STYLES;
    }

    /** Names of all drawings that the painter asks the art collection for. */
    static Set<String> artNames() {
        Set<String> names = new LinkedHashSet<>();
        Arrays.stream(Subject.values()).forEach(subject -> names.addAll(subject.art()));
        Arrays.stream(Prop.values()).forEach(prop -> names.add(prop.art()));
        return names;
    }
}
