package dev.storyloom.story.condenser;

import java.util.Locale;
import java.util.Set;

/** Somebody in the story: a member of the given cast, or one whom the story brings in. */
final class Figure {

    private static final Set<String> KIN = Set.of("mother", "father", "parents", "grandmother", "grandfather",
            "grandparents", "aunt", "uncle", "sister", "brother", "son", "daughter", "wife", "husband", "baby");

    private final String name;
    private final String noun;
    private final String token;
    private final boolean cast;
    private boolean plural;
    private final boolean creature;
    private boolean joined;
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

    /** Makes it a companion of the hero, who was taken along. */
    void join() {
        joined = true;
    }

    /** Ends that. */
    void part() {
        joined = false;
    }

    boolean ofTheCompany() {
        return cast || joined;
    }

    boolean plural() {
        return plural;
    }

    boolean creature() {
        return creature;
    }

    /** Whether it belongs to the family. */
    boolean kin() {
        return KIN.contains(noun) && many.isEmpty();
    }

    boolean young() {
        return Set.of("girl", "boy", "child", "baby", "sister", "brother", "children", "pupil", "friend").contains(noun);
    }

    boolean named() {
        return !name.equals(noun);
    }

    String surface() {
        return surface;
    }

    /** @param several whether the story speaks of many ("đàn ong") */
    void describe(String words, String written, boolean several) {
        adjective = words.isEmpty() ? adjective : words;
        surface = named() ? surface : written;
        String last = written.substring(written.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
        if (several && !cast && !named()) {
            plural = true;
            many = many.isEmpty() ? plural(noun) : many;
        }
        if (!cast && !named() && last.endsWith("s") && !noun.endsWith("s")) {
            plural = true;
            many = last;
        }
    }

    private static String plural(String noun) {
        if (noun.endsWith("s") || noun.endsWith("fish") || noun.equals("sheep") || noun.equals("deer")) {
            return noun;
        }
        return noun.matches(".*[^aeiou]y") ? noun.substring(0, noun.length() - 1) + "ies"
                : noun.endsWith("h") || noun.endsWith("x") ? noun + "es" : noun + "s";
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
