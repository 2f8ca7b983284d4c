package dev.storyloom.pretrain.sample;

import static dev.storyloom.pretrain.sample.Solid.ellipsoid;
import static dev.storyloom.pretrain.sample.Solid.ring;
import static dev.storyloom.pretrain.sample.Solid.rod;

import dev.storyloom.pretrain.sample.Toy.Coat;
import dev.storyloom.pretrain.sample.Toy.Part;
import java.util.List;

/** The toys that we designed: Mít, the hero of the sample, and another one to tell it from. */
final class Toys {
    private static final int RED = 0xE8542B;
    private static final int CREAM = 0xFFE9CF;
    private static final int COCOA = 0x5A3222;
    private static final int TEAL = 0x12A39A;
    private static final int WHITE = 0xFFFAF2;
    private static final int INK = 0x14100F;
    private static final int BLUE = 0x4C7FD6;
    private static final int NAVY = 0x2B4A94;
    private static final int YELLOW = 0xFFC933;

    private Toys() {
    }

    /** A small round fox of red plush with a teal scarf and one white ear. */
    static Toy mit(double wave, Toy.Pose pose) {
        Coat coat = (x, y, z) -> z > 0.1 && sq(x / 0.33) + sq((y - 0.50) / 0.40) < 1 ? CREAM : RED;
        Coat face = (x, y, z) -> z > 0.0 && y < 1.30 + 0.30 * Math.abs(x) - 0.10 * Math.cos(x * 9) ? CREAM : RED;
        Coat paw = (x, y, z) -> Math.abs(x) > 0.57 ? COCOA : RED;
        Coat ear = (x, y, z) -> z > 0.045 && sq((x + 0.40) / 0.10) + sq((y - 1.86) / 0.20) < 1 ? COCOA : RED;
        Coat tail = (x, y, z) -> y > 0.80 ? WHITE : RED;
        List<Part> body = List.of(
                Part.of(ellipsoid(0, 0.60, 0, 0.54, 0.60, 0.47), coat),
                Part.of(ellipsoid(-0.29, 0.13, 0.30, 0.20, 0.15, 0.27), COCOA),
                Part.of(ellipsoid(0.29, 0.13, 0.30, 0.20, 0.15, 0.27), COCOA),
                Part.of(rod(-0.42, 0.86, 0.06, -0.66, 0.52, 0.24, 0.15, 0.14), paw),
                Part.of(rod(0.42, 0.86, 0.06, 0.68, 0.52 + wave, 0.24, 0.15, 0.14), paw),
                Part.of(rod(0.18, 0.30, -0.42, 0.62, 0.52, -0.58, 0.17, 0.24), tail),
                Part.of(ellipsoid(0.74, 0.84, -0.58, 0.21, 0.36, 0.21, -0.25), tail),
                Part.of(ring(1.00, 0.02, 0.35, 0.15, 0.85), TEAL),
                Part.of(rod(-0.17, 0.94, 0.42, -0.27, 0.52, 0.50, 0.12, 0.15), TEAL));
        List<Part> head = List.of(
                Part.of(ellipsoid(0, 1.44, 0.04, 0.62, 0.49, 0.50), face),
                Part.of(ellipsoid(-0.46, 1.28, 0.08, 0.25, 0.16, 0.22, 0.35), CREAM),
                Part.of(ellipsoid(0.46, 1.28, 0.08, 0.25, 0.16, 0.22, -0.35), CREAM),
                Part.of(ellipsoid(0, 1.27, 0.47, 0.20, 0.15, 0.22), CREAM),
                Part.button(ellipsoid(0, 1.34, 0.67, 0.085, 0.065, 0.06), INK),
                Part.button(ellipsoid(-0.24, 1.50, 0.475, 0.085, 0.10, 0.07), INK),
                Part.button(ellipsoid(0.24, 1.50, 0.475, 0.085, 0.10, 0.07), INK),
                Part.of(ellipsoid(-0.40, 1.90, 0.0, 0.20, 0.33, 0.11, 0.28), ear),
                Part.of(ellipsoid(0.40, 1.90, 0.0, 0.20, 0.33, 0.11, -0.28), WHITE));
        return new Toy(body, head, pose);
    }

    /** A blue cat with a yellow collar and stripes, for measuring that only Mít was learned. */
    static Toy blueCat(Toy.Pose pose) {
        Coat coat = (x, y, z) -> z < 0.2 && Math.sin(y * 16) > 0.35 ? NAVY : BLUE;
        Coat face = (x, y, z) -> y > 1.66 && Math.abs(x) < 0.3 && Math.sin(x * 26 + 1.5) > 0.2 ? NAVY : BLUE;
        List<Part> body = List.of(
                Part.of(ellipsoid(0, 0.60, 0, 0.46, 0.62, 0.42), coat),
                Part.of(ellipsoid(-0.24, 0.12, 0.28, 0.16, 0.13, 0.24), WHITE),
                Part.of(ellipsoid(0.24, 0.12, 0.28, 0.16, 0.13, 0.24), WHITE),
                Part.of(rod(-0.34, 0.86, 0.10, -0.40, 0.42, 0.36, 0.13, 0.12), BLUE),
                Part.of(rod(0.34, 0.86, 0.10, 0.40, 0.42, 0.36, 0.13, 0.12), BLUE),
                Part.of(rod(0.10, 0.20, -0.40, -0.62, 0.36, -0.50, 0.10, 0.10), BLUE),
                Part.of(rod(-0.62, 0.36, -0.50, -0.72, 1.02, -0.46, 0.10, 0.09), NAVY),
                Part.of(ring(1.04, 0.02, 0.34, 0.085, 0.9), YELLOW),
                Part.button(ellipsoid(0, 0.93, 0.44, 0.11, 0.11, 0.10), 0xE0A012));
        List<Part> head = List.of(
                Part.of(ellipsoid(0, 1.46, 0.04, 0.58, 0.46, 0.46), face),
                Part.of(ellipsoid(-0.12, 1.31, 0.43, 0.16, 0.12, 0.14), WHITE),
                Part.of(ellipsoid(0.12, 1.31, 0.43, 0.16, 0.12, 0.14), WHITE),
                Part.button(ellipsoid(0, 1.38, 0.53, 0.06, 0.045, 0.05), 0xE8798C),
                Part.button(ellipsoid(-0.24, 1.54, 0.42, 0.10, 0.11, 0.07), 0x6DBB45),
                Part.button(ellipsoid(0.24, 1.54, 0.42, 0.10, 0.11, 0.07), 0x6DBB45),
                Part.button(ellipsoid(-0.24, 1.54, 0.475, 0.035, 0.085, 0.03), INK),
                Part.button(ellipsoid(0.24, 1.54, 0.475, 0.035, 0.085, 0.03), INK),
                Part.of(rod(-0.36, 1.74, 0, -0.47, 2.02, 0, 0.17, 0.05), BLUE),
                Part.of(rod(0.36, 1.74, 0, 0.47, 2.02, 0, 0.17, 0.05), BLUE));
        return new Toy(body, head, pose);
    }

    private static double sq(double x) {
        return x * x;
    }
}
