package org.opencgt.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.opencgt.act.Ref;
import org.opencgt.subject.CharacterisationStudy.Arm;
import org.opencgt.subject.CharacterisationStudy.Criterion;
import org.opencgt.subject.CharacterisationStudy.Kind;
import org.opencgt.subject.CharacterisationStudy.Observation;
import org.opencgt.subject.TestLimits.Grounds;
import org.opencgt.subject.TestLimits.LotValue;
import org.opencgt.subject.TestLimits.Range;

/** What is computed in studies of a process, and what lots bear of a limit. */
class CharacterisationStudyTest {

    @Test
    void clearanceIsTheLeastLogReductionOfRunsMeasuredOnBothSides() {
        CharacterisationStudy study = study(
                Kind.CLEARANCE,
                List.of(criterion("wash", "2", null, 2)),
                List.of(
                        seen("wash", Arm.REFERENCE, "R1", 1e6),
                        seen("wash", Arm.STUDIED, "R1", 1e3),
                        seen("wash", Arm.REFERENCE, "R2", 1e6),
                        seen("wash", Arm.STUDIED, "R2", 1e4),
                        seen("wash", Arm.REFERENCE, "R3", 1e6)));
        CharacterisationStudy.Line line = line(study, "wash");
        assertThat(line.n()).isEqualTo(2);
        assertThat(number(line.estimate())).isCloseTo(2.5, within(1e-12));
        assertThat(number(line.lower())).isCloseTo(2, within(1e-12));
        assertThat(line.met()).isTrue();
        assertThat(study.observed(List.of(seen("wash", Arm.STUDIED, "R3", 1e5)))
                        .verdict()
                        .met())
                .isFalse();
    }

    @Test
    void modelIsEquivalentOnlyWithinTheMarginFixedBefore() {
        List<Observation> seen = List.of(
                seen("viability", Arm.STUDIED, "M1", 92),
                seen("viability", Arm.STUDIED, "M2", 93),
                seen("viability", Arm.STUDIED, "M3", 94),
                seen("viability", Arm.REFERENCE, "F1", 93),
                seen("viability", Arm.REFERENCE, "F2", 94),
                seen("viability", Arm.REFERENCE, "F3", 95));
        // difference -1; Welch: se = sqrt(1/3 + 1/3), 4 degrees of freedom, t = 2.131847
        CharacterisationStudy wide = study(Kind.SCALE_DOWN, List.of(criterion("viability", "-5", "5", 3)), seen);
        assertThat(number(line(wide, "viability").lower()))
                .isCloseTo(-1 - 2.131846786 * Math.sqrt(2 / 3.0), within(1e-6));
        assertThat(wide.verdict().met()).isTrue();
        assertThat(study(Kind.SCALE_DOWN, List.of(criterion("viability", "-2", "2", 3)), seen)
                        .verdict()
                        .met())
                .isFalse();
    }

    @Test
    void largestCloneIsHeldAgainstItsShareAndRisingOnesAreNamed() {
        CharacterisationStudy study = study(
                Kind.INTEGRATION,
                List.of(criterion("day_7", null, "40", 2), criterion("day_14", null, "40", 2)),
                List.of(
                        seen("day_7", Arm.STUDIED, "chr1:100", 20),
                        seen("day_7", Arm.STUDIED, "chr2:200", 40),
                        seen("day_7", Arm.STUDIED, "chr3:300", 40),
                        seen("day_14", Arm.STUDIED, "chr1:100", 60),
                        seen("day_14", Arm.STUDIED, "chr2:200", 40)));
        assertThat(line(study, "day_7").met()).isTrue();
        assertThat(number(line(study, "day_14").estimate())).isEqualTo(60);
        assertThat(study.verdict().unmet()).containsExactly("day_14");
        assertThat(study.verdict().rising()).containsExactly("chr1:100");
    }

    @Test
    void whatWasNotMeasuredIsNotMet() {
        assertThat(line(study(Kind.CLEARANCE, List.of(criterion("wash", "2", null, 1)), List.of()), "wash")
                        .fault())
                .isEqualTo("NO_RUNS");
        assertThat(line(study(Kind.SCALE_DOWN, List.of(criterion("v", "-1", "1", 1)), List.of()), "v")
                        .met())
                .isFalse();
    }

    @Test
    void toleranceOfLotsIsHeldAgainstTheCriterionOnItsSide() {
        List<LotValue> lots = List.of(lot("90"), lot("92"), lot("94"));
        // one-sided factor for 3 lots, 95% of lots with 95%: 7.656 (Hahn and Meeker); mean 92, sd 2
        TestLimits.Evidence found = limits(null, null, lots).evidence(atLeast("70"));
        assertThat(number(found.lower())).isCloseTo(92 - 2 * 7.656, within(0.01));
        assertThat(found.upper()).isNull();
        assertThat(found.held()).isTrue();
        assertThat(limits(null, null, lots).evidence(atLeast("80")).held()).isFalse();
        assertThat(limits(null, null, lots.subList(0, 2))
                        .evidence(atLeast("70"))
                        .fault())
                .isEqualTo("TOO_FEW_LOTS");
    }

    @Test
    void controlLiesWithinReleaseWithinRegulatoryLimits() {
        List<LotValue> lots = List.of(lot("90"), lot("92"), lot("94"));
        Range from85 = new Range(new BigDecimal("85"), null);
        Range from70 = new Range(new BigDecimal("70"), null);
        assertThat(limits(from85, from70, lots).evidence(atLeast("80")).ordered())
                .isTrue();
        assertThat(limits(from70, from70, lots).evidence(atLeast("80")).ordered())
                .isFalse();
        assertThat(limits(from85, from85, lots).evidence(atLeast("80")).ordered())
                .isFalse();
        assertThat(limits(new Range(null, null), null, lots)
                        .evidence(atLeast("80"))
                        .ordered())
                .isFalse();
    }

    private static TestLimits limits(@Nullable Range control, @Nullable Range regulatory, List<LotValue> lots) {
        return new TestLimits(
                Grounds.CLINICAL_LOTS,
                "lots",
                control,
                regulatory,
                null,
                lots,
                new BigDecimal("95"),
                new BigDecimal("95"));
    }

    private static LotValue lot(String value) {
        return new LotValue("L" + value, null, new BigDecimal(value));
    }

    private static Product.Criterion atLeast(String minimum) {
        return new Product.Criterion(new BigDecimal(minimum), null, "%", List.of(), "method");
    }

    private static CharacterisationStudy study(Kind kind, List<Criterion> criteria, List<Observation> seen) {
        return new CharacterisationStudy(
                new Ref<>("product", "T1"),
                "A study",
                kind,
                "1.0",
                new Ref<>("document", "D1"),
                criteria,
                Instant.EPOCH,
                seen,
                null);
    }

    private static Criterion criterion(String name, @Nullable String minimum, @Nullable String maximum, int least) {
        return new Criterion(
                name,
                "item",
                null,
                minimum == null ? null : new BigDecimal(minimum),
                maximum == null ? null : new BigDecimal(maximum),
                least);
    }

    private static Observation seen(String criterion, Arm arm, String label, double value) {
        return new Observation(criterion, arm, label, BigDecimal.valueOf(value));
    }

    private static CharacterisationStudy.Line line(CharacterisationStudy study, String name) {
        return Objects.requireNonNull(study.verdict().lines().get(name));
    }

    private static double number(@Nullable BigDecimal value) {
        return Objects.requireNonNull(value).doubleValue();
    }
}
