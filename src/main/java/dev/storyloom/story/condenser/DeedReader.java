package dev.storyloom.story.condenser;

import java.util.List;
import java.util.Set;

/** Makes a deed of a verb: fills in what it is done with. */
final class DeedReader {

    private static final Set<String> WITH_BEINGS = Set.of("looking at {}", "riding {}", "finding {}", "holding {}",
            "drawing {a picture}", "feeding {}", "hugging {}");
    private static final Set<String> ALONE = Set.of("playing", "drinking", "cooking", "building", "riding", "throwing",
            "pulling", "pushing", "feeding", "hugging");
    private static final Set<String> ELSEWHERE = Set.of("drawing", "writing", "reading", "telling", "eating", "cooking",
            "fishing", "buying", "thinking");
    private static final int REACH = 6;

    private final List<Word> words;
    private final List<Hit> hits;
    private final boolean[] silent;

    DeedReader(List<Word> words, List<Hit> hits, boolean[] silent) {
        this.words = words;
        this.hits = hits;
        this.silent = silent;
    }

    /** The deed, or null where the verb alone makes no picture. */
    Deed read(Hit verb, Figure actor) {
        String phrase = verb.entry().phrase();
        int slot = phrase.indexOf('{');
        boolean weak = verb.entry().has("weak");
        if (slot < 0) {
            return new Deed(actor, phrase, "", weak);
        }
        int close = phrase.indexOf('}');
        Hit object = objectOf(verb);
        String filler = object == null ? phrase.substring(slot + 1, close)
                : object.entry().withArticle(object.adjective());
        String filled = (phrase.substring(0, slot) + filler + phrase.substring(close + 1)).strip();
        if (filler.isEmpty()) {
            String bare = filled.replaceFirst(" (at|in)$", "");
            return ALONE.contains(bare) ? new Deed(actor, bare, "", !bare.equals("hugging")) : null;
        }
        return new Deed(actor, filled, object == null ? "" : filler, weak || filled.equals("eating food"));
    }

    /** Whether a being named after a verb is only drawn, told of, written to or eaten. */
    boolean elsewhere(Hit being) {
        for (Hit verb : hits) {
            boolean near = verb.kind() == Kind.ACTION && verb.to() <= being.from() && being.from() - verb.to() < REACH;
            if (near && ELSEWHERE.contains(verb.entry().phrase().split(" ")[0]) && sameClause(verb.to(), being.from())
                    && noSpeakerBetween(verb.to(), being.from())) {
                return true;
            }
        }
        return false;
    }

    private boolean noSpeakerBetween(int from, int to) {
        for (int i = from; i < to; i++) {
            if (Set.of("with", "beside", "while", "when", "and", "cùng", "với", "bên", "khi", "và", "để", "by").contains(
                    words.get(i).text())) {
                return false;
            }
        }
        return true;
    }

    private boolean sameClause(int from, int to) {
        for (int i = from; i <= to; i++) {
            if (words.get(i).first()) {
                return false;
            }
        }
        return true;
    }

    /** The first thing after the verb in the same clause; for some verbs a creature will do. */
    private Hit objectOf(Hit verb) {
        boolean beings = WITH_BEINGS.contains(verb.entry().phrase());
        for (Hit hit : hits) {
            if (hit.from() < verb.to() || silent[hit.from()]) {
                continue;
            }
            if (hit.from() - verb.to() > REACH || !sameClause(verb.to(), hit.from()) || hit.kind() == Kind.ACTION) {
                return null;
            }
            if (hit.kind() == Kind.THING || beings && hit.kind() == Kind.CREATURE) {
                return hit;
            }
        }
        return null;
    }
}
