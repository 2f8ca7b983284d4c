package dev.storyloom.story.condenser;

import java.util.Locale;

/** Somebody in the story: a member of the given cast, or one whom the story brings in. */
final class Figure {

    private final String name;
    private final String noun;
    private final String token;
    private final boolean cast;
    private boolean plural;
    private final boolean creature;
    private char gender;
    private String adjective = "";
    private String surface;
    private String many = "";

    private Figure(String name, String noun, String token, boolean cast, boolean plural, char gender) {
        this.creature = gender == 'c';
        this.name = name;
        this.noun = noun;
        this.token = token;
        this.cast = cast;
        this.plural = plural;
        this.gender = gender;
        this.surface = name;
    }

    static Figure of(CastMember member, Entry being) {
        String noun = member.classNoun().isEmpty() ? (being == null ? "child" : being.phrase()) : member.classNoun();
        return new Figure(member.name(), noun, member.token(), true, false, gender(being));
    }

    static Figure of(String name, Entry being) {
        return new Figure(name, being.phrase(), null, false, being.has("pl"), gender(being));
    }

    private static char gender(Entry being) {
        if (being == null) {
            return '?';
        }
        return being.has("f") ? 'f' : being.has("m") ? 'm' : being.kind() == Kind.CREATURE ? 'c' : '?';
    }

    String name() {
        return name;
    }

    String noun() {
        return noun;
    }

    boolean cast() {
        return cast;
    }

    boolean plural() {
        return plural;
    }

    boolean creature() {
        return creature;
    }

    boolean named() {
        return !name.equals(noun);
    }

    String surface() {
        return surface;
    }

    void describe(String words, String written) {
        adjective = words.isEmpty() ? adjective : words;
        surface = named() ? surface : written;
        String last = written.substring(written.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
        if (!cast && !named() && last.endsWith("s") && !noun.endsWith("s")) {
            plural = true;
            many = last;
        }
    }

    /** f, m, c (a creature nobody has called he or she yet) or ? (unknown). */
    char gender() {
        return gender;
    }

    boolean mayBe(char pronoun) {
        return gender == pronoun || gender == 'c' || gender == '?' && pronoun != 'c';
    }

    void learn(char pronoun) {
        if (gender == '?' || gender == 'c' && pronoun != 'c') {
            gender = pronoun;
        }
    }

    /** How the painter is told of it: the trained token, or the noun with its article. */
    String painted() {
        if (token != null) {
            return token.matches("(?i)(a|an|the) .*") ? token : Entry.article(token);
        }
        String kind = many.isEmpty() ? noun : many;
        String words = adjective.isEmpty() ? kind : adjective + " " + kind;
        return plural ? words : Entry.article(words);
    }
}
