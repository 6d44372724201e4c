package org.opencgt.science.process;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.Result;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A control chart.
 *
 * @param center the centre line; for fractions and rates that of all units together
 * @param sigma standard deviation of a single value
 * @param sigmaZ of z by its moving ranges, for counts: above 1 where they vary more than chance alone allows (Laney 2002)
 * @param points in order
 * @param violations of the rules, by rule and then in order
 * @param spread the chart of the variation within; null if there is none
 */
@JsonNaming(SnakeCaseStrategy.class)
public record ControlChart(
        ChartType type,
        double center,
        double sigma,
        double sigmaZ,
        List<Point> points,
        List<Violation> violations,
        @JsonInclude(Include.NON_NULL) @Nullable Spread spread,
        List<ProcessFlag> flags)
        implements Result {

    public ControlChart {
        points = List.copyOf(points);
        violations = List.copyOf(violations);
        flags = List.copyOf(flags);
    }

    /**
     * A point.
     *
     * @param index from 1
     * @param label of the subgroup or lot; its index if it has none
     * @param n values or units behind it
     * @param value that is plotted; of a cumulative sum the upper one
     * @param lowerSum the lower cumulative sum, zero or below; NaN on other charts
     * @param center the centre line at this point
     * @param z standard deviations from the centre; NaN where there is no variation
     * @param rules that it completes
     */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Point(
            int index,
            String label,
            double n,
            double value,
            double lowerSum,
            double center,
            double lcl,
            double ucl,
            double z,
            List<String> rules)
            implements Result {

        public Point {
            rules = List.copyOf(rules);
        }
    }

    /**
     * The chart of ranges, moving ranges or standard deviations. Only points beyond its limits are told: run rules do not hold for it,
     * as its points are neither independent nor symmetric.
     *
     * @param center mean of what is plotted
     * @param beyond indexes of points beyond a limit
     */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Spread(double center, List<SpreadPoint> points, List<Integer> beyond) {

        public Spread {
            points = List.copyOf(points);
            beyond = List.copyOf(beyond);
        }
    }

    /**
     * A point of the chart of variation.
     *
     * @param center what is expected of a subgroup of its size
     */
    public record SpreadPoint(int index, double value, double center, double lcl, double ucl) {}
}
