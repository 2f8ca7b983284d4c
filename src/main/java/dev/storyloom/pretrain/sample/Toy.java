package dev.storyloom.pretrain.sample;

import java.util.List;

/** A soft toy of parts: a body and a head that turns on it, the whole placed in the room by its pose. */
final class Toy {
    /** The colour of a part's cloth at a point of the toy, and whether it shines like a button. */
    interface Coat {
        int colour(double x, double y, double z);
    }

    record Part(Solid solid, Coat coat, boolean glossy) {
        static Part of(Solid solid, int colour) {
            return new Part(solid, (x, y, z) -> colour, false);
        }

        static Part of(Solid solid, Coat coat) {
            return new Part(solid, coat, false);
        }

        static Part button(Solid solid, int colour) {
            return new Part(solid, (x, y, z) -> colour, true);
        }
    }

    /**
     * Angles in radians: how the toy is turned, how far it lies back and to the side, how its head turns and tilts.
     *
     * @param lift how high the toy's origin is above the ground
     */
    record Pose(double turn, double back, double side, double lift, double headTurn, double headTilt) {
    }

    /** What a point of the toy's skin looks like. */
    record Skin(int colour, boolean glossy) {
    }

    private static final double NECK = 1.05;
    private static final double SEAM = 0.035;

    private final List<Part> body;
    private final List<Part> head;
    private final Pose pose;
    private final double[] world;
    private final double[] neck;

    Toy(List<Part> body, List<Part> head, Pose pose) {
        this.body = body;
        this.head = head;
        this.pose = pose;
        this.world = rotation(pose.turn, pose.back, pose.side);
        this.neck = rotation(pose.headTurn, 0, pose.headTilt);
    }

    double distance(double wx, double wy, double wz) {
        double y0 = wy - pose.lift - 0.6;
        double x = world[0] * wx + world[1] * y0 + world[2] * wz;
        double y = world[3] * wx + world[4] * y0 + world[5] * wz + 0.6;
        double z = world[6] * wx + world[7] * y0 + world[8] * wz;
        double d = 9;
        for (Part part : body) {
            d = join(d, part.solid.distance(x, y, z));
        }
        double hy = y - NECK;
        double hx = neck[0] * x + neck[1] * hy + neck[2] * z;
        double hv = neck[3] * x + neck[4] * hy + neck[5] * z + NECK;
        double hz = neck[6] * x + neck[7] * hy + neck[8] * z;
        for (Part part : head) {
            d = join(d, part.solid.distance(hx, hv, hz));
        }
        return d;
    }

    Skin skin(double wx, double wy, double wz) {
        double y0 = wy - pose.lift - 0.6;
        double x = world[0] * wx + world[1] * y0 + world[2] * wz;
        double y = world[3] * wx + world[4] * y0 + world[5] * wz + 0.6;
        double z = world[6] * wx + world[7] * y0 + world[8] * wz;
        double hy = y - NECK;
        double hx = neck[0] * x + neck[1] * hy + neck[2] * z;
        double hv = neck[3] * x + neck[4] * hy + neck[5] * z + NECK;
        double hz = neck[6] * x + neck[7] * hy + neck[8] * z;
        double best = 9;
        Skin skin = null;
        for (Part part : body) {
            double d = part.solid.distance(x, y, z);
            if (d < best) {
                best = d;
                skin = new Skin(part.coat.colour(x, y, z), part.glossy);
            }
        }
        for (Part part : head) {
            double d = part.solid.distance(hx, hv, hz);
            if (d < best) {
                best = d;
                skin = new Skin(part.coat.colour(hx, hv, hz), part.glossy);
            }
        }
        return skin;
    }

    /** The smaller distance, rounded where two parts meet, as cloth is. */
    private static double join(double a, double b) {
        double h = Math.max(SEAM - Math.abs(a - b), 0) / SEAM;
        return Math.min(a, b) - h * h * SEAM * 0.25;
    }

    /** Rows of the matrix that takes room coordinates into the toy's. */
    private static double[] rotation(double turn, double back, double side) {
        double[] yaw = {Math.cos(turn), 0, -Math.sin(turn), 0, 1, 0, Math.sin(turn), 0, Math.cos(turn)};
        double[] pitch = {1, 0, 0, 0, Math.cos(back), -Math.sin(back), 0, Math.sin(back), Math.cos(back)};
        double[] roll = {Math.cos(side), Math.sin(side), 0, -Math.sin(side), Math.cos(side), 0, 0, 0, 1};
        return times(roll, times(pitch, yaw));
    }

    private static double[] times(double[] a, double[] b) {
        double[] c = new double[9];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                c[i * 3 + j] = a[i * 3] * b[j] + a[i * 3 + 1] * b[3 + j] + a[i * 3 + 2] * b[6 + j];
            }
        }
        return c;
    }
}
