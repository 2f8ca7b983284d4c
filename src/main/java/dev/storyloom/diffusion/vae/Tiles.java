package dev.storyloom.diffusion.vae;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.storyloom.diffusion.tensor.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Works on a large map tile by tile, so that memory is that of one tile: each tile overlaps those above and at the left of
 * it, and is faded into them (diffusers' tiled_decode and _tiled_encode).
 *
 * @param in    side of a tile of the map that goes in
 * @param out   side of a tile of the map that comes out
 */
record Tiles(int in, int out) {
    private static final double OVERLAP = 0.25;

    /** One tile that came out: rows of {@code width} numbers, {@code height} of them a plane. */
    private record Tile(float[] values, int planes, int height, int width) {}

    boolean needed(NDArray x) {
        return x.getShape().get(2) > in || x.getShape().get(3) > in;
    }

    /** x (B, C, H, W); {@code work} is given parts of it, of at most {@code in} by {@code in}. */
    NDArray map(NDArray x, UnaryOperator<NDArray> work) {
        int step = (int) (in * (1 - OVERLAP));
        int fade = (int) (out * OVERLAP);
        int keep = out - fade;
        var rows = new ArrayList<List<Tile>>();
        long channels = 0;
        for (int top = 0; top < x.getShape().get(2); top += step) {
            List<Tile> above = rows.isEmpty() ? null : rows.get(rows.size() - 1);
            var row = new ArrayList<Tile>();
            for (int left = 0; left < x.getShape().get(3); left += step) {
                Tile tile;
                try (var scope = Scope.open()) {
                    NDArray done = work.apply(cut(x, top, left));
                    channels = done.getShape().get(1);
                    tile = tile(done);
                }
                if (above != null) {
                    fadeDown(above.get(row.size()), tile, fade);
                }
                if (!row.isEmpty()) {
                    fadeRight(row.get(row.size() - 1), tile, fade);
                }
                row.add(tile);
            }
            rows.add(row);
        }
        return join(x, rows, keep, channels);
    }

    private NDArray cut(NDArray x, int top, int left) {
        long bottom = Math.min(top + in, x.getShape().get(2));
        long right = Math.min(left + in, x.getShape().get(3));
        return x.get(":, :, " + top + ":" + bottom + ", " + left + ":" + right);
    }

    private static Tile tile(NDArray array) {
        Shape shape = array.getShape();
        return new Tile(array.toFloatArray(), (int) (shape.get(0) * shape.get(1)), (int) shape.get(2), (int) shape.get(3));
    }

    private static void fadeDown(Tile above, Tile tile, int most) {
        int fade = Math.min(Math.min(above.height, tile.height), most);
        for (int plane = 0; plane < tile.planes; plane++) {
            for (int y = 0; y < fade; y++) {
                int from = (plane * above.height + above.height - fade + y) * above.width;
                int to = (plane * tile.height + y) * tile.width;
                for (int x = 0; x < tile.width; x++) {
                    tile.values[to + x] = mix(above.values[from + x], tile.values[to + x], y, fade);
                }
            }
        }
    }

    private static void fadeRight(Tile left, Tile tile, int most) {
        int fade = Math.min(Math.min(left.width, tile.width), most);
        for (int line = 0; line < tile.planes * tile.height; line++) {
            int from = line * left.width + left.width - fade;
            int to = line * tile.width;
            for (int x = 0; x < fade; x++) {
                tile.values[to + x] = mix(left.values[from + x], tile.values[to + x], x, fade);
            }
        }
    }

    private static float mix(float old, float fresh, int at, int of) {
        double share = (double) at / of;
        return (float) (old * (1 - share)) + (float) (fresh * share);
    }

    /** The first {@code keep} lines and columns of each tile, side by side. */
    private static NDArray join(NDArray x, List<List<Tile>> rows, int keep, long channels) {
        int height = rows.stream().mapToInt(row -> Math.min(keep, row.get(0).height)).sum();
        int width = rows.get(0).stream().mapToInt(tile -> Math.min(keep, tile.width)).sum();
        int planes = rows.get(0).get(0).planes;
        var joined = new float[planes * height * width];
        int top = 0;
        for (List<Tile> row : rows) {
            int left = 0;
            for (Tile tile : row) {
                int columns = Math.min(keep, tile.width);
                for (int line = 0; line < planes * Math.min(keep, tile.height); line++) {
                    int plane = line / Math.min(keep, tile.height);
                    int y = line % Math.min(keep, tile.height);
                    System.arraycopy(tile.values, (plane * tile.height + y) * tile.width, joined,
                            (plane * height + top + y) * width + left, columns);
                }
                left += columns;
            }
            top += Math.min(keep, row.get(0).height);
        }
        return x.getManager().create(joined, new Shape(planes / channels, channels, height, width));
    }
}
