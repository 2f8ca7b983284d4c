package dev.storyloom.pretrain.painter;

import static dev.storyloom.pretrain.painter.CaptionGrammar.pick;

import dev.storyloom.pretrain.painter.Facts.Role;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** The Vietnamese half of {@link CaptionGrammar}: the same order, colours after the noun, no articles. */
final class VietnameseCaptions {
    private VietnameseCaptions() {
    }

    static String content(Facts facts, RandomGenerator random) {
        boolean photo = facts.style() == Style.PHOTO;
        StringBuilder text = new StringBuilder(facts.view() == View.CLOSE_UP ? "cận cảnh " : "");
        if (photo) {
            text.insert(0, pick(facts.style().vietnamese(), random) + " ");
        }
        text.append(facts.cast().isEmpty() ? photo ? thing(facts, random) : "cảnh vật"
                : facts.cast().stream().map(role -> who(role, random)).collect(Collectors.joining(" và ")));
        if (facts.action() != Action.STANDING) {
            text.append(' ').append(pick(facts.action().vietnamese(), random));
        } else if (facts.thing() != null && !facts.cast().isEmpty()) {
            text.append(facts.prop().hold() == Prop.Hold.GROUND || random.nextInt(3) == 0 ? " với " : " cầm ")
                    .append(thing(facts, random));
        }
        if (facts.surface() != null) {
            return random.nextInt(4) == 0 ? text.toString()
                    : text.append(" trên ").append(pick(facts.surface().vietnamese(), random)).toString();
        }
        text.append(' ').append(place(facts.place(), random));
        text.append(random.nextInt(4) == 0 ? ", " + pick(facts.time().vietnamese(), random)
                : " " + facts.time().vietnamese().get(0));
        if (facts.weather() != Weather.CLEAR) {
            text.append(", ").append(pick(facts.weather().vietnamese(), random));
        }
        if (facts.view() == View.WIDE) {
            text.append(", ").append(pick(facts.view().vietnamese(), random));
        }
        return text.toString();
    }

    private static String who(Role role, RandomGenerator random) {
        String noun = pick(role.subject().vietnamese(), random);
        String coloured = role.fur() == null ? noun : noun + " " + role.fur().vietnamese().get(0);
        return role.clothes() == null || random.nextInt(100) >= 45 ? coloured
                : coloured + " " + garment(role.subject()) + " " + role.clothes().vietnamese().get(0);
    }

    private static String garment(Subject subject) {
        return switch (subject) {
            case GIRL, WOMAN, GRANDMOTHER, PRINCESS, QUEEN -> "mặc váy";
            case WIZARD -> "đội mũ";
            default -> "mặc áo";
        };
    }

    private static String thing(Facts facts, RandomGenerator random) {
        String noun = pick(facts.prop().vietnamese(), random);
        Tint tint = facts.thing().tint();
        return tint == null || random.nextInt(100) < 30 && tint == facts.prop().tints().get(0) ? noun
                : noun + " " + tint.vietnamese().get(0);
    }

    private static String place(Place place, RandomGenerator random) {
        String preposition = random.nextInt(3) == 0 && !List.of(Place.SEA, Place.RIVER).contains(place) ? "ở"
                : place.vietnamesePreposition();
        return preposition + " " + pick(place.vietnamese(), random);
    }
}
