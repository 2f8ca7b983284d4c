package dev.storyloom.pretrain.painter;

import dev.storyloom.pretrain.painter.Facts.Language;
import dev.storyloom.pretrain.painter.Facts.Role;
import dev.storyloom.pretrain.painter.Facts.Thing;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Decides what a picture shows: combinations that make sense, in the shares that training wants. */
final class Director {
    private static final Tint[] CLOTHES = {Tint.RED, Tint.ORANGE, Tint.YELLOW, Tint.GREEN, Tint.BLUE, Tint.PURPLE,
        Tint.PINK, Tint.WHITE};
    private static final List<Place> PHOTOGRAPHED =
            Stream.of(Place.values()).filter(place -> place != Place.SPACE && place != Place.SEA).toList();
    /** In percent: flat, soft 3-D, crayon, water colour, night-light, photo. */
    private static final int[] STYLES = {27, 14, 12, 13, 8, 26};

    private Director() {
    }

    /** A combination that is kept for training, or one that is held out from it. */
    static Facts facts(boolean heldOut, RandomGenerator random) {
        Facts facts = any(random);
        while (facts.heldOut() != heldOut) {
            facts = any(random);
        }
        return facts;
    }

    private static Facts any(RandomGenerator random) {
        Language language = random.nextInt(4) == 0 ? Language.VIETNAMESE : Language.ENGLISH;
        Style style = Style.values()[weighted(STYLES, random)];
        return style == Style.PHOTO ? photo(language, random) : scene(style, language, random);
    }

    private static Facts photo(Language language, RandomGenerator random) {
        boolean outside = random.nextInt(100) < 35;
        Place place = outside ? pick(PHOTOGRAPHED, random) : null;
        Subject subject = pick(List.of(Subject.values()), random);
        boolean alone = random.nextInt(100) < 12;
        List<Role> cast = alone ? List.of() : List.of(role(subject, 60, random));
        Thing thing = alone || random.nextInt(100) < 22 ? thing(random) : null;
        Action action = subject.build().hands() && thing == null && random.nextInt(100) < 25 ? Action.SITTING
                : Action.STANDING;
        return new Facts(cast, place, outside ? pick(place.times(), random) : null, Weather.CLEAR, thing, action,
                random.nextInt(100) < 20 && !alone ? View.CLOSE_UP : View.MEDIUM, Style.PHOTO,
                outside ? null : pick(List.of(Surface.values()), random), language);
    }

    private static Facts scene(Style style, Language language, RandomGenerator random) {
        int roll = random.nextInt(100);
        Subject first = roll < 3 ? null : pick(List.of(Subject.values()), random);
        Subject second = roll < 80 ? null : pick(List.of(Subject.values()), random);
        boolean two = second != null && second != first && second.build() != Build.SWIMMER
                && first.build() != Build.SWIMMER;
        Place place = pick(Stream.of(Place.values()).filter(p -> suits(first, p)).toList(), random);
        TimeOfDay time = style == Style.NIGHT_LIGHT ? TimeOfDay.NIGHT : pick(place.times(), random);
        Weather weather = weather(place, time, random);
        List<Role> cast = new ArrayList<>();
        if (first != null) {
            cast.add(role(first, 22, random));
        }
        if (two) {
            cast.add(role(second, 22, random));
        }
        Action action = Action.STANDING;
        if (first != null && random.nextInt(100) < 48 || first != null && first.build() == Build.SWIMMER) {
            List<Action> possible = Stream.of(Action.values()).filter(a -> a != Action.STANDING || two)
                    .filter(a -> a.suits(first, place))
                    .filter(a -> !two || a.shared() && a.suits(second, place)).toList();
            action = possible.isEmpty() ? Action.STANDING : pick(possible, random);
        }
        boolean free = first != null && !two && action == Action.STANDING && first.build() != Build.SWIMMER;
        Thing thing = free && random.nextInt(100) < 80 ? thing(random) : null;
        int far = random.nextInt(100);
        View view = first == null || two || action != Action.STANDING && far < 16 ? View.MEDIUM
                : far < 14 && thing == null ? View.CLOSE_UP : far < 28 ? View.WIDE : View.MEDIUM;
        return new Facts(List.copyOf(cast), place, time, weather, thing, action, view, style, null, language);
    }

    private static boolean suits(Subject subject, Place place) {
        return subject == null || subject.build() != Build.SWIMMER || place.water() || place == Place.SEA;
    }

    private static Weather weather(Place place, TimeOfDay time, RandomGenerator random) {
        if (!place.outdoors() || random.nextInt(100) >= 24) {
            return Weather.CLEAR;
        }
        List<Weather> possible = new ArrayList<>(List.of(Weather.RAIN, Weather.SNOWFALL, Weather.FOG, Weather.RAINBOW));
        if (place == Place.DESERT || place == Place.BEACH) {
            possible.remove(Weather.SNOWFALL);
        }
        if (place == Place.SNOW) {
            possible.remove(Weather.RAIN);
        }
        if (time == TimeOfDay.NIGHT) {
            possible.remove(Weather.RAINBOW);
        }
        return pick(possible, random);
    }

    /** {@code coloured}: in how many of a hundred pictures fur has another colour than the drawn one. */
    static Role role(Subject subject, int coloured, RandomGenerator random) {
        Tint fur = !subject.tints().isEmpty() && random.nextInt(100) < coloured ? pick(subject.tints(), random) : null;
        boolean usual = random.nextInt(5) < 2;
        Tint clothes = !subject.dressed() ? null : switch (subject) {
            case PRINCESS -> usual ? Tint.PINK : CLOTHES[random.nextInt(CLOTHES.length)];
            case PRINCE -> usual ? Tint.BLUE : CLOTHES[random.nextInt(CLOTHES.length)];
            case WIZARD -> usual ? Tint.PURPLE : CLOTHES[random.nextInt(CLOTHES.length)];
            case ASTRONAUT -> usual ? Tint.WHITE : CLOTHES[random.nextInt(CLOTHES.length)];
            default -> CLOTHES[random.nextInt(CLOTHES.length)];
        };
        return new Role(subject, fur, clothes, subject.toned() ? random.nextInt(5) : 0);
    }

    private static Thing thing(RandomGenerator random) {
        Prop prop = pick(List.of(Prop.values()), random);
        return new Thing(prop, prop.tints().isEmpty() ? null : pick(prop.tints(), random));
    }

    private static int weighted(int[] shares, RandomGenerator random) {
        int roll = random.nextInt(100);
        int index = 0;
        while (roll >= shares[index]) {
            roll -= shares[index++];
        }
        return index;
    }

    private static <T> T pick(List<T> values, RandomGenerator random) {
        return values.get(random.nextInt(values.size()));
    }
}
