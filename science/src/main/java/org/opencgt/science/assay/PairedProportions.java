package org.opencgt.science.assay;

import org.opencgt.science.BadInput;
import org.opencgt.science.Check;
import org.opencgt.science.Fault;
import org.opencgt.science.statistics.Normal;

/**
 * The difference of two proportions seen on the same samples, with its score interval: method 10 of Newcombe (Stat Med
 * 1998;17:2635-50), Wilson's limits of both proportions joined by their correlation.
 *
 * @param first proportion of the first method
 * @param difference first - second
 */
public record PairedProportions(
        int n, double first, double second, double difference, double lower, double upper, double confidence) {

    /**
     * Of the four counts.
     *
     * @param both samples positive by both methods
     * @throws BadInput if there are no samples
     */
    public static PairedProportions of(int both, int firstOnly, int secondOnly, int neither, double confidence) {
        Check.fraction(AssayQuantity.CONFIDENCE, confidence);
        int n = both + firstOnly + secondOnly + neither;
        if (n == 0) {
            throw Fault.of(AssayFault.NO_COUNTS).asException();
        }
        double z = Normal.quantile((1 + confidence) / 2);
        double p1 = (both + firstOnly) / (double) n;
        double p2 = (both + secondOnly) / (double) n;
        double[] one = wilson(p1, n, z);
        double[] two = wilson(p2, n, z);
        double phi = correlation(both, firstOnly, secondOnly, neither, n);
        double d = p1 - p2;
        return new PairedProportions(
                n,
                p1,
                p2,
                d,
                d - joined(p1 - one[0], two[1] - p2, phi),
                d + joined(one[1] - p1, p2 - two[0], phi),
                confidence);
    }

    private static double joined(double a, double b, double phi) {
        return Math.sqrt(Math.max(0, a * a - 2 * phi * a * b + b * b));
    }

    private static double[] wilson(double p, int n, double z) {
        double centre = 2 * n * p + z * z;
        double half = z * Math.sqrt(z * z + 4 * n * p * (1 - p));
        double over = 2 * (n + z * z);
        return new double[] {(centre - half) / over, (centre + half) / over};
    }

    /** Phi, with the correction that Newcombe asks for where the methods go together. */
    private static double correlation(double a, double b, double c, double d, int n) {
        double margins = (a + b) * (c + d) * (a + c) * (b + d);
        if (margins == 0) {
            return 0;
        }
        double determinant = a * d - b * c;
        double corrected = determinant > n / 2.0 ? determinant - n / 2.0 : Math.min(determinant, 0);
        return corrected / Math.sqrt(margins);
    }
}
