package dev.storyloom.cli;

import java.util.ArrayList;
import java.util.List;

import dev.storyloom.story.condenser.Scene;
import dev.storyloom.story.condenser.StoryPlan;

/** A story plan for people: title, then each scene's words, stage and prompt, at most 88 columns wide. */
final class PlanText {

    private static final int COLUMNS = 88;
    private static final String INDENT = "    ";

    private PlanText() {
    }

    static String of(StoryPlan plan) {
        StringBuilder text = new StringBuilder();
        int scenes = plan.scenes().size();
        text.append(plan.title()).append("  (").append(plan.language()).append(", ").append(scenes)
                .append(scenes == 1 ? " scene)\n" : " scenes)\n");
        for (int i = 0; i < scenes; i++) {
            Scene scene = plan.scenes().get(i);
            text.append('\n');
            wrap(text, String.format("%2d  ", i + 1), scene.narration());
            String stage = stage(scene);
            if (!stage.isEmpty()) {
                wrap(text, INDENT + "On stage: ", stage);
            }
            wrap(text, INDENT + "Painter:  ", scene.prompt() + "  [" + scene.tokens() + " tokens]");
            if (!scene.dropped().isEmpty()) {
                wrap(text, INDENT + "No room:  ", String.join("; ", scene.dropped()));
            }
        }
        if (scenes > 0) {
            text.append('\n');
            wrap(text, "Style:    ", plan.scenes().get(0).style());
        }
        return text.toString();
    }

    private static String stage(Scene scene) {
        List<String> stage = new ArrayList<>();
        if (!scene.cast().isEmpty()) {
            stage.add(String.join(", ", scene.cast()));
        }
        if (!scene.place().isEmpty()) {
            stage.add(scene.place());
        }
        if (!scene.time().isEmpty()) {
            stage.add(scene.time());
        }
        return String.join(" · ", stage);
    }

    private static void wrap(StringBuilder text, String head, String words) {
        StringBuilder line = new StringBuilder(head);
        for (String word : words.split("\\s+")) {
            if (line.length() + word.length() > COLUMNS && line.length() > head.length()) {
                text.append(line.toString().stripTrailing()).append('\n');
                line.setLength(0);
                line.append(" ".repeat(head.length()));
            }
            line.append(word).append(' ');
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }
}
