package org.opencgt.science.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ModifiedZScoresTest {

    /** Median 34, median absolute deviation 1: 0.6745 (8 − 34) / 1. */
    @Test
    void aValueIsMeasuredByTheMedianDeviation() {
        double[] scores = ModifiedZScores.of(35, 33, 36, 34, 8, Double.NaN);

        assertThat(scores[0]).isCloseTo(0.6745, within(1e-4));
        assertThat(scores[4]).isCloseTo(-17.537, within(1e-3));
        assertThat(scores[5]).isNaN();
    }

    /** With a median deviation of zero, the mean one: 10 / (1.2533 × 10 / 6). */
    @Test
    void whereMostAreEqualTheMeanDeviationMeasures() {
        double[] scores = ModifiedZScores.of(5, 5, 5, 5, 5, 15);

        assertThat(scores[5]).isCloseTo(6 / 1.2533, within(1e-3));
        assertThat(scores[0]).isZero();
        assertThat(ModifiedZScores.of(5, 5, 5, 5, 5)).containsOnly(0.0);
    }

    @Test
    void amongFewNoneLiesApart() {
        assertThat(ModifiedZScores.of(1, 1, 1, 100)).containsOnly(Double.NaN);
    }
}
