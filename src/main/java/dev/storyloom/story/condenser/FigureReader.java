package dev.storyloom.story.condenser;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Says whom a word of a sentence means: by name, by noun or by pronoun. */
final class FigureReader {

    private static final Set<String> OTHERS = Set.of("another", "other", "different", "second");
    private static final Set<String> ABSENT = Set.of("of", "about", "for", "miss", "missed", "của", "nhà", "nhớ", "về",
            "gọi", "lạc", "ngóng", "nhắc", "thăm");
    /** Before a name they are part of it: whose house it is in "nhà bà Tư". */
    private static final Set<String> TITLES = Set.of("bà", "ông", "bác", "cô", "chú", "anh", "chị", "em", "dì", "thím", "cậu",
            "mợ", "thầy", "cụ", "bạn");
    private static final Set<String> OWNED_BY = Set.of("của", "nhà");
    private static final Set<String> COUNTS = Set.of("one", "two", "three", "four", "both", "all", "each", "some", "none");
    static final Set<String> DETERMINERS = Set.of("his", "her", "their", "the", "a");
    private static final Set<String> NAMING = Set.of("named", "called", "tên", "là");

    private static final Set<String> ERRANDS = Set.of("bring", "find", "visit", "fetch", "tell", "ask", "warn",
            "invite", "surprise", "thank", "marry", "become", "search");
    private static final Set<String> BEGUN = Set.of("began", "started", "able", "managed", "stopped", "dared");
    private static final Set<String> BODY = Set.of("hand", "hands", "paw", "paws", "back", "shoulder", "shoulders", "tail", "ear",
            "ears", "cap", "hat", "lap", "head", "nose", "face", "arm", "arms", "neck", "cheek", "cheeks", "harness",
            "sleeve", "leg", "legs", "tummy", "belly", "stomach", "beak", "whiskers", "mouth", "teeth", "tooth", "toes", "chin",
            "lips", "mane", "heart", "eye", "foot", "knee", "thumb", "forehead", "nightshirt", "pyjamas", "skirt",
            "knees", "feet", "eyes", "hair", "wing", "wings", "fur", "scarf", "coat", "voice", "finger", "fingers");

    private static final Set<String> VIETNAMESE_BODY = Set.of("mũi", "tay", "chân", "lưng", "vai", "đầu", "tai", "má", "mặt",
            "tóc", "lòng", "cổ", "bụng", "đuôi", "cánh", "mắt", "gáy", "trán", "mai", "vòi");
    /** Names of age and standing: "bác gà trống già" is not the young rooster that the story is about. */
    private static final Set<String> ELDERS = Set.of("bác", "cụ", "ông", "bà", "lão");
    /** "Núi Sóc" is a mountain. */
    private static final Set<String> NAMED_PLACES = Set.of("núi", "sông", "làng", "hồ", "đảo", "chợ", "phố", "chùa",
            "đồi", "suối", "trường", "thôn", "xóm", "hang", "tỉnh", "huyện", "xã", "đường", "cầu", "đền", "biển");
    private static final Set<String> BECOMING = Set.of("was", "is", "became", "become", "were", "be");
    /** "Một chị bế em bé": a stranger who is only called by age. */
    private static final Map<String, String> SOMEONE = Map.of("chị", "woman", "anh", "man", "cô", "woman",
            "chú", "man", "bác", "man", "bà", "old woman", "ông", "old man", "cụ", "old man");
    private static final Set<String> FAMILY = Set.of("mother", "father", "parents");

    private static final Set<String> BOTH = Set.of("two", "both", "hai", "đôi");
    private static final Set<String> SENT = Set.of("letter", "letters", "postcard", "card", "parcel", "present",
            "presents", "gift", "news", "message", "note", "word", "package", "call", "recipe");
    /** "In front of her" is where she is. */
    private static final Set<String> BEFORE = Set.of("front", "ahead", "side", "beside", "behind", "both", "sight", "hold");

    private final Language language;
    private final Roster roster;
    private final Pronouns pronouns;
    private final Likenesses likenesses;
    private final Epithets epithets;

    FigureReader(Language language, Roster roster, Pronouns pronouns) {
        this.language = language;
        this.roster = roster;
        this.pronouns = pronouns;
        this.likenesses = new Likenesses(language);
        this.epithets = new Epithets(language, roster, pronouns);
    }

    List<Figure> at(List<Word> words, int i, Hit hit) {
        if (language == Language.VIETNAMESE && i > 0 && words.get(i).capital() && !words.get(i).first()
                && NAMED_PLACES.contains(words.get(i - 1).text())) {
            return List.of();
        }
        Figure named = roster.nameAt(words, i);
        if (named != null) {
            pronouns.address(named, words, i);
            return List.of(named);
        }
        String someone = i > 0 && language == Language.VIETNAMESE && words.get(i - 1).text().equals("một")
                ? SOMEONE.get(words.get(i).text()) : null;
        if (someone != null && (hit == null || hit.to() == i + 1 && hit.from() == i)) {
            return List.of(roster.relative(someone));
        }
        List<Figure> together = pronouns.manyAt(words, i);
        if (!together.isEmpty()) {
            return together;
        }
        if (hit != null && hit.kind().being()) {
            if (likenesses.at(words, hit) || becomes(words, hit)) {
                return List.of();
            }
            List<Figure> alike = bothOfTheKind(words, hit);
            return alike.isEmpty() ? List.of(noun(words, i, hit)) : alike;
        }
        return hit == null || hit.kind() == Kind.COLOUR ? pronouns.at(words, i) : List.of();
    }

    /** "Two goats", "hai vị vua": the given ones of that kind, where there are so many. */
    private List<Figure> bothOfTheKind(List<Word> words, Hit hit) {
        boolean counted = false;
        for (int k = hit.from(); k >= Math.max(0, hit.from() - 3) && !counted; k--) {
            counted = BOTH.contains(words.get(k).text());
            if (words.get(k).first() && k < hit.from()) {
                break;
            }
        }
        List<Figure> kind = roster.cast().stream().filter(figure -> figure.noun().equals(hit.entry().phrase())).toList();
        return counted && kind.size() == 2 ? kind : List.of();
    }

    private Figure noun(List<Word> words, int i, Hit hit) {
        Figure apposed = apposed(words, hit);
        if (apposed != null) {
            roster.alias(hit, apposed);
            return apposed;
        }
        boolean other = i > 0 && OTHERS.contains(words.get(i - 1).text()) || elder(words, hit)
                || hit.to() < words.size() && words.get(hit.to()).text().equals("khác");
        Figure figure = nameAfter(words, hit);
        if (figure != null) {
            pronouns.address(figure, words, hit.from());
        }
        Figure meant = figure == null && !other ? epithets.at(words, hit) : null;
        if (meant != null) {
            return meant;
        }
        if (figure == null) {
            Figure sibling = pronouns.sibling(hit.entry().phrase());
            figure = sibling != null && !other ? sibling
                    : roster.figure(hit, other || litter(words, hit), Likenesses.definite(words, hit, language));
            figure.describe(hit.adjective(), hit.surface(), several(words, hit));
            pronouns.address(figure, words, hit.from());
        }
        return figure;
    }

    /** "Mr Penn, the librarian": whose name stands right before, or null. */
    private Figure apposed(List<Word> words, Hit hit) {
        int from = hit.from();
        while (from > 0 && hit.from() - from < 4 && !words.get(from).first()) {
            from--;
        }
        boolean article = Set.of("the", "a", "an", "their", "her", "his").contains(words.get(from).text());
        boolean ends = hit.to() >= words.size() || words.get(hit.to()).first()
                || words.get(hit.to()).text().matches("who|in|of|from|with");
        if (language != Language.ENGLISH || !article || !ends || from == 0 || !words.get(from).first()) {
            return null;
        }
        Figure named = roster.nameAt(words, from - 1);
        return named == null && from > 1 ? roster.nameAt(words, from - 2) : named;
    }

    private boolean several(List<Word> words, Hit hit) {
        String previous = hit.from() == 0 ? "" : words.get(hit.from() - 1).text();
        return language == Language.VIETNAMESE && hit.kind() == Kind.CREATURE
                && Set.of("đàn", "bầy", "lũ", "những", "các", "bọn").contains(previous);
    }

    /** "Ba chú mèo con" are not the cat that the story knows. */
    private boolean litter(List<Word> words, Hit hit) {
        return language == Language.VIETNAMESE && hit.surface().endsWith(" con")
                && words.subList(Math.max(0, hit.from() - 2), hit.from())
                .stream().anyMatch(word -> word.text().matches("hai|ba|bốn|năm|mấy|đàn|bầy|lũ|những"));
    }

    /** "bạn Lan", "King Otto", "chú thỏ Bông": the noun belongs to the name after it. */
    private Figure nameAfter(List<Word> words, Hit hit) {
        int next = hit.to();
        while (next < Math.min(words.size(), hit.to() + 3) && NAMING.contains(words.get(next).text())) {
            next++;
        }
        if (language == Language.VIETNAMESE && FAMILY.contains(hit.entry().phrase())) {
            return null;
        }
        boolean more = next < words.size() && !words.get(next).first();
        return more ? roster.nameAt(words, next) : null;
    }

    /** "Mẹ Ti" is Ti's mother, and Ti need not be there. */
    private boolean ownedBefore(List<Word> words, int i, Hit hit) {
        return hit != null && language == Language.VIETNAMESE && FAMILY.contains(hit.entry().phrase()) && hit.to() < words.size()
                && !words.get(hit.to()).first() && roster.nameAt(words, hit.to()) != null;
    }

    int lengthAt(List<Word> words, int i, Hit hit) {
        if (ownedBefore(words, i, hit)) {
            return hit.to() - i + roster.nameLength(roster.nameAt(words, hit.to()), words, hit.to());
        }
        Figure named = roster.nameAt(words, i);
        return named != null ? roster.nameLength(named, words, i) : pronouns.lengthAt(words, i);
    }

    /** "To bring his aunt a basket": the aunt is where the way leads, and not here yet. */
    private static boolean purpose(List<Word> words, int i) {
        int k = i - 1;
        while (k > 0 && i - k < 4 && (DETERMINERS.contains(words.get(k).text())
                || words.get(k).text().matches("old|little|poor|sick|dear"))) {
            k--;
        }
        return k > 0 && ERRANDS.contains(words.get(k).text()) && words.get(k - 1).text().equals("to")
                && (k < 2 || !BEGUN.contains(words.get(k - 2).text()));
    }

    /** "Raj's cap", "Bun's paw": what somebody wears or is shows them. */
    private static boolean ownerActs(List<Word> words, int i) {
        if (!words.get(i).owner()) {
            return i > 1 && words.get(i - 1).text().equals("của") && words.subList(Math.max(0, i - 5), i - 1).stream()
                    .anyMatch(word -> VIETNAMESE_BODY.contains(word.text()));
        }
        return words.get(i).capital() && i + 1 < words.size() && BODY.contains(words.get(i + 1).text());
    }

    private boolean becomes(List<Word> words, Hit hit) {
        boolean predicate = predicate(words, hit);
        Figure subject = pronouns.subject();
        if (predicate && subject != null && !subject.plural() && hit.kind() == Kind.PERSON) {
            roster.alias(hit, subject);
        }
        return predicate;
    }

    /** "He was a woodcutter", "ông là bộ đội": what somebody is, and not somebody else. */
    private boolean predicate(List<Word> words, Hit hit) {
        int i = hit.from() - 1;
        if (language == Language.VIETNAMESE) {
            return i > 0 && !words.get(hit.from()).first() && hit.kind() == Kind.PERSON
                    && (words.get(i).text().matches("là|thành")
                    || i > 1 && words.get(i).text().equals("một") && words.get(i - 1).text().equals("là"))
                    && !kin(hit) && !ofPlace(words, i)
                    && !words.subList(Math.max(0, i - 2), i).stream().anyMatch(word -> word.text().matches("đó|đây|tên|ấy"));
        }
        while (i > 0 && hit.from() - i < 5 && !BECOMING.contains(words.get(i).text()) && !words.get(i).first()) {
            i--;
        }
        String subject = i > 0 && !words.get(i).first() ? words.get(i - 1).text() : "";
        return hit.kind() == Kind.PERSON && i < hit.from() - 1 && BECOMING.contains(words.get(i).text())
                && Set.of("a", "an").contains(words.get(i + 1).text())
                && !Set.of("", "there", "it", "here", "that").contains(subject);
    }

    /**
     * "A letter from her son", "because of the neighbours", "past the dog": who is the reason or the sender need not
     * be there.
     */
    private static boolean onlyMentioned(List<Word> words, int i) {
        int k = i - 1;
        while (k > 0 && i - k < 3 && !words.get(k + 1).first() && (DETERMINERS.contains(words.get(k).text())
                || words.get(k).text().matches("old|dear|our|my"))) {
            k--;
        }
        if (k < 1 || words.get(k).first()) {
            return false;
        }
        String link = words.get(k).text();
        String before = words.get(k - 1).text();
        boolean earlier = i + 1 < words.size() && words.get(i + 1).text().equals("had") && link.matches("that|which");
        if (link.equals("past") || earlier || link.equals("was") && before.equals("who")) {
            return true;
        }
        return link.equals("from") && SENT.contains(before) || link.equals("of") && Set.of("because", "fear").contains(before);
    }

    private static boolean kin(Hit hit) {
        return Set.of("mother", "father", "grandmother", "grandfather", "sister", "brother", "uncle", "aunt")
                .contains(hit.entry().phrase());
    }

    /** "Giường đối diện là một chú bộ đội": who is somewhere is somebody new. */
    private static boolean ofPlace(List<Word> words, int is) {
        for (int i = is; i >= Math.max(0, is - 6); i--) {
            if (words.get(i).text().matches("giường|ghế|bên|cạnh|đối|trước|sau|ngoài|trong|giữa|hàng|mà|chính")) {
                return true;
            }
            if (words.get(i).first()) {
                return false;
            }
        }
        return false;
    }

    private boolean elder(List<Word> words, Hit hit) {
        String first = words.get(hit.from()).text();
        String called = hit.from() > 0 ? words.get(hit.from() - 1).text() : "";
        return language == Language.VIETNAMESE && hit.kind() == Kind.CREATURE
                && (ELDERS.contains(first) && hit.to() - hit.from() > 1 || ELDERS.contains(called))
                && roster.isYoungHero(hit.entry().phrase());
    }

    /** Somebody who is only spoken of or owns something is not on stage. */
    boolean absent(List<Word> words, int i) {
        Word word = words.get(i);
        String previous = i == 0 || word.first() ? "" : words.get(i - 1).text();
        String second = i > 1 && !word.first() ? words.get(i - 2).text() : "";
        if (previous.equals("of") && (COUNTS.contains(second) || BEFORE.contains(second))) {
            return false;
        }
        if (language == Language.ENGLISH && onlyMentioned(words, i)) {
            return true;
        }
        if (language == Language.ENGLISH && purpose(words, i)) {
            return true;
        }
        if (previous.equals("mất") && second.equals("lạc")) {
            return true;
        }
        if (ownerActs(words, i)) {
            return false;
        }
        return word.owner() || ABSENT.contains(previous)
                || language == Language.VIETNAMESE && TITLES.contains(previous) && OWNED_BY.contains(second)
                || language == Language.ENGLISH && DETERMINERS.contains(previous)
                && ABSENT.contains(second) && !second.equals("of");
    }
}
