package dev.storyloom.story.condenser;

import java.util.List;
import java.util.Set;

/** Makes a deed of a verb: fills in what it is done with. */
final class DeedReader {

    private static final Set<String> ELSEWHERE = Set.of("drawing", "painting", "writing", "reading", "telling",
            "eating", "cooking", "fishing", "thinking", "photographing", "counting");
    private static final Set<String> SOMEBODY = Set.of("him", "her", "them", "it", "nó", "em", "bé", "cô", "cậu", "chú",
            "bạn", "chị", "anh", "nàng", "mẹ", "bà", "ông", "bố");
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
            String bare = filled.replaceFirst(" (at|in|up|with|down)$", "");
            boolean somebody = verb.entry().has("whom") && !bare.equals("holding") && somebodyFollows(verb);
            return verb.entry().has("obj") && !somebody ? null : new Deed(actor, bare, "", weak);
        }
        return new Deed(actor, filled, object == null ? "" : filler, weak || filled.equals("eating food"));
    }

    /** "Led Tom", "dắt em": the object is a name or a pronoun. */
    private boolean somebodyFollows(Hit verb) {
        if (verb.to() >= words.size() || words.get(verb.to()).first()) {
            return false;
        }
        Word next = words.get(verb.to());
        return next.capital() || SOMEBODY.contains(next.text());
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
            if (Set.of("with", "beside", "while", "when", "and", "cùng", "với", "bên", "khi", "và", "để", "by", "đưa",
                    "gave").contains(words.get(i).text())) {
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
        boolean beings = verb.entry().has("whom");
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
