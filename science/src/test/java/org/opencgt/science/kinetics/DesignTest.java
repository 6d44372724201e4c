package org.opencgt.science.kinetics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.opencgt.science.kinetics.SamplingSchedule.Coverage;
import org.opencgt.science.kinetics.SamplingSchedule.Gap;
import org.opencgt.science.statistics.SampleSummary;

/** Doses and sampling times that tell what they are meant to tell. */
class DesignTest {

    @Test
    void theOverlapIsTheAreaUnderTheLowerOfTwoDensities() {
        Random random = new Random(2);
        for (int k = 0; k < 100; k++) {
            double[] a = random.doubles(5, -1, 1).toArray();
            double[] b = random.doubles(4, -0.5 + random.nextDouble(), 2 + random.nextDouble())
                    .toArray();
            SampleSummary one = SampleSummary.of(a);
            SampleSummary other = SampleSummary.of(b);
            NormalDistribution f = new NormalDistribution(one.mean(), one.sd());
            NormalDistribution g = new NormalDistribution(other.mean(), other.sd());
            double area = 0;
            double step = 1e-3;
            for (double x = -12; x < 14; x += step) {
                area += step * Math.min(f.density(x), g.density(x));
            }
            assertThat(ExposureOverlap.coefficient(one, other)).isCloseTo(area, within(1e-5));
            assertThat(ExposureOverlap.coefficient(other, one)).isCloseTo(area, within(1e-5));
        }
    }

    @Test
    void equalSpreadsHaveTheClosedForm() {
        SampleSummary one = SampleSummary.of(-1, 0, 1);
        SampleSummary other = SampleSummary.of(1, 2, 3);

        assertThat(ExposureOverlap.coefficient(one, other))
                .isCloseTo(2 * new NormalDistribution().cumulativeProbability(-1), within(1e-12));
        assertThat(ExposureOverlap.coefficient(one, one)).isCloseTo(1, within(1e-12));
    }

    @Test
    void neighbouringDosesAreHeldAgainstEachOther() {
        List<ExposureOverlap> rows = ExposureOverlap.of(
                "cmax", new double[] {1, 1, 10, 10, 100, 100, 10}, new double[] {3, 5, 40, 60, 50, 700, Double.NaN});

        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).rangesOverlap()).isFalse();
        assertThat(rows.get(0).nHigher()).isEqualTo(2);
        assertThat(rows.get(1).rangesOverlap()).isTrue();
        assertThat(ExposureOverlap.of("x", new double[] {1, 2, 2}, new double[] {3, 4, 5})
                        .getFirst()
                        .overlapCoefficient())
                .as("one value has no spread")
                .isNaN();
        assertThatThrownBy(() -> ExposureOverlap.of("x", new double[] {1, 1}, new double[] {3, 4}))
                .hasMessageContaining("1 different doses");
    }

    private static final SamplingSchedule SCHEDULE = SamplingSchedule.withDefaults(Units.UNKNOWN);

    @Test
    void aFullScheduleHasNoGaps() {
        double[] days = {0, 0.1, 1, 2, 4, 7, 10, 14, 21, 28, 60, 90, 180, 270, 365};

        assertThat(SCHEDULE.cover(days))
                .allSatisfy(part -> assertThat(part.gaps()).isEmpty());
    }

    @Test
    void whatIsMissingIsNamed() {
        List<Coverage> parts = SCHEDULE.cover(new double[] {1, 7, 10, 14, 28});

        assertThat(parts)
                .filteredOn(part -> !part.gaps().isEmpty())
                .extracting(Coverage::part)
                .containsExactly("predose", "early", "distribution", "persistence", "terminal", "follow-up");
        assertThat(parts.getFirst().gaps()).containsExactly(Gap.NO_PREDOSE);
        assertThat(SCHEDULE.withNadir(0).cover(new double[] {0}))
                .extracting(Coverage::part)
                .doesNotContain("distribution");
    }

    @Test
    void phasesHaveToFollowEachOther() {
        assertThatThrownBy(() -> SCHEDULE.withPeak(40)).hasMessageContaining("greater than zero");
        assertThatThrownBy(() -> SCHEDULE.cover(new double[] {Double.NaN})).hasMessageContaining("Time");
    }
}
