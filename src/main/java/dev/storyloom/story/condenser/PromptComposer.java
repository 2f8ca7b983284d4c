package dev.storyloom.story.condenser;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Puts a scene into plain English for the painter: who, doing what, where, when, with what. When the token budget is
 * short, parts go in the order of {@link Part}: who, what they do and where stay to the last.
 */
final class PromptComposer {

    static final String STORYBOOK = "storybook illustration, soft colours";
    private static final String DAY = "by day";
    static final String NEGATIVE = "photo, realistic, scary, blood, weapon, nude, text, letters, watermark, signature, "
            + "frame, blurry, deformed, extra limbs, extra fingers";

    /** Parts that may be left out, the first to go first. */
    enum Part {
        MOOD, WEATHER, THIRD_THING, SECOND_THING, THING, OUTFIT, FARTHER_COMPANIONS, TIME, COMPANIONS, PLACE, DEED
    }

    private final TokenBudget tokens;
    private final String style;

    PromptComposer(TokenBudget tokens, String style) {
        this.tokens = tokens;
        this.style = style.isEmpty() ? STORYBOOK : style;
    }

    /** @param prompt within the budget; @param dropped English phrases that found no room */
    record Prompt(String prompt, int tokens, List<String> dropped) {
    }

    Prompt compose(SceneFacts facts) {
        Set<Part> without = EnumSet.noneOf(Part.class);
        List<String> dropped = new ArrayList<>();
        String prompt = write(facts, without);
        for (Part part : Part.values()) {
            if (tokens.count(prompt) <= tokens.limit()) {
                break;
            }
            String words = words(facts, part);
            if (!words.isEmpty()) {
                without.add(part);
                dropped.add(words);
                prompt = write(facts, without);
            }
        }
        while (tokens.count(prompt) > tokens.limit() && prompt.indexOf(' ') > 0) {
            dropped.add(prompt.substring(prompt.lastIndexOf(' ') + 1));
            prompt = prompt.substring(0, prompt.lastIndexOf(' '));
        }
        return new Prompt(prompt, tokens.count(prompt), dropped);
    }

    /** The style, cut at whole phrases and then whole words to what the second encoder reads. */
    String style() {
        String cut = style;
        while (tokens.count(cut) > tokens.limit() && !cut.isEmpty()) {
            int at = Math.max(cut.lastIndexOf(','), cut.lastIndexOf(' '));
            cut = at < 0 ? "" : cut.substring(0, at).strip();
        }
        return cut;
    }

    /** "a fox holding a lantern in the forest at night, with a stone": the order of the captions a painter learned. */
    private static String write(SceneFacts facts, Set<Part> without) {
        StringBuilder prompt = new StringBuilder(subject(facts, without));
        boolean busy = facts.deed() != null && !facts.deed().object().isEmpty();
        List<Part> head = busy ? List.of(Part.DEED, Part.PLACE, Part.TIME)
                : List.of(Part.DEED, Part.THING, Part.PLACE, Part.TIME);
        for (Part part : head) {
            append(prompt, " ", facts, part, without);
        }
        if (busy) {
            append(prompt, ", ", facts, Part.THING, without);
        }
        for (Part part : List.of(Part.SECOND_THING, Part.THIRD_THING, Part.OUTFIT, Part.WEATHER, Part.MOOD)) {
            append(prompt, ", ", facts, part, without);
        }
        return prompt.toString();
    }

    private static void append(StringBuilder prompt, String joint, SceneFacts facts, Part part, Set<Part> without) {
        String words = without.contains(part) ? "" : words(facts, part);
        if (!words.isEmpty()) {
            prompt.append(joint).append(words);
        }
    }

    private static String subject(SceneFacts facts, Set<Part> without) {
        if (facts.figures().isEmpty()) {
            return "a storybook scene";
        }
        List<String> who = new ArrayList<>();
        for (int i = 0; i < facts.figures().size(); i++) {
            Part part = i == 0 ? null : i == 1 ? Part.COMPANIONS : Part.FARTHER_COMPANIONS;
            if (part == null || !without.contains(part)) {
                who.add(facts.figures().get(i).painted());
            }
        }
        return joined(who);
    }

    private static String joined(List<String> words) {
        int last = words.size() - 1;
        return last == 0 ? words.get(0) : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }

    /** What a part says; empty when the scene has none. */
    private static String words(SceneFacts facts, Part part) {
        return switch (part) {
            case DEED -> facts.deed() == null ? "" : facts.deed().phrase();
            case PLACE -> facts.place() == null ? "" : facts.place().phrase();
            case TIME -> facts.time() == null ? (facts.place() == null || nightSky(facts) ? "" : DAY)
                    : facts.time().phrase();
            case WEATHER -> facts.weather() == null || shownByTime(facts) ? "" : facts.weather().phrase();
            case MOOD -> facts.mood() == null ? "" : facts.mood().phrase() + " mood";
            case OUTFIT -> facts.outfit().isEmpty() || facts.deed() != null
                    && facts.deed().phrase().contains(facts.outfit()) ? "" : "wearing " + facts.outfit();
            case THING -> thing(facts, 0);
            case SECOND_THING -> thing(facts, 1);
            case THIRD_THING -> thing(facts, 2);
            case COMPANIONS -> facts.figures().size() > 1 ? facts.figures().get(1).painted() : "";
            case FARTHER_COMPANIONS -> facts.figures().size() > 2 ? joined(facts.figures()
                    .subList(2, facts.figures().size()).stream().map(Figure::painted).toList()) : "";
        };
    }

    /** Captions always tell the time; a scene that does not is by day, unless there are stars. */
    private static boolean nightSky(SceneFacts facts) {
        return facts.weather() != null && Set.of("starry sky", "full moon").contains(facts.weather().phrase());
    }

    private static boolean shownByTime(SceneFacts facts) {
        return facts.weather().phrase().equals("sun") && facts.time() != null;
    }

    private static String thing(SceneFacts facts, int index) {
        if (index >= facts.things().size()) {
            return "";
        }
        String thing = facts.things().get(index);
        return index == 0 ? "with " + thing : thing;
    }
}
