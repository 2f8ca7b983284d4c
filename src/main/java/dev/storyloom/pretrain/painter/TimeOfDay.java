package dev.storyloom.pretrain.painter;

import java.util.List;

/** When a picture is; every word fits after a comma, the first also after the place. */
public enum TimeOfDay implements Word {
    DAY(List.of("by day", "day", "daytime"), List.of("ban ngày", "trời nắng")),
    SUNSET(List.of("at sunset", "sunset", "evening"), List.of("lúc hoàng hôn", "chiều tà")),
    NIGHT(List.of("at night", "night", "moonlight"), List.of("ban đêm", "đêm trăng")),
    DAWN(List.of("at dawn", "sunrise", "early morning"), List.of("lúc bình minh", "sáng sớm"));

    private final List<String> english;
    private final List<String> vietnamese;

    TimeOfDay(List<String> english, List<String> vietnamese) {
        this.english = english;
        this.vietnamese = vietnamese;
    }

    @Override
    public List<String> english() {
        return english;
    }

    @Override
    public List<String> vietnamese() {
        return vietnamese;
    }
}
