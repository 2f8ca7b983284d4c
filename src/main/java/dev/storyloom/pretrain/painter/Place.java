package dev.storyloom.pretrain.painter;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Where a picture can be; the preposition stands apart. */
public enum Place implements Word {
    FOREST("forest, woods", "in the", "khu rừng, rừng", "trong"),
    MEADOW("meadow, field", "in the", "đồng cỏ, bãi cỏ", "trên"),
    BEACH("beach, seaside", "on the", "bãi biển, bờ biển", "trên"),
    SNOW("snow, snowy land", "in the", "tuyết, cánh đồng tuyết", "trong"),
    CITY("city, city street", "in the", "thành phố, đường phố", "trong"),
    MOUNTAINS("mountains", "in the", "vùng núi, núi", "ở"),
    BEDROOM("bedroom, nursery", "in the", "phòng ngủ", "trong"),
    GARDEN("garden, flower garden", "in the", "khu vườn, vườn hoa", "trong"),
    VILLAGE("village", "in the", "ngôi làng, làng quê", "ở"),
    CASTLE("castle, palace", "at the", "lâu đài, cung điện", "ở"),
    DESERT("desert", "in the", "sa mạc", "trong"),
    SEA("sea, ocean", "under the", "biển, đáy biển", "dưới"),
    SPACE("space, outer space", "in", "vũ trụ, không gian", "trong"),
    FARM("farm, farmyard", "on the", "nông trại, trang trại", "ở"),
    PLAYGROUND("playground", "in the", "sân chơi", "ở"),
    KITCHEN("kitchen", "in the", "nhà bếp, căn bếp", "trong"),
    RIVER("river, lake", "by the", "dòng sông, hồ nước", "bên");

    private static final Set<Place> INDOORS = EnumSet.of(BEDROOM, KITCHEN);

    private final List<String> english;
    private final String preposition;
    private final List<String> vietnamese;
    private final String vietnamesePreposition;

    Place(String english, String preposition, String vietnamese, String vietnamesePreposition) {
        this.english = List.of(english.split(", "));
        this.preposition = preposition;
        this.vietnamese = List.of(vietnamese.split(", "));
        this.vietnamesePreposition = vietnamesePreposition;
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

    String vietnamesePreposition() {
        return vietnamesePreposition;
    }

    /** Whether there is a sky that rains. */
    boolean outdoors() {
        return !INDOORS.contains(this) && this != SEA && this != SPACE;
    }

    /** Whether there is water to swim and sail in. */
    boolean water() {
        return this == BEACH || this == RIVER;
    }

    /** The times it can be; among the stars it is always night. */
    List<TimeOfDay> times() {
        return this == SPACE ? List.of(TimeOfDay.NIGHT) : List.of(TimeOfDay.values());
    }
}
