package dev.storyloom.pretrain.painter;

import java.util.List;

/** What falls from the sky or hangs in it. */
public enum Weather implements Word {
    CLEAR("clear sky", "trời quang"),
    RAIN("rain, rainy day", "trời mưa, mưa rơi"),
    SNOWFALL("falling snow, snowfall", "tuyết rơi"),
    FOG("fog, mist", "sương mù"),
    RAINBOW("rainbow", "cầu vồng");

    private final List<String> english;
    private final List<String> vietnamese;

    Weather(String english, String vietnamese) {
        this.english = List.of(english.split(", "));
        this.vietnamese = List.of(vietnamese.split(", "));
    }

    @Override
    public List<String> english() {
        return english;
    }

    @Override
    public List<String> vietnamese() {
        return vietnamese;
    }

    /** Whether clouds hide the sun. */
    boolean grey() {
        return this == RAIN || this == SNOWFALL || this == FOG;
    }
}
