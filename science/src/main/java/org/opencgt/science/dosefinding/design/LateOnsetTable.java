package org.opencgt.science.dosefinding.design;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.Result;
import org.opencgt.science.dosefinding.Decision;

/**
 * The table of a design that decides while outcomes are open.
 *
 * @param decisions one row for each state of the outcomes at a dose
 */
public record LateOnsetTable(String design, Map<String, Object> settings, List<Outcome> decisions)
        implements DecisionTable {

    public LateOnsetTable {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        decisions = List.copyOf(decisions);
    }

    /**
     * What to do with {@code dlt} toxicities among {@code n} patients, of whom {@code pending} are still followed. The decision can
     * depend on the total follow-up of these, in windows.
     *
     * @param early the decision with little follow-up
     * @param late the decision with much
     * @param escalateIfFollowUpAtLeast from here on the late decision holds; null if the decision does not depend on follow-up, or
     *     see the next
     * @param deescalateIfFollowUpAtMost up to here the early decision holds
     */
    public record Outcome(
            int n,
            int dlt,
            int pending,
            Decision early,
            Decision late,
            @Nullable Double escalateIfFollowUpAtLeast,
            @Nullable Double deescalateIfFollowUpAtMost)
            implements Result {

        /** The decision where it does not depend on follow-up, else both. */
        @JsonProperty
        public String decision() {
            return early == late ? early.toString() : early + "/" + late;
        }

        Decision afterFollowUp(double total) {
            if (escalateIfFollowUpAtLeast != null) {
                return total >= escalateIfFollowUpAtLeast ? late : early;
            }
            if (deescalateIfFollowUpAtMost != null) {
                return total <= deescalateIfFollowUpAtMost ? early : late;
            }
            return early;
        }
    }
}
