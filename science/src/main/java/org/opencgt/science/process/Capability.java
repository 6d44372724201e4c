package org.opencgt.science.process;

import java.util.List;
import java.util.stream.DoubleStream;
import org.opencgt.science.BadInput;
import org.opencgt.science.Check;
import org.opencgt.science.Fault;
import org.opencgt.science.Result;
import org.opencgt.science.statistics.ChiSquared;
import org.opencgt.science.statistics.Normal;
import org.opencgt.science.statistics.SampleSummary;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * How well a process meets its specification. With σ of the short term for C.. and the overall standard deviation for P..:
 *
 * <pre>
 *   Cp = (USL - LSL)/(6σ)   Cpl = (x̄ - LSL)/(3σ)   Cpu = (USL - x̄)/(3σ)   Cpk = min(Cpl, Cpu)
 *   Cpm = Cp / √(1 + r²), r = (x̄ - target)/σ
 *   Cp   interval  Cp √(χ²_{α/2, n-1}/(n-1)) and with 1 - α/2
 *   Cpk  interval  Cpk (1 ∓ z √(1/(9 n Cpk²) + 1/(2 (n-1))))                          (Bissell 1990)
 *   Cpl, Cpu       the same with the one-sided z: each limit by itself has the confidence
 *   Cpm  interval  as Cp with n (1 + r²)/(1 + 2r²) degrees of freedom                 (as qcc does)
 * </pre>
 *
 * @param lsl NaN if there is none
 * @param ppmBelow expected below the lower limit per million, by the normal distribution
 */
@JsonNaming(SnakeCaseStrategy.class)
public record Capability(
        int n,
        double mean,
        double lsl,
        double usl,
        double target,
        double confidence,
        double sigmaWithin,
        double sigmaOverall,
        double cp,
        double cpl,
        double cpu,
        double cpk,
        double cpm,
        double pp,
        double ppl,
        double ppu,
        double ppk,
        double cpmOverall,
        double cpkLowerOneSided,
        double ppkLowerOneSided,
        double ppmBelow,
        double ppmAbove,
        double ppmBelowOverall,
        double ppmAboveOverall,
        int observedBelow,
        int observedAbove,
        Intervals intervals,
        List<ProcessFlag> flags)
        implements Result {

    private static final int FEW = 30;

    public Capability {
        flags = List.copyOf(flags);
    }

    /** Limits of each index, lower and upper; NaN where the index does not exist. */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Intervals(
            List<Double> cp,
            List<Double> cpl,
            List<Double> cpu,
            List<Double> cpk,
            List<Double> cpm,
            List<Double> pp,
            List<Double> ppl,
            List<Double> ppu,
            List<Double> ppk,
            List<Double> cpmOverall) {}

    /** What is asked of a process; NaN where nothing is. */
    public record Specification(double lsl, double usl, double target) {

        /**
         * @throws BadInput if neither limit is given or they are reversed
         */
        public Specification {
            if (Double.isNaN(lsl) && Double.isNaN(usl)) {
                throw Fault.of(ProcessFault.NO_SPECIFICATION).asException();
            }
            DoubleStream.of(lsl, usl, target)
                    .filter(limit -> !Double.isNaN(limit))
                    .forEach(limit -> Check.finite(ProcessQuantity.SPECIFICATION, limit));
            if (lsl >= usl) {
                throw Fault.of(ProcessFault.SPECIFICATION_REVERSED)
                        .with("lsl", lsl)
                        .with("usl", usl)
                        .asException();
            }
        }
    }

    /**
     * Of all values.
     *
     * @param sigma of the short term
     * @param stable whether the process's chart shows no signal
     * @throws BadInput if there are fewer than two values or they do not vary
     */
    public static Capability of(double[] values, double sigma, Specification asked, double confidence, boolean stable) {
        Check.fraction(ProcessQuantity.CONFIDENCE, confidence);
        Check.positive(ProcessQuantity.CONFIDENCE, 1 - confidence);
        Check.positive(ProcessQuantity.CONFIDENCE, confidence);
        SampleSummary sample = SampleSummary.of(values);
        if (sample.n() < 2) {
            throw Fault.of(ProcessFault.TOO_FEW_POINTS)
                    .with("n", sample.n())
                    .with("least", 2)
                    .asException();
        }
        if (!(sigma > 0) || sample.min() == sample.max()) {
            throw Fault.of(ProcessFault.NO_VARIATION).asException();
        }
        Indices within = Indices.of(sample, sigma, asked, confidence);
        Indices overall = Indices.of(sample, sample.sd(), asked, confidence);
        return new Capability(
                sample.n(),
                sample.mean(),
                asked.lsl(),
                asked.usl(),
                asked.target(),
                confidence,
                sigma,
                sample.sd(),
                within.c,
                within.lower,
                within.upper,
                within.k,
                within.m,
                overall.c,
                overall.lower,
                overall.upper,
                overall.k,
                overall.m,
                within.limits(within.k, within.oneSided).getFirst(),
                overall.limits(overall.k, overall.oneSided).getFirst(),
                1e6 * Normal.above(3 * within.lower),
                1e6 * Normal.above(3 * within.upper),
                1e6 * Normal.above(3 * overall.lower),
                1e6 * Normal.above(3 * overall.upper),
                (int) DoubleStream.of(values)
                        .filter(value -> value < asked.lsl())
                        .count(),
                (int) DoubleStream.of(values)
                        .filter(value -> value > asked.usl())
                        .count(),
                new Intervals(
                        within.spread(within.c, within.n - 1.0),
                        within.limits(within.lower, within.oneSided),
                        within.limits(within.upper, within.oneSided),
                        within.limits(within.k, within.twoSided),
                        within.spread(within.m, within.dfOfM()),
                        overall.spread(overall.c, overall.n - 1.0),
                        overall.limits(overall.lower, overall.oneSided),
                        overall.limits(overall.upper, overall.oneSided),
                        overall.limits(overall.k, overall.twoSided),
                        overall.spread(overall.m, overall.dfOfM())),
                flags(sample.n(), stable));
    }

    private static List<ProcessFlag> flags(int n, boolean stable) {
        return stable
                ? n < FEW ? List.of(ProcessFlag.FEW_POINTS) : List.of()
                : n < FEW ? List.of(ProcessFlag.NOT_STABLE, ProcessFlag.FEW_POINTS) : List.of(ProcessFlag.NOT_STABLE);
    }

    /** The indexes by one standard deviation. */
    private record Indices(
            int n,
            double c,
            double lower,
            double upper,
            double k,
            double m,
            double offset,
            double alpha,
            double oneSided,
            double twoSided) {

        static Indices of(SampleSummary sample, double sigma, Specification asked, double confidence) {
            double c = (asked.usl() - asked.lsl()) / (6 * sigma);
            double lower = (sample.mean() - asked.lsl()) / (3 * sigma);
            double upper = (asked.usl() - sample.mean()) / (3 * sigma);
            double offset = (sample.mean() - asked.target()) / sigma;
            double k = Double.isNaN(lower) ? upper : Double.isNaN(upper) ? lower : Math.min(lower, upper);
            return new Indices(
                    sample.n(),
                    c,
                    lower,
                    upper,
                    k,
                    c / Math.sqrt(1 + offset * offset),
                    offset,
                    1 - confidence,
                    Normal.quantile(confidence),
                    Normal.quantile((1 + confidence) / 2));
        }

        double dfOfM() {
            double square = offset * offset;
            return n * (1 + square) / (1 + 2 * square);
        }

        List<Double> limits(double index, double z) {
            // as Bissell's with the index taken under the root, so that an index of zero has limits too
            double part = z * Math.sqrt(1 / (9.0 * n) + index * index / (2 * (n - 1.0)));
            return List.of(index - part, index + part);
        }

        List<Double> spread(double index, double df) {
            if (Double.isNaN(index)) {
                return List.of(Double.NaN, Double.NaN);
            }
            ChiSquared law = new ChiSquared(df);
            return List.of(
                    index * Math.sqrt(law.quantile(alpha / 2) / df),
                    index * Math.sqrt(law.quantile(1 - alpha / 2) / df));
        }
    }
}
