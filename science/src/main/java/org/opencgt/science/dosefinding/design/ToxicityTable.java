package org.opencgt.science.dosefinding.design;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.Result;
import org.opencgt.science.dosefinding.Decision;

/**
 * The table of a design that looks at the number of dose-limiting toxicities at the dose, in two forms that say the same.
 *
 * @param boundaries one row for each number of patients
 * @param decisions one row for each outcome
 */
public record ToxicityTable(
        String design, Map<String, Object> settings, List<Boundary> boundaries, List<Outcome> decisions)
        implements DecisionTable {

    public ToxicityTable {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        boundaries = List.copyOf(boundaries);
        decisions = List.copyOf(decisions);
    }

    /**
     * What to do with {@code n} patients at a dose; null where no number of toxicities has that effect.
     *
     * @param stopIfDltAtLeast at the lowest dose: the trial ends
     */
    public record Boundary(
            int n,
            @Nullable Integer escalateIfDltAtMost,
            @Nullable Integer deescalateIfDltAtLeast,
            @Nullable Integer eliminateIfDltAtLeast,
            @Nullable Integer stopIfDltAtLeast)
            implements Result {}

    /** What to do with {@code dlt} toxicities among {@code n} patients. */
    public record Outcome(int n, int dlt, Decision decision) implements Result {}
}
