package org.opencgt.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.opencgt.analysis.KineticData;
import org.opencgt.science.kinetics.Curve;
import org.opencgt.science.kinetics.PhaseFinder;
import org.opencgt.science.kinetics.Phases;
import org.opencgt.science.kinetics.Units;
import org.opencgt.subject.KineticProfile;
import org.opencgt.subject.PharmacologyPlan.Assay.Technique;
import org.opencgt.subject.PharmacologyPlan.Purpose;
import org.opencgt.web.view.Words;

/**
 * Small drawings of each subject's curves side by side: one assay on the left axis and flow cytometry on the right one, both
 * logarithmic and the same for all subjects; time on a square-root scale, so that the first weeks have room beside the years.
 * Results below the limit stand at the limit as open circles.
 */
public record KineticCurves(String first, String second, List<KineticCurves.Chart> charts) {

    private static final double LEFT = 46;
    private static final double RIGHT = 374;
    private static final double TOP = 30;
    private static final double BOTTOM = 196;
    private static final double[] DAYS = {7, 28, 90, 180, 365, 730, 1825, 5475};
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final Units IN_DAYS = new Units("d", "", "");

    /** A mark of an axis. */
    public record Tick(double at, String text) {}

    /** A result; open where it is below the limit. */
    public record Dot(double x, double y, boolean open, String title) {}

    /** A curve; {@code points} as SVG wants them. */
    public record Line(String kind, String points, List<Dot> dots) {}

    /** A phase. */
    public record Span(String phase, double x, double width, String label) {}

    /** One subject's drawing. */
    public record Chart(
            String subject,
            String level,
            String alt,
            List<Span> spans,
            List<Line> lines,
            List<Tick> days,
            List<Tick> left,
            List<Tick> right) {}

    /** A logarithmic axis of whole decades. */
    private record Axis(int low, int high) {

        static Axis of(List<Curve> curves) {
            double[] values = curves.stream()
                    .flatMapToDouble(c -> IntStream.range(0, c.size()).mapToDouble(i -> height(c, i)))
                    .filter(v -> v > 0)
                    .toArray();
            if (values.length == 0) {
                return new Axis(0, 1);
            }
            int low = (int) Math.floor(Math.log10(DoubleStream.of(values).min().orElseThrow()));
            int high = (int) Math.ceil(Math.log10(DoubleStream.of(values).max().orElseThrow()));
            return new Axis(low, Math.max(high, low + 1));
        }

        double y(double value) {
            return BOTTOM - (Math.log10(value) - low) / (high - low) * (BOTTOM - TOP);
        }

        private static String power(int power) {
            if (power >= 0 && power <= 3) {
                return Integer.toString((int) Math.pow(10, power));
            }
            StringBuilder raised = new StringBuilder("10");
            Integer.toString(power).chars().forEach(c -> raised.append(c == '-' ? '⁻' : RAISED.charAt(c - '0')));
            return raised.toString();
        }

        List<Tick> ticks() {
            int step = Math.max(1, (high - low + 3) / 4);
            List<Tick> ticks = new ArrayList<>();
            for (int power = low; power <= high; power += step) {
                ticks.add(new Tick(rounded(y(Math.pow(10, power))), power(power)));
            }
            return ticks;
        }
    }

    static KineticCurves of(KineticData data, Words words) {
        List<String> assays = data.assays(Purpose.KINETICS);
        String first = assays.stream()
                .filter(assay -> data.plan().assays().containsKey(assay)
                        && data.plan().assays().get(assay).technique() != Technique.FLOW_CYTOMETRY)
                .findFirst()
                .or(() -> assays.stream().findFirst())
                .orElse("");
        String second = data.flow(first).orElse("");
        List<Curve> firsts = curves(data, first);
        List<Curve> seconds = curves(data, second);
        Axis left = Axis.of(firsts);
        Axis right = Axis.of(seconds);
        double last = java.util.stream.Stream.concat(firsts.stream(), seconds.stream())
                .filter(c -> c.size() > 0)
                .mapToDouble(c -> c.time(c.size() - 1))
                .max()
                .orElse(28);
        Drawing drawing = new Drawing(words, Math.max(last, 7), left, right);
        List<Chart> charts = new ArrayList<>();
        for (KineticData.Followed each : data.profiles()) {
            KineticProfile p = each.profile();
            if (p.series().containsKey(first) || p.series().containsKey(second)) {
                charts.add(drawing.chart(p, first, second));
            }
        }
        return new KineticCurves(label(data, first), label(data, second), charts);
    }

    private static String label(KineticData data, String assay) {
        return assay.isEmpty() ? "" : assay + " (" + data.unit(assay) + ")";
    }

    private static List<Curve> curves(KineticData data, String assay) {
        return data.profiles().stream()
                .filter(each -> each.profile().series().containsKey(assay))
                .map(each -> each.profile().curve(assay))
                .toList();
    }

    /** What is drawn: the value, or the limit where the result is below it. */
    private static double height(Curve curve, int i) {
        return curve.isQuantified(i) ? curve.value(i) : curve.limit(i);
    }

    private static double rounded(double value) {
        return Math.round(value * 10) / 10.0;
    }

    /** Scales that all drawings share. */
    private record Drawing(Words words, double last, Axis left, Axis right) {

        double x(double day) {
            return LEFT + Math.sqrt(Math.max(day, 0) / last) * (RIGHT - LEFT);
        }

        Chart chart(KineticProfile profile, String first, String second) {
            List<Line> lines = new ArrayList<>();
            List<Span> spans = new ArrayList<>();
            if (profile.series().containsKey(first)) {
                Curve curve = profile.curve(first);
                lines.add(line("first", curve, left));
                spans.addAll(spans(PhaseFinder.withDefaults(IN_DAYS).find(curve)));
            }
            if (profile.series().containsKey(second)) {
                lines.add(line("second", profile.curve(second), right));
            }
            return new Chart(
                    profile.code(),
                    profile.doseLevel(),
                    words.of(
                            "kinetics.curve.alt",
                            profile.code(),
                            spans.stream()
                                    .map(Span::label)
                                    .reduce((a, b) -> a + ", " + b)
                                    .orElse("–")),
                    spans,
                    lines,
                    DoubleStream.concat(DoubleStream.of(0), DoubleStream.of(DAYS))
                            .filter(day -> day <= last)
                            .mapToObj(day -> new Tick(rounded(x(day)), Integer.toString((int) day)))
                            .toList(),
                    left.ticks(),
                    profile.series().containsKey(second) ? right.ticks() : List.of());
        }

        private Line line(String kind, Curve curve, Axis axis) {
            StringBuilder points = new StringBuilder();
            List<Dot> dots = new ArrayList<>();
            for (int i = 0; i < curve.size(); i++) {
                double height = height(curve, i);
                if (!(height > 0)) {
                    continue; // below a limit that nobody told: there is no place for it
                }
                double x = rounded(x(curve.time(i)));
                double y = rounded(axis.y(height));
                points.append(x).append(',').append(y).append(' ');
                String value = curve.isQuantified(i)
                        ? words.number(new java.math.BigDecimal(curve.value(i), new java.math.MathContext(3)))
                        : words.of("kinetics.below");
                dots.add(new Dot(
                        x,
                        y,
                        !curve.isQuantified(i),
                        words.of("kinetics.day", String.format(Locale.ROOT, "%.1f", curve.time(i))) + ": " + value));
            }
            return new Line(kind, points.toString().strip(), dots);
        }

        private List<Span> spans(Phases phases) {
            List<Span> spans = new ArrayList<>();
            span(
                    spans,
                    "distribution",
                    phases.distribution().start(),
                    phases.distribution().end());
            span(
                    spans,
                    "expansion",
                    phases.expansion().start(),
                    phases.expansion().end());
            span(
                    spans,
                    "contraction",
                    phases.contraction().start(),
                    phases.contraction().end());
            span(
                    spans,
                    "persistence",
                    phases.persistence().start(),
                    phases.persistence().end());
            return spans;
        }

        private void span(List<Span> spans, String phase, double from, double to) {
            if (to > from) {
                spans.add(new Span(
                        phase, rounded(x(from)), rounded(x(to) - x(from)), words.of("kinetics.phase." + phase)));
            }
        }
    }
}
