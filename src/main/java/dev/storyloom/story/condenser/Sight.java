package dev.storyloom.story.condenser;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What one sentence shows, gathered word by word. */
final class Sight {
    final LinkedHashSet<Figure> onStage = new LinkedHashSet<>();
    /** Who is named only to say that they are not there, or do not do it. */
    final Set<Figure> denied = new HashSet<>();
    /** Who is not there at all. */
    final Set<Figure> missing = new HashSet<>();
    final List<Deed> deeds = new ArrayList<>();
    final List<Entry> moods = new ArrayList<>();
    final List<Hit> things = new ArrayList<>();
    final List<Entry> sky = new ArrayList<>();
    Entry time;
    Entry hinted;
    Figure subject;
    Figure last;
    /** Who has gone away by its end. */
    final Set<Figure> gone = new LinkedHashSet<>();
    /** Who of them went home or said goodbye. */
    final Set<Figure> home = new HashSet<>();
    List<Hit> hits = List.of();
    boolean lifeless;
    boolean leap;
    boolean opens;
    boolean comesHome;

    boolean wakes() {
        return deeds.stream().anyMatch(deed -> deed.phrase().equals("waking up"));
    }

    /** Whether it names a time or a leap to one that is not the story's. */
    boolean later(Entry before) {
        return leap || time != null && time != before;
    }
}
