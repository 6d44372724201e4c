package org.opencgt.science.comparability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.opencgt.science.BadInput;
import org.opencgt.science.Fault;
import org.opencgt.science.Progress;
import org.opencgt.science.Result;
import org.opencgt.science.random.Replicates;
import org.opencgt.science.statistics.Permutations;
import org.opencgt.science.statistics.SampleSummary;
import org.opencgt.science.statistics.StudentT;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * How far the mean curves of two groups of batches lie apart, such as growth curves, over the stretch of time that all batches
 * cover. Between its points a curve is a straight line. Whole batches are exchanged for the p-values.
 *
 * @param meanAbsoluteDifference of the mean curves, averaged over time
 * @param largestDifference test - reference where they lie farthest apart, at one of the times
 * @param largestAt when that is
 * @param pArea of the mean absolute difference
 * @param pLargest of the largest difference's size
 * @param seed NaN if none was needed
 */
@JsonNaming(SnakeCaseStrategy.class)
public record CurveComparison(
        int batchesTest,
        int batchesReference,
        double from,
        double to,
        double meanAbsoluteDifference,
        double largestDifference,
        double largestAt,
        double pArea,
        double pLargest,
        int permutations,
        boolean exhaustive,
        double seed,
        List<Point> points,
        List<ComparabilityFlag> flags)
        implements Result {

    public CurveComparison {
        points = List.copyOf(points);
        flags = List.copyOf(flags);
    }

    /** A batch with its values at times that rise. */
    public record Batch(Group group, String name, double[] times, double[] values) {

        double at(double time) {
            int place = Arrays.binarySearch(times, time);
            if (place >= 0) {
                return values[place];
            }
            int after = -place - 1;
            double part = (time - times[after - 1]) / (times[after] - times[after - 1]);
            return values[after - 1] + part * (values[after] - values[after - 1]);
        }
    }

    /**
     * A time at which a batch was measured.
     *
     * @param lower of the 90% interval of the difference (Welch); NaN where neither group varies
     */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Point(
            double time, double meanTest, double meanReference, double difference, double lower, double upper)
            implements Result {}

    /**
     * Compares.
     *
     * @throws BadInput if a group has fewer than two batches or they share no stretch of time
     * @throws InterruptedException if this thread is interrupted
     */
    public static CurveComparison of(List<Batch> batches, int most, Replicates replicates, Progress progress)
            throws InterruptedException {
        for (Group group : Group.values()) {
            long count =
                    batches.stream().filter(batch -> batch.group() == group).count();
            if (count < 2) {
                throw Fault.of(ComparabilityFault.TOO_FEW_VALUES)
                        .with("group", group)
                        .with("n", count)
                        .with("least", 2)
                        .asException();
            }
        }
        double from =
                batches.stream().mapToDouble(batch -> batch.times()[0]).max().orElseThrow();
        double to = batches.stream()
                .mapToDouble(batch -> batch.times()[batch.times().length - 1])
                .min()
                .orElseThrow();
        if (!(from < to)) {
            throw Fault.of(ComparabilityFault.NO_COMMON_TIMES).asException();
        }
        TreeSet<Double> times = new TreeSet<>(List.of(from, to));
        batches.forEach(batch -> Arrays.stream(batch.times())
                .filter(time -> time > from && time < to)
                .forEach(times::add));
        double[] t = times.stream().mapToDouble(time -> time).toArray();
        double[][] values = batches.stream()
                .map(batch -> Arrays.stream(t).map(batch::at).toArray())
                .toArray(double[][]::new);
        boolean[] first = new boolean[batches.size()];
        for (int i = 0; i < first.length; i++) {
            first[i] = batches.get(i).group() == Group.TEST;
        }
        double[] apart = differences(values, first);
        int farthest = 0;
        for (int k = 1; k < t.length; k++) {
            farthest = Math.abs(apart[k]) > Math.abs(apart[farthest]) ? k : farthest;
        }
        Permutations area = Permutations.test(
                first, division -> meanAbsolute(t, differences(values, division)), most, replicates, progress);
        Permutations largest = Permutations.test(
                first,
                division -> Arrays.stream(differences(values, division))
                        .map(Math::abs)
                        .max()
                        .orElseThrow(),
                most,
                replicates,
                progress);
        return new CurveComparison(
                count(first, true),
                count(first, false),
                from,
                to,
                area.statistic(),
                apart[farthest],
                t[farthest],
                area.p(),
                largest.p(),
                area.divisions(),
                area.exhaustive(),
                area.exhaustive() ? Double.NaN : replicates.seed(),
                points(t, values, first),
                Math.min(count(first, true), count(first, false)) < 3
                        ? List.of(ComparabilityFlag.FEW_LOTS)
                        : List.of());
    }

    private static int count(boolean[] first, boolean which) {
        int count = 0;
        for (boolean one : first) {
            count += one == which ? 1 : 0;
        }
        return count;
    }

    /** Of the mean curves at each time. */
    private static double[] differences(double[][] values, boolean[] first) {
        double[] sums = new double[values[0].length];
        double one = count(first, true);
        double other = count(first, false);
        for (int i = 0; i < values.length; i++) {
            for (int k = 0; k < sums.length; k++) {
                sums[k] += first[i] ? values[i][k] / one : -values[i][k] / other;
            }
        }
        return sums;
    }

    /** Exact for straight lines, also where they cross zero. */
    private static double meanAbsolute(double[] t, double[] y) {
        double area = 0;
        for (int k = 1; k < t.length; k++) {
            double a = y[k - 1];
            double b = y[k];
            double height = a * b >= 0 ? Math.abs(a + b) / 2 : (a * a + b * b) / (2 * (Math.abs(a) + Math.abs(b)));
            area += height * (t[k] - t[k - 1]);
        }
        return area / (t[t.length - 1] - t[0]);
    }

    private static List<Point> points(double[] t, double[][] values, boolean[] first) {
        List<Point> points = new ArrayList<>();
        for (int k = 0; k < t.length; k++) {
            int at = k;
            SampleSummary a = summary(values, first, true, at);
            SampleSummary b = summary(values, first, false, at);
            Contrast contrast = Contrast.of(a, b, VarianceRule.WELCH);
            boolean flat = contrast.se() == 0;
            double half = flat ? Double.NaN : new StudentT(contrast.df()).quantile(0.95) * contrast.se();
            points.add(new Point(
                    t[k],
                    a.mean(),
                    b.mean(),
                    contrast.estimate(),
                    contrast.estimate() - half,
                    contrast.estimate() + half));
        }
        return points;
    }

    private static SampleSummary summary(double[][] values, boolean[] first, boolean which, int at) {
        double[] own = new double[count(first, which)];
        int size = 0;
        for (int i = 0; i < values.length; i++) {
            if (first[i] == which) {
                own[size++] = values[i][at];
            }
        }
        return SampleSummary.of(own);
    }
}
