package dev.storyloom.story.condenser;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** What one page shows, gathered from its moments: the place and time it mostly is, and the best deed there. */
record SceneFacts(List<Figure> figures, Deed deed, Deed second, Entry place, Entry time, Entry weather, Entry mood,
                  List<String> things, List<String> outfits) {

    private static final Set<String> NIGHT_SKIES = Set.of("starry sky", "full moon");
    private static final int EXPLICIT = 80;
    private static final int MOST_THINGS = 3;
    private static final int MOST_FIGURES = 4;
    private static final Set<String> VAGUE = Set.of("animals", "family", "friends", "team");

    static SceneFacts of(List<Moment> scene, List<Figure> before, Roster roster) {
        Entry place = most(scene, Moment::place, Moment::placed);
        Entry time = most(scene, Moment::time, Moment::timed);
        List<Moment> there = scene.stream().filter(m -> m.place() == place).toList();
        List<Moment> core = there.isEmpty() ? scene : there;
        List<Figure> figures = figures(scene, before, roster);
        Deed deed = deed(core, figures, null);
        if (deed == null) {
            deed = deed(scene, figures, null);
        }
        Deed second = deed == null ? null : deed(scene, figures, deed);
        Moment last = core.get(core.size() - 1);
        List<Entry> skies = core.stream().flatMap(m -> m.weather().stream()).toList();
        List<Entry> moods = scene.stream().flatMap(m -> m.moods().stream()).toList();
        return new SceneFacts(figures, deed, second, place, time, skies.isEmpty() ? null : skies.get(skies.size() - 1),
                moods.isEmpty() ? null : moods.get(moods.size() - 1), things(core, deed, second, last), last.outfits());
    }

    /** The same in the painter's words. */
    Picture picture() {
        return new Picture(figures.stream().map(Figure::painted).toList(), deed == null ? "" : deed.phrase(),
                second == null ? "" : second.phrase(), place == null ? "" : place.phrase(), light(),
                weather == null || shownByTime() ? "" : weather.phrase(), mood == null ? "" : mood.phrase(), things, outfits);
    }

    /** Captions always tell the time; a scene that does not is by day, unless there are stars. */
    private String light() {
        if (time != null) {
            return time.phrase();
        }
        return place == null || weather != null && NIGHT_SKIES.contains(weather.phrase()) ? "" : "by day";
    }

    private boolean shownByTime() {
        return weather.phrase().equals("sun") && time != null;
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

    /** Whom the page names, and who is still there at its end: the given cast first, then by how often they are named. */
    private static List<Figure> figures(List<Moment> scene, List<Figure> before, Roster roster) {
        Map<Figure, Integer> times = new LinkedHashMap<>();
        scene.forEach(moment -> moment.figures().forEach(figure -> times.merge(figure, 1, Integer::sum)));
        leftEarly(scene).forEach(times::remove);
        scene.get(scene.size() - 1).present().forEach(figure -> times.putIfAbsent(figure, 0));
        if (times.isEmpty()) {
            return before.isEmpty() ? roster.cast().stream().limit(1).toList() : before;
        }
        List<Figure> figures = new ArrayList<>(times.keySet());
        if (figures.size() > 2) {
            figures.removeIf(figure -> VAGUE.contains(figure.noun()));
        }
        figures.sort(Comparator.comparing((Figure f) -> !f.cast())
                .thenComparing((Figure f) -> f.cast() ? 0 : -times.get(f)));
        return figures.subList(0, Math.min(MOST_FIGURES, figures.size()));
    }

    /** Who goes away as the page begins, and has no part in what others then do. */
    private static Set<Figure> leftEarly(List<Moment> scene) {
        Set<Figure> left = new HashSet<>();
        for (int i = 0; i < scene.size() - 1; i++) {
            List<Moment> rest = scene.subList(i + 1, scene.size());
            boolean othersAct = rest.stream().anyMatch(moment -> !moment.figures().isEmpty());
            scene.get(i).gone().stream().filter(figure -> othersAct
                    && rest.stream().noneMatch(moment -> moment.figures().contains(figure))).forEach(left::add);
        }
        return left;
    }

    /**
     * The best picture: a telling deed of the first figure before a weak one or another's; the earlier of equals.
     *
     * @param besides a deed that is shown already, or null
     */
    private static Deed deed(List<Moment> moments, List<Figure> figures, Deed besides) {
        Deed best = null;
        int bestScore = -1;
        for (Moment moment : moments) {
            for (Deed deed : moment.deeds()) {
                int score = (deed.weak() ? 0 : 6) + (deed.object().isEmpty() ? 0 : 1)
                        + (!figures.isEmpty() && deed.actor() == figures.get(0) ? 2 : 0)
                        + (moment.placed() ? 1 : 0);
                boolean shown = deed.verb().equals("wearing") || besides != null
                        && (deed.verb().equals(besides.verb()) || deed.weak() && deed.object().isEmpty() && !besides.weak());
                if (score > bestScore && !shown) {
                    best = deed;
                    bestScore = score;
                }
            }
        }
        return best;
    }

    private static List<String> things(List<Moment> moments, Deed deed, Deed second, Moment last) {
        Set<String> things = new LinkedHashSet<>();
        if (!last.held().isEmpty()) {
            things.add(last.held());
        }
        for (Moment moment : moments) {
            for (Hit thing : moment.things()) {
                if (!thing.entry().has("weak")) {
                    things.add(thing.entry().withArticle(thing.adjective()));
                }
            }
        }
        Stream.of(deed, second).filter(Objects::nonNull).forEach(shown -> things.remove(shown.object()));
        things.removeIf(thing -> last.outfits().stream().anyMatch(worn -> worn.equals(thing)
                || worn.endsWith(thing.substring(thing.indexOf(' ') + 1))));
        return things.stream().limit(MOST_THINGS).toList();
    }
}
