package org.opencgt.science.process.report;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.opencgt.science.Language;
import org.opencgt.science.process.Capability;
import org.opencgt.science.report.Axis;
import org.opencgt.science.report.Block;
import org.opencgt.science.report.Content;
import org.opencgt.science.report.Layer;
import org.opencgt.science.report.Plot;
import org.opencgt.science.report.Section;
import org.opencgt.science.report.Wording;
import org.opencgt.science.statistics.Normal;

/** The report of capability: a histogram between the specification limits, and the indexes with their intervals. */
public record CapabilityReport(Capability result, double[] values) implements Content.Source {

    @Override
    public Content in(Language language) {
        Wording wording = new Wording(language);
        return new Content(
                wording.of(Phrase.CAPABILITY_TITLE),
                Parts.with(
                        List.of(
                                Section.of(
                                        wording.of(Phrase.FIGURES),
                                        Block.Figure.of(wording.of(Phrase.HISTOGRAM_CAPTION), histogram(wording)),
                                        table(wording),
                                        new Block.Facts(List.of(
                                                fact(wording, "n", result.n()),
                                                fact(wording, "mean", result.mean()),
                                                fact(wording, "sigma_within", result.sigmaWithin()),
                                                fact(wording, "sigma_overall", result.sigmaOverall()),
                                                fact(wording, "ppm_below_overall", result.ppmBelowOverall()),
                                                fact(wording, "ppm_above_overall", result.ppmAboveOverall()),
                                                fact(wording, "observed_below", result.observedBelow()),
                                                fact(wording, "observed_above", result.observedAbove())))),
                                Section.of(
                                        wording.of(Phrase.METHOD),
                                        new Block.Text(wording.of(Phrase.CAPABILITY_METHOD)))),
                        wording,
                        result.flags()));
    }

    private Plot histogram(Wording wording) {
        double least = Arrays.stream(values).min().orElseThrow();
        double most = Arrays.stream(values).max().orElseThrow();
        int bins = (int) Math.clamp(Math.ceil(Math.sqrt(values.length)), 5, 30);
        double width = (most - least) / bins;
        double[] counts = new double[bins];
        for (double value : values) {
            counts[Math.min(bins - 1, (int) ((value - least) / width))]++;
        }
        double highest = Arrays.stream(counts).max().orElseThrow();
        double[] x = new double[4 * bins];
        double[] y = new double[4 * bins];
        for (int i = 0; i < bins; i++) {
            double from = least + i * width;
            x[4 * i] = from;
            x[4 * i + 1] = from;
            x[4 * i + 2] = from + width;
            x[4 * i + 3] = from + width;
            y[4 * i + 1] = counts[i];
            y[4 * i + 2] = counts[i];
        }
        double low = Math.min(least, result.mean() - 4 * result.sigmaOverall());
        double high = Math.max(most, result.mean() + 4 * result.sigmaOverall());
        double[] curve = IntStream.rangeClosed(0, 100)
                .mapToDouble(i -> low + (high - low) * i / 100)
                .toArray();
        double scale = values.length * width / result.sigmaOverall();
        Plot plot = Plot.of(Axis.linear(wording.of(Phrase.VALUE)), Axis.linear(wording.of(Phrase.COUNT)))
                .with(new Layer.Band(x, new double[x.length], y, 0))
                .with(new Layer.Line(
                        curve,
                        Arrays.stream(curve)
                                .map(at -> scale * Normal.density((at - result.mean()) / result.sigmaOverall()))
                                .toArray(),
                        1,
                        Layer.Weight.STRONG,
                        ""));
        plot = upright(plot, result.lsl(), highest);
        plot = upright(plot, result.usl(), highest);
        return plot.withKey(wording.of(Phrase.LSL) + " / " + wording.of(Phrase.USL), 5);
    }

    private static Plot upright(Plot plot, double at, double height) {
        return Double.isNaN(at)
                ? plot
                : plot.with(
                        new Layer.Line(new double[] {at, at}, new double[] {0, height}, 5, Layer.Weight.STRONG, ""));
    }

    private Block table(Wording wording) {
        Capability.Intervals limits = result.intervals();
        List<List<String>> rows = List.of(
                row(wording, "Cp", result.cp(), limits.cp()),
                row(wording, "Cpl", result.cpl(), limits.cpl()),
                row(wording, "Cpu", result.cpu(), limits.cpu()),
                row(wording, "Cpk", result.cpk(), limits.cpk()),
                row(wording, "Cpm", result.cpm(), limits.cpm()),
                row(wording, "Pp", result.pp(), limits.pp()),
                row(wording, "Ppk", result.ppk(), limits.ppk()));
        return new Block.Grid(
                "",
                List.of(
                        new Block.Column(wording.of(Phrase.INDEX), false),
                        new Block.Column(wording.of(Phrase.VALUE), true),
                        new Block.Column(wording.of(Phrase.LOWER), true),
                        new Block.Column(wording.of(Phrase.UPPER), true)),
                rows);
    }

    private static List<String> row(Wording wording, String name, double value, List<Double> limits) {
        return List.of(
                name, wording.number(value), wording.number(limits.getFirst()), wording.number(limits.getLast()));
    }

    private static Block.Fact fact(Wording wording, String property, double value) {
        return wording.fact(Capability.class, property, value);
    }
}
