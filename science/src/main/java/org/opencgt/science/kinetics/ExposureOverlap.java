package org.opencgt.science.kinetics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.opencgt.science.BadInput;
import org.opencgt.science.Fault;
import org.opencgt.science.Result;
import org.opencgt.science.statistics.SampleSummary;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * How far the exposures of two neighbouring doses overlap. The overlap coefficient is the area that the densities of both have in
 * common, with logarithms normal in each dose group (Inman HF, Bradley EL. Commun Stat Theory Methods 1989;18:3851-74): 0 is
 * apart, 1 the same.
 *
 * @param nLower subjects with a positive value at the lower dose
 * @param overlapCoefficient NaN where a group has fewer than two values
 * @param maxLower largest value at the lower dose
 * @param minHigher smallest value at the higher dose
 * @param rangesOverlap whether the former is above the latter
 */
@JsonNaming(SnakeCaseStrategy.class)
public record ExposureOverlap(
        String parameter,
        double lowerDose,
        double higherDose,
        int nLower,
        int nHigher,
        double overlapCoefficient,
        double maxLower,
        double minHigher,
        boolean rangesOverlap)
        implements Result {

    private static final NormalDistribution STANDARD = new NormalDistribution();

    /**
     * Each dose with the next higher one.
     *
     * @param doses of each subject; NaN where not known
     * @param values of the parameter; subjects without a positive one are left out
     * @throws BadInput if there are fewer than two doses
     */
    public static List<ExposureOverlap> of(String parameter, double[] doses, double[] values) {
        Map<Double, List<Double>> groups = new TreeMap<>();
        for (int i = 0; i < doses.length; i++) {
            if (doses[i] > 0 && values[i] > 0) {
                groups.computeIfAbsent(doses[i], unseen -> new ArrayList<>()).add(values[i]);
            }
        }
        if (groups.size() < 2) {
            throw Fault.of(KineticsFault.TOO_FEW_DOSES)
                    .with("parameter", parameter)
                    .with("n", groups.values().stream().mapToInt(List::size).sum())
                    .with("doses", groups.size())
                    .asException();
        }
        List<ExposureOverlap> pairs = new ArrayList<>();
        List<Double> levels = List.copyOf(groups.keySet());
        for (int i = 1; i < levels.size(); i++) {
            double[] lower = values(groups, levels.get(i - 1));
            double[] higher = values(groups, levels.get(i));
            double top = Arrays.stream(lower).max().orElseThrow();
            double bottom = Arrays.stream(higher).min().orElseThrow();
            pairs.add(new ExposureOverlap(
                    parameter,
                    levels.get(i - 1),
                    levels.get(i),
                    lower.length,
                    higher.length,
                    coefficient(logs(lower), logs(higher)),
                    top,
                    bottom,
                    top >= bottom));
        }
        return List.copyOf(pairs);
    }

    private static double[] values(Map<Double, List<Double>> groups, double dose) {
        return groups.getOrDefault(dose, List.of()).stream()
                .mapToDouble(value -> value)
                .toArray();
    }

    private static SampleSummary logs(double[] values) {
        return SampleSummary.of(Arrays.stream(values).map(Math::log).toArray());
    }

    /** The common area of two normal densities: between the points at which they cross the lower of the two counts. */
    static double coefficient(SampleSummary one, SampleSummary other) {
        double s1 = one.sd();
        double s2 = other.sd();
        double d = other.mean() - one.mean();
        if (!(s1 > 0) || !(s2 > 0)) {
            return Double.NaN;
        }
        if (Math.abs(s1 - s2) < 1e-9 * (s1 + s2)) {
            return 2 * STANDARD.cumulativeProbability(-Math.abs(d) / (s1 + s2));
        }
        // Where ln f1 = ln f2, with x counted from the mean of the first: a x^2 + b x + c = 0.
        double a = 1 / (s1 * s1) - 1 / (s2 * s2);
        double b = 2 * d / (s2 * s2);
        double c = -d * d / (s2 * s2) - 2 * Math.log(s2 / s1);
        double root = Math.sqrt(b * b - 4 * a * c);
        double q = -(b + Math.copySign(root, b)) / 2;
        double x1 = Math.min(q / a, c / q);
        double x2 = Math.max(q / a, c / q);
        boolean narrowFirst = s1 < s2;
        // Between the crossings the wider density is the lower one, outside them the narrower.
        double wide = narrowFirst ? between(x1 - d, x2 - d, s2) : between(x1, x2, s1);
        double narrow = narrowFirst ? 1 - between(x1, x2, s1) : 1 - between(x1 - d, x2 - d, s2);
        return wide + narrow;
    }

    private static double between(double from, double to, double sd) {
        return STANDARD.probability(from / sd, to / sd);
    }
}
