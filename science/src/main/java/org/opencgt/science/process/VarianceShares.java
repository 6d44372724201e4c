package org.opencgt.science.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.opencgt.science.BadInput;
import org.opencgt.science.Check;
import org.opencgt.science.Fault;
import org.opencgt.science.Result;
import org.opencgt.science.statistics.ChiSquared;
import org.opencgt.science.statistics.FisherF;
import org.opencgt.science.statistics.SampleSummary;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * What of the variance between batches comes from the donors and what from the process, where donors have several batches: one-way
 * random effects by analysis of variance (Searle, Casella and McCulloch 1992).
 *
 * <pre>
 *   n0 = (N - Σ n_i²/N)/(a - 1)   σ²_process = MS_within   σ²_donor = max(0, (MS_between - MS_within)/n0)
 *   share = σ²_donor/(σ²_donor + σ²_process), interval by F; σ_process, interval by χ²
 * </pre>
 *
 * @param batches N
 * @param f MS_between/MS_within
 * @param donorShare from 0 to 1
 * @param batchNumbers n0
 */
@JsonNaming(SnakeCaseStrategy.class)
public record VarianceShares(
        int donors,
        int batches,
        double mean,
        double sdDonor,
        double sdProcess,
        double sdTotal,
        double cvDonorPercent,
        double cvProcessPercent,
        double donorShare,
        double donorShareLower,
        double donorShareUpper,
        double sdProcessLower,
        double sdProcessUpper,
        double f,
        double df1,
        double df2,
        double p,
        double confidence,
        double batchNumbers,
        List<Donor> byDonor,
        List<ProcessFlag> flags)
        implements Result {

    public VarianceShares {
        byDonor = List.copyOf(byDonor);
        flags = List.copyOf(flags);
    }

    /**
     * A donor's batches.
     *
     * @param sd NaN for a single batch
     */
    public record Donor(String donor, int n, double mean, double sd) implements Result {}

    /**
     * Of batches with their donors.
     *
     * @throws BadInput if there is one donor only, no donor has two batches, or nothing varies within donors
     */
    public static VarianceShares of(List<String> donors, double[] values, double confidence) {
        Check.fraction(ProcessQuantity.CONFIDENCE, confidence);
        Check.positive(ProcessQuantity.CONFIDENCE, confidence);
        Check.positive(ProcessQuantity.CONFIDENCE, 1 - confidence);
        Map<String, List<Double>> groups = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            groups.computeIfAbsent(donors.get(i), unseen -> new ArrayList<>()).add(values[i]);
        }
        int a = groups.size();
        int n = values.length;
        if (a < 2) {
            throw Fault.of(ProcessFault.TOO_FEW_GROUPS).with("n", a).asException();
        }
        if (n == a) {
            throw Fault.of(ProcessFault.NO_REPEATS).asException();
        }
        SampleSummary all = SampleSummary.of(values);
        List<Donor> rows = new ArrayList<>();
        double between = 0;
        double within = 0;
        double squares = 0;
        boolean balanced = true;
        boolean flat = true;
        for (Map.Entry<String, List<Double>> group : groups.entrySet()) {
            SampleSummary own = SampleSummary.of(
                    group.getValue().stream().mapToDouble(value -> value).toArray());
            rows.add(new Donor(group.getKey(), own.n(), own.mean(), own.sd()));
            between += own.n() * (own.mean() - all.mean()) * (own.mean() - all.mean());
            within += own.n() > 1 ? (own.n() - 1) * own.sd() * own.sd() : 0;
            squares += (double) own.n() * own.n();
            balanced &= own.n() == rows.getFirst().n();
            flat &= own.min() == own.max();
        }
        if (flat) {
            throw Fault.of(ProcessFault.NO_VARIATION).asException();
        }
        double df1 = a - 1.0;
        double df2 = n - a;
        double n0 = (n - squares / n) / df1;
        double ms = within / df2;
        double donor = Math.max(0, (between / df1 - ms) / n0);
        double f = between / df1 / ms;
        FisherF law = new FisherF(df1, df2);
        ChiSquared chi = new ChiSquared(df2);
        double tail = (1 - confidence) / 2;
        List<ProcessFlag> flags = new ArrayList<>();
        if (f <= 1) {
            flags.add(ProcessFlag.COMPONENT_AT_ZERO);
        }
        if (!balanced) {
            flags.add(ProcessFlag.UNBALANCED);
        }
        return new VarianceShares(
                a,
                n,
                all.mean(),
                Math.sqrt(donor),
                Math.sqrt(ms),
                Math.sqrt(donor + ms),
                all.mean() > 0 ? 100 * Math.sqrt(donor) / all.mean() : Double.NaN,
                all.mean() > 0 ? 100 * Math.sqrt(ms) / all.mean() : Double.NaN,
                donor / (donor + ms),
                share(f / law.quantile(1 - tail), n0),
                share(f / law.quantile(tail), n0),
                Math.sqrt(within / chi.quantile(1 - tail)),
                Math.sqrt(within / chi.quantile(tail)),
                f,
                df1,
                df2,
                law.above(f),
                confidence,
                n0,
                rows,
                flags);
    }

    private static double share(double ratio, double n0) {
        return Math.max(0, (ratio - 1) / (ratio - 1 + n0));
    }
}
