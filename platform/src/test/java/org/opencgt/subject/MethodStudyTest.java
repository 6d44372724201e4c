package org.opencgt.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.opencgt.act.Ref;
import org.opencgt.subject.MethodPlan.Criterion;
import org.opencgt.subject.MethodPlan.Figure;
import org.opencgt.subject.MethodStudy.Nature;
import org.opencgt.subject.MethodStudy.Reading;
import org.opencgt.subject.MethodStudy.Side;

/** What the engines find of a method's readings, and when the method may be used. */
class MethodStudyTest {

    @Test
    void biasAndAgreementAreHeldAgainstTheirBoundsByTheirIntervals() {
        List<Reading> readings = new ArrayList<>();
        double[] reference = {80, 82, 84, 86, 88, 90};
        double[] candidate = {81, 82, 85, 86, 89, 90};
        for (int i = 0; i < reference.length; i++) {
            readings.add(reading("S" + i, Side.REFERENCE, Nature.ROUTINE, null, reference[i], null));
            readings.add(reading("S" + i, Side.CANDIDATE, Nature.ROUTINE, null, candidate[i], null));
        }
        MethodStudy study =
                study(readings, criterion(Figure.BIAS, "-2", "2", 6), criterion(Figure.AGREEMENT, "-0.2", "2", 6));
        // differences 1 0 1 0 1 0: mean 0.5, sd √0.3
        assertThat(number(line(study, "bias").estimate())).isCloseTo(0.5, within(1e-12));
        assertThat(line(study, "bias").met()).isTrue();
        assertThat(number(line(study, "agreement").lower())).isCloseTo(0.5 - 1.96 * Math.sqrt(0.3), within(1e-9));
        assertThat(line(study, "agreement").met()).isFalse();
        assertThat(study.verdict().unmet()).containsExactly("agreement");
    }

    @Test
    void fewerResultsThanPlannedDoNotMeetHoweverGoodTheyAre() {
        List<Reading> readings = negatives(19);
        assertThat(line(study(readings, criterion(Figure.SPECIFICITY, "90", null, 20)), "specificity")
                        .met())
                .isFalse();
        readings = negatives(20);
        assertThat(study(readings, criterion(Figure.SPECIFICITY, "90", null, 20))
                        .verdict()
                        .met())
                .isTrue();
    }

    @Test
    void detectionIsComparedOnTheSameSpikedSamples() {
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i < 48; i++) {
            // 36 by both, 12 by the candidate alone; 2 by the reference alone: Newcombe's example
            readings.add(reading("S" + i, Side.CANDIDATE, Nature.SPIKED, 1.0, null, true));
            readings.add(reading("S" + i, Side.REFERENCE, Nature.SPIKED, 1.0, null, i < 36));
        }
        for (int i = 48; i < 50; i++) {
            readings.add(reading("S" + i, Side.CANDIDATE, Nature.SPIKED, 1.0, null, false));
            readings.add(reading("S" + i, Side.REFERENCE, Nature.SPIKED, 1.0, null, true));
        }
        MethodStudy.Line line =
                line(study(readings, criterion(Figure.DETECTION_DIFFERENCE, "0", null, 50)), "detection_difference");
        assertThat(number(line.estimate())).isCloseTo(20, within(1e-9));
        assertThat(number(line.lower())).isCloseTo(5.69, within(0.01));
        assertThat(line.met()).isTrue();
    }

    @Test
    void precisionIsOfRunsAndTheWorstSampleCounts() {
        List<Reading> readings = new ArrayList<>();
        double[][] runs = {{9, 11}, {19, 21}};
        for (int run = 0; run < 2; run++) {
            for (double value : runs[run]) {
                readings.add(
                        new Reading("P", Side.CANDIDATE, Nature.PRECISION, "R" + run, null, dec(value), null, null));
            }
        }
        MethodStudy study = study(
                readings,
                criterion(Figure.REPEATABILITY, null, "10", 4),
                criterion(Figure.INTERMEDIATE_PRECISION, null, "10", 4));
        // mean 15; within: variance 2; between means 10 and 20: MSB = 100, (100 - 2)/2 = 49
        assertThat(number(line(study, "repeatability").estimate())).isCloseTo(100 * Math.sqrt(2) / 15, within(1e-9));
        assertThat(number(line(study, "intermediate_precision").estimate()))
                .isCloseTo(100 * Math.sqrt(51) / 15, within(1e-9));
        assertThat(study.verdict().unmet()).containsExactly("intermediate_precision");
    }

    @Test
    void whatCannotBeComputedIsNotMetAndSaysWhy() {
        MethodStudy study = study(List.of(), criterion(Figure.CORRELATION, "0.9", null, 4));
        assertThat(line(study, "correlation").met()).isFalse();
        assertThat(line(study, "correlation").fault()).isNotBlank();
    }

    @Test
    void methodIsSuitableByConclusionOnDataAndNoLongerWithFurtherReadings() {
        MethodStudy met = study(negatives(20), criterion(Figure.SPECIFICITY, "90", null, 20));
        assertThat(met.suitable()).isFalse();
        MethodStudy concluded = met.withConclusion(
                new MethodStudy.Conclusion(MethodStudy.Conclusion.Outcome.SUITABLE, "it is", Instant.EPOCH));
        assertThat(concluded.suitable()).isTrue();
        assertThat(concluded.reading(negatives(1)).suitable()).isFalse();
        MethodStudy unmet = study(negatives(3), criterion(Figure.SPECIFICITY, "90", null, 20))
                .withConclusion(
                        new MethodStudy.Conclusion(MethodStudy.Conclusion.Outcome.SUITABLE, "it is", Instant.EPOCH));
        assertThat(unmet.suitable()).isFalse();
    }

    private static List<Reading> negatives(int n) {
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            readings.add(reading("N" + i, Side.CANDIDATE, Nature.NEGATIVE, null, null, false));
        }
        return readings;
    }

    private static Reading reading(
            String sample,
            Side side,
            Nature nature,
            @Nullable Double nominal,
            @Nullable Double value,
            @Nullable Boolean detected) {
        return new Reading(
                sample,
                side,
                nature,
                "R1",
                nominal == null ? null : dec(nominal),
                value == null ? null : dec(value),
                detected,
                null);
    }

    private static MethodStudy study(List<Reading> readings, Criterion... criteria) {
        return new MethodStudy(
                new Ref<>("product", "T1"),
                "A study",
                MethodStudy.Purpose.VALIDATION,
                "test",
                "method",
                null,
                null,
                new MethodPlan(
                        "1.0",
                        new Ref<>("document", "D1"),
                        "ICH Q2(R2)",
                        List.of(criteria),
                        List.of(),
                        List.of("control")),
                Instant.EPOCH,
                readings,
                null);
    }

    private static Criterion criterion(Figure figure, @Nullable String minimum, @Nullable String maximum, int least) {
        return new Criterion(
                figure,
                minimum == null ? null : new BigDecimal(minimum),
                maximum == null ? null : new BigDecimal(maximum),
                least);
    }

    private static MethodStudy.Line line(MethodStudy study, String figure) {
        return Objects.requireNonNull(study.verdict().figures().get(figure));
    }

    private static double number(@Nullable BigDecimal value) {
        return Objects.requireNonNull(value).doubleValue();
    }

    private static BigDecimal dec(double value) {
        return BigDecimal.valueOf(value);
    }
}
