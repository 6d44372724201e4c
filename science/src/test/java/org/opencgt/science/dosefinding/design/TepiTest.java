package org.opencgt.science.dosefinding.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.opencgt.science.BadInput;
import org.opencgt.science.Language;
import org.opencgt.science.dosefinding.Advice;
import org.opencgt.science.dosefinding.Decision;
import org.opencgt.science.dosefinding.Reference;
import org.opencgt.science.dosefinding.TrialState;
import org.opencgt.science.table.Table;

/** Against JUPM tables computed with the R package phase12designs. */
class TepiTest {

    private static final Tepi TEPI = Tepi.withDefaults(0.3, 0.4);

    @Test
    void everyCellIsThatOfTheReference() {
        Table reference = Reference.table("tepi_decisions.csv");
        for (int row = 0; row < reference.rows(); row++) {
            Tepi tepi = Tepi.withDefaults(
                    reference.numbers("pT").get(row), reference.numbers("qE").get(row));

            EfficacyTable.Outcome cell =
                    tepi.cell(count(reference, "n", row), count(reference, "tox", row), count(reference, "eff", row));

            assertThat(cell.toxicityInterval()).isEqualTo(count(reference, "tox_interval", row));
            assertThat(cell.efficacyInterval()).isEqualTo(count(reference, "eff_interval", row));
            assertThat(cell.action()).hasToString(reference.text("action").get(row));
            assertThat(cell.dut()).isEqualTo("TRUE".equals(reference.text("DUT").get(row)));
            assertThat(cell.futile())
                    .isEqualTo("TRUE".equals(reference.text("futile").get(row)));
        }
    }

    @Test
    void aDecisionJoinsActionSafetyAndFutility() {
        Tepi paper = Tepi.ofPaper();

        assertThat(paper.cell(3, 0, 1).decision()).isEqualTo(Decision.ESCALATE);
        assertThat(paper.cell(3, 3, 1).decision()).isEqualTo(Decision.ELIMINATE_TOXIC);
        assertThat(paper.cell(9, 0, 0).decision()).isEqualTo(Decision.ESCALATE_FUTILE);
        assertThat(paper.cell(9, 3, 0).decision()).isEqualTo(Decision.ELIMINATE_FUTILE);
    }

    @Test
    void aDoseThatMayNotBeGivenIsSkipped() {
        assertThat(move(new int[] {6, 6, 3}, new int[] {0, 0, 0}, new int[] {3, 3, 3}, 3))
                .isEqualTo("S 3");
        assertThat(move(new int[] {6, 9, 3}, new int[] {0, 0, 2}, new int[] {3, 0, 2}, 3))
                .isEqualTo("D 1");
        assertThat(move(new int[] {6, 3, 0}, new int[] {0, 3, 0}, new int[] {3, 2, 0}, 2))
                .isEqualTo("DUT 1");
        assertThat(move(new int[] {9, 0, 0}, new int[] {0, 0, 0}, new int[] {0, 0, 0}, 1))
                .isEqualTo("EU 2");
        assertThat(move(new int[] {9, 0, 0}, new int[] {3, 0, 0}, new int[] {0, 0, 0}, 1))
                .isEqualTo("STOP null");
        assertThat(move(new int[] {3, 0, 0}, new int[] {3, 0, 0}, new int[] {3, 0, 0}, 1))
                .isEqualTo("STOP null");
        assertThat(move(new int[] {3, 0, 0}, new int[] {2, 0, 0}, new int[] {3, 0, 0}, 1))
                .isEqualTo("S 1");
    }

    @Test
    void theReasonNamesTheIntervals() {
        Advice advice = TEPI.decide(TrialState.of(new int[] {3, 0}, new int[] {0, 0}, new int[] {1, 0}, 1));

        assertThat(advice.reason().text(Language.ENGLISH))
                .isEqualTo(
                        "Escalate to dose 2: 0 of 3 patients had a dose-limiting toxicity and 1 responded; that speaks most"
                                + " for toxicity from 0 to 0.15 with efficacy from 0.4 to 0.6, for which the table says E.");
    }

    @Test
    void selectionShowsEfficacyAndUtility() {
        var selection = TEPI.select(TrialState.outcomes(new int[] {6, 9, 3}, new int[] {0, 2, 3}, new int[] {2, 6, 2}));

        assertThat(selection.mtd()).isEqualTo(2);
        assertThat(selection.eliminated()).containsExactly(false, false, true);
        assertThat(selection.efficacy()).hasSize(3).allMatch(q -> q > 0.3 && q < 0.7);
        assertThat(selection.utility()).hasSize(3);
    }

    @Test
    void impossibleSettingsAreRefused() {
        assertThatThrownBy(() -> TEPI.withIntervals(List.of(0.3, 0.2), List.of(0.4), TEPI.actions()))
                .isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> TEPI.withIntervals(List.of(0.2, 0.3), List.of(0.4), TEPI.actions()))
                .hasMessageContaining("3 rows of 2");
        assertThatThrownBy(() -> Tepi.actions("EES/DXD")).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> Tepi.withDefaults(0.3, 0.7)).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> new Utility(100, 40, 70, 0)).hasMessageContaining("utility-not-additive");
        assertThatThrownBy(() -> new Utility(40, 100, 0, 60)).hasMessageContaining("utility-order");
        assertThatThrownBy(() -> TEPI.decide(TrialState.of(new int[] {3}, new int[] {0}, 1)))
                .hasMessageContaining("responders");
    }

    private static String move(int[] n, int[] y, int[] e, int current) {
        Advice advice = TEPI.decide(TrialState.of(n, y, e, current));
        return advice.decision() + " " + advice.nextDose();
    }

    private static int count(Table table, String column, int row) {
        return (int) table.numbers(column).get(row);
    }
}
