package org.opencgt.science.kinetics;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Locale;
import org.opencgt.science.Result;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * The phases of a living drug's curve, from {@link PhaseFinder}. A phase that was not seen has NaN throughout and is not among
 * {@code phases}.
 *
 * @param group empty if there is none
 * @param peakTime time of the peak that ends expansion
 * @param peak its value
 * @param cmax largest value of all
 * @param secondPeakTime time of the highest later peak after re-expansion
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonPropertyOrder({
    "subject",
    "group",
    "phases",
    "distribution",
    "expansion",
    "peak_time",
    "peak",
    "contraction",
    "persistence",
    "cmax",
    "tmax",
    "second_peak_time",
    "second_peak",
    "tlast",
    "t_below_limit",
    "units",
    "flags"
})
public record Phases(
        String subject,
        @JsonInclude(Include.NON_EMPTY) String group,
        List<Name> phases,
        @JsonUnwrapped(prefix = "distribution_") Decline distribution,
        @JsonUnwrapped(prefix = "expansion_") Expansion expansion,
        double peakTime,
        double peak,
        @JsonUnwrapped(prefix = "contraction_") Decline contraction,
        @JsonUnwrapped(prefix = "persistence_") Decline persistence,
        double cmax,
        double tmax,
        double secondPeakTime,
        double secondPeak,
        double tlast,
        @JsonProperty("t_below_limit") double tBelowLimit,
        @JsonUnwrapped Units units,
        List<PhaseFlag> flags)
        implements Result {

    /** The phases in their order. */
    public enum Name {
        DISTRIBUTION,
        EXPANSION,
        CONTRACTION,
        PERSISTENCE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A fall.
     *
     * @param n number of samples
     * @param rate by which ln c falls per unit of time; negative if it rises
     * @param halfLife ln 2/rate; NaN if it does not fall
     */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Decline(double start, double end, int n, double rate, double halfLife) {

        static final Decline NONE = new Decline(Double.NaN, Double.NaN, 0, Double.NaN, Double.NaN);

        static Decline of(double start, double end, int n, double rate) {
            return new Decline(start, end, n, rate, rate > 0 ? Math.log(2) / rate : Double.NaN);
        }

        public boolean exists() {
            return n > 0;
        }
    }

    /**
     * The rise to the peak.
     *
     * @param n number of samples
     * @param rate by which ln c rises per unit of time, by least squares over all its samples
     * @param doublingTime ln 2/rate
     * @param fold value of the peak divided by that at the start
     */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Expansion(double start, double end, int n, double rate, double doublingTime, double fold) {

        static final Expansion NONE = new Expansion(Double.NaN, Double.NaN, 0, Double.NaN, Double.NaN, Double.NaN);

        public boolean exists() {
            return n > 0;
        }
    }
}
