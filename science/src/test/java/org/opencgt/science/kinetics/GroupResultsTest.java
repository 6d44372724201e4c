package org.opencgt.science.kinetics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.opencgt.science.kinetics.DoseProportionality.Conclusion;
import org.opencgt.science.kinetics.ParameterSummary.SlopeUse;
import org.opencgt.science.kinetics.Persistence.Loss;
import org.opencgt.science.kinetics.StopDecision.Reason;

/** What is said of several subjects, and of one subject's sampling. */
class GroupResultsTest {

    // --- Summaries ---

    @Test
    void parametersAreSummarisedByGroupInTheOrderOfItsNumbers() {
        NonCompartmental analysis = NonCompartmental.withDefaults()
                .withAreaOver(new Interval(0, 8))
                .withUnits(new Units("d", "copies/µg", ""));
        List<KineticParameters> rows = Stream.of(falling("A", "100", 8), falling("B", "20", 4), falling("C", "100", 32))
                .map(analysis::analyse)
                .toList();

        List<ParameterSummary> summaries =
                ParameterSummary.of(rows, Parameter.of(analysis, false, false), analysis.units(), SlopeUse.RELIABLE);

        assertThat(summaries.getFirst().group()).isEqualTo("20");
        ParameterSummary cmax = find(summaries, "100", "cmax");
        assertThat(cmax.n()).isEqualTo(2);
        assertThat(cmax.geometricMean()).isCloseTo(16, within(1e-12));
        assertThat(cmax.geometricCvPercent())
                .isCloseTo(100 * Math.sqrt(Math.exp(2 * Math.log(2) * Math.log(2)) - 1), within(1e-10));
        assertThat(cmax.median()).isEqualTo(20);
        assertThat(cmax.unit()).isEqualTo("copies/µg");
        assertThat(find(summaries, "100", "auc_0_8").unit()).isEqualTo("d·copies/µg");
        assertThat(find(summaries, "100", "half_life").mean()).isCloseTo(1, within(1e-12));
    }

    @Test
    void anUnreliableHalfLifeIsLeftOutAndCounted() {
        NonCompartmental analysis = NonCompartmental.withDefaults();
        Curve noisy = Curve.of("N", new double[] {0, 1, 2, 3, 4}, new double[] {0, 90, 30, 60, 25});
        List<KineticParameters> rows =
                Stream.of(falling("A", "", 8), noisy).map(analysis::analyse).toList();
        List<Parameter> parameters = Parameter.of(analysis, false, false);

        ParameterSummary reliable =
                find(ParameterSummary.of(rows, parameters, Units.UNKNOWN, SlopeUse.RELIABLE), "", "half_life");
        ParameterSummary all =
                find(ParameterSummary.of(rows, parameters, Units.UNKNOWN, SlopeUse.ALL), "", "half_life");

        assertThat(rows.get(1).terminal().exists()).isTrue();
        assertThat(reliable.n()).isEqualTo(1);
        assertThat(reliable.unreliable()).isEqualTo(1);
        assertThat(all.n()).isEqualTo(2);
    }

    private static ParameterSummary find(List<ParameterSummary> summaries, String group, String parameter) {
        return summaries.stream()
                .filter(summary ->
                        summary.group().equals(group) && summary.parameter().equals(parameter))
                .findFirst()
                .orElseThrow();
    }

    /** A half-life of one day, from {@code top} down. */
    private static Curve falling(String subject, String group, double top) {
        double[] t = IntStream.rangeClosed(0, 9).asDoubleStream().toArray();
        double[] c = Arrays.stream(t).map(x -> top * Math.pow(2, -x)).toArray();
        double[] limits = new double[t.length];
        Arrays.fill(limits, Double.NaN);
        return Curve.of(subject, group, t, c, limits);
    }

    // --- Dose proportionality ---

    /** R: summary(lm(log(p) ~ log(d))), confint(..., level = 0.9). */
    @Test
    void thePowerModelAgreesWithLeastSquaresInR() {
        double[] d = {50, 50, 150, 150, 450, 450};
        double[] p = {1100, 900, 2600, 3500, 9800, 8100};

        DoseProportionality fit = DoseProportionality.of("cmax", d, p, 0.9);

        assertThat(fit.slope()).isCloseTo(slope(d, p), within(1e-12));
        assertThat(fit.upper() - fit.slope())
                .as("t(0.95, 4) = 2.131846786326649")
                .isCloseTo(2.131846786326649 * fit.standardError(), within(1e-10));
        assertThat(fit.lowerCriterion()).isCloseTo(1 + Math.log(0.8) / Math.log(9), within(1e-14));
        assertThat(fit.upperCriterion()).isCloseTo(1 + Math.log(1.25) / Math.log(9), within(1e-14));
        assertThat(fit.doses()).isEqualTo(3);
        assertThat(fit.conclusion()).isEqualTo(Conclusion.INCONCLUSIVE);
    }

    private static double slope(double[] d, double[] p) {
        double mx = Arrays.stream(d).map(Math::log).average().orElseThrow();
        double my = Arrays.stream(p).map(Math::log).average().orElseThrow();
        double xy = 0;
        double xx = 0;
        for (int i = 0; i < d.length; i++) {
            xy += (Math.log(d[i]) - mx) * (Math.log(p[i]) - my);
            xx += (Math.log(d[i]) - mx) * (Math.log(d[i]) - mx);
        }
        return xy / xx;
    }

    @Test
    void theSlopeTellsProportionalFromUnrelated() {
        double[] doses = {1, 1, 10, 10, 100, 100};

        assertThat(DoseProportionality.of("auc", doses, new double[] {5, 5.1, 50, 51, 500, 510}, 0.9)
                        .conclusion())
                .isEqualTo(Conclusion.PROPORTIONAL);
        assertThat(DoseProportionality.of("auc", doses, new double[] {5, 5.1, 500, 510, 50000, 51000}, 0.9)
                        .conclusion())
                .isEqualTo(Conclusion.NOT_PROPORTIONAL);
        DoseProportionality weak =
                DoseProportionality.of("auc", doses, new double[] {300, 9000, 1200, 40, 8000, 700}, 0.9);
        assertThat(weak.conclusion()).isEqualTo(Conclusion.WEAK_RELATION);
        assertThat(Math.abs(weak.spearmanRho())).isLessThan(0.6);
    }

    @Test
    void withoutADoseOrAValueASubjectIsLeftOut() {
        DoseProportionality fit = DoseProportionality.of(
                "cmax", new double[] {1, 10, 100, Double.NaN, 10}, new double[] {2, 20, 200, 7, 0}, 0.9);

        assertThat(fit.n()).isEqualTo(3);
        assertThat(fit.slope()).isCloseTo(1, within(1e-14));
        assertThat(fit.spearmanRho()).isCloseTo(1, within(1e-14));
        assertThatThrownBy(() -> DoseProportionality.of("cmax", new double[] {5, 5, 5}, new double[] {1, 2, 3}, 0.9))
                .hasMessageContaining("cmax");
    }

    // --- Persistence ---

    @Test
    void lossOfTheCellsIsAtTheFirstSampleBelowTheLimit() {
        List<Curve> curves = List.of(
                curve("A", 0, 0, 10, 500, 60, 80, 100, 0),
                curve("B", 0, 0, 10, 900, 90, 100, 200, 60),
                curve("C", 0, 0, 10, 700, 30, 0, 90, 0),
                curve("D", 0, 0, 10, 0, 30, 0));

        List<Persistence> rows =
                Persistence.of(curves, List.of(1.0, 3.0, 6.0, 12.0), Units.UNKNOWN, Loss.FIRST_BELOW_LIMIT, 0.95);

        assertThat(rows).extracting(Persistence::probability).containsExactly(2.0 / 3, 2.0 / 3, 1.0 / 3, Double.NaN);
        Persistence first = rows.getFirst();
        assertThat(first.time()).isCloseTo(30.4375, within(1e-12));
        assertThat(first.subjects()).isEqualTo(3);
        assertThat(first.losses()).isEqualTo(2);
        assertThat(first.neverQuantified()).isEqualTo(1);
        assertThat(first.median()).isEqualTo(100);
        assertThat(Persistence.of(curves, List.of(2.0), Units.UNKNOWN, Loss.MIDPOINT, 0.95)
                        .getFirst()
                        .median())
                .isEqualTo(80);
        assertThat(Persistence.of(curves, List.of(2.0), Units.UNKNOWN, Loss.LAST_QUANTIFIED, 0.95)
                        .getFirst()
                        .median())
                .isEqualTo(60);
    }

    @Test
    void monthsAreCountedInTheUnitOfTime() {
        Units hours = new Units("h", "", "");

        assertThat(Persistence.of(List.of(curve("A", 0, 0, 240, 500)), List.of(3.0), hours, Loss.MIDPOINT, 0.95)
                        .getFirst()
                        .time())
                .isCloseTo(3 * 30.4375 * 24, within(1e-9));
        assertThatThrownBy(() -> Persistence.of(List.of(curve("A", 0, 0)), List.of(3.0), hours, Loss.MIDPOINT, 0.95))
                .hasMessageContaining("never");
    }

    // --- Stopping ---

    @Test
    void twoSuccessiveResultsBelowTheLimitEndSampling() {
        StopDecision decision = StopRule.DEFAULT.decide(curve("A", 0, 0, 7, 900, 28, 0, 60, 0, 90, 0));

        assertThat(decision.mayStop()).isTrue();
        assertThat(decision.stopTime()).isEqualTo(60);
        assertThat(decision.lastQuantified()).isEqualTo(7);
        assertThat(decision.samplesAfter()).isEqualTo(1);
        assertThat(decision.reason()).isEqualTo(Reason.BELOW_LIMIT);
    }

    @Test
    void oneResultBelowTheLimitDoesNot() {
        assertThat(reason(curve("A", 0, 0, 7, 900, 28, 0))).isEqualTo(Reason.TOO_FEW_BELOW_LIMIT);
        assertThat(reason(curve("A", 0, 0, 7, 900, 28, 0, 60, 80))).isEqualTo(Reason.STILL_QUANTIFIABLE);
    }

    @Test
    void aMissingResultBreaksTheRun() {
        assertThat(reason(curve("A", 0, 0, 7, 900, 28, 0, 60, Double.NaN, 90, 0)))
                .isEqualTo(Reason.RESULT_MISSING);
        assertThat(reason(curve("A", 0, 0, 7, 900, 28, 0, 60, Double.NaN, 90, 0, 120, 0)))
                .isEqualTo(Reason.BELOW_LIMIT);
        assertThat(reason(curve("A", 0, 0, 7, 900, 28, 0, 60, 0, 90, Double.NaN)))
                .isEqualTo(Reason.BELOW_LIMIT);
    }

    @Test
    void resultsBeforeExpansionDoNotCount() {
        assertThat(reason(curve("A", 0, 0, 1, 0, 3, 0))).isEqualTo(Reason.NEVER_QUANTIFIED);
        assertThat(reason(curve("A", -1, 0, 0, 0))).isEqualTo(Reason.NO_SAMPLE);
        assertThat(StopRule.DEFAULT
                        .withWithoutExpansion(true)
                        .decide(curve("A", 0, 0, 1, 0, 3, 0))
                        .mayStop())
                .isTrue();
    }

    @Test
    void samplingMayNotStopBeforeItsTime() {
        StopRule rule = StopRule.DEFAULT.withNotBefore(80);

        assertThat(rule.decide(curve("A", 7, 900, 28, 0, 60, 0)).reason()).isEqualTo(Reason.TOO_EARLY);
        assertThat(rule.decide(curve("A", 7, 900, 28, 0, 60, 0, 90, 0)).stopTime())
                .isEqualTo(90);
    }

    @Test
    void cellsThatComeBackAfterAStopAreSeen() {
        StopDecision decision = StopRule.DEFAULT.decide(curve("A", 7, 900, 28, 0, 60, 0, 90, 300, 120, 0, 150, 0));

        assertThat(decision.firstMet()).isEqualTo(60);
        assertThat(decision.stopTime()).isEqualTo(150);
    }

    @Test
    void withTwoMethodsBothHaveToAllowIt() {
        Curve pcr = curve("A", 7, 900, 28, 0, 60, 0, 90, 0);
        Curve flow = curve("A", 7, 90, 28, 20, 60, 0, 90, 0);

        assertThat(StopRule.DEFAULT.decide(pcr, flow).stopTime()).isEqualTo(90);
        assertThat(StopRule.DEFAULT
                        .decide(pcr, curve("A", 7, 90, 28, 20, 60, 0))
                        .reason())
                .isEqualTo(Reason.OTHER_METHOD);
        assertThat(StopRule.DEFAULT.decide(curve("A", 7, 90, 28, 20), pcr).reason())
                .isEqualTo(Reason.STILL_QUANTIFIABLE);
        assertThatThrownBy(() -> StopRule.DEFAULT.withSuccessive(1)).hasMessageContaining("two");
    }

    private static Reason reason(Curve curve) {
        return StopRule.DEFAULT.decide(curve).reason();
    }

    /** Times and values in turn. */
    private static Curve curve(String subject, double... timesAndValues) {
        int n = timesAndValues.length / 2;
        return Curve.of(
                subject,
                IntStream.range(0, n).mapToDouble(i -> timesAndValues[2 * i]).toArray(),
                IntStream.range(0, n)
                        .mapToDouble(i -> timesAndValues[2 * i + 1])
                        .toArray(),
                50.0 / 10);
    }
}
