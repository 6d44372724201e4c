package org.opencgt.science.potency;

import java.util.Arrays;
import org.opencgt.science.statistics.NonlinearFit;

/**
 * The wells of one curve summed up by dose. A curve sees doses only, so the sum of squares is that of the weighted means plus what is
 * within doses, {@code pure}, which no curve changes: minima, derivatives and curvature are the same, from fewer rows.
 *
 * @param logDose in rising order
 * @param mean weighted mean of the responses
 * @param weight sum of the weights
 * @param pure sum of w (y - mean)&sup2; within doses
 * @param wells behind it
 */
record DoseMeans(double[] logDose, double[] mean, double[] weight, double pure, int wells) {

    static DoseMeans of(DoseResponse data) {
        double[] all = data.logDose();
        double[] levels = Arrays.stream(all).distinct().sorted().toArray();
        double[] mean = new double[levels.length];
        double[] weight = new double[levels.length];
        int[] level = new int[all.length];
        for (int i = 0; i < all.length; i++) {
            level[i] = Arrays.binarySearch(levels, all[i]);
            weight[level[i]] += data.weights()[i];
            mean[level[i]] += data.weights()[i] * data.response()[i];
        }
        for (int k = 0; k < levels.length; k++) {
            mean[k] /= weight[k];
        }
        double pure = 0;
        for (int i = 0; i < all.length; i++) {
            double difference = data.response()[i] - mean[level[i]];
            pure += data.weights()[i] * difference * difference;
        }
        return new DoseMeans(levels, mean, weight, pure, all.length);
    }

    /** A fit to the means as one to the wells. */
    static NonlinearFit ofWells(NonlinearFit fit, double pure, int wells) {
        return new NonlinearFit(
                fit.estimates(),
                fit.rss() + pure,
                wells,
                wells - fit.estimates().length,
                fit.inverseInformation(),
                fit.offset(),
                fit.independence());
    }
}
