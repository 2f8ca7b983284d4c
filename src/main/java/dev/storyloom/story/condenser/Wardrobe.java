package dev.storyloom.story.condenser;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Follows what the hero wears and holds, until the text takes it off or lets it go. */
final class Wardrobe {

    private static final Set<String> WORN = Set.of("in", "wore", "wearing", "under", "dressed", "on", "mặc", "đội",
            "khoác", "quàng", "đeo", "mang", "diện", "xỏ");
    private static final Set<String> TAKING_OFF = Set.of("off", "cởi", "cất");
    private static final Set<String> CARRYING = Set.of("holding", "carrying");
    private static final Set<String> LETTING_GO = Set.of("giving", "dropping", "throwing", "putting", "selling",
            "breaking", "hanging", "planting", "eating", "releasing");
    private static final int REACH = 6;
    private static final int MOST_CLOTHES = 2;

    private Wardrobe() {
    }

    static List<String> outfits(List<String> before, List<Word> words, List<Hit> things) {
        List<String> outfits = new ArrayList<>(before);
        for (Hit thing : things) {
            if (!thing.entry().has("wear") || !within(words, thing, WORN)) {
                continue;
            }
            String worn = thing.entry().withArticle(thing.adjective());
            String noun = thing.entry().phrase();
            outfits.removeIf(other -> other.endsWith(noun));
            if (!within(words, thing, TAKING_OFF)) {
                outfits.add(worn);
            }
        }
        int from = Math.max(0, outfits.size() - MOST_CLOTHES);
        return List.copyOf(outfits.subList(from, outfits.size()));
    }

    private static boolean within(List<Word> words, Hit thing, Set<String> wanted) {
        for (int i = thing.from() - 1; i >= Math.max(0, thing.from() - REACH) && !words.get(i + 1).first(); i--) {
            if (wanted.contains(words.get(i).text())) {
                return true;
            }
        }
        return thing.from() > 0 && wanted.contains(words.get(thing.from()).text());
    }

    static String held(String before, List<Deed> deeds) {
        String held = before;
        for (Deed deed : deeds) {
            String verb = deed.phrase().split(" ")[0];
            if (CARRYING.contains(verb) && !deed.object().isEmpty()) {
                held = deed.object();
            } else if (verb.equals("sleeping") || LETTING_GO.contains(verb) && sameThing(deed.object(), held)) {
                held = "";
            }
        }
        return held;
    }

    private static boolean sameThing(String one, String other) {
        return !one.isEmpty() && !other.isEmpty() && other.endsWith(one.substring(one.lastIndexOf(' ') + 1));
    }
}
