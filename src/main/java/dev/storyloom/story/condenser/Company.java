package dev.storyloom.story.condenser;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Words for several at once whose members the words themselves tell: "the twins", "hai ông cháu", "hai chị em". */
final class Company {

    static final Map<String, Character> SIBLINGS = Map.of("sister", 'f', "brother", 'm', "older sister", 'f');

    private static final Map<String, String> WITH_KIN = Map.ofEntries(Map.entry("ông cháu", "grandfather"),
            Map.entry("bà cháu", "grandmother"), Map.entry("mẹ con", "mother"), Map.entry("bố con", "father"),
            Map.entry("cha con", "father"), Map.entry("ba con", "father"), Map.entry("chú cháu", "uncle"),
            Map.entry("bác cháu", "uncle"), Map.entry("cô trò", "teacher"), Map.entry("thầy trò", "teacher"));
    private static final Set<String> NUMBERS = Set.of("ba", "bốn", "năm");
    private static final Set<String> CAST = Set.of("chị em", "anh em", "đứa trẻ", "bạn nhỏ", "đứa", "chú", "con", "bạn");
    private static final Set<String> ENGLISH_CAST = Set.of("the children", "the twins", "the siblings", "the friends",
            "the two", "both of", "two friends", "the pair");

    private final Language language;
    private final Roster roster;
    private boolean recalling;

    Company(Language language, Roster roster) {
        this.language = language;
        this.roster = roster;
    }

    void recallYouth(boolean youth) {
        recalling = youth;
    }

    List<Figure> at(List<Word> words, int i, List<Figure> recent, Address address) {
        String said = said(words, i);
        if (said.isEmpty()) {
            return List.of();
        }
        List<Figure> cast = roster.cast();
        if (said.endsWith("vợ chồng")) {
            Figure hero = cast.get(0);
            return List.of(hero, roster.relative(hero.gender() == 'f' ? "husband" : "wife"));
        }
        String kin = language == Language.VIETNAMESE ? WITH_KIN.get(last(said)) : null;
        if (said.equals("the children") && !cast.stream().allMatch(Figure::young)) {
            return List.of();
        }
        if (kin != null) {
            List<Figure> both = recalling
                    ? recent.stream().filter(Figure::kin).limit(2).collect(Collectors.toCollection(ArrayList::new))
                    : new ArrayList<>(cast.subList(0, Math.min(1, cast.size())));
            if (NUMBERS.contains(said.split(" ")[0])) {
                both.addAll(cast.stream().filter(figure -> !both.contains(figure)).limit(3).toList());
            }
            Figure elder = elder(last(said).split(" ")[0], kin, recent, address);
            if (cast.size() == 2 && cast.contains(elder) && both.contains(elder)) {
                both.add(cast.get(1 - cast.indexOf(elder)));
            }
            if (!both.contains(elder)) {
                both.add(elder);
            }
            return both;
        }
        List<Figure> sibling = siblingOfTheOnlyChild(said, cast);
        if (!sibling.isEmpty()) {
            return sibling;
        }
        return cast.size() > 1 ? cast.subList(0, Math.min(3, cast.size())) : List.of();
    }

    /** "Hai chị em" of a girl and her rabbit: the other is the sister whom the story knows. */
    private List<Figure> siblingOfTheOnlyChild(String said, List<Figure> cast) {
        List<Figure> children = cast.stream().filter(figure -> !figure.creature()).toList();
        String elder = said.endsWith("chị em") ? "sister" : said.endsWith("anh em") ? "brother" : "";
        String other = elder.equals("sister") ? "brother" : "sister";
        boolean only = children.size() == 1 && !elder.isEmpty();
        String known = only && roster.knows(elder) ? elder : only && roster.knows(other) ? other : "";
        return known.isEmpty() ? List.of() : List.of(children.get(0), roster.relative(known));
    }

    /** The "bác" of "hai bác cháu" is whoever was called so, and the "cha" of a princess the king. */
    private Figure elder(String title, String kin, List<Figure> recent, Address address) {
        if (roster.knows(kin)) {
            return roster.relative(kin);
        }
        boolean royal = kin.equals("father") && roster.knows("king")
                && roster.cast().stream().anyMatch(figure -> figure.noun().matches("princess|prince"));
        return recent.stream().filter(figure -> address.calls(title, figure)).findFirst()
                .orElseGet(() -> roster.relative(royal ? "king" : kin));
    }

    int lengthAt(List<Word> words, int i, List<Figure> recent, Address address) {
        String said = said(words, i);
        return said.isEmpty() || at(words, i, recent, address).isEmpty() ? 0 : said.split(" ").length;
    }

    private boolean adults() {
        return !roster.cast().isEmpty() && Set.of("man", "woman", "farmer", "fisherman", "king", "queen", "young man")
                .contains(roster.cast().get(0).noun());
    }

    private static String last(String said) {
        String first = said.split(" ")[0];
        return first.equals("hai") || first.equals("cả") || NUMBERS.contains(first)
                ? said.substring(said.indexOf(' ') + 1) : said;
    }

    /** The words of a company that begin at a word, or empty. */
    private String said(List<Word> words, int i) {
        String one = words.get(i).text();
        String two = i + 1 < words.size() && !words.get(i + 1).first() ? one + " " + words.get(i + 1).text() : "";
        String three = !two.isEmpty() && i + 2 < words.size() && !words.get(i + 2).first()
                ? two + " " + words.get(i + 2).text() : "";
        if (language == Language.ENGLISH) {
            return ENGLISH_CAST.contains(two) ? two : "";
        }
        if (NUMBERS.contains(one) && !three.isEmpty() && WITH_KIN.containsKey(three.substring(one.length() + 1))) {
            return three;
        }
        if (two.equals("vợ chồng") && adults() || three.equals("hai vợ chồng") && adults()) {
            return three.equals("hai vợ chồng") ? three : two;
        }
        if (one.equals("hai")) {
            String pair = three.isEmpty() ? "" : three.substring(4);
            String single = two.isEmpty() ? "" : two.substring(4);
            return WITH_KIN.containsKey(pair) || CAST.contains(pair) ? three : CAST.contains(single) ? two : "";
        }
        return WITH_KIN.containsKey(two) || two.equals("chị em") ? two : "";
    }
}
