package org.opencgt.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.opencgt.act.Ref;
import org.opencgt.subject.CellPopulation.Role;
import org.opencgt.subject.LotComposition.Count;
import org.opencgt.subject.LotComposition.Found;
import org.opencgt.subject.LotComposition.Quotient;

/** Shares, sums and quotients of what was counted. */
class LotCompositionTest {

    private static final Found FOUND = new LotComposition(
                    "final",
                    new Ref<>("sample", "M1"),
                    Instant.EPOCH,
                    List.of(
                            new Count("viable", Role.VIABLE, "all", 900, 1000),
                            new Count("target", Role.TARGET, "viable", 810, 900),
                            new Count("other", Role.NON_TARGET, "viable", 72, 900),
                            new Count("memory", Role.SUBSET, "target", 300, 810),
                            new Count("effector", Role.SUBSET, "target", 510, 810)),
                    List.of(new Quotient(
                            "copies", Quotient.Kind.COPIES_PER_CELL, new BigDecimal("21"), new BigDecimal("10"))))
            .found();

    @Test
    void sharesHaveExactIntervals() {
        LotComposition.Share viable = Objects.requireNonNull(FOUND.shares().get("viable"));
        assertThat(viable.percent()).isEqualByComparingTo("90");
        // Clopper and Pearson for 900 of 1000
        assertThat(viable.lower()).isBetween(new BigDecimal("87.97"), new BigDecimal("87.99"));
        assertThat(viable.upper()).isBetween(new BigDecimal("91.78"), new BigDecimal("91.80"));
    }

    @Test
    void targetAndNonTargetCellsAreAccountedForAndSubsetsAddUp() {
        assertThat(FOUND.accounted()).isEqualByComparingTo("98");
        assertThat(FOUND.subsets().get("target")).isEqualByComparingTo("100");
        assertThat(FOUND.quotients().get("copies")).isEqualByComparingTo("2.1");
    }
}
