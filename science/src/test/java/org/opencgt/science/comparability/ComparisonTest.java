package org.opencgt.science.comparability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opencgt.science.BadInput;
import org.opencgt.science.Progress;
import org.opencgt.science.comparability.CurveComparison.Batch;
import org.opencgt.science.comparability.DistributionComparison.Observation;
import org.opencgt.science.comparability.EquivalencePower.Assumed;
import org.opencgt.science.random.Replicates;
import org.opencgt.science.random.Xoshiro256;
import org.opencgt.science.statistics.StudentT;

class ComparisonTest {

    private static final Replicates REPLICATES = Replicates.with(1, 2);

    // --- Power ---

    @Test
    void powerAgreesWithSimulation() {
        Assumed assumed = new Assumed(0.3, 1, -1.5, 1.5, 0.05);
        double power = EquivalencePower.of(assumed, 6, 9).power();

        Xoshiro256 random = Xoshiro256.seeded(5);
        int shown = 0;
        int trials = 40000;
        double t = new StudentT(13).quantile(0.95);
        for (int i = 0; i < trials; i++) {
            double[] a = normal(random, 6, 0.3);
            double[] b = normal(random, 9, 0);
            Contrast contrast = Contrast.of(
                    Contrast.summary(Group.TEST, a), Contrast.summary(Group.REFERENCE, b), VarianceRule.POOLED);
            shown += contrast.estimate() - t * contrast.se() > -1.5 && contrast.estimate() + t * contrast.se() < 1.5
                    ? 1
                    : 0;
        }
        assertThat(power).isCloseTo((double) shown / trials, within(0.01));
    }

    private static double[] normal(Xoshiro256 random, int n, double mean) {
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = mean + random.nextGaussian();
        }
        return values;
    }

    @Test
    void atTheMarginThePowerIsTheLevel() {
        Assumed edge = new Assumed(1, 0.01, -1, 1, 0.05);

        assertThat(EquivalencePower.of(edge, 20, 20).power()).isCloseTo(0.05, within(1e-10));
    }

    @Test
    void enoughLotsReachThePower() {
        List<EquivalencePower> rows = EquivalencePower.upTo(new Assumed(0, 1, -1.5, 1.5, 0.05), 0, 0.8);

        assertThat(rows.getLast().power()).isGreaterThanOrEqualTo(0.8);
        assertThat(rows.get(rows.size() - 2).power()).isLessThan(0.8);
        assertThat(rows).isSortedAccordingTo((a, b) -> Double.compare(a.power(), b.power()));
        assertThatThrownBy(() -> EquivalencePower.upTo(new Assumed(2, 1, -1.5, 1.5, 0.05), 0, 0.8))
                .isInstanceOf(BadInput.class);
    }

    // --- Distributions ---

    @Test
    void theWassersteinDistanceOfAShiftIsTheShift() throws Exception {
        DistributionComparison found = compare(shifted(8, 3), 999);

        assertThat(found.wasserstein()).isCloseTo(3, within(1e-12));
        assertThat(found.exhaustive()).isFalse();
        assertThat(found.pWassersteinPermutation()).isGreaterThan(0);
    }

    @Test
    void fewUnitsAreExchangedInEveryWay() throws Exception {
        DistributionComparison found = compare(shifted(4, 100), 9999);

        assertThat(found.exhaustive()).isTrue();
        assertThat(found.permutations()).isEqualTo(70);
        assertThat(found.pWassersteinPermutation()).isCloseTo(2.0 / 70, within(1e-15));
        assertThat(found.pExact()).isCloseTo(2.0 / 70, within(1e-15));
    }

    /** Thousands of particles of three lots are three independent units, not thousands. */
    @Test
    void lotsAreExchangedAsAWhole() throws Exception {
        List<Observation> observations = new ArrayList<>();
        for (int lot = 0; lot < 3; lot++) {
            for (int i = 0; i < 50; i++) {
                observations.add(new Observation(Group.TEST, "T" + lot, i + 0.1 * lot, 1));
                observations.add(new Observation(Group.REFERENCE, "R" + lot, i + 20 + 0.1 * lot, 1));
            }
        }
        DistributionComparison found = compare(observations, 9999);

        assertThat(found.unitsTest()).isEqualTo(3);
        assertThat(found.permutations()).isEqualTo(20);
        assertThat(found.pWassersteinPermutation()).isCloseTo(0.1, within(1e-15));
        assertThat(found.pExact()).isNaN();
    }

    @Test
    void countsAreAsManyValues() throws Exception {
        List<Observation> single = new ArrayList<>();
        List<Observation> binned = new ArrayList<>();
        for (int value = 1; value <= 4; value++) {
            for (int i = 0; i < value; i++) {
                single.add(new Observation(Group.TEST, "a", value, 1));
            }
            binned.add(new Observation(Group.TEST, "a", value, value));
            single.add(new Observation(Group.REFERENCE, "b", value, 1));
            binned.add(new Observation(Group.REFERENCE, "b", value, 1));
        }

        assertThat(compare(binned, 10).d()).isCloseTo(compare(single, 10).d(), within(1e-15));
        assertThat(compare(binned, 10).wasserstein())
                .isCloseTo(compare(single, 10).wasserstein(), within(1e-14));
    }

    @Test
    void permutationsDependOnTheSeedAlone() throws Exception {
        List<Observation> data = shifted(12, 1.5);
        assertThat(DistributionComparison.of(data, 500, Replicates.with(3, 1), Progress.NONE))
                .isEqualTo(DistributionComparison.of(data, 500, Replicates.with(3, 2), Progress.NONE));
    }

    private static DistributionComparison compare(List<Observation> data, int most) throws InterruptedException {
        return DistributionComparison.of(data, most, REPLICATES, Progress.NONE);
    }

    private static List<Observation> shifted(int n, double shift) {
        List<Observation> data = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            data.add(new Observation(Group.REFERENCE, "", i * i, 1));
            data.add(new Observation(Group.TEST, "", i * i + shift, 1));
        }
        return data;
    }

    // --- Curves ---

    @Test
    void curvesThatCrossKeepTheirArea() throws Exception {
        List<Batch> batches = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            batches.add(
                    new Batch(Group.TEST, "t" + i, new double[] {0, 2}, new double[] {-1 + i * 1e-3, 1 + i * 1e-3}));
            batches.add(
                    new Batch(Group.REFERENCE, "r" + i, new double[] {0, 1, 3}, new double[] {i * 1e-3, i * 1e-3, 0}));
        }
        CurveComparison found = CurveComparison.of(batches, 999, REPLICATES, Progress.NONE);

        assertThat(found.to()).isEqualTo(2);
        assertThat(found.meanAbsoluteDifference()).isCloseTo(0.5, within(1e-3));
        assertThat(Math.abs(found.largestDifference())).isCloseTo(1, within(2e-3));
        assertThat(found.permutations()).isEqualTo(20);
    }

    @Test
    void curvesNeedACommonStretch() {
        List<Batch> batches = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            batches.add(new Batch(Group.TEST, "t" + i, new double[] {0, 1}, new double[] {0, 1}));
            batches.add(new Batch(Group.REFERENCE, "r" + i, new double[] {2, 3}, new double[] {0, 1}));
        }
        assertThatThrownBy(() -> CurveComparison.of(batches, 9, REPLICATES, Progress.NONE))
                .isInstanceOf(BadInput.class);
    }

    // --- Invariants ---

    @Test
    void equivalenceDoesNotDependOnTheUnit() {
        double[] test = {9.1, 10.4, 10.1, 9.8};
        double[] reference = {10.2, 9.9, 10.8, 9.4, 10.5};
        Equivalence one = Equivalence.of(test, reference, new Margin.ReferenceSds(2), VarianceRule.WELCH, 0.05);
        Equivalence thousand =
                Equivalence.of(scaled(test), scaled(reference), new Margin.ReferenceSds(2), VarianceRule.WELCH, 0.05);

        assertThat(thousand.pTost()).isCloseTo(one.pTost(), within(1e-12));
        assertThat(thousand.upper()).isCloseTo(1000 * one.upper(), within(1e-9));
        assertThat(one.equivalent()).isEqualTo(one.lower() > one.marginLower() && one.upper() < one.marginUpper());
    }

    private static double[] scaled(double[] values) {
        return Arrays.stream(values).map(value -> 1000 * value).toArray();
    }

    @Test
    void badInputIsRefused() {
        double[] some = {1, 2, 3};
        assertThatThrownBy(() -> Equivalence.of(
                        new double[] {1, Double.NaN}, some, new Margin.Difference(-1, 1), VarianceRule.WELCH, 0.05))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("too few");
        assertThatThrownBy(() ->
                        Equivalence.of(some, new double[] {2, 2}, new Margin.ReferenceSds(1), VarianceRule.WELCH, 0.05))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("margin");
        assertThatThrownBy(() -> Equivalence.of(some, some, new Margin.Difference(1, -1), VarianceRule.WELCH, 0.05))
                .isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> Equivalence.of(some, some, new Margin.Difference(-1, 1), VarianceRule.WELCH, 0.5))
                .isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> PairedEquivalence.of(some, new double[] {2, 3, 4}, new Margin.Difference(-1, 1), 0.05))
                .isInstanceOf(BadInput.class);
    }
}
