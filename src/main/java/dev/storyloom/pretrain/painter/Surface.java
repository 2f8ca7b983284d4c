package dev.storyloom.pretrain.painter;

/** What a photographed toy stands on; {@link PhotoLook} draws it. */
enum Surface {
    TABLE("on a table", "trên bàn"),
    CARPET("on a carpet", "trên thảm"),
    GRASS("on the grass", "trên cỏ"),
    SOFA("on a sofa", "trên ghế sofa"),
    SHELF("on a shelf", "trên kệ"),
    STUDIO("on a plain background", "trên nền trơn");

    private final String english;
    private final String vietnamese;

    Surface(String english, String vietnamese) {
        this.english = english;
        this.vietnamese = vietnamese;
    }

    String english() {
        return english;
    }

    String vietnamese() {
        return vietnamese;
    }
}
