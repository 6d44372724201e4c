package org.opencgt.science.statistics;

/**
 * The upper triangle R of A = QR and Q'z, by Householder reflections (Golub and Van Loan 2013, 5.2). A and z are overwritten.
 * For the small, often repeated systems of iterations; no square of A is formed, so no digits are lost to one.
 */
final class OrthogonalTriangle {

    private final double[][] a;
    private final double[] z;
    private final int columns;

    /**
     * Reduces.
     *
     * @param a rows of equal length, at least as many as columns
     * @param z as long as there are rows
     */
    OrthogonalTriangle(double[][] a, double[] z) {
        this.a = a;
        this.z = z;
        this.columns = a[0].length;
        for (int k = 0; k < columns; k++) {
            reflect(k);
        }
    }

    private void reflect(int k) {
        int rows = a.length;
        double largest = 0;
        for (int i = k; i < rows; i++) {
            largest = Math.max(largest, Math.abs(a[i][k]));
        }
        if (largest == 0) {
            return;
        }
        double sum = 0;
        for (int i = k; i < rows; i++) {
            double scaled = a[i][k] / largest;
            sum += scaled * scaled;
        }
        double norm = largest * Math.sqrt(sum);
        double diagonal = a[k][k] > 0 ? -norm : norm;
        double head = a[k][k] - diagonal;
        double factor = -1 / (diagonal * head);
        for (int j = k + 1; j < columns; j++) {
            double dot = head * a[k][j];
            for (int i = k + 1; i < rows; i++) {
                dot += a[i][k] * a[i][j];
            }
            dot *= factor;
            a[k][j] -= dot * head;
            for (int i = k + 1; i < rows; i++) {
                a[i][j] -= dot * a[i][k];
            }
        }
        double dot = head * z[k];
        for (int i = k + 1; i < rows; i++) {
            dot += a[i][k] * z[i];
        }
        dot *= factor;
        z[k] -= dot * head;
        for (int i = k + 1; i < rows; i++) {
            z[i] -= dot * a[i][k];
        }
        a[k][k] = diagonal;
    }

    double r(int i, int j) {
        return a[i][j];
    }

    /** The k-th element of Q'z. */
    double projected(int k) {
        return z[k];
    }

    /** The length of the first elements of Q'z, as many as there are columns. */
    double projectedLength() {
        double sum = 0;
        for (int k = 0; k < columns; k++) {
            sum += z[k] * z[k];
        }
        return Math.sqrt(sum);
    }

    /** The smallest over the largest diagonal element, after dividing each column by its length: 0 if a column depends on others. */
    double leastIndependence() {
        double least = 1;
        for (int j = 0; j < columns; j++) {
            double length = 0;
            for (int i = 0; i <= j; i++) {
                length += a[i][j] * a[i][j];
            }
            if (length == 0 || !Double.isFinite(length)) {
                return 0;
            }
            least = Math.min(least, Math.abs(a[j][j]) / Math.sqrt(length));
        }
        return least;
    }

    /** The least-squares solution of A s = z; not finite if columns depend on each other. */
    double[] solution() {
        double[] s = new double[columns];
        for (int i = columns - 1; i >= 0; i--) {
            double sum = z[i];
            for (int j = i + 1; j < columns; j++) {
                sum -= a[i][j] * s[j];
            }
            s[i] = sum / a[i][i];
        }
        return s;
    }

    /** (A'A)^-1 = R^-1 R^-T. */
    double[][] inverseSquare() {
        double[][] inverse = new double[columns][columns];
        for (int j = 0; j < columns; j++) {
            inverse[j][j] = 1 / a[j][j];
            for (int i = j - 1; i >= 0; i--) {
                double sum = 0;
                for (int k = i + 1; k <= j; k++) {
                    sum -= a[i][k] * inverse[k][j];
                }
                inverse[i][j] = sum / a[i][i];
            }
        }
        double[][] square = new double[columns][columns];
        for (int i = 0; i < columns; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (int k = i; k < columns; k++) {
                    sum += inverse[i][k] * inverse[j][k];
                }
                square[i][j] = sum;
                square[j][i] = sum;
            }
        }
        return square;
    }
}
