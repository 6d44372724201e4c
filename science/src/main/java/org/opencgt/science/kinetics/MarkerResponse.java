package org.opencgt.science.kinetics;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.opencgt.science.Result;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * The response of one marker of one subject, from {@link Pharmacodynamics}. NaN where something does not exist; {@code flags}
 * says why.
 *
 * @param group empty if there is none
 * @param baseline 0 if it is below the limit of quantification
 * @param peak largest value after the dose
 * @param change peak - baseline
 * @param fold peak/baseline, or peak/limit where the baseline is below the limit
 * @param auec area under the effect curve from the dose to the last sample
 * @param auecAboveBaseline area of what lies above the baseline
 * @param timeAboveBaseline how long the marker is above it
 * @param returnToBaseline when it first comes back to the baseline after its peak
 * @param depletedFrom first sample after the dose below the threshold
 * @param recoveredAt first sample at or above the threshold after it
 * @param depletedFor time between the two, or to the last sample where there is no recovery
 */
@JsonNaming(SnakeCaseStrategy.class)
public record MarkerResponse(
        String subject,
        @JsonInclude(Include.NON_EMPTY) String group,
        String marker,
        double baseline,
        double peak,
        @JsonProperty("t_peak") double tPeak,
        double nadir,
        @JsonProperty("t_nadir") double tNadir,
        double change,
        double fold,
        double auec,
        double auecAboveBaseline,
        double timeAboveBaseline,
        double returnToBaseline,
        double depletedFrom,
        double recoveredAt,
        double depletedFor,
        int samples,
        @JsonUnwrapped Units units,
        List<MarkerFlag> flags)
        implements Result {}
