package org.opencgt.science.assay;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.opencgt.science.BadInput;
import org.opencgt.science.Fault;
import org.opencgt.science.Result;
import org.opencgt.science.statistics.Mean;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * Limit of blank and limit of detection by the classical approach of CLSI EP17-A2, with 5% errors of each kind: LoB is the blanks'
 * value of rank 0.5 + 0.95 B, or mean + c_p sd; LoD = LoB + c_p sd of low samples pooled over them, with c_p = 1.645 / (1 - 1/(4
 * df)).
 *
 * @param lod95 from the non-parametric limit of blank
 */
@JsonNaming(SnakeCaseStrategy.class)
public record BlankLimit(
        int nBlank,
        int nLow,
        int samples,
        @JsonProperty("lod95") double lod95,
        double lobNonparametric,
        double lobRank,
        double lobParametric,
        double cpBlank,
        double sdLowPooled,
        double cpLow,
        double lodFromNonparametric,
        double lodFromParametric,
        List<AssayFlag> flags)
        implements Result {

    private static final double QUANTILE = 1.645;
    /** EP17 asks for 60 blanks and 60 low results to establish a limit. */
    private static final int ENOUGH = 60;

    /**
     * Computes.
     *
     * @param blanks results of blanks; NaN is missing
     * @param low results of low samples; NaN is missing
     * @param samples which low sample each is
     * @throws BadInput if there are fewer than two blanks, or no low sample has two results
     */
    public static BlankLimit of(double[] blanks, double[] low, List<String> samples) {
        double[] b = Arrays.stream(blanks)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        if (b.length < 2) {
            throw Fault.of(AssayFault.TOO_FEW_VALUES)
                    .with("n", b.length)
                    .with("least", 2)
                    .asException();
        }
        Map<String, List<Double>> own = new LinkedHashMap<>();
        int n = 0;
        for (int i = 0; i < low.length; i++) {
            if (!Double.isNaN(low[i])) {
                own.computeIfAbsent(samples.get(i), unseen -> new ArrayList<>()).add(low[i]);
                n++;
            }
        }
        int df = n - own.size();
        if (df < 1) {
            throw Fault.of(AssayFault.NO_REPLICATES).asException();
        }
        double squares = 0;
        for (List<Double> values : own.values()) {
            double[] array = values.stream().mapToDouble(Double::doubleValue).toArray();
            double mean = Mean.of(array);
            for (double value : array) {
                squares += (value - mean) * (value - mean);
            }
        }
        double rank = 0.5 + 0.95 * b.length;
        int below = (int) Math.floor(rank);
        double lob = below >= b.length ? b[b.length - 1] : b[below - 1] + (rank - below) * (b[below] - b[below - 1]);
        double mean = Mean.of(b);
        double cpBlank = QUANTILE / (1 - 1.0 / (4 * (b.length - 1)));
        double parametric = mean + cpBlank * BlandAltman.sd(b, mean);
        double sd = Math.sqrt(squares / df);
        double cpLow = QUANTILE / (1 - 1.0 / (4 * df));
        List<AssayFlag> flags = new ArrayList<>();
        if (b.length < ENOUGH || n < ENOUGH) {
            flags.add(AssayFlag.FEW_SAMPLES);
        }
        if (sd == 0) {
            flags.add(AssayFlag.ZERO_VARIANCE);
        }
        return new BlankLimit(
                b.length,
                n,
                own.size(),
                lob + cpLow * sd,
                lob,
                rank,
                parametric,
                cpBlank,
                sd,
                cpLow,
                lob + cpLow * sd,
                parametric + cpLow * sd,
                flags);
    }
}
