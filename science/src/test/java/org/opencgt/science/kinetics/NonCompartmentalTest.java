package org.opencgt.science.kinetics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.opencgt.science.kinetics.KineticParameters.SteadyState;

class NonCompartmentalTest {

    private static final NonCompartmental DEFAULTS = NonCompartmental.withDefaults();
    private static final Percentage EXACTLY = Percentage.withPercentage(1e-10);

    // --- Known answers ---

    @Test
    void anExponentialHasTheAreaMomentAndResidenceTimeOfItsFormula() {
        double[] t = {0, 1, 2, 4, 8, 16};
        double[] c = Arrays.stream(t).map(x -> 100 * Math.exp(-0.25 * x)).toArray();

        KineticParameters p = DEFAULTS.analyse(Curve.of("S", t, c));

        assertThat(p.areas().aucinfObs()).isCloseTo(400, EXACTLY);
        assertThat(p.areas().aucinfPred()).isCloseTo(400, EXACTLY);
        assertThat(p.moments().aumcinfObs()).isCloseTo(1600, EXACTLY);
        assertThat(p.moments().mrtObs()).isCloseTo(4, EXACTLY);
        assertThat(p.terminal().lambdaZ()).isCloseTo(0.25, EXACTLY);
        assertThat(p.terminal().lambdaZN()).isEqualTo(5);
        assertThat(p.terminal().halfLife()).isCloseTo(Math.log(2) / 0.25, EXACTLY);
        assertThat(p.aucExtrapolatedPercent()).isCloseTo(100 * Math.exp(-4), EXACTLY);
    }

    @Test
    void nearlyEqualValuesKeepTheirDigits() {
        double c1 = 1000;
        double c2 = 999.999_999_9;

        KineticParameters p = DEFAULTS.analyse(Curve.of("S", new double[] {0, 10}, new double[] {c1, c2}));

        // Between the geometric and the arithmetic mean, which agree here to the last digit.
        assertThat(p.areas().auclast()).isCloseTo(10 * (c1 + c2) / 2, Percentage.withPercentage(1e-13));
        assertThat(p.moments().aumclast()).isCloseTo(50 * (c1 + 2 * c2) / 3, Percentage.withPercentage(1e-12));
    }

    @Test
    void aStraightLineHasTheAreaOfItsTriangle() {
        KineticParameters p = DEFAULTS.withAucRule(AucRule.LINEAR)
                .withAreaOver(new Interval(2, 4))
                .analyse(Curve.of("S", new double[] {0, 10}, new double[] {10, 0}));

        assertThat(p.areas().aucall()).isEqualTo(50);
        assertThat(p.partialAreas().get("auc_2_4")).isEqualTo(0);
        assertThat(p.areas().auclast()).isZero();
    }

    @Test
    void tailsOfAnIntervalThatEndsAfterTlast() {
        Curve curve = Curve.of("S", new double[] {0, 10, 11, 12, 20}, new double[] {0, 80, 40, 20, 0});
        Interval interval = new Interval(0, 16);
        double toLast = 400 + 60 / Math.log(2);
        double slopeArea = 20 / Math.log(2);

        assertThat(area(DEFAULTS, curve, interval)).isCloseTo(toLast, EXACTLY);
        assertThat(area(DEFAULTS.withTailRule(TailRule.ALL), curve, interval)).isCloseTo(toLast + 4 * 15, EXACTLY);
        TerminalRule window = new TerminalRule.Window(new Interval(10, 12));
        assertThat(area(DEFAULTS.withTerminalRule(window).withTailRule(TailRule.INF_OBS), curve, interval))
                .isCloseTo(toLast + slopeArea * (1 - 1.0 / 16), EXACTLY);
        assertThat(area(DEFAULTS.withTerminalRule(window).withTailRule(TailRule.INF_PRED), curve, interval))
                .isCloseTo(toLast + slopeArea * (1 - 1.0 / 16), EXACTLY);
        assertThat(area(DEFAULTS.withTailRule(TailRule.INF_OBS), curve, interval))
                .isNaN();
    }

    @Test
    void aZeroInsideTheIntervalIsReachedByAStraightLineAndOneBehindItIsNot() {
        Curve curve = Curve.of("S", new double[] {0, 7, 14, 28}, new double[] {0, 120, 0, 0});

        assertThat(area(DEFAULTS, curve, new Interval(0, 28))).isEqualTo(840);
        assertThat(area(DEFAULTS, curve, new Interval(0, 14))).isEqualTo(840);
        assertThat(area(DEFAULTS, curve, new Interval(0, 10))).isEqualTo(420);
        assertThat(area(DEFAULTS, curve, new Interval(0, 20))).isEqualTo(840);
        assertThat(area(DEFAULTS, curve, new Interval(10, 20))).isZero();
        assertThat(area(DEFAULTS.withTailRule(TailRule.ALL), curve, new Interval(0, 10.5)))
                .isCloseTo(420 + 3.5 * (120 + 60) / 2, EXACTLY);
    }

    @Test
    void aDoseGivesClearanceVolumesAndNormalisedValues() {
        double[] t = {0, 1, 2, 3, 4};
        Curve curve = Curve.of(
                "S", t, Arrays.stream(t).map(x -> 10 * Math.exp(-0.5 * x)).toArray());

        KineticParameters p = DEFAULTS.analyse(curve, new Dosing(100, 1, Double.NaN));

        var dose = Objects.requireNonNull(p.doseRelated());
        assertThat(dose.clObs()).isCloseTo(5, EXACTLY);
        assertThat(dose.vzObs()).isCloseTo(10, EXACTLY);
        assertThat(dose.cmaxPerDose()).isCloseTo(0.1, EXACTLY);
        assertThat(dose.aucinfObsPerDose()).isCloseTo(0.2, EXACTLY);
        assertThat(p.moments().mrtObs()).as("less half the infusion").isCloseTo(2 - 0.5, EXACTLY);
        assertThat(dose.vssObs()).isCloseTo(7.5, EXACTLY);
    }

    @Test
    void theTerminalSlopeBeginsAfterTheInfusion() {
        double[] t = {0, 1, 2, 3, 4, 5};
        double[] c = {8, 4, 3.9, 2, 1, 0.5};

        assertThat(DEFAULTS.analyse(Curve.of("S", t, c), new Dosing(1, 2.5, Double.NaN))
                        .terminal()
                        .lambdaZStart())
                .isEqualTo(3);
    }

    @Test
    void aDosingIntervalHasTroughAverageAndFluctuation() {
        double[] t = {0, 2, 4, 8, 12};
        double[] c = {2, 6, 5, 3, 2};

        KineticParameters p = DEFAULTS.withAucRule(AucRule.LINEAR).analyse(Curve.of("S", t, c), new Dosing(94, 0, 12));

        SteadyState steady = Objects.requireNonNull(p.steadyState());
        assertThat(steady.aucTau()).isEqualTo(8 + 11 + 16 + 10);
        assertThat(steady.cav()).isEqualTo(3.75);
        assertThat(steady.cmin()).isEqualTo(2);
        assertThat(steady.ctrough()).isEqualTo(2);
        assertThat(steady.fluctuationPercent()).isCloseTo(100 * 4 / 3.75, EXACTLY);
        assertThat(steady.swing()).isEqualTo(2);
        assertThat(steady.clSs()).isCloseTo(94.0 / 45, EXACTLY);
        assertThat(steady.accumulationIndex())
                .isCloseTo(1 / (1 - Math.exp(-12 * p.terminal().lambdaZ())), EXACTLY);
    }

    // --- Living drugs ---

    @Test
    void aSecondLowerPeakMovesNeitherTmaxNorTheTerminalSlope() {
        double[] t = {0, 3, 7, 10, 14, 21, 28, 60, 90, 120, 150, 180};
        double[] c = {0, 100, 5000, 20000, 9000, 2000, 400, 300, 2500, 1250, 625, 312.5};

        KineticParameters p = DEFAULTS.analyse(Curve.of("S", t, c));

        assertThat(p.observed().tmax()).isEqualTo(10);
        assertThat(p.flags()).contains(KineticFlag.SECOND_PEAK);
        assertThat(p.terminal().halfLife()).isCloseTo(30, within(1e-9));
        assertThat(p.terminal().lambdaZStart()).isEqualTo(90);
    }

    @Test
    void aLateTmaxLeavesTheSlopeBehindIt() {
        double[] t = {0, 7, 14, 60, 330, 360, 390, 420, 450};
        double[] c = {0, 900, 400, 300, 48000, 24000, 12000, 6000, 3000};

        KineticParameters p = DEFAULTS.analyse(Curve.of("S", t, c));

        assertThat(p.observed().tmax()).isEqualTo(330);
        assertThat(p.terminal().halfLife()).isCloseTo(30, within(1e-9));
        assertThat(p.cmaxOverTmax()).isEqualTo(48000.0 / 330);
    }

    @Test
    void ofEqualPeaksTheFirstIsTmax() {
        assertThat(DEFAULTS.analyse(Curve.of("S", new double[] {0, 1, 2, 3}, new double[] {0, 5, 5, 1}))
                        .observed()
                        .tmax())
                .isEqualTo(1);
    }

    @Test
    void aPeakAtTimeZeroHasNoRateOfExpansion() {
        assertThat(DEFAULTS.analyse(Curve.of("S", new double[] {0, 1}, new double[] {5, 1}))
                        .cmaxOverTmax())
                .isNaN();
    }

    // --- Choices ---

    @Test
    void theSameCurveUnderEveryRuleForResultsBelowTheLimit() {
        Curve curve = Curve.of("S", new double[] {0, 1, 2, 3, 4, 5, 6}, new double[] {0, 0, 80, 10, 60, 40, 0}, 20);

        assertThat(auclast("first=keep,middle=drop,last=keep", curve))
                .isCloseTo(40 + falling(80, 60, 2) + falling(60, 40, 1), EXACTLY);
        assertThat(auclast("keep", curve)).isCloseTo(40 + 40 + 30 + falling(60, 40, 1), EXACTLY);
        assertThat(auclast("middle=lloq/2", curve))
                .isCloseTo(40 + falling(80, 10, 1) + 35 + falling(60, 40, 1), EXACTLY);
        assertThat(auclast("first=5,middle=12,last=3", curve))
                .isCloseTo(5 + 42.5 + falling(80, 12, 1) + 36 + falling(60, 40, 1), EXACTLY);
        assertThat(auclast("drop", curve)).as("no sample is left at time 0").isNaN();
    }

    @Test
    void aReplacedResultAfterTlastMakesNoLaterTlast() {
        Curve curve = Curve.of("S", new double[] {0, 1, 2, 3, 4}, new double[] {0, 80, 40, 0, 0}, 20);

        KineticParameters replaced =
                DEFAULTS.withBelowLimitRule(BelowLimitRule.parse("last=10")).analyse(curve);

        assertThat(replaced.observed().tlast()).isEqualTo(2);
        assertThat(replaced.areas().auclast())
                .isEqualTo(DEFAULTS.analyse(curve).areas().auclast());
        assertThat(replaced.areas().aucall()).isCloseTo(replaced.areas().auclast() + 25, EXACTLY);
    }

    @Test
    void valuesAtTheStartThatWereNotMeasured() {
        Curve curve = Curve.of("S", new double[] {-1, 1, 2, 3}, new double[] {6, 8, 4, 2});

        assertThat(DEFAULTS.analyse(curve).areas().auclast()).isNaN();
        assertThat(DEFAULTS.analyse(curve).flags()).contains(KineticFlag.NO_SAMPLE_AT_START);
        double rest = 6 / Math.log(2);
        assertThat(started(StartRule.ZERO, curve)).isCloseTo(4 + rest, EXACTLY);
        assertThat(started(StartRule.PREDOSE, curve)).isCloseTo(7 + rest, EXACTLY);
        assertThat(started(StartRule.BACK_EXTRAPOLATED, curve)).isCloseTo(14 / Math.log(2), EXACTLY);
        assertThat(area(DEFAULTS, curve, new Interval(0, 1)))
                .as("interpolated from the sample before")
                .isEqualTo(7.5);
    }

    @Test
    void anIntervalCountsTimeFromItsStart() {
        Curve curve = Curve.of("S", new double[] {0, 5, 10, 11, 12, 13}, new double[] {1, 2, 16, 8, 4, 2});

        KineticParameters p = DEFAULTS.withInterval(new Interval(10, 12))
                .withTerminalRule(new TerminalRule.Window(new Interval(0, 2)))
                .withAreaOver(new Interval(0, 3))
                .analyse(curve);

        assertThat(p.observed().tmax()).isZero();
        assertThat(p.observed().tlast()).isEqualTo(2);
        assertThat(p.terminal().halfLife()).isCloseTo(1, EXACTLY);
        assertThat(p.areas().auclast()).isCloseTo(12 / Math.log(2), EXACTLY);
        assertThat(p.partialAreas().get("auc_0_3"))
                .as("sees samples after the interval")
                .isCloseTo(14 / Math.log(2), EXACTLY);
    }

    @Test
    void aRisingWindowWithTheBestFitForbidsASlopeUnlessOnlyFallingOnesCompete() {
        double[] t = {0, 1, 2, 3, 4, 5, 6};
        double[] c = {0, 1000, 100, 300, 10, 11, 12.1};

        KineticParameters all = DEFAULTS.analyse(Curve.of("S", t, c));
        KineticParameters falling =
                DEFAULTS.withTerminalRule(TerminalRule.parse("falling")).analyse(Curve.of("S", t, c));

        assertThat(all.terminal().exists()).isFalse();
        assertThat(all.flags()).contains(KineticFlag.NO_TERMINAL_DECLINE);
        assertThat(all.areas().aucinfObs()).isNaN();
        assertThat(falling.terminal().lambdaZN()).isEqualTo(5);
    }

    @Test
    void aGivenWindowMayHoldTwoPointsAndSaysSo() {
        Curve curve = Curve.of("S", new double[] {0, 1, 2, 3}, new double[] {0, 8, 4, 2});

        KineticParameters p =
                DEFAULTS.withTerminalRule(TerminalRule.parse("2:3")).analyse(curve);

        assertThat(p.terminal().halfLife()).isCloseTo(1, EXACTLY);
        assertThat(p.flags()).contains(KineticFlag.TWO_POINT_SLOPE);
        assertThat(p.hasReliableHalfLife()).isFalse();
        assertThat(DEFAULTS.withTerminalRule(TerminalRule.parse("2.5:3"))
                        .analyse(curve)
                        .flags())
                .contains(KineticFlag.TOO_FEW_POINTS_IN_WINDOW);
        assertThat(DEFAULTS.withTerminalRule(TerminalRule.parse("0:1"))
                        .analyse(curve)
                        .terminal()
                        .exists())
                .isFalse();
    }

    // --- Poor data ---

    @Test
    void aCurveWithoutAnyQuantifiedSample() {
        KineticParameters p = DEFAULTS.withAreaOver(new Interval(0, 28))
                .analyse(Curve.of("S", new double[] {0, 7, 28}, new double[] {0, 10, 49}, 50));

        assertThat(p.observed().cmax()).isZero();
        assertThat(p.observed().tmax()).isNaN();
        assertThat(p.areas().auclast()).isZero();
        assertThat(p.partialAreas().get("auc_0_28")).isZero();
        assertThat(p.aucExtrapolatedPercent()).isNaN();
        assertThat(p.terminal().exists()).isFalse();
        assertThat(p.flags()).containsExactly(KineticFlag.ALL_BELOW_LIMIT);
    }

    @Test
    void aSingleSampleHasNoArea() {
        KineticParameters p =
                DEFAULTS.withAreaOver(new Interval(0, 28)).analyse(Curve.of("S", new double[] {7}, new double[] {120}));

        assertThat(p.observed().cmax()).isEqualTo(120);
        assertThat(p.areas().auclast()).isNaN();
        assertThat(p.partialAreas().get("auc_0_28")).isNaN();
        assertThat(p.flags()).contains(KineticFlag.SINGLE_SAMPLE);
    }

    @Test
    void noSampleAtAll() {
        KineticParameters p = DEFAULTS.withAreaOver(new Interval(0, 28))
                .analyse(Curve.of("S", new double[] {1, 2}, new double[] {Double.NaN, Double.NaN}));

        assertThat(p.observed().cmax()).isNaN();
        assertThat(p.partialAreas().get("auc_0_28")).isNaN();
        assertThat(p.flags()).containsExactlyInAnyOrder(KineticFlag.NO_SAMPLES, KineticFlag.MISSING_RESULTS);
    }

    @Test
    void missingResultsAreLeftOutAndCounted() {
        KineticParameters with =
                DEFAULTS.analyse(Curve.of("S", new double[] {0, 1, 2, 3}, new double[] {0, 5, Double.NaN, 1}));
        KineticParameters without = DEFAULTS.analyse(Curve.of("S", new double[] {0, 1, 3}, new double[] {0, 5, 1}));

        assertThat(with.areas()).isEqualTo(without.areas());
        assertThat(with.sampling().missing()).isEqualTo(1);
        assertThat(with.flags()).contains(KineticFlag.MISSING_RESULTS);
    }

    @Test
    void flagsSayWhatToLookAt() {
        Curve curve = Curve.of("S", new double[] {0, 1, 2, 3, 4, 5, 6}, new double[] {30, 900, 0, 500, 100, 90, 70});

        assertThat(DEFAULTS.withAreaOver(new Interval(-1, 9)).analyse(curve).flags())
                .contains(
                        KineticFlag.PREDOSE_QUANTIFIED,
                        KineticFlag.BELOW_LIMIT_BETWEEN,
                        KineticFlag.TMAX_AT_FIRST_SAMPLE,
                        KineticFlag.STILL_QUANTIFIABLE,
                        KineticFlag.SHORT_SPAN,
                        KineticFlag.INTERVAL_BEFORE_FIRST_SAMPLE,
                        KineticFlag.INTERVAL_AFTER_LAST_SAMPLE)
                .doesNotContain(KineticFlag.TMAX_AT_LAST_SAMPLE, KineticFlag.UNSORTED);
    }

    @Test
    void whatCannotBeUsedIsRefused() {
        double[] two = {0, 1};
        assertThatThrownBy(() -> Curve.of("S1", new double[] {3, 3}, new double[] {1, 2}))
                .hasMessageContaining("S1: two results at time 3");
        assertThatThrownBy(() -> Curve.of("S", two, new double[] {1, -2})).hasMessageContaining("must not be negative");
        assertThatThrownBy(() -> Curve.of("S", two, new double[] {1, Double.POSITIVE_INFINITY}))
                .hasMessageContaining("not finite");
        assertThatThrownBy(() -> Curve.of("S", new double[] {0, Double.NaN}, two))
                .hasMessageContaining("Time");
        assertThatThrownBy(() -> Curve.of("S", two, new double[] {1})).hasMessageContaining("2 times but 1 values");
        assertThatThrownBy(() -> Curve.of("S", two, two, 0)).hasMessageContaining("Limit of quantification");
        assertThatThrownBy(() -> Dosing.of(-1)).hasMessageContaining("Dose must be greater");
        assertThatThrownBy(() -> Interval.parse("28:0")).hasMessageContaining("no interval");
        assertThatThrownBy(() -> Interval.parse("0-28")).hasMessageContaining("no interval");
        assertThatThrownBy(() -> DEFAULTS.withAreaOver(Interval.parse("0:inf"))).hasMessageContaining("needs an end");
        assertThatThrownBy(() -> BelowLimitRule.parse("middle=ignore")).hasMessageContaining("no rule");
        assertThatThrownBy(() -> BelowLimitRule.parse("centre=keep")).hasMessageContaining("no rule");
        assertThatThrownBy(() -> BelowLimitRule.parse("middle=-1")).hasMessageContaining("must not be negative");
        assertThatThrownBy(() -> new TerminalRule.BestFit(2, 1e-4, TerminalRule.Candidates.ALL))
                .hasMessageContaining("at least 3");
        assertThatThrownBy(() -> DEFAULTS.withBelowLimitRule(BelowLimitRule.parse("lloq/2"))
                        .analyse(Curve.of("S", two, new double[] {0, 1})))
                .hasMessageContaining("limit is not known");
    }

    // --- What holds for every curve ---

    static List<Curve> curves() {
        Random random = new Random(20260302);
        return Stream.generate(() -> curve(random)).limit(300).toList();
    }

    /** An expansion and a contraction with noise, some results below the limit; time and values in many sizes. */
    private static Curve curve(Random random) {
        int n = 3 + random.nextInt(18);
        double[] t = new double[n];
        double[] c = new double[n];
        double scale = Math.pow(10, random.nextInt(6) - 1);
        for (int i = 1; i < n; i++) {
            t[i] = t[i - 1] + 0.1 + 10 * random.nextDouble();
            double level = t[i] < 10 ? t[i] - 10 : -(t[i] - 10) / 20;
            c[i] = scale * Math.exp(level + random.nextGaussian());
        }
        return Curve.of("S", t, c, scale / 50);
    }

    @ParameterizedTest
    @MethodSource("curves")
    void theOrderOfSamplesDoesNotMatter(Curve curve) {
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, curve.size()).boxed().toList());
        Collections.shuffle(order, new Random(1));
        Curve shuffled = Curve.of(
                "S",
                order.stream().mapToDouble(curve::time).toArray(),
                order.stream().mapToDouble(curve::value).toArray(),
                curve.limit(0));

        assertThat(DEFAULTS.analyse(shuffled).areas())
                .isEqualTo(DEFAULTS.analyse(curve).areas());
        assertThat(DEFAULTS.analyse(shuffled).terminal())
                .isEqualTo(DEFAULTS.analyse(curve).terminal());
    }

    @ParameterizedTest
    @MethodSource("curves")
    void areasAddUp(Curve curve) {
        double end = curve.time(curve.size() - 1);
        for (AucRule rule : AucRule.values()) {
            NonCompartmental analysis = DEFAULTS.withAucRule(rule);
            double parts = 0;
            for (int i = 0; i < 7; i++) {
                parts += area(analysis.withTailRule(TailRule.ALL), curve, new Interval(end * i / 7, end * (i + 1) / 7));
            }
            double whole = area(analysis.withTailRule(TailRule.ALL), curve, new Interval(0, end));
            assertThat(parts).isCloseTo(whole, within(1e-12 + 1e-10 * whole));
            assertThat(whole).isCloseTo(analysis.analyse(curve).areas().aucall(), within(1e-12 + 1e-10 * whole));
        }
    }

    @ParameterizedTest
    @MethodSource("curves")
    void unitsOfTimeAndValueCarryThrough(Curve curve) {
        double hours = 24;
        double scaled = 1000;
        Curve other = Curve.of(
                "S",
                IntStream.range(0, curve.size())
                        .mapToDouble(i -> hours * curve.time(i))
                        .toArray(),
                IntStream.range(0, curve.size())
                        .mapToDouble(i -> scaled * curve.value(i))
                        .toArray());

        KineticParameters p = DEFAULTS.analyse(curve);
        KineticParameters q = DEFAULTS.analyse(other);

        same(q.areas().auclast(), scaled * hours * p.areas().auclast());
        same(q.areas().aucinfPred(), scaled * hours * p.areas().aucinfPred());
        same(q.moments().aumcinfObs(), scaled * hours * hours * p.moments().aumcinfObs());
        same(q.terminal().halfLife(), hours * p.terminal().halfLife());
        same(q.terminal().adjRSquared(), p.terminal().adjRSquared());
        same(q.aucExtrapolatedPercent(), p.aucExtrapolatedPercent());
    }

    @ParameterizedTest
    @MethodSource("curves")
    void theLogarithmicRuleLiesBelowTheLinearOneWhereTheCurveFalls(Curve curve) {
        double log = DEFAULTS.analyse(curve).areas().auclast();
        double linear =
                DEFAULTS.withAucRule(AucRule.LINEAR).analyse(curve).areas().auclast();

        assertThat(log).isLessThanOrEqualTo(linear * (1 + 1e-14));
    }

    @ParameterizedTest
    @MethodSource("curves")
    void theChosenWindowIsTheLongestWithinTheToleranceOfTheBest(Curve curve) {
        KineticParameters p =
                DEFAULTS.withTerminalRule(TerminalRule.parse("falling")).analyse(curve);
        double best = Double.NEGATIVE_INFINITY;
        int longest = 0;
        for (int pass = 0; pass < 2; pass++) {
            for (int from = curve.size() - 1;
                    from >= 0 && curve.time(from) > p.observed().tmax();
                    from--) {
                if (!curve.isQuantified(from)) {
                    continue;
                }
                KineticParameters window = DEFAULTS.withTerminalRule(
                                new TerminalRule.Window(new Interval(curve.time(from), 1e9)))
                        .analyse(curve);
                Integer n = window.terminal().lambdaZN();
                if (n != null && n >= 3) {
                    best = Math.max(best, window.terminal().adjRSquared());
                    longest = window.terminal().adjRSquared() > best - 1e-4 && pass == 1 ? n : longest;
                }
            }
        }
        Integer chosen = p.terminal().lambdaZN();
        assertThat(chosen == null ? 0 : chosen).isEqualTo(longest);
    }

    @ParameterizedTest
    @EnumSource(AucRule.class)
    void resultsDoNotDependOnHowOftenTheyAreComputed(AucRule rule) {
        NonCompartmental analysis = DEFAULTS.withAucRule(rule).withAreaOver(new Interval(0, 28));
        List<KineticParameters> once = curves().stream().map(analysis::analyse).toList();

        assertThat(curves().parallelStream().map(analysis::analyse).toList()).isEqualTo(once);
    }

    private static void same(double found, double expected) {
        if (Double.isNaN(expected)) {
            assertThat(found).isNaN();
        } else {
            assertThat(found).isCloseTo(expected, within(1e-9 * Math.abs(expected)));
        }
    }

    private static double falling(double from, double to, double time) {
        return time * (from - to) / Math.log(from / to);
    }

    private static double auclast(String rule, Curve curve) {
        return DEFAULTS.withBelowLimitRule(BelowLimitRule.parse(rule))
                .analyse(curve)
                .areas()
                .auclast();
    }

    private static double started(StartRule rule, Curve curve) {
        KineticParameters p = DEFAULTS.withStartRule(rule).analyse(curve);
        assertThat(p.flags()).contains(KineticFlag.START_IMPUTED);
        return p.areas().auclast();
    }

    private static double area(NonCompartmental analysis, Curve curve, Interval interval) {
        return analysis.withAreaOver(interval)
                .analyse(curve)
                .partialAreas()
                .values()
                .iterator()
                .next();
    }
}
