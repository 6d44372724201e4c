package org.opencgt.science.dosefinding.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.Result;
import org.opencgt.science.dosefinding.administration.StaggeredPlan.Infusion;

/** One row of {@code dose plan}; see {@link Infusion}. Dates are those of the days, each begun day counted in full. */
record Planned(
        int cohort,
        int patient,
        boolean sentinel,
        double infusionDay,
        double windowEndDay,
        double decisionDay,
        @JsonInclude(Include.NON_NULL) @Nullable String infusionDate,
        @JsonInclude(Include.NON_NULL) @Nullable String windowEndDate,
        @JsonInclude(Include.NON_NULL) @Nullable String decisionDate)
        implements Result {

    static Planned of(Infusion infusion, @Nullable LocalDate first) {
        return new Planned(
                infusion.cohort(),
                infusion.patient(),
                infusion.sentinel(),
                infusion.infusion(),
                infusion.windowEnd(),
                infusion.decision(),
                date(first, infusion.infusion()),
                date(first, infusion.windowEnd()),
                date(first, infusion.decision()));
    }

    private static @Nullable String date(@Nullable LocalDate first, double day) {
        return first == null ? null : first.plusDays((long) Math.ceil(day)).toString();
    }
}
