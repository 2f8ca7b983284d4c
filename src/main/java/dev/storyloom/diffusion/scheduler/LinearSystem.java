package dev.storyloom.diffusion.scheduler;

/** Gaussian elimination for the two or three unknowns of a multistep solver. */
final class LinearSystem {

    private LinearSystem() {
    }

    /** {@code rows}: n equations of n factors and the right side; they are used up. */
    static double[] solve(double[][] rows) {
        int n = rows.length;
        for (int pivot = 0; pivot < n; pivot++) {
            int best = pivot;
            for (int row = pivot + 1; row < n; row++) {
                if (Math.abs(rows[row][pivot]) > Math.abs(rows[best][pivot])) {
                    best = row;
                }
            }
            double[] swapped = rows[pivot];
            rows[pivot] = rows[best];
            rows[best] = swapped;
            for (int row = 0; row < n; row++) {
                double factor = row == pivot ? 0 : rows[row][pivot] / rows[pivot][pivot];
                for (int column = pivot; column <= n; column++) {
                    rows[row][column] -= factor * rows[pivot][column];
                }
            }
        }
        var solution = new double[n];
        for (int i = 0; i < n; i++) {
            solution[i] = rows[i][n] / rows[i][i];
        }
        return solution;
    }
}
