package dev.storyloom.pretrain.painter;

import java.util.List;

/** Where a picture can be; the phrases carry their preposition. */
public enum Place implements Word {
    FOREST(List.of("forest", "woods"), "in the", List.of("khu rừng", "rừng")),
    MEADOW(List.of("meadow", "field"), "in the", List.of("đồng cỏ", "cánh đồng")),
    BEACH(List.of("beach", "seaside"), "on the", List.of("bãi biển", "bờ biển")),
    SNOW(List.of("snow", "winter snow"), "in the", List.of("tuyết", "tuyết trắng")),
    CITY(List.of("city", "city street"), "in the", List.of("thành phố", "đường phố")),
    MOUNTAINS(List.of("mountains"), "in the", List.of("vùng núi", "núi")),
    BEDROOM(List.of("bedroom", "room"), "in the", List.of("phòng ngủ", "căn phòng")),
    GARDEN(List.of("garden", "flower garden"), "in the", List.of("khu vườn", "vườn hoa")),
    VILLAGE(List.of("village"), "in the", List.of("ngôi làng", "làng quê")),
    CASTLE(List.of("castle"), "at the", List.of("lâu đài"));

    private final List<String> english;
    private final String preposition;
    private final List<String> vietnamese;

    Place(List<String> english, String preposition, List<String> vietnamese) {
        this.english = english;
        this.preposition = preposition;
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

    /** The English words before the noun, as in "on the" beach. */
    public String preposition() {
        return preposition;
    }
}
