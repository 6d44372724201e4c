package org.opencgt.dosefinding;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.subject.DesignSettings;
import org.opencgt.subject.DosePlan;
import org.opencgt.subject.DosePlan.Level;

/** Plans of invented dose escalations. */
final class Plans {

    private Plans() {}

    static DesignSettings boin() {
        return design(DesignSettings.Name.BOIN, "0.3");
    }

    static DesignSettings design(DesignSettings.Name name, @Nullable String target) {
        return design(name, target, List.of());
    }

    static DesignSettings design(DesignSettings.Name name, @Nullable String target, List<DesignSettings.Row> rows) {
        return new DesignSettings(
                name,
                target == null ? null : new BigDecimal(target),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                null,
                List.of(),
                rows);
    }

    static DosePlan plan(DesignSettings design) {
        return plan(design, DosePlan.Basis.PER_KG, 3);
    }

    /** Levels with targets 0.5, 1.5, 4.5, 13.5, ... and a tolerance of a fifth. */
    static DosePlan plan(DesignSettings design, DosePlan.Basis basis, int levels) {
        return new DosePlan(
                "1.0",
                true,
                DosePlan.Population.PATIENTS,
                List.of(DosePlan.Objective.values()),
                design,
                basis,
                DosePlan.CellCount.TRANSGENE_POSITIVE_VIABLE,
                "CAR+ CD3+",
                List.of(),
                java.util.stream.IntStream.range(0, levels)
                        .mapToObj(i -> level(new BigDecimal("0.5").multiply(new BigDecimal(3).pow(i))))
                        .toList(),
                3,
                30,
                9,
                Duration.ofDays(28),
                "Grade 3 or above",
                1,
                Duration.ofDays(7),
                Duration.ofDays(3),
                DosePlan.RouteMode.INTRAVENOUS,
                "intravenous",
                1,
                null,
                Duration.ofDays(90),
                Duration.ofDays(365),
                List.of(),
                List.of());
    }

    private static Level level(BigDecimal target) {
        return new Level(
                "DL", target, target.multiply(new BigDecimal("0.8")), target.multiply(new BigDecimal("1.2")), 1, true);
    }
}
