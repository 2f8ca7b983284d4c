package dev.storyloom.story.condenser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A story written for the tests (a scene a paragraph), with what a reader would expect each scene's picture to show. */
record ExpectedStory(String name, String text, List<CastMember> cast, List<Facts> scenes) {

    /** Alternatives of each fact; "*" takes anything, "-" nothing, "?" before a name: may be there or not. */
    record Facts(String paragraph, String cast, String place, String time, String action, String absent) {

        boolean castIsRight(Scene scene) {
            List<String> allowed = new ArrayList<>();
            for (String who : cast.split(",")) {
                allowed.add(who.replace("?", ""));
                if (!who.startsWith("?") && !scene.cast().contains(who)) {
                    return false;
                }
            }
            return allowed.containsAll(scene.cast());
        }

        boolean placeIsRight(Scene scene) {
            return oneOf(place, scene.place());
        }

        boolean timeIsRight(Scene scene) {
            return oneOf(time, scene.time());
        }

        boolean actionIsRight(Scene scene) {
            return action.contains("*") || Arrays.stream(action.split("\\|")).anyMatch(scene.prompt()::contains);
        }

        boolean nothingAbsentIsDrawn(Scene scene) {
            return absent.equals("*") || Arrays.stream(absent.split(",")).noneMatch(scene.prompt()::contains);
        }

        private static boolean oneOf(String wanted, String found) {
            return wanted.contains("*") || Arrays.asList(wanted.split("\\|")).contains(found.isEmpty() ? "-" : found);
        }
    }

    String language() {
        return name.substring(0, 2);
    }

    StoryPlan plan() {
        return new BuiltInCondenser().condense(
                new CondenserRequest(text, scenes.size(), cast, "", TokenBudget.estimate()));
    }

    /** The planned scene that holds most of an expected scene's text. */
    Scene planned(StoryPlan plan, Facts facts) {
        int start = text.indexOf(facts.paragraph());
        int end = start + facts.paragraph().length();
        Scene best = null;
        int most = -1;
        int from = 0;
        for (Scene scene : plan.scenes()) {
            from = text.indexOf(scene.narration(), from);
            int shared = Math.min(end, from + scene.narration().length()) - Math.max(start, from);
            if (shared > most) {
                most = shared;
                best = scene;
            }
        }
        return best;
    }

    static List<ExpectedStory> all() {
        Map<String, List<String[]>> rows = new LinkedHashMap<>();
        for (String line : read("facts.tsv").split("\n")) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] row = line.split("\t");
                rows.computeIfAbsent(row[0], key -> new ArrayList<>()).add(row);
            }
        }
        List<ExpectedStory> stories = new ArrayList<>();
        rows.forEach((name, of) -> stories.add(story(name, of)));
        return stories;
    }

    private static ExpectedStory story(String name, List<String[]> rows) {
        String text = read(name + ".txt").strip();
        String[] paragraphs = text.substring(text.indexOf("\n\n")).strip().split("\n\n");
        List<CastMember> cast = new ArrayList<>();
        for (String member : rows.get(0)[2].split(",")) {
            String[] parts = member.split(":");
            cast.add(new CastMember(parts[0], parts[1], "sks " + parts[1]));
        }
        List<Facts> scenes = new ArrayList<>();
        for (String[] row : rows.subList(1, rows.size())) {
            scenes.add(new Facts(paragraphs[Integer.parseInt(row[1]) - 1], row[2], row[3], row[4], row[5], row[6]));
        }
        return new ExpectedStory(name, text, cast, scenes);
    }

    private static String read(String file) {
        try (InputStream in = ExpectedStory.class.getResourceAsStream("/stories/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
