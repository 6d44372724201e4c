package org.opencgt.science.dosefinding.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.opencgt.science.Language;
import org.opencgt.science.dosefinding.Advice;
import org.opencgt.science.dosefinding.Reference;
import org.opencgt.science.dosefinding.TrialState;
import org.opencgt.science.table.Table;

/** Against the table of the paper, as the R package escalation 0.2.3 gives it. */
class Boin12Test {

    private static final Boin12 BOIN12 = Boin12.withDefaults(0.35, 0.25);

    @Test
    void desirabilityScoresAreThoseOfTheReference() {
        Table reference = Reference.table("boin12_rds_phiT035_phiE025.csv");
        DesirabilityTable table = BOIN12.table(new TableSize(3, 9));

        for (int row = 0; row < reference.rows(); row++) {
            int n = (int) reference.numbers("Patients").get(row);
            int dlt = (int) reference.numbers("Toxicity").get(row);
            int responses = (int) reference.numbers("Efficacy").get(row);
            DesirabilityTable.Outcome outcome = table.decisions().stream()
                    .filter(at -> at.n() == n && at.dlt() == dlt && at.responses() == responses)
                    .findAny()
                    .orElseThrow();

            assertThat(outcome.admissible())
                    .isEqualTo("Admissible".equals(reference.text("Admissible").get(row)));
            if (outcome.admissible()) {
                assertThat(outcome.rds()).isEqualTo(reference.numbers("RDS_x").get(row));
            } else {
                assertThat(outcome.rds()).isNaN();
            }
        }
        assertThat(table.decisions()).hasSize(reference.rows());
    }

    @Test
    void theBenchmarkLiesHalfwayFromTheUndesirableToTheBest() {
        // ū = 100 · 0.65 · 0.25 + 40 · 0.65 · 0.75 + 60 · 0.35 · 0.25 = 41
        assertThat(BOIN12.benchmark()).isCloseTo(41 + (100 - 41) / 2.0, within(1e-12));
    }

    @Test
    void movesFollowTheRules() {
        // Too toxic for its boundary: down, whatever the desirabilities.
        assertThat(move(new int[] {3, 6, 0}, new int[] {0, 3, 0}, new int[] {0, 6, 0}, 2))
                .isEqualTo("D 1");
        // Few patients: the dose above may be more desirable.
        assertThat(move(new int[] {3, 0, 0}, new int[] {0, 0, 0}, new int[] {0, 0, 0}, 1))
                .isEqualTo("E 2");
        assertThat(move(new int[] {3, 0, 0}, new int[] {0, 0, 0}, new int[] {3, 0, 0}, 1))
                .isEqualTo("S 1");
        // Six patients with toxicity between the boundaries: not up.
        assertThat(move(new int[] {6, 0, 0}, new int[] {2, 0, 0}, new int[] {1, 0, 0}, 1))
                .isEqualTo("S 1");
        // Nine patients, and the dose above never tried.
        assertThat(move(new int[] {9, 0, 0}, new int[] {3, 0, 0}, new int[] {9, 0, 0}, 1))
                .isEqualTo("E 2");
        // Equally desirable: the higher.
        assertThat(move(new int[] {3, 3, 0}, new int[] {0, 0, 0}, new int[] {3, 3, 0}, 1))
                .isEqualTo("E 2");
        assertThat(move(new int[] {12, 0, 0}, new int[] {0, 0, 0}, new int[] {0, 0, 0}, 1))
                .isEqualTo("EU 2");
        assertThat(move(new int[] {3, 0, 0}, new int[] {3, 0, 0}, new int[] {3, 0, 0}, 1))
                .isEqualTo("STOP null");
    }

    @Test
    void theReasonComparesDesirabilities() {
        String reason = BOIN12.decide(TrialState.of(new int[] {3, 3, 0}, new int[] {0, 0, 0}, new int[] {1, 2, 0}, 2))
                .reason()
                .text(Language.ENGLISH);

        assertThat(reason)
                .startsWith("Stay at dose 2: 0 of 3 patients")
                .contains("1: 0.")
                .contains("3: 0.295");
    }

    private static String move(int[] n, int[] y, int[] e, int current) {
        Advice advice = BOIN12.decide(TrialState.of(n, y, e, current));
        return advice.decision() + " " + advice.nextDose();
    }
}
