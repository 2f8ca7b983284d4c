package dev.storyloom.story.condenser;

import java.util.List;
import java.util.Set;

/** English nouns that only say what kind of thing the next one is: a "pirate book" is a book, a "fish stall" a stall. */
final class Compounds {

    /** After a being these are no nouns: "led the dog home". */
    private static final Set<String> ADVERBS = Set.of("home", "outside", "inside", "indoors", "upstairs", "downstairs",
            "underwater", "aboard", "backstage", "in", "on", "into", "onto", "at", "by", "up", "under", "over",
            "through", "along", "down", "around", "across", "behind", "beneath", "above", "among", "out", "off", "to",
            "back", "high", "between", "below");
    /** "Gave the girl flowers" has two objects. */
    private static final Set<String> GIVING = Set.of("gave", "give", "gives", "giving", "fed", "feed", "feeding",
            "feeds", "showed", "show", "shows", "handed", "hands", "brought", "bring", "brings", "offered", "offers",
            "bought", "buys", "made", "makes", "told", "tells", "taught", "sent", "sends", "read", "reads", "threw",
            "throws", "passed", "sold", "cooked", "poured", "lent", "knitted");
    private static final int REACH = 5;

    private final Lexicon lexicon;

    Compounds(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    void removeFirsts(List<Word> words, List<Hit> hits) {
        for (int i = hits.size() - 2; i >= 0; i--) {
            Hit hit = hits.get(i);
            Hit next = hits.get(i + 1);
            boolean thing = next.kind() == Kind.THING || next.kind() == Kind.PLACE;
            if (hit.kind().being() && thing && hit.to() == next.from() && oneNoun(words, hit, next)) {
                hits.remove(i);
            }
        }
    }

    private boolean oneNoun(List<Word> words, Hit hit, Hit next) {
        Word last = words.get(hit.to() - 1);
        Word second = words.get(next.from());
        return !second.first() && !last.owner() && !last.capital() && !second.capital() && !last.text().endsWith("s")
                && !ADVERBS.contains(second.text()) && !mayBeVerb(second.text()) && !given(words, hit.from());
    }

    private boolean mayBeVerb(String word) {
        return EnglishForms.of(word).stream().flatMap(form -> lexicon.startingWith(Language.ENGLISH, form.text()).stream())
                .anyMatch(pattern -> pattern.entry().kind() == Kind.ACTION && pattern.words().length == 1);
    }

    private static boolean given(List<Word> words, int from) {
        for (int i = from; i >= Math.max(0, from - REACH); i--) {
            if (i < from && GIVING.contains(words.get(i).text())) {
                return true;
            }
            if (words.get(i).first()) {
                return false;
            }
        }
        return false;
    }
}
