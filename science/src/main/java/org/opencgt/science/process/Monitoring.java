package org.opencgt.science.process;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.opencgt.science.BadInput;
import org.opencgt.science.Fault;
import org.opencgt.science.Result;
import org.opencgt.science.TextKey;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * Continued process verification: each attribute over the lots, by a chart of individuals, its capability and its specification.
 *
 * @param attributes in the order of the data
 */
@JsonNaming(SnakeCaseStrategy.class)
public record Monitoring(int attributesInControl, List<Line> attributes) implements Result {

    public Monitoring {
        attributes = List.copyOf(attributes);
    }

    /** How an attribute stands; the worst that holds. */
    public enum State implements TextKey {
        IN_CONTROL,
        /** Too few lots for a chart. */
        TOO_FEW,
        /** The chart signals. */
        SIGNAL,
        /** A lot is out of specification. */
        OUT_OF_SPECIFICATION;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * An attribute.
     *
     * @param cpk NaN without a specification or without variation
     * @param signals points that complete a rule
     * @param lastSignal index of the last of them; 0 if there is none
     * @param rules that were completed
     */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Line(
            String attribute,
            State state,
            int n,
            double mean,
            double sigma,
            double lcl,
            double ucl,
            double last,
            double lsl,
            double usl,
            double cpk,
            double ppk,
            double ppkLower,
            int signals,
            int lastSignal,
            List<String> rules,
            int outOfSpecification,
            List<ProcessFlag> flags)
            implements Result {

        public Line {
            rules = List.copyOf(rules);
            flags = List.copyOf(flags);
        }
    }

    /**
     * An attribute's lots.
     *
     * @param lsl NaN if there is none
     */
    public record Series(String attribute, List<String> lots, double[] values, double lsl, double usl, double target) {}

    /** A line with the chart behind it; without a chart where there are too few lots. */
    public record Charted(Line line, List<ControlChart.Point> points) {}

    /**
     * Of one attribute.
     *
     * @throws BadInput that names the attribute if it cannot be charted
     */
    public static Charted of(Series series, ChartMaker maker) {
        int n = series.values().length;
        int out = 0;
        for (double value : series.values()) {
            out += value < series.lsl() || value > series.usl() ? 1 : 0;
        }
        double none = Double.NaN;
        if (n < 2) {
            Line line = new Line(
                    series.attribute(),
                    out > 0 ? State.OUT_OF_SPECIFICATION : State.TOO_FEW,
                    n,
                    n == 0 ? none : series.values()[0],
                    none,
                    none,
                    none,
                    n == 0 ? none : series.values()[0],
                    series.lsl(),
                    series.usl(),
                    none,
                    none,
                    none,
                    0,
                    0,
                    List.of(),
                    out,
                    List.of(ProcessFlag.FEW_POINTS));
            return new Charted(line, List.of());
        }
        try {
            ControlChart chart = maker.chart(
                    series.lots(),
                    Arrays.stream(series.values())
                            .mapToObj(value -> new double[] {value})
                            .toList());
            List<Integer> signals = chart.violations().stream()
                    .map(Violation::index)
                    .distinct()
                    .sorted()
                    .toList();
            boolean specified = !Double.isNaN(series.lsl()) || !Double.isNaN(series.usl());
            Capability capability = specified && chart.sigma() > 0
                    ? Capability.of(
                            series.values(),
                            chart.sigma(),
                            new Capability.Specification(series.lsl(), series.usl(), series.target()),
                            0.95,
                            signals.isEmpty())
                    : null;
            Line line = new Line(
                    series.attribute(),
                    out > 0 ? State.OUT_OF_SPECIFICATION : signals.isEmpty() ? State.IN_CONTROL : State.SIGNAL,
                    n,
                    chart.center(),
                    chart.sigma(),
                    chart.points().getLast().lcl(),
                    chart.points().getLast().ucl(),
                    series.values()[n - 1],
                    series.lsl(),
                    series.usl(),
                    capability == null ? none : capability.cpk(),
                    capability == null ? none : capability.ppk(),
                    capability == null ? none : capability.ppkLowerOneSided(),
                    signals.size(),
                    signals.isEmpty() ? 0 : signals.getLast(),
                    chart.violations().stream().map(Violation::rule).distinct().toList(),
                    out,
                    chart.flags());
            return new Charted(line, chart.points());
        } catch (BadInput refused) {
            throw Fault.of(ProcessFault.IN_ATTRIBUTE)
                    .with("attribute", series.attribute())
                    .with("fault", refused.fault())
                    .asException(refused);
        }
    }

    /** Of all attributes. */
    public static Monitoring of(List<Charted> charted) {
        List<Line> lines = charted.stream().map(Charted::line).toList();
        return new Monitoring(
                (int) lines.stream()
                        .filter(line -> line.state() == State.IN_CONTROL)
                        .count(),
                lines);
    }
}
