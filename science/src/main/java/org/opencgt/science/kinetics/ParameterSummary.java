package org.opencgt.science.kinetics;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.ArrayList;
import java.util.List;
import org.opencgt.science.Result;
import org.opencgt.science.statistics.SampleSummary;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * One parameter over the subjects of a group; formulas at {@link SampleSummary}.
 *
 * @param group empty if there are none
 * @param unit empty if it has none or it is not known
 * @param subjects in the group
 * @param n number of values that are summarised
 * @param missing how many subjects have no value
 * @param unreliable how many values are left out, as their terminal slope does not meet the criteria
 */
@JsonNaming(SnakeCaseStrategy.class)
public record ParameterSummary(
        @JsonInclude(Include.NON_EMPTY) String group,
        String parameter,
        String unit,
        int subjects,
        int n,
        int missing,
        int unreliable,
        double mean,
        double sd,
        double cvPercent,
        double median,
        double min,
        double max,
        double geometricMean,
        double geometricCvPercent)
        implements Result {

    /** Which values that rest on a terminal slope are summarised. */
    public enum SlopeUse {
        /** Those whose slope meets the criteria of {@link Quality}. */
        RELIABLE,
        /** All that exist. */
        ALL
    }

    /** Summaries of all parameters for each group, groups in order. */
    public static List<ParameterSummary> of(
            List<KineticParameters> rows, List<Parameter> parameters, Units units, SlopeUse use) {
        List<ParameterSummary> summaries = new ArrayList<>();
        Groups.of(rows, KineticParameters::group)
                .forEach((group, own) ->
                        parameters.forEach(parameter -> summaries.add(of(group, own, parameter, units, use))));
        return List.copyOf(summaries);
    }

    private static ParameterSummary of(
            String group, List<KineticParameters> rows, Parameter parameter, Units units, SlopeUse use) {
        double[] values = new double[rows.size()];
        int missing = 0;
        int unreliable = 0;
        for (int i = 0; i < values.length; i++) {
            values[i] = parameter.of(rows.get(i));
            if (Double.isNaN(values[i])) {
                missing++;
            } else if (use == SlopeUse.RELIABLE && parameter.fromSlope() && !isReliable(rows.get(i), parameter)) {
                values[i] = Double.NaN;
                unreliable++;
            }
        }
        SampleSummary summary = SampleSummary.of(values);
        return new ParameterSummary(
                group,
                parameter.name(),
                units.of(parameter.dimension()),
                values.length,
                summary.n(),
                missing,
                unreliable,
                summary.mean(),
                summary.sd(),
                summary.cvPercent(),
                summary.median(),
                summary.min(),
                summary.max(),
                summary.geometricMean(),
                summary.geometricCvPercent());
    }

    /** What is extrapolated must also be no larger a part than the criterion allows. */
    private static boolean isReliable(KineticParameters row, Parameter parameter) {
        boolean extrapolated = switch (parameter.dimension()) {
            case AREA, AREA_PER_DOSE, MOMENT, CLEARANCE, VOLUME -> true;
            default -> false;
        };
        // With all below the limit an area to infinity is zero, without any slope.
        return !row.terminal().exists()
                || (row.hasReliableHalfLife() && !(extrapolated && row.has(KineticFlag.LARGE_EXTRAPOLATION)));
    }
}
