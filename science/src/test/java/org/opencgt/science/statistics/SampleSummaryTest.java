package org.opencgt.science.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SampleSummaryTest {

    @Test
    void ofNumbersWithKnownAnswers() {
        SampleSummary summary = SampleSummary.of(2, 4, 4, 4, 5, 5, 7, 9, Double.NaN);

        assertThat(summary.n()).isEqualTo(8);
        assertThat(summary.mean()).isEqualTo(5);
        assertThat(summary.sd()).isCloseTo(Math.sqrt(32.0 / 7), within(1e-15));
        assertThat(summary.q1()).isEqualTo(4);
        assertThat(summary.median()).isEqualTo(4.5);
        assertThat(summary.q3()).isEqualTo(5.5);
        assertThat(summary.min()).isEqualTo(2);
        assertThat(summary.max()).isEqualTo(9);
    }

    @Test
    void geometricValuesAreThoseOfTheLogarithms() {
        SampleSummary summary = SampleSummary.of(1, Math.E, Math.E * Math.E);

        assertThat(summary.geometricMean()).isCloseTo(Math.E, within(1e-15));
        assertThat(summary.geometricCvPercent()).isCloseTo(100 * Math.sqrt(Math.E - 1), within(1e-12));
    }

    @Test
    void aZeroHasNoGeometricMean() {
        assertThat(SampleSummary.of(0, 5).geometricMean()).isNaN();
        assertThat(SampleSummary.of(0, 5).geometricCvPercent()).isNaN();
        assertThat(SampleSummary.of(0, 5).mean()).isEqualTo(2.5);
    }

    @Test
    void littleOrNothing() {
        assertThat(SampleSummary.of().n()).isZero();
        assertThat(SampleSummary.of(Double.NaN).median()).isNaN();
        assertThat(SampleSummary.of(3).sd()).isNaN();
        assertThat(SampleSummary.of(3).geometricMean()).isCloseTo(3, within(1e-15));
        assertThat(SampleSummary.of(3).geometricCvPercent()).isNaN();
    }

    @Test
    void aLargeMeanTakesNoDigitsFromTheSpread() {
        assertThat(SampleSummary.of(1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16).sd()).isCloseTo(Math.sqrt(30), within(1e-12));
    }
}
