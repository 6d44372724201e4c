package org.opencgt.science.assay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.BadInput;
import org.opencgt.science.Check;
import org.opencgt.science.Fault;
import org.opencgt.science.Result;
import org.opencgt.science.statistics.Normal;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A rapid method of detection, such as of a sterility test, against the compendial one on the same samples, by organism and for all
 * together (USP 1223; Ph. Eur. 5.1.6). With a found by both, b by the rapid one only, c by the compendial one only, d by none:
 *
 * <pre>
 *   difference   (b - c)/n, interval and test of non-inferiority by Tango's score (Tango 1998, Stat Med 17:891)
 *   McNemar      exact, two-sided: 2 P(X &le; min(b, c)), X binomial with b + c and 1/2
 *   detection    most probable number of each method by the inoculum ({@link MostProbableNumber})
 * </pre>
 *
 * @param organism {@code all} for all together
 * @param n samples
 * @param rapidRate fraction found by the rapid method
 * @param lower of the two-sided 1 - 2&alpha; interval of the difference
 * @param margin how much lower the rate may be, below zero
 * @param pNonInferior one-sided
 * @param mcnemarP 1 if the methods never differ
 * @param rapid null where no inoculum is known
 * @param mpnRatio rapid over compendial; NaN where one of them is zero or infinite
 */
@JsonNaming(SnakeCaseStrategy.class)
public record DetectionComparison(
        String organism,
        int n,
        int both,
        int rapidOnly,
        int compendialOnly,
        int neither,
        double rapidRate,
        double compendialRate,
        double difference,
        double lower,
        double upper,
        double margin,
        double pNonInferior,
        boolean nonInferior,
        double mcnemarP,
        @Nullable MostProbableNumber rapid,
        @Nullable MostProbableNumber compendial,
        double mpnRatio,
        List<AssayFlag> flags)
        implements Result {

    public static final String ALL = "all";
    private static final int ENOUGH = 20;

    /** One sample by both methods; an inoculum of NaN is not known. */
    private record Sample(double inoculum, boolean rapid, boolean compendial) {}

    /**
     * Compares.
     *
     * @param organisms of each sample; null is missing
     * @param inoculum units given; NaN where not known, zero for blanks, which are left out
     * @param rapid 1 found, 0 not, NaN missing
     * @param margin how much lower the rate of the rapid method may be, as a fraction
     * @throws BadInput if there is no sample, a result is neither 0 nor 1, or the margin is none
     */
    public static List<DetectionComparison> of(
            List<@Nullable String> organisms,
            double[] inoculum,
            double[] rapid,
            double[] compendial,
            double margin,
            double alpha) {
        Check.fraction(AssayQuantity.MARGIN, margin);
        Check.positive(AssayQuantity.MARGIN, margin);
        Check.fraction(AssayQuantity.CONFIDENCE, 1 - 2 * alpha);
        Check.positive(AssayQuantity.CONFIDENCE, alpha);
        Map<String, List<Sample>> groups = new LinkedHashMap<>();
        List<Sample> all = new ArrayList<>();
        for (int i = 0; i < rapid.length; i++) {
            String organism = organisms.get(i);
            boolean blank = inoculum[i] == 0;
            if (organism == null || Double.isNaN(rapid[i]) || Double.isNaN(compendial[i]) || blank) {
                continue;
            }
            if (!Double.isNaN(inoculum[i])) {
                Check.positive(AssayQuantity.INOCULUM, inoculum[i]);
            }
            Sample sample = new Sample(inoculum[i], found(rapid[i]), found(compendial[i]));
            groups.computeIfAbsent(organism, unseen -> new ArrayList<>()).add(sample);
            all.add(sample);
        }
        if (all.isEmpty()) {
            throw Fault.of(AssayFault.NO_COUNTS).asException();
        }
        List<DetectionComparison> rows = new ArrayList<>();
        groups.forEach((organism, samples) -> rows.add(of(organism, samples, margin, alpha)));
        if (groups.size() > 1) {
            rows.add(of(ALL, all, margin, alpha));
        }
        return rows;
    }

    private static boolean found(double value) {
        if (value != 0 && value != 1) {
            throw Fault.of(AssayFault.NOT_DETECTED_OR_NOT).with("value", value).asException();
        }
        return value == 1;
    }

    private static DetectionComparison of(String organism, List<Sample> samples, double margin, double alpha) {
        int n = samples.size();
        int both = 0;
        int rapidOnly = 0;
        int compendialOnly = 0;
        for (Sample sample : samples) {
            both += sample.rapid() && sample.compendial() ? 1 : 0;
            rapidOnly += sample.rapid() && !sample.compendial() ? 1 : 0;
            compendialOnly += !sample.rapid() && sample.compendial() ? 1 : 0;
        }
        double z = Normal.quantile(1 - alpha);
        double score = PairedRates.score(n, rapidOnly, compendialOnly, -margin);
        double p = Normal.above(score);
        MostProbableNumber byRapid = number(samples, true, 1 - 2 * alpha);
        MostProbableNumber byCompendial = number(samples, false, 1 - 2 * alpha);
        double ratio = byRapid == null || byCompendial == null ? Double.NaN : byRapid.mpn() / byCompendial.mpn();
        List<AssayFlag> flags = new ArrayList<>();
        if (n < ENOUGH) {
            flags.add(AssayFlag.FEW_SAMPLES);
        }
        if (both + rapidOnly == 0 || both + compendialOnly == 0) {
            flags.add(AssayFlag.NONE_DETECTED);
        }
        if (both == n) {
            flags.add(AssayFlag.ALL_DETECTED);
        }
        return new DetectionComparison(
                organism,
                n,
                both,
                rapidOnly,
                compendialOnly,
                n - both - rapidOnly - compendialOnly,
                (both + rapidOnly) / (double) n,
                (both + compendialOnly) / (double) n,
                (rapidOnly - compendialOnly) / (double) n,
                PairedRates.limit(n, rapidOnly, compendialOnly, z, false),
                PairedRates.limit(n, rapidOnly, compendialOnly, z, true),
                -margin,
                p,
                p < alpha,
                PairedRates.mcnemar(rapidOnly, compendialOnly),
                byRapid,
                byCompendial,
                Double.isFinite(ratio) && ratio > 0 ? ratio : Double.NaN,
                flags);
    }

    private static @Nullable MostProbableNumber number(List<Sample> samples, boolean rapid, double confidence) {
        if (samples.stream().anyMatch(sample -> Double.isNaN(sample.inoculum()))) {
            return null;
        }
        double[] levels = samples.stream()
                .mapToDouble(Sample::inoculum)
                .distinct()
                .sorted()
                .toArray();
        double[] positive = new double[levels.length];
        double[] total = new double[levels.length];
        for (Sample sample : samples) {
            for (int i = 0; i < levels.length; i++) {
                if (levels[i] == sample.inoculum()) {
                    total[i]++;
                    positive[i] += (rapid ? sample.rapid() : sample.compendial()) ? 1 : 0;
                }
            }
        }
        return MostProbableNumber.of(levels, positive, total, confidence);
    }
}
