package dev.storyloom.story.condenser;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Puts a picture into plain English for the painter: who, doing what, where, when, with what. When the token budget is
 * short, parts go in the order of {@link Part}: who, what they do and where stay to the last. The style is for the
 * second text encoder, which reads it after the prompt, so it gets the room that the prompt leaves.
 */
public final class PromptComposer {

    public static final String NEGATIVE = "photo, realistic, scary, blood, weapon, nude, text, letters, watermark, signature, "
            + "frame, blurry, deformed, extra limbs, extra fingers";
    static final String STORYBOOK = "storybook illustration, soft colours";

    /** Parts that may be left out, the first to go first. */
    enum Part {
        MOOD, WEATHER, THIRD_THING, SECOND_THING, THING, SECOND_DEED, FARTHER_COMPANIONS, TIME, OUTFIT, COMPANIONS, PLACE, DEED
    }

    private final TokenBudget tokens;
    private final String style;

    public PromptComposer(TokenBudget tokens, String style) {
        this.tokens = tokens;
        this.style = style.isEmpty() ? STORYBOOK : style;
    }

    /** @param prompt within the budget; @param dropped English phrases that found no room */
    public record Prompt(String prompt, String style, int tokens, List<String> dropped) {
    }

    public Prompt compose(Picture picture) {
        Set<Part> without = EnumSet.noneOf(Part.class);
        List<String> dropped = new ArrayList<>();
        String prompt = write(picture, without);
        for (Part part : Part.values()) {
            if (fits(prompt)) {
                break;
            }
            String words = words(picture, part);
            if (!words.isEmpty()) {
                without.add(part);
                dropped.add(words);
                prompt = write(picture, without);
            }
        }
        while (!fits(prompt) && prompt.indexOf(' ') > 0) {
            dropped.add(prompt.substring(prompt.lastIndexOf(' ') + 1));
            prompt = prompt.substring(0, prompt.lastIndexOf(' '));
        }
        return new Prompt(prompt, styleAfter(prompt, dropped), tokens.count(prompt), dropped);
    }

    private boolean fits(String text) {
        return tokens.count(text) <= tokens.limit();
    }

    /** The style, cut at whole phrases and then whole words to the room that the prompt leaves. */
    private String styleAfter(String prompt, List<String> dropped) {
        String cut = style;
        while (!cut.isEmpty() && !fits(prompt + ", " + cut)) {
            int at = Math.max(cut.lastIndexOf(','), cut.lastIndexOf(' '));
            dropped.add(cut.substring(at + 1).strip());
            cut = at < 0 ? "" : cut.substring(0, at).strip();
        }
        return cut.endsWith(",") ? cut.substring(0, cut.length() - 1) : cut;
    }

    /** "a fox holding a lantern in the forest at night, with a stone": the order of the captions a painter learned. */
    private static String write(Picture picture, Set<Part> without) {
        StringBuilder prompt = new StringBuilder(subject(picture, without));
        boolean busy = picture.deed().contains(" a ") || !picture.second().isEmpty();
        List<Part> head = busy ? List.of(Part.DEED, Part.SECOND_DEED, Part.PLACE, Part.TIME)
                : List.of(Part.DEED, Part.THING, Part.PLACE, Part.TIME);
        for (Part part : head) {
            append(prompt, " ", picture, part, without);
        }
        if (busy) {
            append(prompt, ", ", picture, Part.THING, without);
        }
        for (Part part : List.of(Part.SECOND_THING, Part.THIRD_THING, Part.OUTFIT, Part.WEATHER, Part.MOOD)) {
            append(prompt, ", ", picture, part, without);
        }
        return prompt.toString();
    }

    private static void append(StringBuilder prompt, String joint, Picture picture, Part part, Set<Part> without) {
        String words = without.contains(part) ? "" : words(picture, part);
        if (!words.isEmpty()) {
            prompt.append(joint).append(words);
        }
    }

    private static String subject(Picture picture, Set<Part> without) {
        if (picture.who().isEmpty()) {
            return "a storybook scene";
        }
        List<String> who = new ArrayList<>();
        for (int i = 0; i < picture.who().size(); i++) {
            Part part = i == 0 ? null : i == 1 ? Part.COMPANIONS : Part.FARTHER_COMPANIONS;
            if (part == null || !without.contains(part)) {
                who.add(picture.who().get(i));
            }
        }
        return joined(who);
    }

    private static String joined(List<String> words) {
        int last = words.size() - 1;
        return last == 0 ? words.get(0) : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }

    /** What a part says; empty when the picture has none. */
    private static String words(Picture picture, Part part) {
        List<String> who = picture.who();
        return switch (part) {
            case DEED -> picture.deed();
            case SECOND_DEED -> prefixed("and ", picture.second());
            case PLACE -> picture.place();
            case TIME -> picture.time();
            case WEATHER -> picture.weather();
            case MOOD -> picture.mood().isEmpty() ? "" : picture.mood() + " mood";
            case OUTFIT -> prefixed("wearing ", String.join(" and ", picture.outfits()));
            case THING -> prefixed("with ", thing(picture, 0));
            case SECOND_THING -> thing(picture, 1);
            case THIRD_THING -> thing(picture, 2);
            case COMPANIONS -> who.size() > 1 ? who.get(1) : "";
            case FARTHER_COMPANIONS -> who.size() > 2 ? joined(who.subList(2, who.size())) : "";
        };
    }

    private static String prefixed(String before, String words) {
        return words.isEmpty() ? "" : before + words;
    }

    private static String thing(Picture picture, int index) {
        return index < picture.things().size() ? picture.things().get(index) : "";
    }
}
