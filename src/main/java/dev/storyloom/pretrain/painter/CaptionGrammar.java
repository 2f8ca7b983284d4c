package dev.storyloom.pretrain.painter;

import dev.storyloom.pretrain.painter.Facts.Language;
import dev.storyloom.pretrain.painter.Facts.Role;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Writes the caption of a picture in the order of the application's prompts: who, doing what, where, when, with what,
 * weather, style. Plain words come most often.
 */
final class CaptionGrammar {
    /** Style words with what the application's styles say after them. */
    private static final List<String> BRIGHTER =
            List.of("", "", "", ", soft colours", ", bright colors", ", warm colors", ", gentle colors");

    /** Nouns without an article. */
    private static final Set<String> BARE = Set.of("bread", "grapes");

    /** Bytes without blanks that surely fit into CLIP's 77 tokens, at three tokens for four bytes of Vietnamese. */
    private static final int LETTERS = 82;

    private CaptionGrammar() {
    }

    /** Drawn again where it is longer than the text encoders read; style and weather go if nothing else helps. */
    static Caption caption(Facts facts, RandomGenerator random) {
        String content = "";
        for (int attempt = 0; attempt < 20; attempt++) {
            content = content(facts, random);
            String whole = whole(facts, content, random);
            if (letters(whole) <= LETTERS) {
                return new Caption(content, whole);
            }
        }
        while (letters(content) > LETTERS && content.contains(", ")) {
            content = content.substring(0, content.lastIndexOf(", "));
        }
        return new Caption(content, content);
    }

    /** "a picture of a fox": what a training on photos says of them; who is in it and nothing else. */
    static String brief(Facts facts, RandomGenerator random) {
        String medium = facts.style() == Style.PHOTO && random.nextBoolean() ? "a photo of " : "a picture of ";
        return medium + (facts.cast().isEmpty() ? "nobody"
                : facts.cast().stream().map(role -> article(who(role, random))).collect(Collectors.joining(" and ")));
    }

    private static int letters(String text) {
        return text.replace(" ", "").getBytes(StandardCharsets.UTF_8).length;
    }

    /** The caption without its style. A photo's style is a part of its sentence. */
    private static String content(Facts facts, RandomGenerator random) {
        if (facts.language() == Language.VIETNAMESE) {
            return VietnameseCaptions.content(facts, random);
        }
        return facts.style() == Style.PHOTO ? photo(facts, random)
                : random.nextInt(5) == 0 ? list(facts, random) : sentence(facts, random);
    }

    /** Content and style; one in seven says nothing of a flat style, which is what the model draws by itself. */
    private static String whole(Facts facts, String content, RandomGenerator random) {
        if (facts.style() == Style.PHOTO || facts.style() == Style.FLAT && random.nextInt(7) == 0) {
            return content;
        }
        boolean english = facts.language() == Language.ENGLISH;
        String style = english ? pick(facts.style().english(), random) : pick(facts.style().vietnamese(), random);
        if (random.nextInt(6) == 0) {
            return style + (english ? " of " : ", ") + content;
        }
        return content + ", " + style + (english ? BRIGHTER.get(random.nextInt(BRIGHTER.size())) : "");
    }

    /** "a fox holding a red lantern in the forest at night, falling snow". */
    private static String sentence(Facts facts, RandomGenerator random) {
        StringBuilder text = new StringBuilder(facts.view() == View.CLOSE_UP ? "close-up of " : "");
        text.append(facts.cast().isEmpty() ? pick(List.of("a storybook scene", "nobody", "an empty place"), random)
                : facts.cast().stream().map(role -> article(who(role, random))).collect(Collectors.joining(" and ")));
        boolean last = facts.thing() != null && random.nextInt(3) == 0;
        if (facts.action() != Action.STANDING) {
            text.append(' ').append(pick(facts.action().english(), random));
        } else if (facts.thing() != null && !last) {
            text.append(carries(facts, random)).append(article(thing(facts, random)));
        } else if (random.nextInt(6) == 0) {
            text.append(pick(List.of(" standing", " smiling", " looking around", " waiting"), random));
        }
        text.append(' ').append(place(facts.place(), random));
        text.append(random.nextInt(4) == 0 ? ", " + pick(facts.time().english(), random)
                : " " + facts.time().english().get(0));
        if (last) {
            text.append(random.nextBoolean() ? ", with " : " with ").append(article(thing(facts, random)));
        }
        if (facts.weather() != Weather.CLEAR) {
            text.append(", ").append(pick(facts.weather().english(), random));
        }
        if (facts.view() == View.WIDE) {
            text.append(", ").append(pick(facts.view().english(), random));
        }
        return text.toString();
    }

    /** "fox, red lantern, forest, night". */
    private static String list(Facts facts, RandomGenerator random) {
        StringBuilder text = new StringBuilder();
        for (Role role : facts.cast()) {
            text.append(who(role, random)).append(", ");
        }
        if (facts.action() != Action.STANDING) {
            text.append(facts.action().english().get(0)).append(", ");
        }
        if (facts.thing() != null) {
            text.append(thing(facts, random)).append(", ");
        }
        text.append(pick(facts.place().english(), random)).append(", ").append(pick(facts.time().english(), random));
        if (facts.weather() != Weather.CLEAR) {
            text.append(", ").append(pick(facts.weather().english(), random));
        }
        return text + (facts.view() == View.MEDIUM ? "" : ", " + facts.view().english().get(0));
    }

    /** "photo of a toy fox holding a red ball on a wooden table". */
    private static String photo(Facts facts, RandomGenerator random) {
        StringBuilder text = new StringBuilder(pick(List.of("photo of ", "a photo of ", "photograph of "), random));
        if (facts.view() == View.CLOSE_UP) {
            text.insert(0, "close-up ");
        }
        if (facts.cast().isEmpty()) {
            text.append(article(thing(facts, random)));
        } else {
            String who = who(facts.cast().get(0), random);
            text.append(article(random.nextInt(3) == 0 ? "toy " + who : who));
            text.append(facts.action() == Action.SITTING ? " sitting" : "");
            text.append(facts.thing() == null ? "" : carries(facts, random) + article(thing(facts, random)));
        }
        if (facts.surface() == null) {
            return text.append(' ').append(place(facts.place(), random)).append(' ')
                    .append(facts.time().english().get(0)).toString();
        }
        if (random.nextInt(4) == 0) {
            return text.toString();
        }
        String on = switch (facts.surface()) {
            case CLOTH, TABLE, SHELF, STUDIO -> " on a ";
            default -> " on the ";
        };
        return text.append(on).append(pick(facts.surface().english(), random)).toString();
    }

    /** "little girl in a yellow dress", "black cat". */
    private static String who(Role role, RandomGenerator random) {
        String noun = pick(role.subject().english(), random);
        String coloured = role.fur() == null ? noun : role.fur().english().get(0) + " " + noun;
        boolean told = role.clothes() != null && random.nextInt(100) < 45;
        return !told ? coloured
                : coloured + " in " + article(role.clothes().english().get(0)) + " " + garment(role.subject());
    }

    private static String garment(Subject subject) {
        return switch (subject) {
            case GIRL, WOMAN, GRANDMOTHER, PRINCESS, QUEEN -> "dress";
            case WIZARD -> "hat";
            case ASTRONAUT -> "suit";
            case PRINCE, KING -> "coat";
            default -> "shirt";
        };
    }

    private static String thing(Facts facts, RandomGenerator random) {
        String noun = pick(facts.prop().english(), random);
        Tint tint = facts.thing().tint();
        return tint == null || random.nextInt(100) < 30 && tint == facts.prop().tints().get(0) ? noun
                : tint.english().get(0) + " " + noun;
    }

    private static String carries(Facts facts, RandomGenerator random) {
        return facts.prop().hold() != Prop.Hold.GROUND && random.nextInt(3) > 0 ? " holding " : " with ";
    }

    private static String place(Place place, RandomGenerator random) {
        return place.preposition() + " " + pick(place.english(), random);
    }

    private static String article(String noun) {
        return BARE.contains(noun) ? noun : ("aeio".indexOf(noun.charAt(0)) >= 0 ? "an " : "a ") + noun;
    }

    /** The first word two times in three, so that the plain word is learned best. */
    static String pick(List<String> words, RandomGenerator random) {
        return words.size() == 1 || random.nextInt(3) > 0 ? words.get(0)
                : words.get(1 + random.nextInt(words.size() - 1));
    }
}
