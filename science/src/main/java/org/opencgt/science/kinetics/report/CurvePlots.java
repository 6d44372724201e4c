package org.opencgt.science.kinetics.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.kinetics.Curve;
import org.opencgt.science.kinetics.KineticParameters;
import org.opencgt.science.kinetics.Phases;
import org.opencgt.science.kinetics.TimeCourse;
import org.opencgt.science.report.Axis;
import org.opencgt.science.report.Block;
import org.opencgt.science.report.Layer;
import org.opencgt.science.report.Layer.Weight;
import org.opencgt.science.report.Plot;
import org.opencgt.science.report.Plot.Size;
import org.opencgt.science.statistics.SampleSummary;

/** Plots of curves: all together, their means, and each by itself. */
final class CurvePlots {

    /** More curves cannot be told apart in one plot, and make a file too large to open. */
    private static final int MOST_TOGETHER = 200;

    private static final int MOST_BY_THEMSELVES = 60;

    private static final double EARLY_DAYS = 35;

    /** Colours of the phases, in their order. */
    private static final int[] PHASE_COLOURS = {7, 2, 1, 5};

    private final Wording wording;
    private final List<Curve> curves;
    private final Map<String, Integer> colours = new LinkedHashMap<>();

    CurvePlots(Wording wording, List<Curve> curves) {
        this.wording = wording;
        this.curves = curves;
        curves.forEach(curve -> colours.putIfAbsent(curve.group(), colours.size()));
    }

    /** All together and their means; of long follow-up the beginning once more, where most of it happens. */
    List<Block> all(List<Phases> phases) {
        List<Block> figures = new ArrayList<>(List.of(together(), means(phases)));
        double end = wording.units().days(EARLY_DAYS);
        boolean isLong = curves.stream().anyMatch(curve -> curve.size() > 0 && curve.time(curve.size() - 1) > 2 * end);
        if (isLong) {
            CurvePlots early = new CurvePlots(
                    wording, curves.stream().map(curve -> curve.upTo(end)).toList());
            figures.add(new Block.Figure(
                    wording.of(Phrase.EARLY_CAPTION),
                    Stream.concat(early.together().plots().stream(), early.means(phases).plots().stream())
                            .toList()));
        }
        return figures;
    }

    /** All curves, with a linear and with a logarithmic axis. */
    private Block.Figure together() {
        Plot linear = spaghetti(Axis.linear(wording.valueAxis()));
        Plot log = limits(spaghetti(Axis.log(wording.valueAxis())));
        String caption = wording.of(Phrase.SPAGHETTI_CAPTION);
        return new Block.Figure(
                curves.size() > MOST_TOGETHER ? caption + " " + some(MOST_TOGETHER) : caption,
                List.of(linear.sized(Size.HALF), log.sized(Size.HALF)));
    }

    private String some(int shown) {
        return wording.of(Phrase.SOME_SHOWN, Map.of("shown", shown, "all", curves.size()));
    }

    private Plot spaghetti(Axis y) {
        Plot plot = keyed(Plot.of(Axis.linear(wording.timeAxis()), y));
        List<Layer> layers = new ArrayList<>();
        curves.stream().limit(MOST_TOGETHER).forEach(curve -> {
            double[] t =
                    IntStream.range(0, curve.size()).mapToDouble(curve::time).toArray();
            double[] c =
                    IntStream.range(0, curve.size()).mapToDouble(curve::value).toArray();
            layers.add(new Layer.Line(
                    t, c, colour(curve), curves.size() > 12 ? Weight.FAINT : Weight.NORMAL, curve.subject()));
        });
        return plot.with(layers);
    }

    /** The limit of quantification, if it is the same for all. */
    private Plot limits(Plot plot) {
        double[] limits = curves.stream()
                .flatMapToDouble(curve -> IntStream.range(0, curve.size()).mapToDouble(curve::limit))
                .filter(limit -> !Double.isNaN(limit))
                .distinct()
                .toArray();
        return limits.length == 1 ? plot.with(new Layer.Across(limits[0], wording.of(Phrase.LIMIT))) : plot;
    }

    private Plot keyed(Plot plot) {
        Plot keyed = plot;
        for (Map.Entry<String, Integer> group : colours.entrySet()) {
            keyed = group.getKey().isEmpty() ? keyed : keyed.withKey(group.getKey(), group.getValue());
        }
        return keyed;
    }

    private int colour(Curve curve) {
        return Objects.requireNonNull(colours.get(curve.group()));
    }

    /** Means with standard deviations, and medians with quartiles on a logarithmic axis with the phases marked. */
    private Block.Figure means(List<Phases> phases) {
        Plot linear = keyed(Plot.of(Axis.linear(wording.timeAxis()), Axis.linear(wording.valueAxis())));
        Plot log = keyed(Plot.of(Axis.linear(wording.timeAxis()), Axis.log(wording.valueAxis())));
        log = log.with(medianSpans(phases));
        Map<String, List<TimeCourse>> groups = new LinkedHashMap<>();
        TimeCourse.of(curves)
                .forEach(visit -> groups.computeIfAbsent(visit.group(), unseen -> new ArrayList<>())
                        .add(visit));
        for (Map.Entry<String, List<TimeCourse>> group : groups.entrySet()) {
            int colour = Objects.requireNonNull(colours.get(group.getKey()));
            List<TimeCourse> visits = group.getValue();
            double[] t = visits.stream().mapToDouble(TimeCourse::time).toArray();
            double[] mean = visits.stream().mapToDouble(TimeCourse::mean).toArray();
            linear = linear.with(new Layer.Bars(
                            t,
                            visits.stream()
                                    .mapToDouble(visit -> Math.max(0, visit.mean() - visit.sd()))
                                    .toArray(),
                            visits.stream()
                                    .mapToDouble(visit -> visit.mean() + visit.sd())
                                    .toArray(),
                            colour))
                    .with(new Layer.Line(t, mean, colour, Weight.STRONG, group.getKey()))
                    .with(new Layer.Dots(t, mean, colour, false, counts(visits)));
            log = log.with(new Layer.Band(
                            t,
                            visits.stream().mapToDouble(TimeCourse::q1).toArray(),
                            visits.stream().mapToDouble(TimeCourse::q3).toArray(),
                            colour))
                    .with(new Layer.Line(
                            t,
                            visits.stream().mapToDouble(TimeCourse::median).toArray(),
                            colour,
                            Weight.STRONG,
                            group.getKey()));
        }
        return new Block.Figure(
                wording.of(Phrase.MEAN_CAPTION),
                List.of(
                        linear.titled(wording.of(Phrase.MEAN_SD)).sized(Size.HALF),
                        limits(log).titled(wording.of(Phrase.MEDIAN_QUARTILES)).sized(Size.HALF)));
    }

    private static List<String> counts(List<TimeCourse> visits) {
        return visits.stream().map(visit -> "n = " + visit.n()).toList();
    }

    /** The phases between the medians of their boundaries. */
    private List<Layer> medianSpans(List<Phases> phases) {
        double nadir = median(
                phases.stream().mapToDouble(one -> one.expansion().start()).toArray());
        double peak = median(phases.stream().mapToDouble(Phases::peakTime).toArray());
        double knot = median(phases.stream()
                .filter(one -> one.persistence().exists())
                .mapToDouble(one -> one.persistence().start())
                .toArray());
        double end = median(phases.stream().mapToDouble(Phases::tlast).toArray());
        List<Layer> spans = new ArrayList<>();
        add(spans, nadir, peak, Phrase.EXPANSION, 1);
        add(spans, peak, Double.isNaN(knot) ? end : knot, Phrase.CONTRACTION, 2);
        add(spans, knot, end, Phrase.PERSISTENCE, 3);
        return spans;
    }

    private static double median(double[] values) {
        return SampleSummary.of(values).median();
    }

    private void add(List<Layer> spans, double from, double to, Phrase name, int phase) {
        if (to > from) {
            spans.add(new Layer.Span(from, to, wording.of(name), PHASE_COLOURS[phase]));
        }
    }

    /** Each curve by itself, with its phases and its terminal slope, if these are given. */
    Block.Figure byThemselves(List<Phases> phases, List<KineticParameters> rows) {
        List<Plot> plots = new ArrayList<>();
        for (int i = 0; i < Math.min(curves.size(), MOST_BY_THEMSELVES); i++) {
            plots.add(single(
                    curves.get(i), i < phases.size() ? phases.get(i) : null, i < rows.size() ? rows.get(i) : null));
        }
        String caption = wording.of(Phrase.INDIVIDUAL_CAPTION);
        return new Block.Figure(
                curves.size() > MOST_BY_THEMSELVES ? caption + " " + some(MOST_BY_THEMSELVES) : caption, plots);
    }

    private Plot single(Curve curve, @Nullable Phases phases, @Nullable KineticParameters row) {
        Plot plot = Plot.of(Axis.linear(wording.timeAxis()), Axis.log(wording.valueAxis()))
                .titled(curve.subject())
                .sized(Size.SMALL);
        if (phases != null) {
            plot = plot.with(spans(phases));
        }
        int colour = colour(curve);
        int[] quantified =
                IntStream.range(0, curve.size()).filter(curve::isQuantified).toArray();
        int[] below = IntStream.range(0, curve.size())
                .filter(i -> !curve.isQuantified(i) && !Double.isNaN(curve.limit(i)))
                .toArray();
        double[] t = IntStream.of(quantified).mapToDouble(curve::time).toArray();
        double[] c = IntStream.of(quantified).mapToDouble(curve::value).toArray();
        plot = plot.with(new Layer.Line(t, c, colour, Weight.NORMAL, ""))
                .with(new Layer.Dots(t, c, colour, false, points(t, c)))
                .with(new Layer.Dots(
                        IntStream.of(below).mapToDouble(curve::time).toArray(),
                        IntStream.of(below).mapToDouble(curve::limit).toArray(),
                        7,
                        true,
                        IntStream.of(below)
                                .mapToObj(i -> wording.number(curve.time(i)) + ": < " + wording.number(curve.limit(i)))
                                .toList()));
        if (row != null && row.terminal().exists()) {
            KineticParameters.Terminal slope = row.terminal();
            double[] ends = {slope.lambdaZStart(), slope.lambdaZEnd()};
            plot = plot.with(new Layer.Line(
                    ends,
                    IntStream.range(0, 2)
                            .mapToDouble(i -> Math.exp(slope.lambdaZIntercept() - slope.lambdaZ() * ends[i]))
                            .toArray(),
                    1,
                    Weight.DASHED,
                    "λz"));
        }
        return plot;
    }

    private List<String> points(double[] t, double[] c) {
        return IntStream.range(0, t.length)
                .mapToObj(i -> wording.number(t[i]) + ": " + wording.number(c[i]))
                .toList();
    }

    private List<Layer> spans(Phases phases) {
        List<Layer> spans = new ArrayList<>();
        add(spans, phases.distribution().start(), phases.distribution().end(), Phrase.DISTRIBUTION, 0);
        add(spans, phases.expansion().start(), phases.expansion().end(), Phrase.EXPANSION, 1);
        add(spans, phases.contraction().start(), phases.contraction().end(), Phrase.CONTRACTION, 2);
        add(spans, phases.persistence().start(), phases.persistence().end(), Phrase.PERSISTENCE, 3);
        return spans;
    }
}
