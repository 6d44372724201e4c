package org.opencgt.science.assay;

import org.opencgt.science.BadInput;
import org.opencgt.science.Fault;

/**
 * How well results tell active from inactive or degraded samples: the probability that an active one reads higher, equal results
 * counting half (Mann and Whitney's U / (m n); the area under the ROC curve, Hanley and McNeil, Radiology 1982;143:29), and the gap
 * between the lowest active and the highest inactive result.
 *
 * @param gap below zero where they overlap
 */
public record Discrimination(int active, int inactive, double probability, double gap) {

    /** @throws BadInput if either has no result */
    public static Discrimination of(double[] active, double[] inactive) {
        if (active.length == 0 || inactive.length == 0) {
            throw Fault.of(AssayFault.TOO_FEW_VALUES)
                    .with("n", Math.min(active.length, inactive.length))
                    .with("least", 1)
                    .asException();
        }
        double higher = 0;
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (double a : active) {
            lowest = Math.min(lowest, a);
            for (double b : inactive) {
                highest = Math.max(highest, b);
                higher += a > b ? 1 : a == b ? 0.5 : 0;
            }
        }
        return new Discrimination(
                active.length, inactive.length, higher / (active.length * (double) inactive.length), lowest - highest);
    }
}
