package dev.storyloom.diffusion.pipeline;

/** Fits a linear map to examples; numbers that the examples leave open stay small. */
final class LeastSquares {
    private static final double RIDGE = 1e-3;

    private final double[][] squares;
    private final double[][] products;

    LeastSquares(int given, int wanted) {
        squares = new double[given][given];
        products = new double[wanted][given];
        for (int i = 0; i < given; i++) {
            squares[i][i] = RIDGE;
        }
    }

    void add(double[] given, double[] wanted) {
        for (int i = 0; i < given.length; i++) {
            for (int j = 0; j < given.length; j++) {
                squares[i][j] += given[i] * given[j];
            }
            for (int k = 0; k < wanted.length; k++) {
                products[k][i] += given[i] * wanted[k];
            }
        }
    }

    /** For each wanted number its factors; by Cholesky, as the squares are positive. */
    double[][] solve() {
        int n = squares.length;
        var root = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double rest = squares[i][j];
                for (int k = 0; k < j; k++) {
                    rest -= root[i][k] * root[j][k];
                }
                root[i][j] = i == j ? Math.sqrt(rest) : rest / root[j][j];
            }
        }
        var solved = new double[products.length][];
        for (int k = 0; k < solved.length; k++) {
            solved[k] = solve(root, products[k]);
        }
        return solved;
    }

    private static double[] solve(double[][] root, double[] right) {
        int n = root.length;
        var factors = right.clone();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                factors[i] -= root[i][j] * factors[j];
            }
            factors[i] /= root[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int j = i + 1; j < n; j++) {
                factors[i] -= root[j][i] * factors[j];
            }
            factors[i] /= root[i][i];
        }
        return factors;
    }
}
