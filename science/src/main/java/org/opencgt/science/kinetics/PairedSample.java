package org.opencgt.science.kinetics;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.Result;
import org.opencgt.science.TextKey;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * One sample measured by PCR and by flow cytometry, from {@link PairedMethods}.
 *
 * @param group empty if there is none
 * @param pcr 0 where below its limit; NaN where missing
 * @param flow likewise
 * @param detection which of the two found cells; null where a result is missing
 * @param log10Ratio log10(flow/pcr); NaN unless both are quantified
 * @param adaPositive whether anti-drug antibodies were found at or before the sample; null if not tested until then
 * @param log10RatioShift {@code log10Ratio} less the median of the samples without antibodies, of the subject or else of all
 */
@JsonNaming(SnakeCaseStrategy.class)
public record PairedSample(
        String subject,
        @JsonInclude(Include.NON_EMPTY) String group,
        double time,
        double pcr,
        double flow,
        @Nullable Detection detection,
        @JsonProperty("log10_ratio") double log10Ratio,
        @Nullable Boolean adaPositive,
        @JsonProperty("log10_ratio_shift") double log10RatioShift,
        List<Flag> flags)
        implements Result {

    /** Which method quantified the cells. */
    public enum Detection {
        BOTH,
        PCR_ONLY,
        FLOW_ONLY,
        NEITHER;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What is to be reviewed. */
    public enum Flag implements TextKey {
        /** Antibodies are present, PCR finds the cells, and flow cytometry does not or far less than without antibodies. */
        POSSIBLE_ADA_INTERFERENCE,
        /** The ratio of the two is far from that of the other samples, without antibodies that might explain it. */
        DISCORDANT,
        /** One of the results is missing. */
        UNPAIRED;

        @Override
        public String key() {
            return "kinetics.paired." + this;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
