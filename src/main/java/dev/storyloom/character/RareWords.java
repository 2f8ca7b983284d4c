package dev.storyloom.character;

import java.util.Collection;
import java.util.List;

/**
 * Words that training ties characters to. Each is one of CLIP's rarest tokens, hardly a word by itself, so training can
 * give it a meaning; there are more of them than an account can need.
 */
final class RareWords {
    private static final List<String> ALL = List.of("sks", "tvc", "nrf", "rcn", "csn", "kprs", "pbc", "dsd", "lmp", "ncbd",
            "smx", "tbr", "wsl", "scd", "bgc", "qtr", "slv", "wrs", "sqn", "ghc");

    private RareWords() {
    }

    /** The first that is not taken, so that the characters of an account can play in one story. */
    static String free(Collection<String> taken) {
        return ALL.stream().filter(word -> !taken.contains(word)).findFirst()
                .orElseThrow(() -> new IllegalStateException("All rare words are taken"));
    }
}
