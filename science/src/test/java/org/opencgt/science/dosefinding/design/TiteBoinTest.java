package org.opencgt.science.dosefinding.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.opencgt.science.BadInput;
import org.opencgt.science.Language;
import org.opencgt.science.dosefinding.Advice;
import org.opencgt.science.dosefinding.Decision;
import org.opencgt.science.dosefinding.Reference;
import org.opencgt.science.dosefinding.TrialState;
import org.opencgt.science.table.NumberColumn;
import org.opencgt.science.table.Table;

/** Against Table 1 and Table S1 of Yuan et al. 2018. */
class TiteBoinTest {

    private static final TiteBoin DESIGN = TiteBoin.withDefaults(0.3);

    private static final Map<String, String> PUBLISHED =
            Map.of("E", "E", "S", "S", "D", "D", "DE", "DU", "SUS", "WAIT", "ES", "S/E", "SD", "D/S");

    @Test
    void everyRowIsThatOfThePaper() {
        Table reference = Reference.table("tite_boin_yuan2018.csv");
        for (int row = 0; row < reference.rows(); row++) {
            TiteBoin design = TiteBoin.withDefaults(reference.numbers("target").get(row));
            int n = (int) reference.numbers("n").get(row);
            for (int dlt = (int) reference.numbers("dlt_min").get(row);
                    dlt <= end(reference.numbers("dlt_max"), row, n);
                    dlt++) {
                for (int pending = (int) reference.numbers("pending_min").get(row);
                        pending <= Math.min(n - dlt, end(reference.numbers("pending_max"), row, n));
                        pending++) {
                    LateOnsetTable.Outcome cell = design.cell(n, dlt, pending);

                    assertThat(cell.decision())
                            .as("%d patients, %d toxicities, %d pending", n, dlt, pending)
                            .isEqualTo(PUBLISHED.get(reference.text("decision").get(row)));
                    close(cell.escalateIfFollowUpAtLeast(), reference.numbers("escalate_from"), row);
                    close(cell.deescalateIfFollowUpAtMost(), reference.numbers("deescalate_to"), row);
                }
            }
        }
    }

    @Test
    void decisionsDependOnFollowUp() {
        TrialState state = TrialState.of(new int[] {6, 6, 0}, new int[] {0, 1, 0}, 2);

        assertThat(move(DESIGN.decide(state, List.of(0.9, 0.9, 0.9)))).isEqualTo("E 3");
        assertThat(move(DESIGN.decide(state, List.of(0.5, 0.5, 0.5)))).isEqualTo("S 2");
        assertThat(move(DESIGN.decide(state, List.of(0.5, 0.5, 0.5, 0.5)))).isEqualTo("WAIT null");
        assertThat(move(DESIGN.decide(state, List.of()))).isEqualTo("E 3");
        assertThat(move(new TiteBoin(DESIGN.boin(), 0.5, 0.25).decide(state, List.of(1.0, 1.0, 0.1))))
                .isEqualTo("WAIT null");
    }

    @Test
    void theReasonGivesTheExpectedRate() {
        Advice advice =
                DESIGN.decide(TrialState.of(new int[] {6, 6, 0}, new int[] {0, 1, 0}, 2), List.of(0.9, 0.9, 0.9));

        // p = 1.15 / 4, so the three are worth 0.3 p / (1 - p) = 0.121 toxicities.
        assertThat(advice.reason().text(Language.ENGLISH))
                .contains("3 are still followed, for 2.7 windows in all; the rate to be expected is 0.1868");
    }

    @Test
    void morePendingThanCanBeAreRefused() {
        assertThatThrownBy(() -> DESIGN.decide(TrialState.of(new int[] {3}, new int[] {2}, 1), List.of(0.5, 0.5)))
                .isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> DESIGN.decide(TrialState.of(new int[] {3}, new int[] {2}, 1), List.of(1.5)))
                .isInstanceOf(BadInput.class);
    }

    @Test
    void withoutGuessingADecisionWaitsUntilItIsCertain() {
        Boin boin = Boin.withDefaults(0.3);

        // 0 or 1 of 6: escalate either way.
        assertThat(move(Waiting.decide(boin, TrialState.of(new int[] {6, 0}, new int[] {0, 0}, 1), new int[] {1, 0})))
                .isEqualTo("E 2");
        Advice open = Waiting.decide(boin, TrialState.of(new int[] {6, 0}, new int[] {1, 0}, 1), new int[] {1, 0});
        assertThat(move(open)).isEqualTo("WAIT null");
        assertThat(open.reason().text(Language.ENGLISH)).contains("decide between E → 2, S → 1");
        assertThat(move(Waiting.decide(boin, TrialState.of(new int[] {3, 3}, new int[] {0, 2}, 2), new int[] {0, 0})))
                .isEqualTo("D 1");
        assertThatThrownBy(() -> Waiting.decide(boin, TrialState.of(new int[] {3}, new int[] {2}, 1), new int[] {2}))
                .isInstanceOf(BadInput.class);
    }

    @Test
    void aResponseCanDecideToo() {
        Tepi tepi = Tepi.withDefaults(0.3, 0.4);
        TrialState state = TrialState.of(new int[] {9, 0}, new int[] {0, 0}, new int[] {1, 0}, 1);

        assertThat(Waiting.decide(tepi, state, new int[] {3, 0}).decision()).isEqualTo(Decision.WAIT);
    }

    private static double end(NumberColumn column, int row, int n) {
        return column.isMissing(row) ? n : column.get(row);
    }

    private static void close(@Nullable Double ours, NumberColumn reference, int row) {
        if (reference.isMissing(row)) {
            assertThat(ours).isNull();
        } else {
            assertThat(Objects.requireNonNull(ours)).isCloseTo(reference.get(row), within(0.0051));
        }
    }

    private static String move(Advice advice) {
        return advice.decision() + " " + advice.nextDose();
    }
}
