package dev.storyloom.pretrain.painter;

/**
 * Where and how large somebody is in the picture.
 *
 * @param x middle
 * @param ground where the feet stand, or would stand
 * @param height of a child in pixels
 * @param right whether it looks to the right
 * @param solid whether it is drawn shaded
 */
record Spot(double x, double ground, double height, boolean right, boolean solid) {
    /** 1 to the right, -1 to the left: where it looks. */
    int ahead() {
        return right ? 1 : -1;
    }

    Spot at(double otherX) {
        return new Spot(otherX, ground, height, right, solid);
    }

    Spot scaled(double factor) {
        return new Spot(x, ground, height * factor, right, solid);
    }
}
