package org.opencgt.science.dosefinding.trial;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.dosefinding.Decision;

/**
 * A course of some cohorts, and what the design then says.
 *
 * @param steps the cohorts
 * @param decision after the last of them
 * @param nextDose from 1; null if the trial is over
 * @param mtd the maximum tolerated dose, if the rules settle it with the end of the trial
 * @param probability of the course; null without a truth
 */
public record Pathway(
        List<Step> steps,
        Decision decision,
        @Nullable Integer nextDose,
        @JsonInclude(Include.NON_NULL) @Nullable Integer mtd,
        @JsonInclude(Include.NON_NULL) @Nullable Double probability) {

    public Pathway {
        steps = List.copyOf(steps);
    }

    /** A cohort: {@code dlt} toxicities among {@code n} patients at a dose. */
    public record Step(
            int dose,
            int n,
            int dlt,
            @JsonInclude(Include.NON_NULL) @Nullable Integer responses) {

        /** Such as {@code 2: 1/3}. */
        String text() {
            return dose + ": " + dlt + "/" + n + (responses == null ? "" : " " + responses + "/" + n);
        }
    }

    /** The course in short, such as {@code 1: 0/3, 2: 1/3}. */
    @JsonProperty
    public String course() {
        return String.join(", ", steps.stream().map(Step::text).toList());
    }
}
