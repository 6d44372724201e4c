package org.opencgt.science.kinetics;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.TDistribution;
import org.opencgt.science.Check;
import org.opencgt.science.Result;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * AUClast of a group whose subjects have too few samples for curves of their own: that of the means at each time, by the linear
 * rule. With w_i the weights of the trapezoidal rule, n_i subjects at time i and n_ij at both i and j,
 *
 * <pre>
 *   AUC      = sum of w_i mean_i
 *   var(AUC) = sum over i of w_i^2 s_ii/n_i + 2 sum over i &lt; j of w_i w_j n_ij s_ij/(n_i n_j)
 *   s_ij     = sum of products of deviations / ( (n_ij - 1) + (1 - n_ij/n_i)(1 - n_ij/n_j) )
 * </pre>
 *
 * <p>Times at which more than half of the results are below the limit have mean zero. Sources: Bailer AJ. J Pharmacokinet
 * Biopharm 1988;16:303-9; Nedelman JR, Jia X. J Biopharm Stat 1998;8:317-28; Holder DJ. J Biopharm Stat 2001;11:75-9.
 *
 * @param group empty if there are none
 * @param cmax largest mean
 * @param standardError of AUClast; NaN if a time has one subject only
 * @param degreesOfFreedom after Satterthwaite where each subject has one sample; NaN otherwise, and the interval is normal
 */
@JsonNaming(SnakeCaseStrategy.class)
public record SparseExposure(
        @JsonInclude(Include.NON_EMPTY) String group,
        int subjects,
        int times,
        double cmax,
        double tmax,
        double tlast,
        double auclast,
        double standardError,
        double degreesOfFreedom,
        double confidence,
        double lower,
        double upper)
        implements Result {

    private static final double MOST_BELOW_LIMIT = 0.5;

    /** For each group, groups in order; times have to be nominal, so that they are equal between subjects. */
    public static List<SparseExposure> of(List<Curve> curves, double confidence) {
        Check.fraction(KineticsQuantity.CONFIDENCE, confidence);
        List<SparseExposure> rows = new ArrayList<>();
        Groups.of(curves, Curve::group).forEach((group, own) -> rows.add(of(group, own, confidence)));
        return List.copyOf(rows);
    }

    /** The results at one time by subject. */
    private record Visit(double time, Map<Integer, Double> values) {

        double mean() {
            long zeros = values.values().stream().filter(value -> value == 0).count();
            return zeros > MOST_BELOW_LIMIT * values.size()
                    ? 0
                    : values.values().stream()
                            .mapToDouble(value -> value)
                            .average()
                            .orElseThrow();
        }

        double covariance(Visit other) {
            double sum = 0;
            double both = 0;
            for (Map.Entry<Integer, Double> value : values.entrySet()) {
                Double matched = other.values.get(value.getKey());
                if (matched != null) {
                    sum += (value.getValue() - mean()) * (matched - other.mean());
                    both++;
                }
            }
            if (both < 2) {
                return 0;
            }
            double covariance = sum / (both - 1 + (1 - both / values.size()) * (1 - both / other.values.size()));
            double bound = Math.sqrt(variance() * other.variance());
            return Math.clamp(covariance, -bound, bound);
        }

        double variance() {
            double mean = values.values().stream()
                    .mapToDouble(value -> value)
                    .average()
                    .orElseThrow();
            double sum = values.values().stream()
                    .mapToDouble(value -> (value - mean) * (value - mean))
                    .sum();
            return sum / (values.size() - 1);
        }

        double shared(Visit other) {
            return values.keySet().stream().filter(other.values::containsKey).count();
        }
    }

    private static SparseExposure of(String group, List<Curve> curves, double confidence) {
        Map<Double, Visit> byTime = new TreeMap<>();
        for (int subject = 0; subject < curves.size(); subject++) {
            Curve curve = curves.get(subject);
            for (int i = 0; i < curve.size(); i++) {
                if (curve.time(i) >= 0) {
                    byTime.computeIfAbsent(curve.time(i), time -> new Visit(time, new TreeMap<>()))
                            .values
                            .put(subject, curve.value(i));
                }
            }
        }
        List<Visit> visits = new ArrayList<>(byTime.values());
        int peak = -1;
        int last = -1;
        for (int i = 0; i < visits.size(); i++) {
            double mean = visits.get(i).mean();
            peak = mean > 0 && (peak < 0 || mean > visits.get(peak).mean()) ? i : peak;
            last = mean > 0 ? i : last;
        }
        List<Visit> used = visits.subList(0, last + 1);
        double[] w = weights(used);
        double area = 0;
        for (int i = 0; i < w.length; i++) {
            area += w[i] * used.get(i).mean();
        }
        double variance = variance(used, w);
        double freedom = isSerial(used) ? freedom(used, w) : Double.NaN;
        double quantile = Double.isNaN(freedom)
                ? new NormalDistribution().inverseCumulativeProbability((1 + confidence) / 2)
                : new TDistribution(freedom).inverseCumulativeProbability((1 + confidence) / 2);
        double error = Math.sqrt(variance);
        boolean known = used.size() > 1 && used.getFirst().time == 0;
        double auclast = known ? area : Double.NaN;
        return new SparseExposure(
                group,
                curves.size(),
                visits.size(),
                peak < 0 ? 0 : visits.get(peak).mean(),
                peak < 0 ? Double.NaN : visits.get(peak).time,
                last < 0 ? Double.NaN : visits.get(last).time,
                auclast,
                known ? error : Double.NaN,
                freedom,
                confidence,
                auclast - quantile * error,
                auclast + quantile * error);
    }

    private static double[] weights(List<Visit> visits) {
        double[] weights = new double[visits.size()];
        for (int i = 1; i < weights.length; i++) {
            double half = (visits.get(i).time - visits.get(i - 1).time) / 2;
            weights[i - 1] += half;
            weights[i] += half;
        }
        return weights;
    }

    private static double variance(List<Visit> visits, double[] w) {
        double variance = 0;
        for (int i = 0; i < w.length; i++) {
            Visit one = visits.get(i);
            // A single result has no variance; where its weight is nothing, neither has it any influence.
            variance += w[i] == 0 ? 0 : w[i] * w[i] * one.variance() / one.values.size();
            for (int j = 0; j < i; j++) {
                Visit other = visits.get(j);
                double shared = one.shared(other);
                variance += shared == 0
                        ? 0
                        : 2
                                * w[i]
                                * w[j]
                                * shared
                                * one.covariance(other)
                                / (one.values.size() * (double) other.values.size());
            }
        }
        return variance;
    }

    private static boolean isSerial(List<Visit> visits) {
        for (int i = 0; i < visits.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (visits.get(i).shared(visits.get(j)) > 0) {
                    return false;
                }
            }
        }
        return true;
    }

    private static double freedom(List<Visit> visits, double[] w) {
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < w.length; i++) {
            double n = visits.get(i).values.size();
            double part = w[i] * w[i] * visits.get(i).variance() / n;
            sum += part;
            squares += part == 0 ? 0 : part * part / (n - 1);
        }
        return sum * sum / squares;
    }
}
