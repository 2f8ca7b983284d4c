package dev.storyloom.pretrain.sample;

/** Where a photograph was taken: the colours of what the toy stands on and of what is behind it. */
enum Room {
    CARPET(-2.6) {
        @Override
        int floor(double x, double z) {
            boolean band = Math.floorMod((long) Math.floor(x * 0.9 + z * 0.9), 3L) == 0;
            return Texture.shade(band ? 0xC9A26B : 0x9A6F6A, 0.80 + 0.4 * Texture.noise(x * 24, z * 24));
        }

        @Override
        int wall(double x, double y) {
            return y < 0.35 ? 0xEFE7DA : 0xC8D2CF;
        }
    },
    SOFA(-0.95) {
        @Override
        int floor(double x, double z) {
            return Texture.shade(0x6D8A7A, 0.86 + 0.25 * Texture.noise(x * 30, z * 30));
        }

        @Override
        int wall(double x, double y) {
            double seam = Math.abs(x - 0.9) < 0.03 ? 0.6 : 1;
            return Texture.shade(0x7A9887, seam * (0.86 + 0.25 * Texture.noise(x * 30, y * 30)));
        }
    },
    GRASS(-9) {
        @Override
        int floor(double x, double z) {
            return Texture.shade(0x5E9440, 0.55 + 0.9 * Texture.noise(x * 15 + z * 3, z * 6 - x * 2));
        }

        @Override
        int wall(double x, double y) {
            double leaf = 0.6 * Texture.noise(x * 1.3 + y * 0.9, y * 1.3 - x * 0.9)
                    + 0.4 * Texture.noise(x * 4 - y, y * 4 + x);
            return y > 3.2 ? 0xD6EBF5 : Texture.shade(0x4E8A46, 0.6 + 0.9 * leaf);
        }
    },
    WINDOW(-1.9) {
        @Override
        int floor(double x, double z) {
            return Texture.wood(0xD0A470, x * 0.9, z);
        }

        @Override
        int wall(double x, double y) {
            boolean glass = x > -1.9 && x < 1.3 && y > 0.55;
            boolean bar = Math.abs(x + 0.3) < 0.06 || Math.abs(y - 2.2) < 0.06;
            return glass ? bar ? 0xF2EEE6 : y > 1.3 + 0.2 * Math.sin(x * 2) ? 0xE9F6FD : 0xB9D8A4 : 0xE4D8C6;
        }
    },
    TABLE(-3.4) {
        @Override
        int floor(double x, double z) {
            return Texture.wood(0x8E5B36, z, x);
        }

        @Override
        int wall(double x, double y) {
            return x > 0.8 && x < 2.0 && y > 0.8 && y < 2.2 ? 0xD9B45B : 0xA9B4C4;
        }
    },
    SHELF(-0.85) {
        @Override
        int floor(double x, double z) {
            return Texture.wood(0xEBDCC3, x, z);
        }

        @Override
        int wall(double x, double y) {
            int[] backs = {0x8C3F3F, 0x3F6E8C, 0xC79A3D, 0x5E7F55, 0x74527F, 0xBFAF9B};
            long book = (long) Math.floor(x / 0.27 + 0.5);
            double edge = Math.abs(x / 0.27 + 0.5 - book - 0.5) > 0.45 ? 0.45 : 1;
            double height = 1.5 + 0.35 * Math.sin(book * 2.3);
            return y > height ? 0x4A3B30 : Texture.shade(backs[(int) Math.floorMod(book * 5, 6L)], edge);
        }
    },
    BED(-1.3) {
        @Override
        int floor(double x, double z) {
            boolean dot = Math.hypot(x * 2.2 - Math.rint(x * 2.2), z * 2.2 - Math.rint(z * 2.2)) < 0.2;
            return Texture.shade(dot ? 0xFFFFFF : 0xB58FC0, 0.9 + 0.15 * Texture.noise(x * 3, z * 3));
        }

        @Override
        int wall(double x, double y) {
            return y < 1.1 ? 0xF5F0E8 : 0xD9C9B0;
        }
    };

    private final double back;

    Room(double back) {
        this.back = back;
    }

    /** How far behind the toy the wall, hedge or seat back is (a negative number). */
    double back() {
        return back;
    }

    abstract int floor(double x, double z);

    abstract int wall(double x, double y);
}
