package dev.storyloom.pretrain.painter;

/** Draws a place at a time of day, far things first; and what stands between the subject and the reader. */
final class Backdrop {
    private Backdrop() {
    }

    static void paint(Place place, Brush b, Wardrobe wardrobe, boolean solid) {
        switch (place) {
            case FOREST -> Wilds.forest(b);
            case MEADOW -> Wilds.meadow(b);
            case BEACH -> Wilds.beach(b);
            case SNOW -> Wilds.snow(b);
            case MOUNTAINS -> Wilds.mountains(b);
            case CITY -> Homes.city(b);
            case BEDROOM -> Homes.bedroom(b);
            case GARDEN -> Homes.garden(b);
            case VILLAGE -> Homes.village(b);
            case CASTLE -> Homes.castle(b);
            case DESERT -> Worlds.desert(b, wardrobe.cut("cactus", null, solid));
            case SEA -> Worlds.sea(b, wardrobe.cut("coral", null, solid));
            case SPACE -> Worlds.space(b, wardrobe.cut("ringed-planet", null, solid));
            case RIVER -> Worlds.river(b);
            case FARM -> Yards.farm(b);
            case PLAYGROUND -> Yards.playground(b, wardrobe.cut("playground-slide", null, solid));
            case KITCHEN -> Yards.kitchen(b);
        }
        if (b.light == Light.DAWN && place.outdoors()) {
            Veil.mist(b);
        }
    }

    /** Grass, sand or snow before the feet of whoever stands at {@code ground}. */
    static void foreground(Place place, Brush b, double ground) {
        double low = Math.min(127, ground + 4);
        switch (place) {
            case FOREST, FARM, CASTLE -> blades(b, low, 0x3F7F38, 9);
            case MEADOW, VILLAGE, MOUNTAINS, RIVER -> blades(b, low, 0x5FA63C, 10);
            case GARDEN -> {
                blades(b, low, 0x4C9A3F, 6);
                for (int i = 0; i < 3; i++) {
                    double x = b.between(6, 122);
                    double y = low + b.between(-2, 3);
                    b.bloom(x, y, 3.2, b.random.nextBoolean() ? 0xF0506E : 0xFFC83D);
                }
            }
            case SNOW -> mounds(b, low, 0xFFFFFF);
            case DESERT -> mounds(b, low, 0xE9B566);
            case BEACH -> mounds(b, low, 0xF3D394);
            case SEA -> Worlds.weeds(b, low);
            default -> {
            }
        }
    }

    private static void blades(Brush b, double y, int rgb, int count) {
        for (int i = 0; i < count; i++) {
            double x = b.between(2, 126);
            double h = b.between(4, 8);
            b.polygon(b.light.land(rgb), x - 3, y + 2, x - 4, y - h * 0.7, x - 1.2, y, x, y - h, x + 1.2, y,
                    x + 4, y - h * 0.75, x + 3, y + 2);
        }
    }

    private static void mounds(Brush b, double y, int rgb) {
        for (int i = 0; i < 4; i++) {
            b.oval(b.between(4, 124), y + 4, b.between(9, 20), b.between(3.5, 5.5), b.light.land(rgb));
        }
    }
}
