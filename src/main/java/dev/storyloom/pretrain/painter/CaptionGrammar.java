package dev.storyloom.pretrain.painter;

import java.util.List;
import java.util.random.RandomGenerator;

/** Writes the short caption of a picture: subject, place and time always named, plain words most often. */
final class CaptionGrammar {
    /** Words that stories use and these pictures do not show; a model that has met them is not led astray by them. */
    private static final List<String> DEEDS = List.of("walking", "standing", "sitting", "running", "playing", "smiling",
            "looking around", "resting");

    String caption(PaintedScene.Labels labels, Surface surface, RandomGenerator random) {
        if (labels.photo()) {
            return labels.vietnamese() ? vietnamesePhoto(labels, surface, random) : photo(labels, surface, random);
        }
        if (labels.vietnamese()) {
            return vietnamese(labels, random);
        }
        return random.nextInt(3) == 0 ? list(labels, random) : sentence(labels, random);
    }

    /** "a fox walking in the forest at night with a lantern, storybook illustration". */
    private String sentence(PaintedScene.Labels labels, RandomGenerator random) {
        String subject = subjects(labels, random, true);
        String prop = prop(labels, random);
        String carried = prop.isEmpty() ? "" : carries(labels, random) + article(prop);
        String carriedLast = prop.isEmpty() ? "" : " with" + article(prop);
        boolean last = random.nextBoolean();
        String deed = random.nextInt(5) < 2 && !subject.isEmpty() && (last || prop.isEmpty())
                ? " " + DEEDS.get(random.nextInt(DEEDS.size())) : "";
        String where = place(labels, random);
        String when = random.nextInt(4) == 0 ? ", " + english(labels.time(), random)
                : " " + labels.time().english().get(0);
        String text = (subject + (last ? "" : carried) + deed + where + when + (last ? carriedLast : "")).strip();
        return switch (random.nextInt(5)) {
            case 0 -> text;
            case 1 -> "storybook picture of " + text;
            default -> text + ", storybook illustration";
        };
    }

    private static String place(PaintedScene.Labels labels, RandomGenerator random) {
        String place = english(labels.place(), random);
        if (labels.subjects().isEmpty()) {
            return place;
        }
        boolean many = labels.place() == Place.MOUNTAINS || labels.place() == Place.SNOW;
        String preposition = labels.place().preposition();
        return " " + (many || random.nextInt(3) > 0 ? preposition : preposition.replace("the", "a")) + " " + place;
    }

    /** "storybook illustration, fox, lantern, forest, night". */
    private String list(PaintedScene.Labels labels, RandomGenerator random) {
        String subject = subjects(labels, random, false);
        String prop = prop(labels, random);
        String body = (subject.isEmpty() ? "" : subject + ", ") + (prop.isEmpty() ? "" : prop + ", ")
                + english(labels.place(), random) + ", " + english(labels.time(), random);
        return random.nextInt(4) == 0 ? body : "storybook illustration, " + body;
    }

    private String vietnamese(PaintedScene.Labels labels, RandomGenerator random) {
        StringBuilder text = new StringBuilder();
        for (Subject subject : labels.subjects()) {
            text.append(text.isEmpty() ? "" : " và ").append(vietnamese(subject, random));
        }
        if (labels.prop() != null) {
            text.append(labels.prop().hold() == Prop.Hold.GROUND || random.nextBoolean() ? " với " : " cầm ")
                    .append(vietnamese(labels.prop(), random));
        }
        String place = vietnamese(labels.place(), random);
        text.append(labels.subjects().isEmpty() ? place : where(labels.place(), random) + place);
        text.append(random.nextInt(4) == 0 ? ", " + vietnamese(labels.time(), random)
                : " " + labels.time().vietnamese().get(0));
        return random.nextBoolean() ? "tranh truyện, " + text : text.toString();
    }

    private static String where(Place place, RandomGenerator random) {
        boolean plain = random.nextBoolean();
        return switch (place) {
            case SNOW -> " trong ";
            case BEACH -> plain ? " trên " : " ở ";
            case MOUNTAINS, CASTLE -> " ở ";
            default -> plain ? " ở " : " trong ";
        };
    }

    private String photo(PaintedScene.Labels labels, Surface surface, RandomGenerator random) {
        String subject = english(labels.subjects().get(0), random);
        String start = random.nextInt(3) == 0 ? "a photograph of " : "a photo of ";
        String toy = random.nextInt(3) == 0 ? article("toy " + subject) : article(subject);
        return start + toy.strip() + (random.nextInt(3) == 0 ? "" : " " + surface.english());
    }

    private String vietnamesePhoto(PaintedScene.Labels labels, Surface surface, RandomGenerator random) {
        return "ảnh chụp " + vietnamese(labels.subjects().get(0), random)
                + (random.nextInt(3) == 0 ? "" : " " + surface.vietnamese());
    }

    private static String subjects(PaintedScene.Labels labels, RandomGenerator random, boolean articles) {
        StringBuilder text = new StringBuilder();
        for (Subject subject : labels.subjects()) {
            String word = english(subject, random);
            text.append(text.isEmpty() ? "" : articles ? " and " : ", ");
            text.append(articles ? article(word).strip() : word);
        }
        return text.toString();
    }

    private static String prop(PaintedScene.Labels labels, RandomGenerator random) {
        return labels.prop() == null ? "" : english(labels.prop(), random);
    }

    private static String carries(PaintedScene.Labels labels, RandomGenerator random) {
        if (labels.prop().hold() == Prop.Hold.GROUND) {
            return " with";
        }
        return random.nextBoolean() ? " holding" : " with";
    }

    private static String article(String noun) {
        return ("aeiou".indexOf(noun.charAt(0)) >= 0 && !noun.startsWith("uni") ? " an " : " a ") + noun;
    }

    private static String english(Word word, RandomGenerator random) {
        return pick(word.english(), random);
    }

    private static String vietnamese(Word word, RandomGenerator random) {
        return pick(word.vietnamese(), random);
    }

    /** The first word two times in three, so that the plain word is learned best. */
    private static String pick(List<String> words, RandomGenerator random) {
        int roll = random.nextInt(3);
        return words.size() == 1 || roll > 0 ? words.get(0) : words.get(1 + random.nextInt(words.size() - 1));
    }
}
