package dev.storyloom.story.condenser;

import java.util.List;

/**
 * What one page shows, in English words for a painter; a field that the scene does not have is empty.
 *
 * @param who     whom it shows, with article or trained token, the most important first
 * @param deed    what they do, in -ing ("reading a book")
 * @param second  what else is done
 * @param place   with preposition ("in the forest")
 * @param time    of day and light ("at night")
 * @param things  with articles, the most important first
 * @param outfits what the hero wears, with articles
 */
public record Picture(List<String> who, String deed, String second, String place, String time, String weather,
                      String mood, List<String> things, List<String> outfits) {

    public Picture {
        who = List.copyOf(who);
        things = List.copyOf(things);
        outfits = List.copyOf(outfits);
    }

    /** The same beings, and nothing that is said of them. */
    Picture ofWhoAlone() {
        return new Picture(who, "", "", "", "", "", "", List.of(), List.of());
    }
}
