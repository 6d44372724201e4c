package org.opencgt.science.dosefinding.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.opencgt.science.BadInput;
import org.opencgt.science.dosefinding.Decision;
import org.opencgt.science.dosefinding.TrialState;
import org.opencgt.science.dosefinding.Truth;
import org.opencgt.science.dosefinding.design.Boin;
import org.opencgt.science.dosefinding.design.Crm;
import org.opencgt.science.dosefinding.design.Tepi;
import org.opencgt.science.dosefinding.design.ThreePlusThree;

class PathwaysTest {

    private static final TrialState START = TrialState.of(new int[3], new int[3], 1);
    private static final Truth TRUTH = Truth.ofToxicity(List.of(0.1, 0.3, 0.5));

    @Test
    void everyOutcomeOfTheNextCohortHasItsPath() throws Exception {
        List<Pathway> paths = Pathways.of(Boin.withDefaults(0.3), START, 3, 1, null);

        assertThat(paths).extracting(Pathway::course).containsExactly("1: 0/3", "1: 1/3", "1: 2/3", "1: 3/3");
        assertThat(paths)
                .extracting(Pathway::decision)
                .containsExactly(Decision.ESCALATE, Decision.STAY, Decision.STAY, Decision.STOP);
        assertThat(paths.getFirst().nextDose()).isEqualTo(2);
        assertThat(paths.getFirst().probability()).isNull();
    }

    @Test
    void aPathEndsWithItsTrial() throws Exception {
        List<Pathway> paths = Pathways.of(new ThreePlusThree(false), START, 3, 3, TRUTH);

        assertThat(paths).extracting(Pathway::course).contains("1: 2/3", "1: 0/3, 2: 2/3", "1: 0/3, 2: 0/3, 3: 0/3");
        assertThat(paths)
                .filteredOn(path -> path.course().equals("1: 0/3, 2: 2/3"))
                .extracting(Pathway::mtd)
                .containsExactly(1);
    }

    @Test
    void probabilitiesAddUpToOne() throws Exception {
        for (var design : List.of(
                Boin.withDefaults(0.3), new ThreePlusThree(true), Crm.withDefaults(List.of(0.1, 0.3, 0.5), 0.3))) {
            double sum = Pathways.of(design, START, 3, 3, TRUTH).stream()
                    .mapToDouble(path -> Objects.requireNonNull(path.probability()))
                    .sum();
            assertThat(sum).isCloseTo(1, within(1e-12));
        }
    }

    @Test
    void responsesMultiplyThePaths() throws Exception {
        TrialState start = TrialState.of(new int[2], new int[2], new int[2], 1);

        assertThat(Pathways.of(Tepi.ofPaper(), start, 3, 1, null)).hasSize(16);
        assertThat(Pathways.of(Tepi.ofPaper(), start, 3, 1, null).get(5).course())
                .isEqualTo("1: 1/3 1/3");
    }

    @Test
    void tooFarAheadIsRefused() throws Exception {
        assertThatThrownBy(() -> Pathways.of(Boin.withDefaults(0.3), START, 3, 12, null))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("too-many-paths");
    }
}
