package org.opencgt.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencgt.pipeline.ChangeEffects.Meaning;
import org.opencgt.pipeline.ChangeEffects.Turn;

class ChangeEffectsTest {

    @ParameterizedTest
    @CsvSource({
        "NOT_ASKED, NOT_ASKED, SAME",
        "HOLDS, NOT_ASKED, SAME",
        "NOT_APPLICABLE, HOLDS, SAME",
        "BLOCKS, HOLDS, NEWLY_PASSES",
        "AT_THE_ACT, NOT_ASKED, NEWLY_PASSES",
        "JUSTIFICATION, NOT_APPLICABLE, NEWLY_PASSES",
        "HOLDS, BLOCKS, NEWLY_BLOCKS",
        "JUSTIFICATION, BLOCKS, NEWLY_BLOCKS",
        "NOT_ASKED, LACKS_FACT, NEWLY_BLOCKS",
        "BLOCKS, LACKS_FACT, SAME",
        "LACKS_FACT, BLOCKS, SAME",
        "NOT_ASKED, AT_THE_ACT, NEWLY_ASKED",
        "BLOCKS, AT_THE_ACT, NEWLY_ASKED",
        "AT_THE_ACT, AT_THE_ACT, OTHER_RULE",
        "BLOCKS, JUSTIFICATION, NEWLY_JUSTIFIED",
        "HOLDS, JUSTIFICATION, NEWLY_JUSTIFIED",
        "JUSTIFICATION, JUSTIFICATION, SAME"
    })
    void theTurnFollowsFromBothSides(Meaning before, Meaning after, Turn turn) {
        assertThat(Turn.of(before, after, true)).isEqualTo(turn);
    }

    @ParameterizedTest
    @CsvSource({"AT_THE_ACT", "BLOCKS", "HOLDS"})
    void anUnchangedRuleTurnsNothing(Meaning meaning) {
        assertThat(Turn.of(meaning, meaning, false)).isEqualTo(Turn.SAME);
    }
}
