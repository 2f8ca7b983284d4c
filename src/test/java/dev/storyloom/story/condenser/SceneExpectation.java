package dev.storyloom.story.condenser;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The facts of one scene: {@code [cast | place | time | action | carried | absent]}, see condenser/README.md. */
record SceneExpectation(String cast, String place, String time, String action, String carried, String absent) {

    static SceneExpectation of(String line) {
        String[] facts = line.replaceAll("^\\[|\\]$", "").split(" \\| ");
        return new SceneExpectation(facts[0], facts[1], facts[2], facts[3], facts[4], facts[5]);
    }

    /** Everybody who must be on stage is, and nobody else but those who may; one fox or several foxes is the same. */
    boolean castIsRight(Scene scene) {
        List<String> shown = scene.cast().stream().map(SceneExpectation::one).toList();
        List<String> allowed = new ArrayList<>();
        for (String who : cast.split(", ")) {
            List<String> names = Arrays.stream(who.replace("?", "").split("/")).map(SceneExpectation::one).toList();
            allowed.addAll(names);
            if (!who.startsWith("?") && names.stream().noneMatch(shown::contains)) {
                return false;
            }
        }
        return allowed.containsAll(shown);
    }

    private static String one(String name) {
        return name.endsWith("ies") ? name.substring(0, name.length() - 3) + "y"
                : name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
    }

    boolean placeIsRight(Scene scene) {
        return oneOf(place, scene.place());
    }

    /** Sunrise is a part of the morning and sunset one of the evening. */
    boolean timeIsRight(Scene scene) {
        return oneOf(time.replace("morning", "morning/sunrise").replace("evening", "evening/sunset"), scene.time());
    }

    boolean actionIsRight(Scene scene) {
        return oneIn(action, scene.prompt());
    }

    /** Whether the scene asks for something that an earlier scene brought in (an outfit, a thing held). */
    boolean carries() {
        return !carried.equals("-");
    }

    boolean carriedIsShown(Scene scene) {
        return Arrays.stream(carried.split(", ")).allMatch(thing -> oneIn(thing, scene.prompt()));
    }

    boolean denies() {
        return !absent.equals("*");
    }

    boolean nothingAbsentIsDrawn(Scene scene) {
        return Arrays.stream(absent.split(", ")).noneMatch(thing -> oneIn(thing, scene.prompt()));
    }

    private static boolean oneOf(String wanted, String found) {
        List<String> words = Arrays.asList(wanted.split("/"));
        return words.contains("*") || words.contains(found.isEmpty() ? "-" : found);
    }

    private static boolean oneIn(String wanted, String prompt) {
        return Arrays.stream(wanted.split("/")).anyMatch(word -> word.equals("*")
                || Pattern.compile("\\b" + Pattern.quote(word) + "(s|es)?\\b").matcher(prompt).find());
    }
}
