package org.opencgt.science.dosefinding.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.opencgt.science.BadInput;
import org.opencgt.science.Language;
import org.opencgt.science.dosefinding.BetaPosterior;
import org.opencgt.science.dosefinding.Decision;
import org.opencgt.science.dosefinding.Reference;
import org.opencgt.science.dosefinding.TrialState;
import org.opencgt.science.dosefinding.design.IntervalDesign.Kind;
import org.opencgt.science.table.NumberColumn;
import org.opencgt.science.table.Table;

/** Against the R packages escalation 0.2.3 (mTPI, mTPI-2) and Keyboard 0.1.3, and against the formula of the mTPI paper. */
class IntervalDesignTest {

    @Test
    void everyCellIsThatOfTheReference() {
        Table reference = Reference.table("mtpi_mtpi2_decisions.csv");
        for (int row = 0; row < reference.rows(); row++) {
            Kind kind = "mTPI".equals(reference.text("design").get(row)) ? Kind.MTPI : Kind.MTPI2;
            boolean unacceptable = "TRUE".equals(reference.text("unacceptable").get(row));
            String expected = unacceptable ? "DU" : reference.text("decision").get(row);

            assertThat(design(kind, reference, row, "eps1", "eps2")
                            .cell(count(reference, "n", row), count(reference, "y", row)))
                    .as("row %d", row)
                    .hasToString(expected);
        }
    }

    @Test
    void unitProbabilityMassesAreThoseOfTheFormula() {
        Table reference = Reference.table("mtpi_upm_formula.csv");
        for (int row = 0; row < reference.rows(); row++) {
            IntervalDesign mtpi = design(Kind.MTPI, reference, row, "eps1", "eps2");
            int n = count(reference, "n", row);
            int y = count(reference, "y", row);
            ProbabilityIntervals intervals =
                    ProbabilityIntervals.three(mtpi.target() - mtpi.below(), mtpi.target() + mtpi.above());
            BetaPosterior posterior = BetaPosterior.uniformPrior(y, n);

            assertThat(intervals.unitMass(0, posterior))
                    .isCloseTo(reference.numbers("upm_under").get(row), within(1e-12));
            assertThat(intervals.unitMass(1, posterior))
                    .isCloseTo(reference.numbers("upm_equiv").get(row), within(1e-12));
            assertThat(intervals.unitMass(2, posterior))
                    .isCloseTo(reference.numbers("upm_over").get(row), within(1e-12));
            assertThat(posterior.above(mtpi.target()))
                    .isCloseTo(reference.numbers("prob_unsafe").get(row), within(1e-13));
            assertThat(mtpi.cell(n, y)).hasToString(reference.text("decision").get(row));
        }
    }

    @Test
    void everyBoundaryOfTheKeyboardIsThatOfTheReference() {
        Table reference = Reference.table("keyboard_boundaries.csv");
        for (int row = 0; row < reference.rows(); row++) {
            int n = count(reference, "n", row);
            ToxicityTable.Boundary boundary = design(Kind.KEYBOARD, reference, row, "marginL", "marginR")
                    .table(new TableSize(1, n))
                    .boundaries()
                    .getLast();

            assertThat(boundary.escalateIfDltAtMost()).isEqualTo(whole(reference.numbers("escalate_le"), row));
            assertThat(boundary.deescalateIfDltAtLeast()).isEqualTo(whole(reference.numbers("deescalate_ge"), row));
            assertThat(boundary.eliminateIfDltAtLeast()).isEqualTo(whole(reference.numbers("eliminate_ge"), row));
        }
    }

    @Test
    void threeOfSixIsWhereMtpiAndItsSuccessorDiffer() {
        assertThat(IntervalDesign.withDefaults(Kind.MTPI, 0.3).cell(6, 3)).isEqualTo(Decision.STAY);
        assertThat(IntervalDesign.withDefaults(Kind.MTPI2, 0.3).cell(6, 3)).isEqualTo(Decision.DEESCALATE);
    }

    @Test
    void keysThatFitExactlyLeaveNoSliver() {
        ProbabilityIntervals keys = ProbabilityIntervals.keys(0.3 - 0.1, 0.3 + 0.1);

        assertThat(keys.count()).isEqualTo(5);
        assertThat(keys.upper(0)).isCloseTo(0.2, within(1e-15));
        assertThat(keys.lower(4)).isCloseTo(0.8, within(1e-15));
    }

    @Test
    void ofEquallyStrongKeysTheMoreToxicCounts() {
        // beta(4, 4) is symmetric about 0.5, where the target key of 0.4 to 0.5 meets the next.
        assertThat(new IntervalDesign(Kind.KEYBOARD, 0.45, 0.05, 0.05, 0.95).cell(6, 3))
                .isEqualTo(Decision.DEESCALATE);
    }

    @Test
    void theReasonNamesTheInterval() {
        assertThat(IntervalDesign.withDefaults(Kind.MTPI, 0.3)
                        .decide(TrialState.of(new int[] {6, 0}, new int[] {1, 0}, 1))
                        .reason()
                        .text(Language.ENGLISH))
                .startsWith("Escalate to dose 2: 1 of 6 patients")
                .contains("from 0 to 0.25");
    }

    @Test
    void impossibleIntervalsAreRefused() {
        IntervalDesign mtpi = IntervalDesign.withDefaults(Kind.MTPI, 0.3);

        assertThatThrownBy(() -> mtpi.withMargins(0.3, 0.05)).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> mtpi.withMargins(0.05, 0.7)).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> mtpi.withMargins(-0.1, 0.05)).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> mtpi.withMargins(0, 0)).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> mtpi.withCutoff(0)).isInstanceOf(BadInput.class);
    }

    private static IntervalDesign design(Kind kind, Table reference, int row, String below, String above) {
        return IntervalDesign.withDefaults(kind, reference.numbers("target").get(row))
                .withMargins(
                        reference.numbers(below).get(row),
                        reference.numbers(above).get(row));
    }

    private static int count(Table table, String column, int row) {
        return (int) table.numbers(column).get(row);
    }

    private static @Nullable Integer whole(NumberColumn column, int row) {
        return column.isMissing(row) || column.get(row) < 0 ? null : (Integer) (int) column.get(row);
    }
}
