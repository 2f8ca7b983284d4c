package dev.storyloom.story.condenser;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Whom a "she", a "they" or a "cậu ấy" means: whoever was last spoken of, or keeps company, and fits. */
final class Pronouns {

    private static final int MEMORY = 10;
    private static final int KIN_MEMORY = 6;
    private static final int MOST_TOGETHER = 3;
    private static final double FADING = 0.8;

    private final Language language;
    private final Roster roster;
    private final Company company;
    private final Address address = new Address();
    private final List<Figure> recent = new ArrayList<>();
    private final Map<Figure, Double> presence = new HashMap<>();
    private final Map<Figure, Integer> lastSeen = new HashMap<>();
    private int sentence;
    private boolean sentenceFresh;
    private boolean thingSeen;
    private boolean opening;
    private Figure spokenOf;
    private boolean recalling;
    private int atSchool = -MEMORY;
    private Set<Figure> present = Set.of();

    Pronouns(Language language, Roster roster) {
        this.language = language;
        this.roster = roster;
        this.company = new Company(language, roster);
    }

    /**
     * @param present   who is on stage
     * @param paragraph whether it opens one: then "she" is rather the story's own hero than whoever came last
     */
    void beginSentence(boolean paragraph, Set<Figure> present) {
        this.present = present;
        sentence++;
        sentenceFresh = true;
        opening = paragraph;
        spokenOf = null;
        if (paragraph) {
            recent.stream().filter(f -> f.cast() && sentence - lastSeen.get(f) <= MEMORY).findFirst().ifPresent(hero -> {
                recent.remove(hero);
                recent.add(0, hero);
            });
        }
        presence.replaceAll((figure, weight) -> weight * FADING);
    }

    /** Whether words of the sentence are of school, where "cô" is the teacher. */
    void hear(List<Word> words) {
        atSchool = words.stream().anyMatch(word -> PronounWords.SCHOOL.contains(word.text())) ? sentence : atSchool;
    }

    /** Somebody is named without being there: "he sat by his aunt's fire and told her". */
    void spokenOf(Figure figure) {
        spokenOf = figure;
        if (figure.cast() && !recent.contains(figure)) {
            recent.add(figure);
            lastSeen.put(figure, sentence);
        }
    }

    /** While the young days of an elder are told, "she" is that elder. */
    void recallYouth(boolean recalling) {
        this.recalling = recalling;
        company.recallYouth(recalling);
    }

    /** Somebody is named in words that may say how they are called from then on. */
    void address(Figure figure, List<Word> words, int from) {
        if (language == Language.VIETNAMESE && !figure.plural()) {
            address.hear(figure, words, from);
        }
    }

    /** Something lifeless was named: the next "it" is that. */
    void seenThing() {
        thingSeen = true;
    }

    /** Whoever was the last subject; who acts when a sentence does not say. */
    Figure subject() {
        return recent.isEmpty() ? roster.cast().stream().findFirst().orElse(null) : recent.get(0);
    }

    /** Of those who are there the one beside the subject who is no family; null if there is none, or the choice of many. */
    Figure companion() {
        Figure subject = subject();
        List<Figure> others = present.stream().filter(figure -> figure != subject && !figure.kin() && !figure.plural()).toList();
        List<Figure> given = others.stream().filter(Figure::cast).toList();
        return given.size() == 1 ? given.get(0) : others.size() == 1 ? others.get(0) : null;
    }

    /** Whoever was named last: rather one of the story's own than the given hero. */
    Figure lastSpokenOf() {
        return recent.stream().filter(figure -> !figure.cast() && !figure.kin() && !figure.plural()
                && sentence - lastSeen.get(figure) <= 2).findFirst().orElseGet(this::subject);
    }

    void seen(List<Figure> who, boolean asSubject) {
        boolean first = asSubject && sentenceFresh;
        for (int k = who.size() - 1; k >= 0; k--) {
            Figure figure = who.get(k);
            thingSeen &= !figure.creature();
            int place = recent.indexOf(figure);
            if (first || place != 0) {
                recent.remove(figure);
                recent.add(first ? 0 : Math.min(1, recent.size()), figure);
            }
            if (lastSeen.getOrDefault(figure, -1) != sentence) {
                presence.merge(figure, 1.0, Double::sum);
                lastSeen.put(figure, sentence);
            }
        }
        sentenceFresh = false;
    }

    /** The figures that the pronoun at a word means; empty if there is no pronoun or nobody fits. */
    List<Figure> at(List<Word> words, int i) {
        return language == Language.ENGLISH ? english(words.get(i).text()) : vietnamese(words, i);
    }

    /** Nobody means those of whom the story only told in looking back. */
    void forget(Set<Figure> figures) {
        recent.removeIf(figure -> !figure.cast() && figures.contains(figure));
    }

    /** Who has left is not meant before they are named again. */
    void gone(Set<Figure> figures) {
        figures.forEach(figure -> lastSeen.put(figure, -MEMORY));
    }

    /** Companions whom the hero took along. */
    List<Figure> joined() {
        return recent.stream().filter(f -> !f.cast() && f.ofTheCompany()).toList();
    }

    /** Those whom words for a company of this story's own mean: "the children", "hai ông cháu"; empty for other words. */
    List<Figure> manyAt(List<Word> words, int i) {
        return company.at(words, i, recent, address);
    }

    /** Of two given children, "his sister" is the one who is not spoken of. */
    Figure sibling(String noun) {
        Figure subject = subject();
        List<Figure> cast = roster.cast();
        if (!Company.SIBLINGS.containsKey(noun) || cast.size() < 2 || subject == null || !subject.cast()) {
            return null;
        }
        char gender = Company.SIBLINGS.get(noun);
        return cast.stream().filter(figure -> figure != subject && figure.mayBe(gender) && !figure.creature()).findFirst()
                .orElse(null);
    }

    /** Whether a word is a pronoun, whoever it means. */
    boolean isIt(Word word) {
        return language == Language.ENGLISH && word.text().equals("it");
    }

    private List<Figure> english(String word) {
        if (PronounWords.ENGLISH_MANY.contains(word)) {
            return company(word.equals("both") ? 2 : MOST_TOGETHER, word.equals("them") || word.equals("us"), false);
        }
        if (PronounWords.EVERYBODY.contains(word)) {
            return roster.crowd();
        }
        if (PronounWords.ENGLISH_I.contains(word)) {
            return teller();
        }
        Character gender = PronounWords.ENGLISH.get(word);
        return gender == null ? List.of() : one(gender);
    }

    private List<Figure> vietnamese(List<Word> words, int i) {
        int length = lengthAt(words, i);
        String said = words.subList(i, i + length).stream().map(Word::text).collect(Collectors.joining(" "));
        if (said.matches("cả (đàn|bầy|lũ)")) {
            return roster.crowd();
        }
        if (PronounWords.VIETNAMESE_MANY.contains(said)) {
            return company(said.startsWith("hai") || said.startsWith("đôi") ? 2 : MOST_TOGETHER, false,
                    said.matches("(hai|ba|đôi) (đứa|bạn)|đôi bạn"));
        }
        if (PronounWords.VIETNAMESE_I.contains(said)) {
            return said.equals("mình") ? any() : teller();
        }
        Character gender = PronounWords.VIETNAMESE.get(said);
        if (gender == null || PronounWords.ALONE.contains(said) && !PronounWords.standsAlone(words, i)) {
            return List.of();
        }
        List<Figure> called = recent.stream().filter(figure -> address.calls(said.split(" ")[0], figure)
                && sentence - lastSeen.get(figure) <= MEMORY).limit(1).toList();
        if (!called.isEmpty() || gender == '-') {
            return called;
        }
        if (said.equals("cô") || said.equals("thầy")) {
            return grownUp(said);
        }
        if (said.equals("em") || said.equals("bé")) {
            return child();
        }
        return gender == 'o' ? friend(said.equals("bạn")) : gender == '?' ? any() : one(gender);
    }

    int lengthAt(List<Word> words, int i) {
        int together = company.lengthAt(words, i, recent, address);
        if (together > 0 || language == Language.ENGLISH) {
            return Math.max(1, together);
        }
        String said = words.get(i).text();
        int length = 1;
        for (int k = 1; k < 3 && i + k < words.size() && !words.get(i + k).first(); k++) {
            said += " " + words.get(i + k).text();
            if (PronounWords.VIETNAMESE.containsKey(said) || PronounWords.VIETNAMESE_MANY.contains(said)) {
                length = k + 1;
            }
        }
        return length;
    }

    private List<Figure> one(char gender) {
        if (gender == 'c' && thingSeen) {
            return List.of();
        }
        if (recalling) {
            List<Figure> elder = recent.stream().filter(f -> f.kin() && f.gender() == gender).limit(1).toList();
            if (!elder.isEmpty()) {
                return elder;
            }
        }
        for (Figure figure : recent) {
            if (figure.gender() == gender && !figure.plural() && sentence - lastSeen.get(figure) <= 2) {
                return List.of(figure);
            }
        }
        if (spokenOf != null && spokenOf.gender() == gender) {
            return List.of(spokenOf);
        }
        Figure subject = recent.isEmpty() ? null : recent.get(0);
        if (gender != 'c' && subject != null && subject.mayBe(gender) && !subject.plural()
                && lastSeen.get(subject) == sentence - 1) {
            subject.learn(gender);
            return List.of(subject);
        }
        for (Figure figure : recent) {
            boolean justSaid = figure.mayBe(gender) && lastSeen.get(figure) == sentence && gender != 'c' && !figure.plural();
            if (justSaid || figure.cast() && figure.gender() == gender && sentence - lastSeen.get(figure) <= MEMORY) {
                figure.learn(gender);
                return List.of(figure);
            }
        }
        for (Figure figure : recent) {
            boolean fits = gender == 'c' ? figure.gender() == 'c' : figure.mayBe(gender);
            if (fits && !figure.plural() && sentence - lastSeen.get(figure) <= MEMORY) {
                figure.learn(gender);
                return List.of(figure);
            }
        }
        if (recent.isEmpty() && gender != 'c') {
            return roster.cast().stream().filter(f -> f.mayBe(gender)).limit(1).toList();
        }
        return List.of();
    }

    private List<Figure> any() {
        Figure subject = subject();
        return subject == null ? List.of() : List.of(subject);
    }

    /** "Cô" is whoever was called so, at school else the teacher. */
    private List<Figure> grownUp(String title) {
        List<Figure> named = recent.stream().filter(figure -> !figure.cast() && !figure.creature() && !figure.plural()
                && figure.gender() != 'm' && !figure.kin() && sentence - lastSeen.get(figure) <= MEMORY).limit(1).toList();
        if (!named.isEmpty() || sentence - atSchool > 3) {
            return named.isEmpty() ? one(title.equals("cô") ? 'f' : 'm') : named;
        }
        return List.of(roster.relative("teacher"));
    }

    /** "Em" and "bé" are never a grown-up. */
    private List<Figure> child() {
        Figure subject = subject();
        if (subject == null || subject.cast() || subject.creature() || subject.young()) {
            return any();
        }
        return recent.stream().filter(figure -> figure.cast() || figure.young()).findFirst().map(List::of)
                .orElseGet(() -> roster.cast().stream().limit(1).toList());
    }

    /** "Bạn ấy": of those last spoken of the one who is not the hero. */
    private List<Figure> friend(boolean oneOfTwo) {
        List<Figure> cast = roster.cast();
        if (oneOfTwo && cast.size() == 2 && cast.contains(subject())) {
            return List.of(cast.get(1 - cast.indexOf(subject())));
        }
        Figure hero = cast.stream().findFirst().orElse(null);
        return recent.stream().filter(figure -> figure != hero && !figure.kin() && !figure.plural()
                && sentence - lastSeen.get(figure) <= 3).findFirst().map(List::of).orElseGet(this::any);
    }

    private List<Figure> teller() {
        return roster.cast().stream().limit(1).toList();
    }

    /** "They": a crowd that was just spoken of, else those on stage with the story's own hero, the given cast first. */
    private List<Figure> company(int most, boolean others, boolean children) {
        Figure latest = subject();
        if (!others && latest != null && latest.plural() && lastSeen.getOrDefault(latest, -9) >= sentence - 1) {
            return List.of(latest);
        }
        Set<Figure> together = new LinkedHashSet<>(present);
        recent.stream().filter(f -> sentence - lastSeen.get(f) <= 1).forEach(together::add);
        recent.stream().filter(f -> f.kin() && sentence - lastSeen.get(f) <= KIN_MEMORY).forEach(together::add);
        if (together.size() < 2) {
            // "They" at the beginning of a story are those whom it is about.
            roster.cast().stream().limit(recent.isEmpty() ? 2 : 1).forEach(together::add);
        }
        if (together.size() < 2) {
            recent.stream().filter(f -> sentence - lastSeen.get(f) <= MEMORY).limit(2).forEach(together::add);
        }
        if (!others && together.stream().filter(f -> !f.plural()).count() < 2) {
            List<Figure> crowd = recent.stream()
                    .filter(f -> f.plural() && sentence - lastSeen.get(f) <= KIN_MEMORY).limit(1).toList();
            if (!crowd.isEmpty()) {
                return crowd;
            }
        }
        if (children) {
            together.removeIf(f -> f.kin() && !f.young() && !f.cast());
        }
        if (opening && together.stream().filter(Figure::cast).count() > 1) {
            together.removeIf(f -> !f.ofTheCompany() && !f.kin());
        }
        List<Figure> all = together.stream().filter(f -> !f.plural())
                .sorted(Comparator.comparingDouble((Figure f) -> -weight(f))).toList();
        List<Figure> alike = all.stream().filter(f -> f.ofTheCompany() || f.creature() == all.get(0).creature()).toList();
        List<Figure> chosen = alike.size() > 1 ? alike : all;
        return chosen.subList(0, Math.min(most, chosen.size()));
    }

    private double weight(Figure figure) {
        return presence.getOrDefault(figure, 0.0) + (figure.ofTheCompany() ? 2 : 0) + (figure.kin() ? 1 : 0)
                + (figure.named() ? 0.3 : 0)
                + (roster.cast().stream().anyMatch(hero -> hero.creature() == figure.creature()) ? 0.5 : 0);
    }
}
