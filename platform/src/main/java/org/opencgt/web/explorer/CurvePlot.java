package org.opencgt.web.explorer;

import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.opencgt.science.kinetics.Curve;
import org.opencgt.science.kinetics.Phases;
import org.opencgt.science.kinetics.TimeCourse;
import org.opencgt.web.view.Words;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Curves as the plot component of the pages takes them; see {@code plot.js}. */
public final class CurvePlot {

    /** More visits than this are no visits but times of single samples, and medians of them say nothing. */
    private static final int MOST_VISITS = 60;

    private static final int DIGITS = 6;

    private final Words words;
    private final CurveBook book;

    public CurvePlot(Words words, CurveBook book) {
        this.words = words;
        this.book = book;
    }

    /**
     * A plot of curves.
     *
     * @param json as the plot component takes it
     * @param drawn how many curves are drawn
     * @param medians whether medians and quartiles are
     */
    public record Together(String json, int drawn, boolean medians) {}

    /**
     * Curves together, with medians and quartiles of all.
     *
     * @param address that leads to a subject's own curve when its name follows
     */
    public Together together(String address) {
        ObjectNode plot = axes(words.of("analysis.curves.together"));
        plot.put("address", address);
        plot.put("groupName", String.join(" / ", book.groupColumns()));
        List<Curve> drawn = book.drawn();
        List<String> groups = book.groups();
        ArrayNode names = plot.putArray("groups");
        groups.forEach(names::add);
        ArrayNode curves = plot.putArray("curves");
        for (Curve curve : drawn) {
            put(curves.addObject(), curve, groups.indexOf(curve.group())).put("faint", drawn.size() > 12);
        }
        ArrayNode bands = plot.putArray("bands");
        for (Map.Entry<String, List<TimeCourse>> group : book.courses().entrySet()) {
            if (group.getValue().size() > MOST_VISITS || book.size() < 3) {
                continue;
            }
            ObjectNode band = bands.addObject();
            band.put("colour", groups.indexOf(group.getKey()));
            band.put(
                    "name",
                    group.getKey().isEmpty()
                            ? words.of("analysis.curves.median")
                            : words.of("analysis.curves.median") + ", " + group.getKey());
            ArrayNode points = band.putArray("points");
            for (TimeCourse visit : group.getValue()) {
                points.addArray()
                        .add(rounded(visit.time()))
                        .add(rounded(visit.q1()))
                        .add(rounded(visit.median()))
                        .add(rounded(visit.q3()));
            }
        }
        limit(plot, book.all());
        return new Together(plot.toString(), drawn.size(), !bands.isEmpty());
    }

    /** One curve with its phases. */
    public ObjectNode single(Curve curve) {
        ObjectNode plot = axes(curve.subject());
        ArrayNode curves = plot.putArray("curves");
        put(curves.addObject(), curve, book.groups().indexOf(curve.group())).put("marked", true);
        ArrayNode below = plot.putArray("below");
        IntStream.range(0, curve.size())
                .filter(i -> !curve.isQuantified(i))
                .forEach(i -> below.addArray().add(rounded(curve.time(i))).add(rounded(curve.limit(i))));
        plot.put("belowName", words.of("analysis.curves.below-limit"));
        ArrayNode spans = plot.putArray("spans");
        Phases phases = book.phases(curve);
        span(
                spans,
                "distribution",
                phases.distribution().start(),
                phases.distribution().end());
        span(spans, "expansion", phases.expansion().start(), phases.expansion().end());
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
        limit(plot, List.of(curve));
        return plot;
    }

    private ObjectNode axes(String title) {
        ObjectNode plot = JsonNodeFactory.instance.objectNode();
        plot.put("title", title);
        plot.put("x", label("analysis.curves.time", book.units().timeUnit()));
        plot.put("y", label("analysis.curves.value", book.units().valueUnit()));
        book.early().ifPresent(end -> plot.put("early", rounded(end)));
        plot.put("unit", book.units().valueUnit());
        plot.put("timeUnit", book.units().timeUnit());
        return plot;
    }

    private String label(String key, String unit) {
        return unit.isEmpty() ? words.of(key) : words.of(key) + " (" + unit + ")";
    }

    private static ObjectNode put(ObjectNode node, Curve curve, int colour) {
        node.put("name", curve.subject());
        node.put("group", curve.group());
        node.put("colour", colour);
        ArrayNode points = node.putArray("points");
        for (int i = 0; i < curve.size(); i++) {
            points.addArray().add(rounded(curve.time(i))).add(rounded(curve.value(i)));
        }
        return node;
    }

    private void span(ArrayNode spans, String phase, double from, double to) {
        if (to > from) {
            spans.addObject()
                    .put("phase", phase)
                    .put("label", words.of("analysis.phase." + phase))
                    .put("from", rounded(from))
                    .put("to", rounded(to));
        }
    }

    /** The limit of quantification, if it is known and the same for all samples. */
    private void limit(ObjectNode plot, List<Curve> curves) {
        double[] limits = curves.stream()
                .flatMapToDouble(curve -> IntStream.range(0, curve.size()).mapToDouble(curve::limit))
                .filter(limit -> !Double.isNaN(limit))
                .distinct()
                .limit(2)
                .toArray();
        if (limits.length == 1) {
            plot.putObject("limit").put("value", limits[0]).put("label", words.of("analysis.curves.limit"));
        }
    }

    /** Six digits are more than a screen shows, and keep the page small; no number stands for what does not exist. */
    private static double rounded(double value) {
        return DoubleStream.of(value)
                .filter(Double::isFinite)
                .map(v -> new java.math.BigDecimal(v)
                        .round(new java.math.MathContext(DIGITS))
                        .doubleValue())
                .findFirst()
                .orElse(Double.NaN);
    }
}
