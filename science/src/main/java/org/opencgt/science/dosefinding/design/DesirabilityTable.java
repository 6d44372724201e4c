package org.opencgt.science.dosefinding.design;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.opencgt.science.Result;
import org.opencgt.science.dosefinding.Decision;

/**
 * The table of a design that gives the most desirable dose.
 *
 * @param decisions one row for each outcome
 */
public record DesirabilityTable(String design, Map<String, Object> settings, List<Outcome> decisions)
        implements DecisionTable {

    public DesirabilityTable {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        decisions = List.copyOf(decisions);
    }

    /**
     * A dose with {@code dlt} toxicities and {@code responses} responses among {@code n} patients.
     *
     * @param decision what toxicity alone calls for
     * @param admissible whether the dose may still be given
     * @param rds rank-based desirability score, 1 for the least desirable outcome of the table; NaN if not admissible
     * @param desirability probability that utility exceeds the benchmark
     */
    public record Outcome(
            int n, int dlt, int responses, Decision decision, boolean admissible, double rds, double desirability)
            implements Result {

        Outcome ranked(double rank) {
            return new Outcome(n, dlt, responses, decision, admissible, rank, desirability);
        }
    }
}
