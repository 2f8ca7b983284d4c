package dev.storyloom.pretrain;

import dev.storyloom.pretrain.painter.Action;
import dev.storyloom.pretrain.painter.Facts;
import dev.storyloom.pretrain.painter.Vocabulary;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** One question that the {@link Probe} answers about a picture. */
enum Head {
    /** Who is in it; nobody is the last class. */
    SUBJECT(Vocabulary.subjects().size() + 1),
    PLACE(Vocabulary.places().size()),
    TIME(Vocabulary.times().size()),
    /** What somebody holds or has beside them; nothing is the last class. */
    OBJECT(Vocabulary.props().size() + 1),
    STYLE(Vocabulary.styles().size()),
    ACTION(Action.values().length);

    /** Deeds whose own things are no answer to what somebody has with them. */
    private static final Set<Action> WITH_THINGS =
            EnumSet.of(Action.READING, Action.COOKING, Action.CYCLING, Action.SAILING);

    private final int classes;

    Head(int classes) {
        this.classes = classes;
    }

    int classes() {
        return classes;
    }

    /** The right answers; none where the picture of these facts does not tell. Two only where two are in it. */
    List<Integer> answers(Facts facts) {
        return switch (this) {
            case SUBJECT -> facts.cast().isEmpty()
                    ? List.of(classes - 1)
                    : facts.cast().stream().map(role -> role.subject().ordinal()).toList();
            case PLACE -> facts.place() == null ? List.of() : List.of(facts.place().ordinal());
            case TIME -> facts.time() == null ? List.of() : List.of(facts.time().ordinal());
            case OBJECT -> WITH_THINGS.contains(facts.action())
                    ? List.of()
                    : List.of(facts.prop() == null ? classes - 1 : facts.prop().ordinal());
            case STYLE -> List.of(facts.style().ordinal());
            case ACTION -> facts.cast().isEmpty() ? List.of() : List.of(facts.action().ordinal());
        };
    }

    /** Whether a prompt of these facts asks for something here: a thing, or a deed other than standing. */
    boolean asked(Facts facts) {
        return switch (this) {
            case SUBJECT -> !facts.cast().isEmpty();
            case OBJECT -> facts.prop() != null;
            case ACTION -> !facts.cast().isEmpty() && facts.action() != Action.STANDING;
            default -> !answers(facts).isEmpty();
        };
    }

    /** Whether the highest of the scores, as many as there are answers, are all the right ones. */
    boolean right(float[] scores, Facts facts) {
        List<Integer> answers = answers(facts);
        double lowest = answers.stream().mapToDouble(answer -> scores[answer]).min().orElseThrow();
        int higher = 0;
        for (int i = 0; i < scores.length; i++) {
            higher += !answers.contains(i) && scores[i] >= lowest ? 1 : 0;
        }
        return higher == 0;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
