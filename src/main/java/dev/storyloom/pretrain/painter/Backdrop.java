package dev.storyloom.pretrain.painter;

import java.awt.image.BufferedImage;
import java.util.random.RandomGenerator;

/** Draws a place at a time of day, far things first. */
final class Backdrop {
    private Backdrop() {
    }

    static BufferedImage paint(Place place, Light light, RandomGenerator random) {
        BufferedImage image = new BufferedImage(Brush.SIZE, Brush.SIZE, BufferedImage.TYPE_INT_RGB);
        Brush b = new Brush(image, light, random);
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
        }
        b.done();
        return image;
    }
}
