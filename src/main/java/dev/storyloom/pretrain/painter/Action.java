package dev.storyloom.pretrain.painter;

import java.util.List;

/** What a subject does; each looks different. Standing is not named in captions. */
public enum Action implements Word {
    STANDING("standing", "đứng", Pose.STAND),
    RUNNING("running", "chạy, đang chạy", Pose.RUN),
    JUMPING("jumping", "nhảy lên, đang nhảy", Pose.JUMP),
    DANCING("dancing", "nhảy múa, múa", Pose.DANCE),
    FLYING("flying", "bay, đang bay", Pose.FLY),
    SLEEPING("sleeping", "ngủ, đang ngủ", Pose.STAND),
    SWIMMING("swimming", "bơi, đang bơi", Pose.CHEER),
    SAILING("sailing in a boat", "chèo thuyền, đi thuyền", Pose.CHEER),
    SITTING("sitting", "ngồi, đang ngồi", Pose.SIT),
    READING("reading a book", "đọc sách", Pose.READ),
    COOKING("cooking", "nấu ăn", Pose.READ),
    CYCLING("riding a bicycle", "đạp xe đạp, đi xe đạp", Pose.PEDAL),
    CLIMBING("climbing a tree", "trèo cây, leo cây", Pose.CHEER);

    private final List<String> english;
    private final List<String> vietnamese;
    private final Pose pose;

    Action(String english, String vietnamese, Pose pose) {
        this.english = List.of(english.split(", "));
        this.vietnamese = List.of(vietnamese.split(", "));
        this.pose = pose;
    }

    @Override
    public List<String> english() {
        return english;
    }

    @Override
    public List<String> vietnamese() {
        return vietnamese;
    }

    Pose pose() {
        return pose;
    }

    /** Whether this subject can be shown at it in this place. */
    boolean suits(Subject subject, Place place) {
        if (subject.build() == Build.SWIMMER) {
            return this == SWIMMING;
        }
        boolean ground = place != Place.SEA && place != Place.SPACE;
        return switch (this) {
            case STANDING -> true;
            case SWIMMING -> place.water() || place == Place.SEA;
            case SAILING -> place.water();
            case READING -> subject != Subject.MERMAID && subject != Subject.FAIRY;
            case SITTING -> subject.build().hands();
            case COOKING, CYCLING -> subject.build().hands() && ground;
            case CLIMBING -> subject.build().hands() && place.outdoors();
            case FLYING -> place.outdoors() || place == Place.SPACE;
            case RUNNING, JUMPING, DANCING -> subject != Subject.MERMAID;
            case SLEEPING -> subject != Subject.MERMAID && place != Place.SEA;
        };
    }

    /** Whether two can be shown at it side by side. */
    boolean shared() {
        return switch (this) {
            case RUNNING, JUMPING, DANCING, SITTING, STANDING -> true;
            default -> false;
        };
    }
}
