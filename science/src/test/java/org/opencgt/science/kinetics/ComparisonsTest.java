package org.opencgt.science.kinetics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.opencgt.science.kinetics.KineticParameters.SteadyState;
import org.opencgt.science.kinetics.PairedMethods.Measured;
import org.opencgt.science.kinetics.PairedSample.Detection;
import org.opencgt.science.kinetics.PairedSample.Flag;
import org.opencgt.science.kinetics.RepeatedDoses.Dose;
import org.opencgt.science.table.Csv;

/** Two methods, markers beside cells, groups at visits, several doses. */
class ComparisonsTest {

    // --- PCR and flow cytometry ---

    @Test
    void aStableRatioAgreesWhateverItsLevel() {
        List<PairedSample> samples = PairedMethods.DEFAULT.compare(
                List.of(pair("A", 7, 1000, 10, null), pair("A", 14, 8000, 80, null), pair("A", 28, 400, 4, null)));

        MethodAgreement agreement = PairedMethods.agreement(samples).getFirst();
        assertThat(agreement.meanRatio()).isCloseTo(0.01, within(1e-15));
        assertThat(agreement.meanLog10Ratio()).isCloseTo(-2, within(1e-14));
        assertThat(agreement.sdLog10Ratio()).isCloseTo(0, within(1e-14));
        assertThat(agreement.pearsonR()).isCloseTo(1, within(1e-14));
        assertThat(agreement.spearmanRho()).isCloseTo(1, within(1e-14));
        assertThat(agreement.detectionAgreementPercent()).isEqualTo(100);
        assertThat(samples).allSatisfy(sample -> assertThat(sample.flags()).isEmpty());
    }

    @Test
    void limitsOfAgreementAreThoseOfBlandAndAltmanOnLogarithms() {
        List<PairedSample> samples = PairedMethods.DEFAULT.compare(
                List.of(pair("A", 7, 100, 10, null), pair("A", 14, 100, 1, null), pair("A", 28, 100, 100, null)));

        MethodAgreement agreement = PairedMethods.agreement(samples).getFirst();
        assertThat(agreement.meanLog10Ratio()).isCloseTo(-1, within(1e-14));
        assertThat(agreement.sdLog10Ratio()).isCloseTo(1, within(1e-14));
        assertThat(agreement.lowerLimit()).isCloseTo(-1 - 1.959963984540054, within(1e-13));
    }

    @Test
    void flowThatVanishesOnceAntibodiesArePresentIsFlagged() {
        List<PairedSample> samples = PairedMethods.DEFAULT.compare(List.of(
                pair("A", 7, 1000, 10, false),
                pair("A", 14, 9000, 90, null),
                pair("A", 28, 3000, 0, true),
                pair("A", 60, 2000, 0.5, null),
                pair("A", 90, 1000, 9, null),
                pair("A", 120, 0, 0, null)));

        assertThat(samples).extracting(PairedSample::adaPositive).containsExactly(false, false, true, true, true, true);
        assertThat(samples.get(2).flags()).containsExactly(Flag.POSSIBLE_ADA_INTERFERENCE);
        assertThat(samples.get(3).flags()).containsExactly(Flag.POSSIBLE_ADA_INTERFERENCE);
        assertThat(samples.get(3).log10RatioShift()).isCloseTo(Math.log10(0.5 / 2000) + 2, within(1e-12));
        assertThat(samples.get(4).flags()).isEmpty();
        assertThat(samples.get(5).detection()).isEqualTo(Detection.NEITHER);
        MethodAgreement agreement = PairedMethods.agreement(samples).getFirst();
        assertThat(agreement.interference()).isEqualTo(2);
        assertThat(agreement.ratioWithoutAda()).isCloseTo(0.01, within(1e-14));
        assertThat(agreement.pcrOnly()).isEqualTo(1);
    }

    @Test
    void withoutAntibodiesAnOddRatioIsDiscordantOnly() {
        List<PairedSample> samples = PairedMethods.DEFAULT.compare(List.of(
                pair("A", 7, 1000, 10, false),
                pair("A", 14, 1000, 10, false),
                pair("A", 28, 1000, 900, false),
                pair("A", 60, 1000, 0, false),
                pair("A", 90, 1000, Double.NaN, false)));

        assertThat(samples.get(2).flags()).containsExactly(Flag.DISCORDANT);
        assertThat(samples.get(3).flags()).isEmpty();
        assertThat(samples.get(3).detection()).isEqualTo(Detection.PCR_ONLY);
        assertThat(samples.get(4).flags()).containsExactly(Flag.UNPAIRED);
        assertThat(samples.get(4).detection()).isNull();
    }

    private static Measured pair(String subject, double time, double pcr, double flow, @Nullable Boolean ada) {
        return new Measured(subject, "", time, pcr, flow, ada);
    }

    // --- Markers ---

    private static final Pharmacodynamics RESPONSE = Pharmacodynamics.withDefaults();

    @Test
    void aCytokinePeakIsHeldAgainstItsBaseline() {
        MarkerResponse il6 = RESPONSE.respond(curve("A", -1, 4, 0, 5, 2, 105, 6, 5, 10, 3), "IL-6");

        assertThat(il6.baseline()).isEqualTo(5);
        assertThat(il6.peak()).isEqualTo(105);
        assertThat(il6.tPeak()).isEqualTo(2);
        assertThat(il6.change()).isEqualTo(100);
        assertThat(il6.fold()).isEqualTo(21);
        assertThat(il6.auecAboveBaseline()).isEqualTo(100 + 200);
        assertThat(il6.auec()).isEqualTo(110 + 220 + 16);
        assertThat(il6.timeAboveBaseline()).isEqualTo(6);
        assertThat(il6.returnToBaseline()).isEqualTo(6);
        assertThat(RESPONSE.withBaselineRule(Pharmacodynamics.BaselineRule.MEAN)
                        .respond(curve("A", -1, 4, 0, 5, 2, 9), "IL-6")
                        .baseline())
                .isEqualTo(4.5);
    }

    @Test
    void aBaselineBelowTheLimitGivesAFoldOfAtLeast() {
        MarkerResponse marker = RESPONSE.respond(Curve.of("A", new double[] {0, 3}, new double[] {0, 60}, 2), "IL-6");

        assertThat(marker.baseline()).isZero();
        assertThat(marker.fold()).isEqualTo(30);
        assertThat(marker.flags()).contains(MarkerFlag.BASELINE_BELOW_LIMIT, MarkerFlag.PEAK_AT_LAST_SAMPLE);
    }

    @Test
    void withoutABaselineThereIsNoChange() {
        MarkerResponse marker = RESPONSE.respond(curve("A", 1, 40, 3, 60), "IL-6");

        assertThat(marker.peak()).isEqualTo(60);
        assertThat(marker.change()).isNaN();
        assertThat(marker.fold()).isNaN();
        assertThat(marker.auecAboveBaseline()).isNaN();
        assertThat(marker.flags()).contains(MarkerFlag.NO_BASELINE);
        assertThat(RESPONSE.respond(curve("A", 0, 5), "x").flags()).contains(MarkerFlag.NO_SAMPLE_AFTER_DOSE);
    }

    @Test
    void bCellAplasiaBeginsEndsOrGoesOn() {
        Pharmacodynamics aplasia = RESPONSE.withThreshold(50);
        MarkerResponse recovered = aplasia.respond(curve("A", 0, 200, 14, 10, 28, 0, 90, 30, 180, 80, 270, 20), "B");
        MarkerResponse ongoing = aplasia.respond(curve("B", 0, 200, 7, 10, 360, 0), "B");
        MarkerResponse before = aplasia.respond(curve("C", 0, 20, 7, 10, 28, 90), "B");

        assertThat(recovered.depletedFrom()).isEqualTo(14);
        assertThat(recovered.recoveredAt()).isEqualTo(180);
        assertThat(recovered.depletedFor()).isEqualTo(166);
        assertThat(recovered.flags()).contains(MarkerFlag.DEPLETED_AGAIN);
        assertThat(ongoing.depletedFor()).isEqualTo(353);
        assertThat(ongoing.recoveredAt()).isNaN();
        assertThat(ongoing.flags()).contains(MarkerFlag.DEPLETION_ONGOING);
        assertThat(before.flags()).contains(MarkerFlag.DEPLETED_AT_BASELINE);
        MarkerSummary duration = MarkerSummary.of(List.of(recovered, ongoing, before), Units.UNKNOWN).stream()
                .filter(row -> row.measure().equals("depleted_for"))
                .findAny()
                .orElseThrow();
        assertThat(duration.median()).as("Kaplan-Meier, one censored").isEqualTo(166);
        assertThat(duration.censored()).isEqualTo(1);
    }

    @Test
    void areasAboveALevelArePiecesOfTheWhole() {
        Random random = new Random(9);
        for (int k = 0; k < 500; k++) {
            int n = 2 + random.nextInt(8);
            double[] t = IntStream.range(0, n)
                    .mapToDouble(i -> i + random.nextDouble() / 2)
                    .toArray();
            double[] y =
                    IntStream.range(0, n).mapToDouble(i -> random.nextDouble()).toArray();
            LinearCourse course = new LinearCourse(t, y);
            double level = random.nextDouble();
            double fine = 0;
            int steps = 20000;
            for (int i = 0; i < steps; i++) {
                double at = t[0] + (t[n - 1] - t[0]) * (i + 0.5) / steps;
                int j = 1;
                while (t[j] < at) {
                    j++;
                }
                fine += Math.max(0, Trapezoid.linearValue(t[j - 1], y[j - 1], t[j], y[j], at) - level);
            }
            assertThat(course.areaAbove(level)).isCloseTo(fine * (t[n - 1] - t[0]) / steps, within(1e-3));
            assertThat(course.areaAbove(0)).isCloseTo(course.area(), within(1e-12));
        }
    }

    // --- Visits ---

    @Test
    void actualTimesAreJoinedToVisits() {
        List<TimeCourse> rows = TimeCourse.of(List.of(
                curve("A", 0, 0, 1.02, 40, 6.9, 100, 28.1, 10),
                curve("B", 0, 0, 0.97, 0, 7.1, 300, 27.9, 30),
                curve("C", 0, 0, 7.0, 200, 28, 20)));

        assertThat(rows).extracting(TimeCourse::n).containsExactly(3, 2, 3, 3);
        assertThat(rows.get(2).time()).isEqualTo(7.0);
        assertThat(rows.get(2).mean()).isCloseTo(200, within(1e-12));
        assertThat(rows.get(2).sd()).isCloseTo(100, within(1e-12));
        assertThat(rows.get(1).belowLimit()).isEqualTo(1);
        assertThat(rows.get(1).mean()).isEqualTo(20);
        assertThat(rows.get(1).geometricMean()).isCloseTo(40, within(1e-12));
    }

    // --- Sparse sampling ---

    /** Serial sampling, one sample a subject: Bailer's variance by hand. */
    @Test
    void serialSamplingHasBailersVariance() {
        List<Curve> curves = Stream.of(
                        curve("a", 0, 0.5),
                        curve("b", 0, 0.7),
                        curve("c", 2, 8),
                        curve("d", 2, 10),
                        curve("e", 2, 12),
                        curve("f", 6, 3),
                        curve("g", 6, 5))
                .toList();

        SparseExposure exposure = SparseExposure.of(curves, 0.95).getFirst();

        double area = 1 * 0.6 + 3 * 10 + 2 * 4;
        double variance = 1 * 0.02 / 2 + 9 * 4.0 / 3 + 4 * 2.0 / 2;
        double freedom = variance * variance / (Math.pow(0.01, 2) + Math.pow(12, 2) / 2 + Math.pow(4, 2));
        assertThat(exposure.auclast()).isCloseTo(area, within(1e-12));
        assertThat(exposure.standardError()).isCloseTo(Math.sqrt(variance), within(1e-12));
        assertThat(exposure.degreesOfFreedom()).isCloseTo(freedom, within(1e-10));
        assertThat(exposure.cmax()).isEqualTo(10);
        assertThat(exposure.tmax()).isEqualTo(2);
    }

    @Test
    void completeSamplingHasTheVarianceOfTheMeanOfAreas() {
        Random random = new Random(4);
        List<Curve> curves = new ArrayList<>();
        double[] t = {0, 1, 3, 7, 14};
        double[] areas = new double[9];
        for (int s = 0; s < areas.length; s++) {
            double[] c = IntStream.range(0, t.length)
                    .mapToDouble(i -> 1 + random.nextDouble())
                    .toArray();
            curves.add(Curve.of("S" + s, t, c));
            for (int i = 1; i < t.length; i++) {
                areas[s] += (t[i] - t[i - 1]) * (c[i] + c[i - 1]) / 2;
            }
        }
        double mean = Arrays.stream(areas).average().orElseThrow();
        double variance = Arrays.stream(areas).map(a -> (a - mean) * (a - mean)).sum() / 8 / 9;

        SparseExposure exposure = SparseExposure.of(curves, 0.95).getFirst();

        assertThat(exposure.auclast()).isCloseTo(mean, within(1e-12));
        assertThat(exposure.standardError()).isCloseTo(Math.sqrt(variance), within(1e-12));
        assertThat(exposure.degreesOfFreedom()).isNaN();
    }

    // --- Repeated doses ---

    @Test
    void eachDoseStartsTheClockAnew() {
        Curve curve = curve("A", 0, 0, 2, 80, 4, 40, 6, 20, 7, 10, 9, 160, 11, 80, 13, 40, 14, 20);
        RepeatedDoses doses = RepeatedDoses.of(Map.of("A", List.of(new Dose(7, 200, 0), new Dose(0, 100, 0))));

        List<KineticParameters> rows =
                doses.analyse(NonCompartmental.withDefaults().withAucRule(AucRule.LINEAR), List.of(curve), Double.NaN);

        assertThat(rows).hasSize(2);
        assertThat(Objects.requireNonNull(rows.get(1).administration()).doseNumber())
                .isEqualTo(2);
        assertThat(rows.get(1).observed().tmax()).isEqualTo(2);
        assertThat(rows.get(0).observed().cmax()).isEqualTo(80);
        SteadyState first = Objects.requireNonNull(rows.get(0).steadyState());
        SteadyState second = Objects.requireNonNull(rows.get(1).steadyState());
        assertThat(first.tau()).isEqualTo(7);
        assertThat(first.aucTau()).isEqualTo(80 + 120 + 60 + 15);
        assertThat(second.aucTau()).isEqualTo(170 + 240 + 120 + 30);
        assertThat(second.accumulationRatio()).isCloseTo(560.0 / 275, within(1e-14));
        assertThat(first.accumulationRatio()).isEqualTo(1);
        assertThat(second.ctrough()).isEqualTo(20);
    }

    @Test
    void aDoseWithoutASampleAtItIsInterpolatedFromTheSampleBefore() {
        Curve curve = curve("A", 0, 0, 4, 100, 6, 40, 8, 80, 12, 20);
        RepeatedDoses doses = RepeatedDoses.of(Map.of("A", List.of(new Dose(0, 1, 0), new Dose(7, 1, 0))));

        List<KineticParameters> rows =
                doses.analyse(NonCompartmental.withDefaults().withAucRule(AucRule.LINEAR), List.of(curve), 5);

        SteadyState second = Objects.requireNonNull(rows.get(1).steadyState());
        assertThat(second.aucTau()).isEqualTo((60 + 80) / 2.0 + 4 * 50);
        assertThat(rows.get(1).areas().auclast()).isNaN();
        assertThat(rows.get(1).flags()).contains(KineticFlag.NO_SAMPLE_AT_START);
    }

    @Test
    void dosesAndSubjectsHaveToMatch() {
        NonCompartmental analysis = NonCompartmental.withDefaults();
        RepeatedDoses doses = RepeatedDoses.of(Map.of("A", List.of(new Dose(0, 1, 0))));

        List<KineticParameters> rows = doses.analyse(analysis, List.of(curve("A", 0, 1), curve("B", 0, 1)), Double.NaN);
        assertThat(rows.get(1).flags()).contains(KineticFlag.NO_DOSE);
        assertThat(rows.get(1).doseRelated()).isNull();
        assertThatThrownBy(() -> doses.analyse(analysis, List.of(curve("B", 0, 1)), Double.NaN))
                .hasMessageContaining("1 subjects have doses but no samples: A");
    }

    @Test
    void aTableOfDosesIsCheckedLineByLine() {
        assertThatThrownBy(() -> doses("A,0,1\nA,0,2\n"))
                .hasMessageContaining("line 3")
                .hasMessageContaining("another dose");
        assertThatThrownBy(() -> doses("A,0,-1\n"))
                .hasMessageContaining("line 2")
                .hasMessageContaining("greater than zero");
        assertThatThrownBy(() -> doses("A,,1\n")).hasMessageContaining("time of the dose is missing");
        assertThatThrownBy(() -> doses(",0,1\n")).hasMessageContaining("subject is missing");
    }

    private static void doses(String rows) {
        RepeatedDoses.read(Csv.parse("subject,time,dose\n" + rows, "d.csv"), "subject", "time", "dose", "");
    }

    // --- CDISC ---

    private static final Cdisc CDISC =
            new Cdisc("ST-1", "CART", "CAR-T transgene", "BLOOD", "", "", new Units("d", "copies/µg", ""));

    @Test
    void concentrationsAreRowsOfPc() {
        Curve curve = Curve.of("A", new double[] {-0.5, 7, 14, 28}, new double[] {0, 900.5, Double.NaN, 0}, 50);

        List<Cdisc.Concentration> rows = CDISC.concentrations(List.of(curve));

        assertThat(rows).extracting(Cdisc.Concentration::sequence).containsExactly(1, 2, 3, 4);
        assertThat(rows).extracting(Cdisc.Concentration::standard).containsExactly("<50", "900.5", "", "<50");
        assertThat(rows.get(2).status()).isEqualTo("NOT DONE");
        assertThat(rows.get(0).elapsed()).isEqualTo("-P0.5D");
        assertThat(rows.get(0).number()).isNaN();
        assertThat(rows.get(1).limit()).isEqualTo(50);
    }

    @Test
    void parametersAreRowsOfPpAndSayWhyOneIsMissing() {
        NonCompartmental analysis =
                NonCompartmental.withDefaults().withUnits(CDISC.units()).withAreaOver(new Interval(0, 28));
        List<KineticParameters> subjects = List.of(analysis.analyse(curve("A", 0, 0, 7, 100, 28, 10)));

        List<Cdisc.ParameterRow> rows = CDISC.parameters(subjects, Parameter.of(analysis, false, false), analysis);

        Cdisc.ParameterRow month = rows.stream()
                .filter(row -> row.code().equals("AUCINT"))
                .findAny()
                .orElseThrow();
        assertThat(month.intervalEnd()).isEqualTo("P28D");
        assertThat(month.unit()).isEqualTo("d·copies/µg");
        Cdisc.ParameterRow halfLife = rows.stream()
                .filter(row -> row.code().equals("LAMZHL"))
                .findAny()
                .orElseThrow();
        assertThat(halfLife.status()).isEqualTo("NOT DONE");
        assertThat(halfLife.reason()).contains("too-few-points-after-tmax");
        assertThat(rows).allSatisfy(row -> assertThat(row.code()).matches("[A-Z][A-Z0-9]{0,7}"));
        assertThat(rows).allSatisfy(row -> assertThat(row.name().length()).isLessThanOrEqualTo(40));
        assertThatThrownBy(() -> CDISC.withCode("car t")).hasMessageContaining("car t");
    }

    /** Times and values in turn. */
    private static Curve curve(String subject, double... timesAndValues) {
        int n = timesAndValues.length / 2;
        return Curve.of(
                subject,
                IntStream.range(0, n).mapToDouble(i -> timesAndValues[2 * i]).toArray(),
                IntStream.range(0, n)
                        .mapToDouble(i -> timesAndValues[2 * i + 1])
                        .toArray());
    }
}
