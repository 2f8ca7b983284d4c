package dev.storyloom.story.condenser;

/**
 * A lexicon entry found in a sentence.
 *
 * @param from      index of its first word
 * @param to        after its last word
 * @param surface   as the story writes it
 * @param adjective English words that belong to it ("red"), or empty
 */
record Hit(Entry entry, int from, int to, String surface, String adjective) {

    Kind kind() {
        return entry.kind();
    }

    Hit with(String words) {
        return new Hit(entry, from, to, surface, words);
    }
}
