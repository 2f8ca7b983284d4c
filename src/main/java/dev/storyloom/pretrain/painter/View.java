package dev.storyloom.pretrain.painter;

import java.util.List;

/** How near the picture is; the middle view is not named in captions. */
public enum View implements Word {
    CLOSE_UP("close-up", "cận cảnh"),
    MEDIUM("medium view", "trung cảnh"),
    WIDE("wide view, far away", "toàn cảnh, từ xa");

    private final List<String> english;
    private final List<String> vietnamese;

    View(String english, String vietnamese) {
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
}
