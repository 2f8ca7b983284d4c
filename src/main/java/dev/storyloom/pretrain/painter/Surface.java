package dev.storyloom.pretrain.painter;

import java.util.List;

/** What a photographed toy stands on; {@link Tabletop} draws it. */
public enum Surface implements Word {
    TABLE("wooden table, table", "bàn gỗ, bàn"),
    FLOOR("wooden floor, floor", "sàn gỗ, sàn nhà"),
    CARPET("carpet, rug", "thảm, tấm thảm"),
    GRASS("grass, lawn", "cỏ, thảm cỏ"),
    SOFA("sofa, couch", "ghế sofa"),
    SHELF("shelf, bookshelf", "kệ, kệ sách"),
    CLOTH("cloth, blanket", "tấm vải, chăn"),
    STONE("stone, pavement", "nền đá, vỉa hè"),
    SAND("sand", "cát"),
    STUDIO("plain background, white background", "nền trơn, nền trắng");

    private final List<String> english;
    private final List<String> vietnamese;

    Surface(String english, String vietnamese) {
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
