package dev.storyloom.pretrain;

import dev.storyloom.pretrain.painter.Facts;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How often each {@link Head} was right. */
final class Tally {
    private final Map<Head, int[]> counts = new EnumMap<>(Head.class);

    Tally() {
        for (Head head : Head.values()) {
            counts.put(head, new int[2]);
        }
    }

    /** {@code asked}: count only what a prompt of these facts asks for. */
    void add(Map<Head, float[]> scores, Facts facts, boolean asked) {
        for (Head head : Head.values()) {
            if (asked ? head.asked(facts) && !head.answers(facts).isEmpty() : !head.answers(facts).isEmpty()) {
                counts.get(head)[0] += head.right(scores.get(head), facts) ? 1 : 0;
                counts.get(head)[1]++;
            }
        }
    }

    int right(Head head) {
        return counts.get(head)[0];
    }

    int total(Head head) {
        return counts.get(head)[1];
    }

    /** In percent; 0 where nothing was counted. */
    double share(Head head) {
        return total(head) == 0 ? 0 : 100.0 * right(head) / total(head);
    }

    @Override
    public String toString() {
        return Stream.of(Head.values())
                .map(head -> "%s %.1f%%".formatted(head.key(), share(head)))
                .collect(Collectors.joining(" "));
    }
}
