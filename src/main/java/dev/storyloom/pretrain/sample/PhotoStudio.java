package dev.storyloom.pretrain.sample;

import java.awt.image.BufferedImage;
import java.util.SplittableRandom;

/** Renders a toy as a camera sees it: a marched ray for every pixel, soft shadows, a blurred background and grain. */
final class PhotoStudio {
    private static final int SIZE = 512;
    private static final double FOCAL = 3.1;
    private static final double NOTHING = 90;

    private final Toy toy;
    private final Shot shot;
    private final double[] eye;
    private final double[] sight = new double[9];
    private final double lx;
    private final double ly;
    private final double lz;

    private PhotoStudio(Toy toy, Shot shot) {
        this.toy = toy;
        this.shot = shot;
        this.eye = new double[] {0, shot.height(), shot.distance()};
        double fx = shot.aimX();
        double fy = shot.aimY() - eye[1];
        double fz = -eye[2];
        double f = Math.sqrt(fx * fx + fy * fy + fz * fz);
        double rx = -fz / Math.hypot(fx, fz);
        double rz = fx / Math.hypot(fx, fz);
        double[] forward = {fx / f, fy / f, fz / f};
        double[] up = {-rz * forward[1], rz * forward[0] - rx * forward[2], rx * forward[1]};
        double c = Math.cos(shot.roll());
        double s = Math.sin(shot.roll());
        double[] right = {rx, 0, rz};
        for (int i = 0; i < 3; i++) {
            sight[i] = right[i] * c + up[i] * s;
            sight[3 + i] = up[i] * c - right[i] * s;
            sight[6 + i] = forward[i];
        }
        double l = Math.sqrt(shot.lightX() * shot.lightX() + shot.lightY() * shot.lightY() + 0.7);
        this.lx = shot.lightX() / l;
        this.ly = shot.lightY() / l;
        this.lz = Math.sqrt(0.7) / l;
    }

    static BufferedImage photograph(Toy toy, Shot shot) {
        return new PhotoStudio(toy, shot).develop();
    }

    private BufferedImage develop() {
        double[] seen = new double[SIZE * SIZE * 3];
        double[] depth = new double[SIZE * SIZE];
        for (int y = 0; y < SIZE; y++) {
            for (int x = 0; x < SIZE; x++) {
                double u = (x + 0.5) * 2 / SIZE - 1;
                double v = 1 - (y + 0.5) * 2 / SIZE;
                depth[y * SIZE + x] = look(u, v, seen, (y * SIZE + x) * 3);
            }
        }
        return Darkroom.print(seen, depth, SIZE, shot, new SplittableRandom(shot.grain()));
    }

    /** Colours one pixel (linear light, three numbers) and returns how far the thing is that it shows. */
    private double look(double u, double v, double[] out, int at) {
        double dx = sight[0] * u + sight[3] * v + sight[6] * FOCAL;
        double dy = sight[1] * u + sight[4] * v + sight[7] * FOCAL;
        double dz = sight[2] * u + sight[5] * v + sight[8] * FOCAL;
        double n = Math.sqrt(dx * dx + dy * dy + dz * dz);
        dx /= n;
        dy /= n;
        dz /= n;
        double floor = dy < 0 ? -eye[1] / dy : NOTHING;
        double wall = dz < 0 ? (shot.room().back() - eye[2]) / dz : NOTHING;
        double far = Math.min(Math.min(floor, wall), NOTHING);
        double t = march(dx, dy, dz, far);
        if (t < far) {
            skin(eye[0] + dx * t, eye[1] + dy * t, eye[2] + dz * t, dx, dy, dz, out, at);
            return -t;
        }
        double x = eye[0] + dx * far;
        double y = eye[1] + dy * far;
        double z = eye[2] + dz * far;
        if (floor <= wall) {
            double light = 0.40 * ambient(x, 0, z, 0, 1, 0) + 0.95 * ly * shadow(x, 0.01, z) * bars(x, z);
            put(out, at, shot.room().floor(x, z), light);
        } else {
            double bright = shot.room() == Room.GRASS || shot.room() == Room.WINDOW ? 0.95 : 0.62;
            put(out, at, shot.room().wall(x, y), bright * (0.55 + 0.45 * shadow(x, y, z + 0.02)));
        }
        return far;
    }

    private double march(double dx, double dy, double dz, double far) {
        double t = Math.max(0.2, shot.distance() - 2.2);
        for (int i = 0; i < 110 && t < far; i++) {
            double d = toy.distance(eye[0] + dx * t, eye[1] + dy * t, eye[2] + dz * t);
            if (d < 0.0015) {
                return t;
            }
            t += d * 0.8;
            if (t > shot.distance() + 2.6) {
                return NOTHING;
            }
        }
        return t < far ? t : NOTHING;
    }

    private void skin(double x, double y, double z, double dx, double dy, double dz, double[] out, int at) {
        Toy.Skin skin = toy.skin(x, y, z);
        double e = skin.glossy() ? 0.002 : 0.012;
        double nx = toy.distance(x + e, y, z) - toy.distance(x - e, y, z);
        double ny = toy.distance(x, y + e, z) - toy.distance(x, y - e, z);
        double nz = toy.distance(x, y, z + e) - toy.distance(x, y, z - e);
        double n = Math.sqrt(nx * nx + ny * ny + nz * nz) + 1e-9;
        nx /= n;
        ny /= n;
        nz /= n;
        double facing = nx * lx + ny * ly + nz * lz;
        double wrapped = Math.max(0, (facing + 0.25) / 1.25);
        double rim = Math.pow(1 + Math.min(0, nx * dx + ny * dy + nz * dz), 2.5);
        double plush = 0.86 + 0.28 * Texture.noise(x * 38 + z * 21, y * 38 - z * 17);
        double light = (0.36 * ambient(x, y, z, nx, ny, nz) * (0.75 + 0.25 * ny)
                + 0.80 * wrapped * shadow(x + nx * 0.03, y + ny * 0.03, z + nz * 0.03) + 0.16 * rim) * plush;
        if (!skin.glossy()) {
            put(out, at, skin.colour(), light);
            return;
        }
        put(out, at, skin.colour(), 0.5 * light);
        double hx = lx - dx;
        double hy = ly - dy;
        double hz = lz - dz;
        double shine = (nx * hx + ny * hy + nz * hz) / Math.sqrt(hx * hx + hy * hy + hz * hz);
        double spark = Math.pow(Math.max(0, shine), 60) * 0.9;
        for (int c = 0; c < 3; c++) {
            out[at + c] += spark;
        }
    }

    private double shadow(double x, double y, double z) {
        double light = 1;
        for (double t = 0.04; t < 4;) {
            double d = toy.distance(x + lx * t, y + ly * t, z + lz * t);
            light = Math.min(light, 0.5 + 5 * d / t);
            if (light <= 0.02) {
                return 0;
            }
            t += Math.max(0.04, Math.min(0.25, d));
        }
        return Math.min(1, light);
    }

    private double ambient(double x, double y, double z, double nx, double ny, double nz) {
        double hidden = 0;
        for (int i = 1; i <= 4; i++) {
            double reach = 0.09 * i;
            hidden += (reach - Math.min(toy.distance(x + nx * reach, y + ny * reach, z + nz * reach),
                    y + ny * reach + 0.02)) / (1 << i);
        }
        return Math.max(0.15, Math.min(1, 1 - 3.2 * Math.max(0, hidden)));
    }

    private double bars(double x, double z) {
        if (!shot.patch()) {
            return 1;
        }
        double u = x - z * 0.5;
        return Math.abs(u - 0.2) < 1.5 && Math.abs(u - 0.2) > 0.07 ? 1.25 : 0.45;
    }

    private void put(double[] out, int at, int rgb, double light) {
        for (int c = 0; c < 3; c++) {
            out[at + c] = Math.pow((rgb >> 16 - 8 * c & 255) / 255.0, 2.2) * light * shot.bright();
        }
    }
}
