package dev.storyloom.story.condenser;

import java.util.List;
import java.util.Set;

/** Nouns that call somebody who is there already by another name: "the big fellow", "the thief", "người bạn bốn chân". */
final class Epithets {

    private static final Set<String> FOR_ANYBODY = Set.of("thief", "stranger", "guests", "traveller", "hero in a cape");
    private static final Set<String> WORDS = Set.of("fellow", "creature", "rascal", "robber", "beast", "lad", "lass",
            "chap", "one");
    private static final Set<String> FRIEND = Set.of("friend", "friends");
    private static final Set<String> POSSESSIVES = Set.of("his", "her", "their", "its", "my", "the", "this", "that");

    private final Language language;
    private final Roster roster;
    private final Pronouns pronouns;

    Epithets(Language language, Roster roster, Pronouns pronouns) {
        this.language = language;
        this.roster = roster;
        this.pronouns = pronouns;
    }

    /** Who is meant, or null where the noun brings in somebody new. */
    Figure at(List<Word> words, Hit hit) {
        String noun = hit.entry().phrase();
        String last = words.get(hit.to() - 1).text();
        boolean friend = FRIEND.contains(noun) && !last.endsWith("s");
        boolean other = FOR_ANYBODY.contains(noun) || WORDS.contains(last);
        if (!friend && !other || roster.knows(noun) || !known(words, hit)) {
            return null;
        }
        return friend ? pronouns.companion() : pronouns.lastSpokenOf();
    }

    private boolean known(List<Word> words, Hit hit) {
        if (language == Language.VIETNAMESE) {
            return Likenesses.definite(words, hit, language);
        }
        for (int i = hit.from(); i >= Math.max(0, hit.from() - 3); i--) {
            if (POSSESSIVES.contains(words.get(i).text())) {
                return true;
            }
            if (words.get(i).first()) {
                return false;
            }
        }
        return false;
    }
}
