package org.opencgt.science.kinetics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.opencgt.science.kinetics.Phases.Name.CONTRACTION;
import static org.opencgt.science.kinetics.Phases.Name.DISTRIBUTION;
import static org.opencgt.science.kinetics.Phases.Name.EXPANSION;
import static org.opencgt.science.kinetics.Phases.Name.PERSISTENCE;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.opencgt.science.random.Xoshiro256;

class PhaseFinderTest {

    private static final PhaseFinder FINDER = PhaseFinder.withDefaults(Units.UNKNOWN);

    private static final double[] DAYS = {0, 1, 2, 4, 7, 10, 14, 17, 21, 28, 60, 90, 180, 270, 365};

    /** ln c falls at 1 a day to day 2, rises at 0.8 to day 10, falls at 0.2 to day 25 and at 0.004 from there. */
    private static double fourPhases(double t) {
        double log =
                t <= 2 ? 6 - t : t <= 10 ? 4 + 0.8 * (t - 2) : t <= 25 ? 10.4 - 0.2 * (t - 10) : 7.4 - 0.004 * (t - 25);
        return Math.exp(log);
    }

    @Test
    void allFourPhasesWithTheirRates() {
        Phases phases = FINDER.find(curve(PhaseFinderTest::fourPhases, 1, 1e-9));

        assertThat(phases.phases()).containsExactly(DISTRIBUTION, EXPANSION, CONTRACTION, PERSISTENCE);
        assertThat(phases.distribution().rate()).isCloseTo(1, within(1e-12));
        assertThat(phases.distribution().halfLife()).isCloseTo(Math.log(2), within(1e-12));
        assertThat(phases.distribution().end()).isEqualTo(2);
        assertThat(phases.expansion().start()).isEqualTo(2);
        assertThat(phases.expansion().end()).isEqualTo(10);
        assertThat(phases.expansion().rate()).isCloseTo(0.8, within(1e-12));
        assertThat(phases.expansion().doublingTime()).isCloseTo(Math.log(2) / 0.8, within(1e-12));
        assertThat(phases.expansion().fold()).isCloseTo(Math.exp(6.4), within(1e-9));
        assertThat(phases.contraction().rate()).isCloseTo(0.2, within(1e-10));
        assertThat(phases.contraction().end()).isCloseTo(25, within(1e-8));
        assertThat(phases.persistence().rate()).isCloseTo(0.004, within(1e-12));
        assertThat(phases.persistence().halfLife()).isCloseTo(Math.log(2) / 0.004, within(1e-7));
        assertThat(phases.flags()).containsExactly(PhaseFlag.STILL_QUANTIFIABLE);
    }

    @Test
    void theBiphasicModelOfTisagenlecleucel() {
        double rho = Math.log(3900) / 9.3;
        DoubleUnaryOperator model = t -> t < 9.3
                ? 24000 / 3900.0 * Math.exp(rho * t)
                : 24000 * (0.9921 * Math.exp(-0.16 * (t - 9.3)) + 0.0079 * Math.exp(-0.0032 * (t - 9.3)));

        Phases phases = FINDER.find(curve(model, 1, 1e-9));

        assertThat(phases.phases()).containsExactly(EXPANSION, CONTRACTION, PERSISTENCE);
        assertThat(phases.expansion().doublingTime()).isCloseTo(Math.log(2) / rho, within(0.08));
        assertThat(phases.contraction().halfLife()).isBetween(3.8, 5.5);
        assertThat(phases.persistence().halfLife()).isBetween(190.0, 240.0);
    }

    @Test
    void noiseBelowTheReversalMakesNoPhases() {
        Random random = new Random(3);
        DoubleUnaryOperator noisy = t -> fourPhases(t) * Math.exp(0.15 * (2 * random.nextDouble() - 1));

        Phases phases = FINDER.find(curve(noisy, 1, 1e-9));

        assertThat(phases.phases()).containsExactly(DISTRIBUTION, EXPANSION, CONTRACTION, PERSISTENCE);
        assertThat(phases.flags()).doesNotContain(PhaseFlag.RE_EXPANSION);
        assertThat(phases.persistence().rate()).isCloseTo(0.004, within(0.001));
    }

    @Test
    void aReExpansionEndsTheFallAndIsReported() {
        double[] t = {0, 2, 4, 7, 10, 14, 21, 28, 60, 90, 120};
        double[] c = {0, 60, 600, 6000, 20000, 8000, 1500, 400, 6000, 30000, 9000};

        Phases phases = FINDER.find(Curve.of("S", t, c, 50));

        assertThat(phases.peakTime()).isEqualTo(10);
        assertThat(phases.peak()).isEqualTo(20000);
        assertThat(phases.contraction().end()).isEqualTo(28);
        assertThat(phases.secondPeakTime()).isEqualTo(90);
        assertThat(phases.secondPeak()).isEqualTo(30000);
        assertThat(phases.tmax()).isEqualTo(90);
        assertThat(phases.flags()).contains(PhaseFlag.RE_EXPANSION, PhaseFlag.CMAX_IN_RE_EXPANSION);
    }

    @Test
    void aSmallEarlyPeakIsDistributionAndNotTheMainPeak() {
        double[] t = {0, 0.5, 1, 3, 7, 11, 28};
        double[] c = {0, 200, 900, 80, 3000, 40000, 500};

        Phases phases = FINDER.find(Curve.of("S", t, c));

        assertThat(phases.peakTime()).isEqualTo(11);
        assertThat(phases.distribution().start()).isEqualTo(1);
        assertThat(phases.distribution().end()).isEqualTo(3);
        assertThat(phases.expansion().fold()).isCloseTo(500, within(1e-9));
    }

    @Test
    void aCurveThatOnlyFallsHasNoExpansion() {
        double[] t = {0.1, 1, 2, 4, 8};
        double[] c = Arrays.stream(t).map(x -> 900 * Math.exp(-x)).toArray();

        Phases phases = FINDER.find(Curve.of("S", t, c));

        assertThat(phases.phases()).containsExactly(CONTRACTION);
        assertThat(phases.contraction().halfLife()).isCloseTo(Math.log(2), within(1e-12));
        assertThat(phases.expansion().exists()).isFalse();
        assertThat(phases.expansion().rate()).isNaN();
        assertThat(phases.flags()).contains(PhaseFlag.EXPANSION_NOT_SEEN, PhaseFlag.ONE_PHASE_DECLINE);
    }

    @Test
    void aCurveThatOnlyRisesHasNoContraction() {
        Phases phases = FINDER.find(Curve.of("S", new double[] {0, 3, 7, 14}, new double[] {0, 60, 500, 9000}));

        assertThat(phases.phases()).containsExactly(EXPANSION);
        assertThat(phases.flags()).contains(PhaseFlag.CONTRACTION_NOT_SEEN, PhaseFlag.STILL_QUANTIFIABLE);
        assertThat(phases.contraction().rate()).isNaN();
    }

    @Test
    void aLateFirstSampleThatFallsAndRisesToLessIsThePeakAndNotDistribution() {
        double[] t = {9, 14, 28, 90, 120};
        double[] c = {20000, 5000, 300, 2500, 700};

        Phases phases = FINDER.find(Curve.of("S", t, c));

        assertThat(phases.phases()).containsExactly(CONTRACTION);
        assertThat(phases.peakTime()).isEqualTo(9);
        assertThat(phases.flags()).contains(PhaseFlag.EXPANSION_NOT_SEEN, PhaseFlag.RE_EXPANSION);
    }

    @Test
    void expansionFromBelowTheLimitIsAtLeastWhatIsGiven() {
        Phases phases = FINDER.find(
                Curve.of("S", new double[] {0, 1, 3, 7, 11, 14}, new double[] {0, 0, 0, 600, 9000, 4000}, 50));

        assertThat(phases.expansion().start()).isEqualTo(7);
        assertThat(phases.expansion().fold()).isEqualTo(15, within(1e-9));
        assertThat(phases.flags())
                .contains(
                        PhaseFlag.EXPANSION_FROM_BELOW_LIMIT,
                        PhaseFlag.TWO_POINT_EXPANSION,
                        PhaseFlag.TWO_POINT_CONTRACTION);
    }

    @Test
    void whatHasNoPhasesIsToldSo() {
        assertThat(FINDER.find(Curve.of("S", new double[] {0, 1, 2}, new double[] {0, 0, 0}, 50))
                        .flags())
                .containsExactly(PhaseFlag.TOO_FEW_SAMPLES);
        assertThat(FINDER.find(Curve.of("S", new double[] {0, 1, 2}, new double[] {0, 70, 0}, 50))
                        .flags())
                .containsExactly(PhaseFlag.TOO_FEW_SAMPLES);
        assertThat(FINDER.find(Curve.of("S", new double[] {1, 2, 3}, new double[] {70, 90, 80}))
                        .flags())
                .containsExactly(PhaseFlag.FLAT, PhaseFlag.STILL_QUANTIFIABLE);
        assertThat(FINDER.find(Curve.of("S", new double[] {}, new double[] {})).phases())
                .isEmpty();
    }

    @Test
    void persistenceMayBeAPlateau() {
        DoubleUnaryOperator plateau = t -> t < 25 ? fourPhases(t) : fourPhases(25) * Math.exp(0.0005 * (t - 25));

        Phases phases = FINDER.find(curve(plateau, 1, 1e-9));

        assertThat(phases.phases()).contains(PERSISTENCE);
        assertThat(phases.persistence().halfLife()).isNaN();
        assertThat(phases.flags()).contains(PhaseFlag.PERSISTENCE_WITHOUT_DECLINE);
    }

    @Test
    void theUnitOfTimeIsRespected() {
        Units hours = new Units("h", "", "");

        Phases phases = PhaseFinder.withDefaults(hours).find(curve(PhaseFinderTest::fourPhases, 24, 1e-9));

        assertThat(PhaseFinder.withDefaults(hours).distributionBy()).isEqualTo(336);
        assertThat(phases.phases()).containsExactly(DISTRIBUTION, EXPANSION, CONTRACTION, PERSISTENCE);
        assertThat(phases.persistence().rate()).isCloseTo(0.004 / 24, within(1e-13));
        assertThatThrownBy(() -> PhaseFinder.withDefaults(new Units("cycle", "", "")))
                .hasMessageContaining("cycle");
    }

    @Test
    void theOrderOfPhasesHoldsOnAnyCurve() {
        Random random = new Random(11);
        for (int k = 0; k < 3000; k++) {
            int n = random.nextInt(16);
            double[] t = new double[n];
            double[] c = new double[n];
            for (int i = 0; i < n; i++) {
                t[i] = i + random.nextDouble();
                c[i] = Math.exp(3 + 2 * random.nextGaussian());
            }
            Phases phases = FINDER.find(Curve.of("S", t, c, 20));
            if (phases.distribution().exists() && phases.expansion().exists()) {
                assertThat(phases.distribution().end())
                        .isLessThanOrEqualTo(phases.expansion().start());
            }
            if (phases.expansion().exists()) {
                assertThat(phases.expansion().end()).isEqualTo(phases.peakTime());
                assertThat(phases.expansion().fold()).isGreaterThan(1);
            }
            if (phases.contraction().exists()) {
                assertThat(phases.contraction().start()).isEqualTo(phases.peakTime());
            }
            if (phases.persistence().exists()) {
                assertThat(phases.persistence().start())
                        .isEqualTo(phases.contraction().end());
                assertThat(phases.persistence().rate())
                        .isLessThan(phases.contraction().rate());
            }
        }
    }

    @Test
    void theBrokenLineIsTheBestOfAll() {
        Xoshiro256 random = Xoshiro256.seeded(5);
        for (int k = 0; k < 300; k++) {
            int n = 5 + k % 8;
            double[] t = new double[n];
            double[] y = new double[n];
            for (int i = 0; i < n; i++) {
                t[i] = (i == 0 ? 0 : t[i - 1]) + 0.1 + random.nextDouble();
                y[i] = random.nextDouble();
            }
            double found = BrokenLine.through(t, y).residual();
            for (double knot = t[1]; knot < t[n - 2]; knot += (t[n - 2] - t[1]) / 200) {
                assertThat(found).isLessThanOrEqualTo(hinge(t, y, knot) + 1e-12);
            }
        }
    }

    /** Residual with a fixed knot, by solving the normal equations of 1, t and max(0, t - knot). */
    private static double hinge(double[] t, double[] y, double knot) {
        double[][] a = new double[3][4];
        for (int i = 0; i < t.length; i++) {
            double[] x = {1, t[i], Math.max(0, t[i] - knot), y[i]};
            for (int r = 0; r < 3; r++) {
                for (int s = 0; s < 4; s++) {
                    a[r][s] += x[r] * x[s];
                }
            }
        }
        for (int p = 0; p < 3; p++) {
            for (int r = 0; r < 3; r++) {
                double factor = a[r][p] / a[p][p];
                for (int s = 0; r != p && s < 4; s++) {
                    a[r][s] -= factor * a[p][s];
                }
            }
        }
        double rss = 0;
        for (int i = 0; i < t.length; i++) {
            double fit = a[0][3] / a[0][0] + a[1][3] / a[1][1] * t[i] + a[2][3] / a[2][2] * Math.max(0, t[i] - knot);
            rss += (y[i] - fit) * (y[i] - fit);
        }
        return rss;
    }

    private static Curve curve(DoubleUnaryOperator model, double perDay, double limit) {
        return Curve.of(
                "S",
                Arrays.stream(DAYS).map(t -> t * perDay).toArray(),
                Arrays.stream(DAYS)
                        .map(t -> t == 0 ? 0 : model.applyAsDouble(t))
                        .toArray(),
                limit);
    }
}
