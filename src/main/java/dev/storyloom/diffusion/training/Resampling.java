package dev.storyloom.diffusion.training;

import java.util.function.DoubleUnaryOperator;

/** Pillow's 8-bit resizing, equal to the last bit: rows, then columns, with 22-bit fixed-point weights. */
public enum Resampling {

    LANCZOS(3, x -> -3 <= x && x < 3 ? sinc(x) * sinc(x / 3) : 0),
    BICUBIC(2, Resampling::cubic),
    BILINEAR(1, x -> Math.max(1 - Math.abs(x), 0));

    private static final int BITS = 32 - 8 - 2;

    private final double reach;
    private final DoubleUnaryOperator filter;

    Resampling(double reach, DoubleUnaryOperator filter) {
        this.reach = reach;
        this.filter = filter;
    }

    /** For each target pixel: the first source pixel, and the weights of it and its followers. */
    private record Weights(int[] first, int[][] weights) {

        static Weights of(int from, int to, Resampling kind) {
            double scale = (double) from / to;
            double stretch = Math.max(scale, 1);
            double support = kind.reach * stretch;
            var first = new int[to];
            var weights = new int[to][];
            for (int i = 0; i < to; i++) {
                double centre = (i + 0.5) * scale;
                first[i] = Math.max((int) (centre - support + 0.5), 0);
                int end = Math.min((int) (centre + support + 0.5), from);
                var exact = new double[end - first[i]];
                double sum = 0;
                for (int k = 0; k < exact.length; k++) {
                    exact[k] = kind.filter.applyAsDouble((k + first[i] - centre + 0.5) * (1 / stretch));
                    sum += exact[k];
                }
                weights[i] = new int[exact.length];
                for (int k = 0; k < exact.length; k++) {
                    double weight = exact[k] / sum * (1 << BITS);
                    weights[i][k] = (int) (weight < 0 ? weight - 0.5 : weight + 0.5);
                }
            }
            return new Weights(first, weights);
        }
    }

    private static double sinc(double x) {
        return x == 0 ? 1 : Math.sin(x * Math.PI) / (x * Math.PI);
    }

    /** Keys' (1981) with a = -1/2. */
    private static double cubic(double at) {
        double x = Math.abs(at);
        return x < 1 ? (1.5 * x - 2.5) * x * x + 1 : x < 2 ? ((-0.5 * x + 2.5) * x - 4) * x + 2 : 0;
    }

    Photo resize(Photo photo, int width, int height) {
        Photo wide = photo.width() == width ? photo : horizontally(photo, width);
        return height == photo.height() ? wide : vertically(wide, height);
    }

    private Photo horizontally(Photo photo, int width) {
        Weights weights = Weights.of(photo.width(), width, this);
        var target = new byte[3 * width * photo.height()];
        for (int y = 0; y < photo.height(); y++) {
            for (int x = 0; x < width; x++) {
                int source = 3 * (y * photo.width() + weights.first()[x]);
                sum(photo.rgb(), source, 3, weights.weights()[x], target, 3 * (y * width + x));
            }
        }
        return new Photo(width, photo.height(), target);
    }

    private Photo vertically(Photo photo, int height) {
        Weights weights = Weights.of(photo.height(), height, this);
        var target = new byte[3 * photo.width() * height];
        int row = 3 * photo.width();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < photo.width(); x++) {
                int source = row * weights.first()[y] + 3 * x;
                sum(photo.rgb(), source, row, weights.weights()[y], target, row * y + 3 * x);
            }
        }
        return new Photo(photo.width(), height, target);
    }

    private static void sum(byte[] from, int source, int stride, int[] weights, byte[] to, int target) {
        for (int channel = 0; channel < 3; channel++) {
            int sum = 1 << BITS - 1;
            for (int k = 0; k < weights.length; k++) {
                sum += (from[source + k * stride + channel] & 0xff) * weights[k];
            }
            to[target + channel] = (byte) Math.min(Math.max(sum >> BITS, 0), 255);
        }
    }
}
