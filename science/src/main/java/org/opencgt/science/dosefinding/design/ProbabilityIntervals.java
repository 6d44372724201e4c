package org.opencgt.science.dosefinding.design;

import java.util.ArrayList;
import java.util.List;
import org.opencgt.science.dosefinding.BetaPosterior;

/**
 * The range from 0 to 1 divided into intervals. What counts is the posterior probability of an interval divided by its length,
 * the unit probability mass.
 *
 * @param cuts in ascending order, from 0 to 1
 */
record ProbabilityIntervals(List<Double> cuts) {

    /** An interval shorter than this is an artefact of rounding. */
    private static final double SHORTEST = 1e-9;

    /** Masses are equal if they differ by less than this part. */
    private static final double EQUAL = 1e-12;

    ProbabilityIntervals {
        cuts = List.copyOf(cuts);
    }

    /** Below, inside and above a target interval. */
    static ProbabilityIntervals three(double lower, double upper) {
        return new ProbabilityIntervals(List.of(0.0, lower, upper, 1.0));
    }

    /** Intervals of the length of a target interval from it to both sides; the outermost are cut short at 0 and 1. */
    static ProbabilityIntervals keys(double lower, double upper) {
        List<Double> cuts = new ArrayList<>();
        double length = upper - lower;
        for (double cut = lower; cut > SHORTEST; cut -= length) {
            cuts.addFirst(cut);
        }
        cuts.addFirst(0.0);
        for (double cut = upper; cut < 1 - SHORTEST; cut += length) {
            cuts.add(cut);
        }
        cuts.add(1.0);
        return new ProbabilityIntervals(cuts);
    }

    double lower(int interval) {
        return cuts.get(interval);
    }

    double upper(int interval) {
        return cuts.get(interval + 1);
    }

    int count() {
        return cuts.size() - 1;
    }

    /** Probability of an interval over its length. */
    double unitMass(int interval, BetaPosterior posterior) {
        return posterior.between(lower(interval), upper(interval)) / (upper(interval) - lower(interval));
    }

    /** The interval with the largest unit probability mass; of several, the highest. */
    int strongest(BetaPosterior posterior) {
        int strongest = 0;
        double largest = Double.NEGATIVE_INFINITY;
        double below = posterior.below(lower(0));
        for (int interval = 0; interval < count(); interval++) {
            double belowNext = posterior.below(upper(interval));
            double mass = (belowNext - below) / (upper(interval) - lower(interval));
            below = belowNext;
            if (mass >= largest * (1 - EQUAL)) {
                largest = Math.max(largest, mass);
                strongest = interval;
            }
        }
        return strongest;
    }
}
