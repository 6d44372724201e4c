package org.opencgt.science.kinetics;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.Locale;
import org.opencgt.science.Result;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * Whether sampling of a subject may stop, by a {@link StopRule}.
 *
 * @param group empty if there is none
 * @param stopTime time of the result that completed the run; NaN if sampling goes on
 * @param below how many results in a row are below the limit at the end
 * @param lastQuantified time of the last quantified result; NaN if there is none
 * @param lastSample time of the last result
 * @param firstMet when the rule was first met; earlier than {@code stopTime} where cells came back, which a stop would have missed
 * @param samplesAfter how many samples were drawn after {@code stopTime}
 */
@JsonNaming(SnakeCaseStrategy.class)
public record StopDecision(
        String subject,
        @JsonInclude(Include.NON_EMPTY) String group,
        boolean mayStop,
        Reason reason,
        double stopTime,
        int below,
        double lastQuantified,
        double lastSample,
        double firstMet,
        int samplesAfter)
        implements Result {

    /** Why. */
    public enum Reason {
        /** Enough successive results are below the limit. */
        BELOW_LIMIT,
        /** The last result is quantified. */
        STILL_QUANTIFIABLE,
        /** The last results are below the limit, but not yet enough of them. */
        TOO_FEW_BELOW_LIMIT,
        /** A missing result broke the run. */
        RESULT_MISSING,
        /** Enough results are below the limit, but sampling may not stop so early. */
        TOO_EARLY,
        /** The cells were never quantified: they may still expand. */
        NEVER_QUANTIFIED,
        /** There is no result after the dose. */
        NO_SAMPLE,
        /** One method allows it, the other does not. */
        OTHER_METHOD;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** The same, but sampling goes on as the other method does not allow to stop. */
    StopDecision withheld() {
        return new StopDecision(
                subject, group, false, Reason.OTHER_METHOD, Double.NaN, below, lastQuantified, lastSample, firstMet, 0);
    }
}
