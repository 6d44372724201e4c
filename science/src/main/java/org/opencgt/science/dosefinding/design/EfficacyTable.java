package org.opencgt.science.dosefinding.design;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.opencgt.science.Result;
import org.opencgt.science.dosefinding.Decision;

/**
 * The table of a design that looks at the numbers of toxicities and of responses at the dose.
 *
 * @param decisions one row for each outcome
 */
public record EfficacyTable(String design, Map<String, Object> settings, List<Outcome> decisions)
        implements DecisionTable {

    public EfficacyTable {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        decisions = List.copyOf(decisions);
    }

    /**
     * What to do with {@code dlt} toxicities and {@code responses} responses among {@code n} patients.
     *
     * @param decision what to do: E, S, D, or with the dose given up DUT, DUE or EU
     * @param action what the intervals say: E, S or D
     * @param dut whether the dose is too toxic
     * @param futile whether it lacks efficacy
     * @param toxicityInterval the interval of toxicity that counts, from 1
     * @param efficacyInterval the interval of efficacy that counts, from 1
     */
    public record Outcome(
            int n,
            int dlt,
            int responses,
            Decision decision,
            Decision action,
            boolean dut,
            boolean futile,
            int toxicityInterval,
            int efficacyInterval)
            implements Result {}
}
