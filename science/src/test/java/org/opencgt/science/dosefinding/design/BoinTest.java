package org.opencgt.science.dosefinding.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.opencgt.science.BadInput;
import org.opencgt.science.Language;
import org.opencgt.science.dosefinding.Advice;
import org.opencgt.science.dosefinding.Decision;
import org.opencgt.science.dosefinding.Reference;
import org.opencgt.science.dosefinding.Selection;
import org.opencgt.science.dosefinding.TrialState;
import org.opencgt.science.table.NumberColumn;
import org.opencgt.science.table.Table;

/** Against the R package BOIN 2.7.2. */
class BoinTest {

    private static final Boin BOIN = Boin.withDefaults(0.3);

    @Test
    void ratesAreThoseOfTheReference() {
        Table reference = Reference.table("boin_lambda.csv");
        for (int row = 0; row < reference.rows(); row++) {
            Boin boin = Boin.withDefaults(reference.numbers("target").get(row))
                    .withInterval(
                            reference.numbers("p_saf").get(row),
                            reference.numbers("p_tox").get(row));

            assertThat(boin.escalationRate())
                    .isCloseTo(reference.numbers("lambda_e").get(row), within(1e-15));
            assertThat(boin.deescalationRate())
                    .isCloseTo(reference.numbers("lambda_d").get(row), within(1e-15));
        }
    }

    @Test
    void everyBoundaryIsThatOfTheReference() {
        Table reference = Reference.table("boin_boundaries.csv");
        for (int row = 0; row < reference.rows(); row++) {
            double target = reference.numbers("target").get(row);
            double cutoff = reference.numbers("cutoff_eli").get(row);
            boolean extraSafe = "TRUE".equals(reference.text("extrasafe").get(row));
            Boin boin = Boin.withDefaults(target).withCutoff(cutoff);
            if (cutoff != 0.95) { // these rows were made with p1 = φ - 0.1 and p2 = φ + 0.1
                boin = boin.withInterval(target - 0.1, target + 0.1);
            }
            if (extraSafe) {
                boin = boin.withExtraSafety(reference.numbers("offset").get(row));
            }
            int n = (int) reference.numbers("n").get(row);

            ToxicityTable.Boundary boundary =
                    boin.table(new TableSize(1, n)).boundaries().getLast();

            assertThat(boundary.n()).isEqualTo(n);
            assertThat(boundary.escalateIfDltAtMost()).isEqualTo(whole(reference.numbers("escalate_le"), row));
            assertThat(boundary.deescalateIfDltAtLeast()).isEqualTo(whole(reference.numbers("deescalate_ge"), row));
            assertThat(boundary.eliminateIfDltAtLeast()).isEqualTo(whole(reference.numbers("eliminate_ge"), row));
            if (extraSafe) {
                assertThat(boundary.stopIfDltAtLeast()).isEqualTo(whole(reference.numbers("stop_lowest_ge"), row));
            }
        }
    }

    @Test
    void selectionIsThatOfTheReference() {
        Table reference = Reference.table("boin_select_mtd.csv");
        for (int row = 0; row < reference.rows(); row++) {
            Boin boin = Boin.withDefaults(reference.numbers("target").get(row));
            if ("TRUE".equals(reference.text("extrasafe").get(row))) {
                boin = boin.withExtraSafety(0.05);
            }
            if ("TRUE".equals(reference.text("boundMTD").get(row))) {
                boin = boin.withBoundedSelection();
            }
            Selection selection = boin.select(TrialState.outcomes(
                    Reference.counts(text(reference, "n", row)), Reference.counts(text(reference, "y", row)), null));

            int mtd = (int) reference.numbers("mtd").get(row);
            assertThat(selection.mtd()).as("row %d", row).isEqualTo(mtd == 99 ? null : (Integer) mtd);
            assertThat(twoDecimals(selection.estimates())).isEqualTo(text(reference, "phat_2dp", row));
            assertThat(twoDecimals(Objects.requireNonNull(selection.overdoseProbability())))
                    .isEqualTo(text(reference, "p_overdose_2dp", row));
        }
    }

    @Test
    void intervalsHoldTheEstimatesAndDoNotDecrease() {
        Selection selection =
                BOIN.select(TrialState.outcomes(new int[] {3, 3, 15, 9, 0}, new int[] {0, 0, 4, 4, 0}, null));

        for (int dose = 0; dose < 4; dose++) {
            assertThat(selection.lower().get(dose))
                    .isLessThan(selection.estimates().get(dose));
            assertThat(selection.upper().get(dose))
                    .isGreaterThan(selection.estimates().get(dose));
        }
        assertThat(selection.lower().subList(0, 4)).isSorted();
        assertThat(selection.upper().subList(0, 4)).isSorted();
        assertThat(selection.lower().get(4)).isNaN();
        // Quantiles of beta(4.05, 11.05) by SciPy 1.17.
        assertThat(selection.lower().get(2)).isCloseTo(0.08527489, within(5e-9));
        assertThat(selection.upper().get(2)).isCloseTo(0.50891942, within(5e-9));
    }

    @Test
    void decisionsNameTheNextDoseAndSayWhy() {
        assertThat(decide(new int[] {3, 0, 0}, new int[] {0, 0, 0}, 1)).isEqualTo("E 2");
        assertThat(decide(new int[] {3, 3, 0}, new int[] {0, 1, 0}, 2)).isEqualTo("S 2");
        assertThat(decide(new int[] {3, 3, 0}, new int[] {0, 2, 0}, 2)).isEqualTo("D 1");
        assertThat(decide(new int[] {3, 3, 0}, new int[] {0, 3, 0}, 2)).isEqualTo("DU 1");
        assertThat(decide(new int[] {6, 3, 0}, new int[] {0, 3, 0}, 1)).isEqualTo("S 1");
        assertThat(decide(new int[] {3, 3, 3}, new int[] {0, 0, 0}, 3)).isEqualTo("S 3");
        assertThat(decide(new int[] {3, 0, 0}, new int[] {2, 0, 0}, 1)).isEqualTo("S 1");
        assertThat(decide(new int[] {3, 0, 0}, new int[] {3, 0, 0}, 1)).isEqualTo("STOP null");
        assertThat(decide(new int[] {0, 0, 0}, new int[] {0, 0, 0}, 1)).isEqualTo("S 1");

        Advice advice = BOIN.decide(TrialState.of(new int[] {3, 6, 3}, new int[] {0, 1, 2}, 2));
        assertThat(advice.decision()).isEqualTo(Decision.ESCALATE);
        assertThat(advice.reason().text(Language.ENGLISH))
                .isEqualTo("Escalate to dose 3: 1 of 6 patients had a dose-limiting toxicity, a rate of 0.1667; at"
                        + " most 0.2365 calls for escalation.");
        assertThat(advice.reason().text(Language.CHINESE)).contains("递增至剂量 3").contains("0.2365");
    }

    @Test
    void theStricterRuleEndsTheTrialEarlierAtTheLowestDose() {
        TrialState state = TrialState.of(new int[] {6, 0}, new int[] {3, 0}, 1);

        assertThat(BOIN.decide(state).decision()).isEqualTo(Decision.STAY);
        assertThat(BOIN.withExtraSafety(0.1).decide(state).decision()).isEqualTo(Decision.STOP);
        assertThat(BOIN.withExtraSafety(0.1).select(state.doses()).mtd()).isNull();
    }

    @Test
    void impossibleParametersAreRefused() {
        assertThatThrownBy(() -> BOIN.withInterval(0.3, 0.4))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("must be below")
                .hasMessageContaining("Target");
        assertThatThrownBy(() -> BOIN.withInterval(0.29, 0.4)).hasMessageContaining("too close");
        assertThatThrownBy(() -> BOIN.withInterval(0.2, 0.25)).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> Boin.withDefaults(0)).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> Boin.withDefaults(Double.NaN)).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> Boin.withDefaults(0.9)).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> BOIN.withCutoff(1.5)).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> BOIN.withExtraSafety(0.5)).isInstanceOf(BadInput.class);
    }

    @Test
    void impossibleCountsAreRefusedWithTheDoseNamed() {
        assertThatThrownBy(() -> TrialState.of(new int[] {3, 3}, new int[] {0, 4}, 1))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("Dose 2")
                .hasMessageContaining("4")
                .hasMessageContaining("[dosefinding.more-than-patients]");
        assertThatThrownBy(() -> TrialState.of(new int[] {3, 3}, new int[] {0}, 1))
                .hasMessageContaining("[dosefinding.lengths-differ]");
        assertThatThrownBy(() -> TrialState.of(new int[] {3, -3}, new int[] {0, 0}, 1))
                .hasMessageContaining("[dosefinding.negative-count]");
        assertThatThrownBy(() -> TrialState.of(new int[] {3, 3}, new int[] {0, 0}, 3))
                .hasMessageContaining("[dosefinding.current-out-of-range]");
        assertThatThrownBy(() -> TrialState.of(new int[] {}, new int[] {}, 1))
                .hasMessageContaining("[dosefinding.no-doses]");
    }

    private static String decide(int[] n, int[] dlt, int current) {
        Advice advice = BOIN.decide(TrialState.of(n, dlt, current));
        return advice.decision() + " " + advice.nextDose();
    }

    private static @Nullable Integer whole(NumberColumn column, int row) {
        return column.isMissing(row) ? null : (Integer) (int) column.get(row);
    }

    private static String text(Table table, String column, int row) {
        return Objects.requireNonNull(table.text(column).get(row));
    }

    private static String twoDecimals(List<Double> values) {
        return String.join(
                ";",
                values.stream()
                        .map(value -> value.isNaN() ? "----" : String.format(java.util.Locale.ROOT, "%.2f", value))
                        .toList());
    }
}
