package dev.storyloom.story.condenser;

import java.util.List;

/**
 * One page: what the reader reads and what the painter is told.
 *
 * @param narration in the story's language, its own words
 * @param prompt    English, for the first text encoder, within the token budget
 * @param style     English, for the second text encoder
 * @param negative  what the painter shall keep out
 * @param cast      who is on stage: names of the given cast first, then others by their name or English noun
 * @param place     English noun ("forest"), empty when the story names none
 * @param time      English noun ("night"), empty when the story names none
 * @param tokens    how many tokens the prompt takes, special ones included
 * @param dropped   English phrases that found no room in the prompt
 */
public record Scene(String narration, String prompt, String style, String negative, List<String> cast,
                    String place, String time, int tokens, List<String> dropped) {

    public Scene {
        cast = List.copyOf(cast);
        dropped = List.copyOf(dropped);
    }
}
