package org.opencgt.science.dosefinding.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.opencgt.science.BadInput;
import org.opencgt.science.Language;
import org.opencgt.science.dosefinding.Advice;
import org.opencgt.science.dosefinding.Decision;
import org.opencgt.science.dosefinding.Reference;
import org.opencgt.science.dosefinding.TrialState;
import org.opencgt.science.table.Table;

/** Against the R package escalation 0.2.3. */
class ThreePlusThreeTest {

    private static final int DOSES = 3;

    @Test
    void everyCourseOfTheReferenceLeadsWhereItShould() {
        Table reference = Reference.table("threeplusthree_rules.csv");
        for (int row = 0; row < reference.rows(); row++) {
            String outcomes = Objects.requireNonNull(reference.text("outcomes").get(row));
            boolean deescalation =
                    "TRUE".equals(reference.text("allow_deescalate").get(row));
            boolean goesOn = "TRUE".equals(reference.text("continue").get(row));
            String recommended = reference.text("recommended").get(row);

            Advice advice = new ThreePlusThree(deescalation).decide(state(outcomes));

            assertThat(advice.decision() != Decision.STOP).as(outcomes).isEqualTo(goesOn);
            Integer dose = goesOn ? advice.nextDose() : advice.mtd();
            assertThat(dose == null ? null : dose.toString()).as(outcomes).isEqualTo(recommended);
        }
    }

    @Test
    void reasonsAreSentences() {
        assertThat(new ThreePlusThree(false).decide(state("1NNN 2NTT")).reason().text(Language.ENGLISH))
                .isEqualTo(
                        "The trial is over and dose 1 is the maximum tolerated dose. At dose 2, 2 of 3 patients had a"
                                + " dose-limiting toxicity; two or more are too many.");
        assertThat(new ThreePlusThree(false).decide(state("1NNT")).reason().text(Language.ENGLISH))
                .startsWith("Treat three more patients at dose 1");
    }

    @Test
    void moreThanSixPatientsAtADoseAreRefused() {
        TrialState state = TrialState.of(new int[] {9, 0}, new int[] {1, 0}, 1);

        assertThatThrownBy(() -> new ThreePlusThree(true).decide(state))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("six");
    }

    @Test
    void theTableHasTheRowsForThreeAndSixPatients() {
        ToxicityTable table = new ThreePlusThree(true).table(new TableSize(3, 30));

        assertThat(table.boundaries()).extracting(ToxicityTable.Boundary::n).containsExactly(3, 6);
        assertThat(table.decisions()).hasSize(4 + 7);
        assertThat(table.decisions())
                .contains(
                        new ToxicityTable.Outcome(3, 1, Decision.STAY),
                        new ToxicityTable.Outcome(6, 1, Decision.ESCALATE),
                        new ToxicityTable.Outcome(6, 2, Decision.DEESCALATE));
    }

    /** Reads cohorts such as {@code 1NNT 2NNN}: the dose, then N or T for each patient. */
    private static TrialState state(String outcomes) {
        int[] patients = new int[DOSES];
        int[] dlts = new int[DOSES];
        int current = 1;
        for (String cohort : outcomes.split(" ")) {
            current = cohort.charAt(0) - '0';
            patients[current - 1] += cohort.length() - 1;
            dlts[current - 1] += (int) cohort.chars().filter(c -> c == 'T').count();
        }
        return TrialState.of(patients, dlts, current);
    }
}
