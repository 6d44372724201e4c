package org.opencgt.subject;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Ref;

/**
 * One attribute of the cells that come in from one source, over the collections in the order in which they were tested
 * (SC-4.1.1.1a, IC-5.1.1.3s): a control chart of individual values. A value that lies more than three standard deviations from
 * the mean of those before it is an outlier, once {@value #FEWEST} were known; an outlier does not join the mean of later ones.
 *
 * @param points latest last
 * @param mean of the points that are no outliers
 * @param deviation their standard deviation; absent below two
 */
public record IncomingTrend(
        List<Point> points,
        @Nullable BigDecimal mean,
        @Nullable BigDecimal deviation) {

    static final IncomingTrend NONE = new IncomingTrend(List.of(), null, null);

    /** Values that must be known before another can be an outlier. */
    static final int FEWEST = 5;

    private static final MathContext DIGITS = new MathContext(6);

    public record Point(Ref<Collection> collection, BigDecimal value, boolean outlier) {}

    /** A further value; one of a collection that is tested again takes the place of the first. */
    IncomingTrend with(Ref<Collection> collection, BigDecimal value) {
        List<Point> before =
                points.stream().filter(p -> !p.collection().equals(collection)).toList();
        double[] known = values(before);
        boolean outlier = known.length >= FEWEST
                && Math.abs(value.doubleValue() - mean(known)) > 3 * deviation(known, mean(known));
        List<Point> all = new ArrayList<>(before);
        all.add(new Point(collection, value, outlier));
        double[] next = values(all);
        return new IncomingTrend(
                List.copyOf(all),
                next.length == 0 ? null : new BigDecimal(mean(next)).round(DIGITS),
                next.length < 2 ? null : new BigDecimal(deviation(next, mean(next))).round(DIGITS));
    }

    /** The trends of all attributes with the values of one more collection. */
    static Map<String, IncomingTrend> with(
            Map<String, IncomingTrend> trends, Ref<Collection> collection, Map<String, BigDecimal> values) {
        Map<String, IncomingTrend> all = new LinkedHashMap<>(trends);
        values.forEach(
                (test, value) -> all.put(test, all.getOrDefault(test, NONE).with(collection, value)));
        return all;
    }

    private static double[] values(List<Point> points) {
        return points.stream()
                .filter(p -> !p.outlier())
                .mapToDouble(p -> p.value().doubleValue())
                .toArray();
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double v : values) {
            sum += v;
        }
        return sum / values.length;
    }

    private static double deviation(double[] values, double mean) {
        double squares = 0;
        for (double v : values) {
            squares += (v - mean) * (v - mean);
        }
        return Math.sqrt(squares / (values.length - 1));
    }
}
