package dev.storyloom.story.condenser.model;

import dev.storyloom.story.condenser.CastMember;
import dev.storyloom.story.condenser.CondenserRequest;
import dev.storyloom.story.condenser.Picture;
import dev.storyloom.story.condenser.PromptComposer;
import dev.storyloom.story.condenser.Scene;
import dev.storyloom.story.condenser.StoryPlan;
import dev.storyloom.story.condenser.TimeWords;
import dev.storyloom.story.condenser.model.Answer.AnsweredScene;
import java.util.ArrayList;
import java.util.List;

/** Puts a model's answer into a plan: the words for the reader stay, the painter's come from the answer where it is fine. */
final class Repainting {

    private static final int SHORT = 40;
    private static final int LONG = 120;
    private static final int MOST_OTHERS = 3;
    private static final int MOST_THINGS = 3;

    private final CondenserRequest request;
    private final Answer answer;
    private final PromptComposer composer;

    Repainting(CondenserRequest request, Answer answer) {
        this.request = request;
        this.answer = answer;
        this.composer = new PromptComposer(request.tokens(), request.style());
    }

    StoryPlan of(StoryPlan plan) {
        List<Scene> scenes = new ArrayList<>();
        for (int i = 0; i < plan.scenes().size(); i++) {
            scenes.add(scene(plan.scenes().get(i), answer.scenes().get(i)));
        }
        return new StoryPlan(plan.title(), plan.language(), scenes);
    }

    /** A page about which the model says anything unfit keeps what the built-in condenser says. */
    private Scene scene(Scene scene, AnsweredScene answered) {
        try {
            List<CastMember> cast = answered.characters().stream().distinct().map(this::character).toList();
            List<String> others = CheckedWords.of("others", answered.others(), SHORT, MOST_OTHERS);
            List<String> who = new ArrayList<>(cast.stream().map(CastMember::painted).toList());
            who.addAll(others);
            String place = CheckedWords.of("place", answered.place(), LONG);
            String time = answered.time().equals("unknown") ? "" : answered.time();
            String outfit = CheckedWords.of("outfit", answer.outfit(), LONG);
            boolean dressed = !outfit.isEmpty() && !request.cast().isEmpty() && cast.contains(request.cast().get(0));
            PromptComposer.Prompt prompt = composer.compose(new Picture(who, action(answered.action()), "", place,
                    TimeWords.phrase(time), CheckedWords.of("weather", answered.weather(), SHORT),
                    CheckedWords.of("mood", answered.mood(), SHORT),
                    CheckedWords.of("things", answered.things(), SHORT, MOST_THINGS), dressed ? List.of(outfit) : List.of()));
            List<String> names = new ArrayList<>(cast.stream().map(CastMember::name).toList());
            others.forEach(other -> names.add(other.replaceFirst("^(a|an|the|some) ", "")));
            return new Scene(scene.narration(), prompt.prompt(), prompt.style(), scene.negative(), names, noun(place), time,
                    prompt.tokens(), prompt.dropped());
        } catch (CheckedWords.Refused unfit) {
            return scene;
        }
    }

    private CastMember character(int number) {
        if (number < 1 || number > request.cast().size()) {
            throw new CheckedWords.Refused("characters");
        }
        return request.cast().get(number - 1);
    }

    /** The action with its placeholders filled in, after the model's own words have been checked. */
    private String action(String words) {
        String filled = CheckedWords.of("action", words.replaceAll("\\{[1-9]}", "somebody"), LONG);
        if (filled.isEmpty() || !words.contains("{")) {
            return filled;
        }
        String action = words.strip();
        for (int i = 0; i < request.cast().size(); i++) {
            action = action.replace("{" + (i + 1) + "}", request.cast().get(i).painted());
        }
        if (action.contains("{")) {
            throw new CheckedWords.Refused("action");
        }
        return action;
    }

    private static String noun(String place) {
        return place.replaceFirst("^(in|on|at|by|under|inside|near|behind|beside|through|outside|among) ", "")
                .replaceFirst("^(a|an|the|his|her|their) ", "");
    }
}
