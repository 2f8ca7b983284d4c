package dev.storyloom.story.condenser;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** What one page shows, gathered from its moments: the place and time it mostly is, and the best deed there. */
record SceneFacts(List<Figure> figures, Deed deed, Entry place, Entry time, Entry weather, Entry mood,
                  List<String> things, String outfit) {

    private static final int EXPLICIT = 80;
    private static final int MOST_THINGS = 3;

    static SceneFacts of(List<Moment> scene, List<Figure> before, Roster roster) {
        Entry place = most(scene, Moment::place, Moment::placed);
        Entry time = most(scene, Moment::time, Moment::timed);
        List<Moment> there = scene.stream().filter(m -> m.place() == place).toList();
        List<Moment> core = there.isEmpty() ? scene : there;
        List<Figure> figures = figures(scene, before, roster);
        Deed deed = deed(core, figures);
        if (deed == null) {
            deed = deed(scene, figures);
        }
        Moment last = core.get(core.size() - 1);
        List<Entry> skies = core.stream().flatMap(m -> m.weather().stream()).toList();
        List<Entry> moods = scene.stream().flatMap(m -> m.moods().stream()).toList();
        return new SceneFacts(figures, deed, place, time, skies.isEmpty() ? null : skies.get(skies.size() - 1),
                moods.isEmpty() ? null : moods.get(moods.size() - 1), things(core, deed), last.outfit());
    }

    /** The value that most of the scene's text has; a sentence that says it counts for more. */
    private static Entry most(List<Moment> scene, Function<Moment, Entry> value,
                              java.util.function.Predicate<Moment> explicit) {
        Map<Entry, Integer> weights = new LinkedHashMap<>();
        for (Moment moment : scene) {
            Entry entry = value.apply(moment);
            if (entry != null) {
                int weight = moment.sentence().length() + (explicit.test(moment) ? EXPLICIT : 0);
                weights.merge(entry, weight, Integer::sum);
            }
        }
        return weights.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse(null);
    }

    private static List<Figure> figures(List<Moment> scene, List<Figure> before, Roster roster) {
        Map<Figure, Integer> times = new LinkedHashMap<>();
        scene.forEach(moment -> moment.figures().forEach(figure -> times.merge(figure, 1, Integer::sum)));
        if (times.isEmpty()) {
            return before.isEmpty() ? roster.cast().stream().limit(1).toList() : before;
        }
        List<Figure> figures = new ArrayList<>(times.keySet());
        figures.sort(Comparator.comparing((Figure f) -> !f.cast())
                .thenComparing((Figure f) -> f.cast() ? 0 : -times.get(f)));
        return figures.subList(0, Math.min(4, figures.size()));
    }

    /** The best picture: a telling deed of the first figure before a weak one or another's; the later of equals. */
    private static Deed deed(List<Moment> moments, List<Figure> figures) {
        Deed best = null;
        int bestScore = -1;
        for (Moment moment : moments) {
            for (Deed deed : moment.deeds()) {
                int score = (deed.weak() ? 0 : 4) + (deed.object().isEmpty() ? 0 : 1)
                        + (!figures.isEmpty() && deed.actor() == figures.get(0) ? 3 : 0)
                        + (moment.placed() ? 1 : 0);
                if (score > bestScore) {
                    best = deed;
                    bestScore = score;
                }
            }
        }
        return best;
    }

    private static List<String> things(List<Moment> moments, Deed deed) {
        Set<String> things = new LinkedHashSet<>();
        for (Moment moment : moments) {
            for (Hit thing : moment.things()) {
                if (!thing.entry().has("weak")) {
                    things.add(thing.entry().withArticle(thing.adjective()));
                }
            }
        }
        if (deed != null) {
            things.remove(deed.object());
        }
        return things.stream().limit(MOST_THINGS).toList();
    }
}
