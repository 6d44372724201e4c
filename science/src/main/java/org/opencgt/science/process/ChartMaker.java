package org.opencgt.science.process;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.BadInput;
import org.opencgt.science.Check;
import org.opencgt.science.Fault;
import org.opencgt.science.statistics.NormalSample;
import org.opencgt.science.statistics.SampleSummary;

/**
 * Makes control charts (Montgomery, Introduction to Statistical Quality Control). Limits are centre ± 3 standard errors; with λ and L
 * for moving averages and k and h for cumulative sums:
 *
 * <pre>
 *   EWMA    w_i = λ x_i + (1 - λ) w_{i-1}, w_0 = centre;   centre ± L σ/√n_i √(λ/(2 - λ) (1 - (1 - λ)^(2i)))
 *   CUSUM   u_i = max(0, u_{i-1} + z_i - k),  l_i = min(0, l_{i-1} + z_i + k);   signal beyond h, in σ
 *   Laney   z_i of counts have the standard deviation σ_z = mean moving range of z / d2(2); limits are wider by σ_z
 * </pre>
 *
 * @param rules by which single points and runs are judged; for moving averages and sums only their limits are
 * @param sigmaRule null for what is usual with the type
 * @param center if known; NaN to estimate it
 * @param sigma if known; NaN to estimate it
 * @param baseline how many first points centre and sigma are estimated from; 0 for all
 * @param laney whether limits of counts are Laney's
 * @param headStart whether cumulative sums begin at h/2 (Lucas and Crosier 1982)
 */
@RecordBuilder
public record ChartMaker(
        ChartType type,
        RuleSet rules,
        @Nullable SigmaRule sigmaRule,
        double center,
        double sigma,
        int baseline,
        boolean laney,
        double lambda,
        double l,
        double h,
        double k,
        boolean headStart)
        implements ChartMakerBuilder.With {

    private static final double WIDTH = 3;
    private static final int FEW = 20;

    public ChartMaker {
        Check.positive(ProcessQuantity.LAMBDA, lambda);
        if (lambda > 1) {
            throw Fault.of(ProcessFault.LAMBDA_TOO_LARGE).with("lambda", lambda).asException();
        }
        Check.positive(ProcessQuantity.LIMIT_WIDTH, l);
        Check.positive(ProcessQuantity.DECISION_INTERVAL, h);
        Check.notNegative(ProcessQuantity.REFERENCE_VALUE, k);
        if (!Double.isNaN(center)) {
            Check.finite(ProcessQuantity.CENTER, center);
        }
        if (!Double.isNaN(sigma)) {
            Check.positive(ProcessQuantity.SIGMA, sigma);
        }
    }

    /** Of a type, as is usual: Nelson's rules, λ = 0.2 and L = 3, k = 0.5 and h = 5. */
    public static ChartMaker of(ChartType type) {
        return new ChartMaker(type, RuleSet.NELSON, null, Double.NaN, Double.NaN, 0, false, 0.2, WIDTH, 5, 0.5, false);
    }

    /**
     * Of single values or subgroups.
     *
     * @param labels of the subgroups
     * @param subgroups in order, none empty
     * @throws BadInput if there are too few, or a chart of subgroups has no subgroup of two or more
     */
    public ControlChart chart(List<String> labels, List<double[]> subgroups) {
        if (subgroups.size() < 2) {
            throw tooFew(subgroups.size());
        }
        subgroups.forEach(values -> Arrays.stream(values).forEach(value -> Check.finite(ProcessQuantity.VALUE, value)));
        boolean single = subgroups.stream().allMatch(values -> values.length == 1);
        if (single && (type == ChartType.XBAR_R || type == ChartType.XBAR_S)) {
            throw Fault.of(ProcessFault.SUBGROUPS_OF_ONE).asException();
        }
        List<double[]> base = subgroups.subList(0, length(subgroups.size()));
        double middle = Double.isNaN(center) ? mean(base) : center;
        double spread = Double.isNaN(sigma) ? estimate(base, single) : sigma;
        double[] x = subgroups.stream()
                .mapToDouble(values -> values.length == 1
                        ? values[0]
                        : SampleSummary.of(values).mean())
                .toArray();
        double[] n = subgroups.stream().mapToDouble(values -> values.length).toArray();
        Placed placed = new Placed(
                labels,
                n,
                x,
                i -> middle,
                i -> spread / Math.sqrt(n[i]),
                Double.NEGATIVE_INFINITY,
                Double.POSITIVE_INFINITY);
        List<ProcessFlag> flags = new ArrayList<>();
        if (spread == 0) {
            flags.add(ProcessFlag.NO_VARIATION);
        }
        if (base.size() < FEW) {
            flags.add(ProcessFlag.FEW_POINTS);
        }
        Drawn drawn = switch (type) {
            case EWMA -> ewma(placed);
            case CUSUM -> cusum(placed);
            default -> shewhart(placed, 1);
        };
        return new ControlChart(
                type,
                middle,
                spread,
                Double.NaN,
                drawn.points(),
                drawn.violations(),
                single ? movingRanges(x, base.size(), spread) : spreads(subgroups, base, spread),
                flags);
    }

    /**
     * Of counts.
     *
     * @param sizes units looked at, or the size of the area of opportunity; not needed for {@link ChartType#C}
     * @throws BadInput if there are too few, or more than there are units
     */
    public ControlChart chartOfCounts(List<String> labels, double[] counts, double[] sizes) {
        if (counts.length < 2) {
            throw tooFew(counts.length);
        }
        boolean fractions = type == ChartType.P || type == ChartType.NP;
        for (int i = 0; i < counts.length; i++) {
            Check.notNegative(ProcessQuantity.COUNT, counts[i]);
            if (type != ChartType.C) {
                if (!(sizes[i] > 0)) {
                    throw Fault.of(ProcessFault.NO_UNITS)
                            .with("index", i + 1)
                            .with("size", sizes[i])
                            .asException();
                }
                if (fractions && counts[i] > sizes[i]) {
                    throw Fault.of(ProcessFault.MORE_THAN_SIZE)
                            .with("index", i + 1)
                            .with("count", counts[i])
                            .with("size", sizes[i])
                            .asException();
                }
            }
        }
        int base = length(counts.length);
        double units =
                type == ChartType.C ? base : Arrays.stream(sizes).limit(base).sum();
        double rate = Double.isNaN(center) ? Arrays.stream(counts).limit(base).sum() / units : center;
        double one = fractions ? Math.sqrt(rate * (1 - rate)) : Math.sqrt(rate);
        double[] n = type == ChartType.C ? ones(counts.length) : sizes;
        boolean whole = type == ChartType.NP || type == ChartType.C;
        double[] x = IntStream.range(0, counts.length)
                .mapToDouble(i -> whole ? counts[i] : counts[i] / n[i])
                .toArray();
        Placed placed = new Placed(
                labels,
                n,
                x,
                i -> whole ? rate * n[i] : rate,
                i -> whole ? one * Math.sqrt(n[i]) : one / Math.sqrt(n[i]),
                0,
                type == ChartType.P ? 1 : Double.POSITIVE_INFINITY);
        double sigmaZ = one > 0
                ? SampleSummary.of(SigmaRule.movingRanges(Arrays.copyOf(placed.z(), base)))
                                .mean()
                        / NormalSample.meanRange(2)
                : Double.NaN;
        Drawn drawn = shewhart(placed, laney && one > 0 ? sigmaZ : 1);
        List<ProcessFlag> flags = new ArrayList<>();
        if (one == 0) {
            flags.add(ProcessFlag.NO_VARIATION);
        }
        if (base < FEW) {
            flags.add(ProcessFlag.FEW_POINTS);
        }
        if (!laney && sigmaZ > OVERDISPERSED) {
            flags.add(ProcessFlag.OVERDISPERSED);
        }
        boolean equal = Arrays.stream(n).allMatch(size -> size == n[0]);
        return new ControlChart(
                type,
                type == ChartType.NP ? (equal ? rate * n[0] : Double.NaN) : rate,
                type == ChartType.NP ? (equal ? one * Math.sqrt(n[0]) : Double.NaN) : one,
                sigmaZ,
                drawn.points(),
                drawn.violations(),
                null,
                flags);
    }

    /** Laney's σ_z above which a usual chart of counts is not to be trusted. */
    private static final double OVERDISPERSED = 1.2;

    private static BadInput tooFew(int points) {
        return Fault.of(ProcessFault.TOO_FEW_POINTS)
                .with("n", points)
                .with("least", 2)
                .asException();
    }

    private int length(int all) {
        if (baseline < 0 || baseline > all || baseline == 1) {
            throw Fault.of(ProcessFault.BASELINE_TOO_LONG)
                    .with("baseline", baseline)
                    .with("n", all)
                    .asException();
        }
        return baseline == 0 ? all : baseline;
    }

    private static double[] ones(int n) {
        double[] values = new double[n];
        Arrays.fill(values, 1);
        return values;
    }

    /** Of all values together, so that larger subgroups count for more. */
    private static double mean(List<double[]> subgroups) {
        return SampleSummary.of(
                        subgroups.stream().flatMapToDouble(Arrays::stream).toArray())
                .mean();
    }

    private double estimate(List<double[]> base, boolean single) {
        if (single) {
            SigmaRule rule = sigmaRule == null || sigmaRule.isOfSubgroups() ? SigmaRule.MOVING_RANGE : sigmaRule;
            return rule.ofIndividuals(
                    base.stream().mapToDouble(values -> values[0]).toArray());
        }
        SigmaRule usual = type == ChartType.XBAR_S ? SigmaRule.STANDARD_DEVIATIONS : SigmaRule.RANGES;
        SigmaRule rule = sigmaRule == null || !sigmaRule.isOfSubgroups() ? usual : sigmaRule;
        if (base.stream().noneMatch(values -> values.length > 1)) {
            throw Fault.of(ProcessFault.SUBGROUPS_OF_ONE).asException();
        }
        return rule.ofSubgroups(base);
    }

    // --- What is drawn ---

    /** What is plotted, with its centre and standard error. */
    private record Placed(
            List<String> labels,
            double[] n,
            double[] x,
            IntToDoubleFunction center,
            IntToDoubleFunction error,
            double least,
            double most) {

        double[] z() {
            return IntStream.range(0, x.length)
                    .mapToDouble(i -> {
                        double se = error.applyAsDouble(i);
                        return se > 0 ? (x[i] - center.applyAsDouble(i)) / se : Double.NaN;
                    })
                    .toArray();
        }

        ControlChart.Point point(
                int i,
                double value,
                double lowerSum,
                double center,
                double lcl,
                double ucl,
                double z,
                List<String> rules) {
            return new ControlChart.Point(i + 1, labels.get(i), n[i], value, lowerSum, center, lcl, ucl, z, rules);
        }
    }

    private record Drawn(List<ControlChart.Point> points, List<Violation> violations) {}

    private Drawn shewhart(Placed placed, double inflation) {
        double[] z = Arrays.stream(placed.z()).map(value -> value / inflation).toArray();
        List<Violation> violations = rules.violations(z);
        List<ControlChart.Point> points = new ArrayList<>();
        for (int i = 0; i < z.length; i++) {
            double middle = placed.center().applyAsDouble(i);
            double width = WIDTH * inflation * placed.error().applyAsDouble(i);
            points.add(placed.point(
                    i,
                    placed.x()[i],
                    Double.NaN,
                    middle,
                    Math.max(placed.least(), middle - width),
                    Math.min(placed.most(), middle + width),
                    z[i],
                    at(violations, i + 1)));
        }
        return new Drawn(points, violations);
    }

    private static List<String> at(List<Violation> violations, int index) {
        return violations.stream()
                .filter(violation -> violation.index() == index)
                .map(Violation::rule)
                .toList();
    }

    private Drawn ewma(Placed placed) {
        double[] z = placed.z();
        List<ControlChart.Point> points = new ArrayList<>();
        List<Violation> violations = new ArrayList<>();
        double middle = placed.center().applyAsDouble(0);
        double average = middle;
        for (int i = 0; i < z.length; i++) {
            average = lambda * placed.x()[i] + (1 - lambda) * average;
            double width = l
                    * placed.error().applyAsDouble(i)
                    * Math.sqrt(lambda / (2 - lambda) * -Math.expm1(2.0 * (i + 1) * Math.log1p(-lambda)));
            boolean beyond = width > 0 && Math.abs(average - middle) > width;
            if (beyond) {
                violations.add(new Violation("beyond", i + 1));
            }
            points.add(placed.point(
                    i,
                    average,
                    Double.NaN,
                    middle,
                    middle - width,
                    middle + width,
                    z[i],
                    beyond ? List.of("beyond") : List.of()));
        }
        return new Drawn(points, violations);
    }

    private Drawn cusum(Placed placed) {
        double[] z = placed.z();
        List<ControlChart.Point> points = new ArrayList<>();
        List<Violation> upperOnes = new ArrayList<>();
        List<Violation> lowerOnes = new ArrayList<>();
        double upper = headStart ? h / 2 : 0;
        double lower = -upper;
        for (int i = 0; i < z.length; i++) {
            double step = Double.isNaN(z[i]) ? 0 : z[i];
            upper = Math.max(0, upper + step - k);
            lower = Math.min(0, lower + step + k);
            List<String> rules = new ArrayList<>();
            if (upper > h) {
                upperOnes.add(new Violation("upper", i + 1));
                rules.add("upper");
            }
            if (lower < -h) {
                lowerOnes.add(new Violation("lower", i + 1));
                rules.add("lower");
            }
            points.add(placed.point(i, upper, lower, 0, -h, h, z[i], rules));
        }
        upperOnes.addAll(lowerOnes);
        return new Drawn(points, upperOnes);
    }

    private static ControlChart.Spread movingRanges(double[] x, int base, double sigma) {
        double[] ranges = SigmaRule.movingRanges(x);
        double d2 = NormalSample.meanRange(2);
        double d3 = NormalSample.sdRange(2);
        double center = SampleSummary.of(Arrays.copyOf(ranges, base - 1)).mean();
        List<ControlChart.SpreadPoint> points = IntStream.range(0, ranges.length)
                .mapToObj(i -> new ControlChart.SpreadPoint(
                        i + 2,
                        ranges[i],
                        d2 * sigma,
                        Math.max(0, sigma * (d2 - WIDTH * d3)),
                        sigma * (d2 + WIDTH * d3)))
                .toList();
        return new ControlChart.Spread(center, points, beyond(points));
    }

    private ControlChart.Spread spreads(List<double[]> subgroups, List<double[]> base, double sigma) {
        boolean ranges = type != ChartType.XBAR_S;
        int largest = subgroups.stream().mapToInt(values -> values.length).max().orElseThrow();
        double[] mean = new double[largest + 1];
        double[] sd = new double[largest + 1];
        subgroups.stream()
                .mapToInt(values -> values.length)
                .filter(n -> n > 1)
                .distinct()
                .forEach(n -> {
                    mean[n] = ranges ? NormalSample.meanRange(n) : NormalSample.meanSd(n);
                    sd[n] = ranges ? NormalSample.sdRange(n) : Math.sqrt(1 - mean[n] * mean[n]);
                });
        List<ControlChart.SpreadPoint> points = new ArrayList<>();
        for (int i = 0; i < subgroups.size(); i++) {
            double[] values = subgroups.get(i);
            int n = values.length;
            if (n > 1) {
                points.add(new ControlChart.SpreadPoint(
                        i + 1,
                        spread(values, ranges),
                        sigma * mean[n],
                        Math.max(0, sigma * (mean[n] - WIDTH * sd[n])),
                        sigma * (mean[n] + WIDTH * sd[n])));
            }
        }
        double center = base.stream()
                .filter(values -> values.length > 1)
                .mapToDouble(values -> spread(values, ranges))
                .average()
                .orElse(Double.NaN);
        return new ControlChart.Spread(center, points, beyond(points));
    }

    private static double spread(double[] values, boolean ranges) {
        return ranges ? SigmaRule.range(values) : SampleSummary.of(values).sd();
    }

    private static List<Integer> beyond(List<ControlChart.SpreadPoint> points) {
        return points.stream()
                .filter(point -> point.ucl() > 0 && (point.value() > point.ucl() || point.value() < point.lcl()))
                .map(ControlChart.SpreadPoint::index)
                .toList();
    }
}
