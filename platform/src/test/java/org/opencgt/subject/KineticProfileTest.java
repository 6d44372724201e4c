package org.opencgt.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.opencgt.act.Ref;
import org.opencgt.subject.KineticProfile.Measured;
import org.opencgt.subject.KineticProfile.Sample;
import org.opencgt.subject.PharmacologyPlan.Assay.Technique;
import org.opencgt.subject.PharmacologyPlan.Purpose;

/** What the engines find in a profile: the facts that gates read. */
class KineticProfileTest {

    private static final Instant DOSE = Instant.parse("2026-03-02T02:00:00Z");
    private static final int[] DAYS = {1, 3, 7, 10, 14, 28, 60, 90};
    private static final double[] PCR = {60, 40, 5200, 8100, 3900, 410, 0, 0};

    private static KineticProfile profile() {
        List<Sample> samples = new ArrayList<>();
        for (int day : DAYS) {
            samples.add(new Sample(
                    "S" + day,
                    "D" + day,
                    List.of(Purpose.KINETICS),
                    DOSE.plus(Duration.ofDays(day)),
                    null,
                    null,
                    null));
        }
        return new KineticProfile(
                Ref.parse("pharmacology-plan:P"),
                Ref.parse("study:S"),
                Ref.parse("product:T"),
                "01",
                "DL1",
                null,
                null,
                null,
                List.of(new KineticProfile.Dose(BigDecimal.ONE, "10*6/kg", DOSE, null)),
                samples,
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null);
    }

    private static KineticProfile.Series series(Technique technique, double limit, double... values) {
        List<Measured> results = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            boolean below = values[i] < limit;
            results.add(new Measured("S" + DAYS[i], below ? null : BigDecimal.valueOf(values[i]), below));
        }
        return new KineticProfile.Series(
                "CAR", Purpose.KINETICS, technique, "blood", "u", BigDecimal.valueOf(limit), "1", true, results);
    }

    private static KineticProfile measured() {
        return profile().measured("qpcr", series(Technique.QPCR, 50, PCR));
    }

    @Test
    void twoResultsInARowBelowTheLimitAllowToStop() {
        KineticProfile.StopAdvice advice = measured().stopAdvice();
        assertThat(advice.mayStop()).isTrue();
        assertThat(advice.below()).isEqualTo(2);
        assertThat(advice.lastDay()).isEqualByComparingTo("90");
    }

    @Test
    void aQuantifiedResultOfTheOtherMethodForbidsIt() {
        KineticProfile.StopAdvice advice = measured()
                .measured("flow", series(Technique.FLOW_CYTOMETRY, 0.5, 1, 1, 13, 20, 9, 1, 0, 2))
                .stopAdvice();
        assertThat(advice.mayStop()).isFalse();
        assertThat(advice.reason()).isEqualTo("other-method");
        assertThat(advice.below()).isZero();
    }

    @Test
    void aResultThatIsLeftOutBreaksTheRun() {
        KineticProfile.StopAdvice advice = measured()
                .excluded(new KineticProfile.Exclusion("qpcr", "S90", "Inhibited"))
                .stopAdvice();
        assertThat(advice.mayStop()).isFalse();
    }

    @Test
    void aMissedSampleBreaksTheRunAndANewDoseStartsAnew() {
        KineticProfile missed = measured()
                .sampled(new Sample(
                        "D75",
                        "D75",
                        List.of(Purpose.KINETICS),
                        null,
                        DOSE.plus(Duration.ofDays(75)),
                        "Did not come",
                        null));
        assertThat(missed.stopAdvice().mayStop()).isFalse();
        assertThat(missed.stopAdvice().reason()).isEqualTo("result-missing");
        KineticProfile again = measured()
                .dosed(new KineticProfile.Dose(BigDecimal.ONE, "10*6/kg", DOSE.plus(Duration.ofDays(45)), null));
        assertThat(again.stopAdvice().mayStop()).isFalse();
        assertThat(again.stopAdvice().reason()).isEqualTo("never-quantified");
    }

    @Test
    void aSampleWhoseResultIsAwaitedBreaksTheRun() {
        KineticProfile awaited = measured()
                .sampled(new Sample(
                        "S75", "D75", List.of(Purpose.KINETICS), DOSE.plus(Duration.ofDays(75)), null, null, null));
        assertThat(awaited.stopAdvice().mayStop()).isFalse();
    }

    @Test
    void cellsThatNeverExpandedMayComeYet() {
        KineticProfile.StopAdvice advice = profile()
                .measured("qpcr", series(Technique.QPCR, 50, 0, 0, 0, 0))
                .stopAdvice();
        assertThat(advice.mayStop()).isFalse();
        assertThat(advice.reason()).isEqualTo("never-quantified");
    }

    @Test
    void parametersAreThoseOfNonCompartmentalAnalysis() {
        KineticProfile.Parameters parameters =
                Objects.requireNonNull(measured().parameters().get("qpcr"));
        assertThat(parameters.cmax()).isEqualByComparingTo("8100");
        assertThat(parameters.tmax()).isEqualByComparingTo("10");
        assertThat(parameters.tlast()).isEqualByComparingTo("28");
        assertThat(parameters.cmaxOverTmax()).isEqualByComparingTo("810");
        assertThat(parameters.stillQuantifiable()).isFalse();
        assertThat(parameters.auclast()).isNull(); // no sample tells of time zero
        assertThat(parameters.flags()).contains("no-sample-at-start");
    }

    @Test
    void resultsOfAnExploratoryAssayMakeNoParameters() {
        KineticProfile.Series s = series(Technique.QPCR, 50, PCR);
        KineticProfile exploratory = profile()
                .measured(
                        "qpcr",
                        new KineticProfile.Series(
                                s.analyte(),
                                s.purpose(),
                                s.technique(),
                                s.matrix(),
                                s.unit(),
                                s.lloq(),
                                s.version(),
                                false,
                                s.results()));
        assertThat(exploratory.parameters()).isEmpty();
    }

    @Test
    void antibodiesThatHideCellsFromFlowCytometryAreFound() {
        KineticProfile profile = profile()
                .measured("qpcr", series(Technique.QPCR, 50, 100, 1500, 33000, 61000, 42000, 9800, 2300, 1100))
                .measured("flow", series(Technique.FLOW_CYTOMETRY, 0.5, 0.6, 4, 82, 150, 105, 0, 0, 0));
        assertThat(profile.interference()).isEmpty();
        assertThat(profile.tested(List.of(new KineticProfile.AntibodyTest("S28", true, null)))
                        .interference())
                .containsExactlyInAnyOrder("S28", "S60", "S90");
    }

    @Test
    void samplesAfterAnImmuneActiveMedicineAreMarked() {
        KineticProfile profile = measured()
                .medicated(new KineticProfile.Medication(
                        "Dexamethasone", "Corticosteroids", true, "10 mg", DOSE.plus(Duration.ofDays(30)), null, null));
        assertThat(profile.affectedSamples()).containsExactly("S60", "S90");
    }

    @Test
    void depletionIsTheFallOfLymphocytes() {
        KineticProfile profile = measured()
                .withPreconditioning(new KineticProfile.Preconditioning(
                        "Flu/Cy", List.of(), new BigDecimal("1.6"), new BigDecimal("0.04")));
        assertThat(profile.depletionPercent()).isCloseTo(new BigDecimal("97.5"), within(new BigDecimal("0.001")));
        assertThat(measured().depletionPercent()).isNull();
    }
}
