package org.opencgt.science.process.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.opencgt.science.Result;
import org.opencgt.science.process.ControlChart;
import org.opencgt.science.process.ProcessFlag;
import org.opencgt.science.report.Axis;
import org.opencgt.science.report.Block;
import org.opencgt.science.report.Layer;
import org.opencgt.science.report.Plot;
import org.opencgt.science.report.Section;
import org.opencgt.science.report.Wording;

/** What several of these reports show. */
final class Parts {

    private Parts() {}

    /** Points with centre and limits; those that complete a rule stand out. */
    static Plot chart(Wording wording, List<ControlChart.Point> points, boolean sums) {
        double[] x = points.stream().mapToDouble(ControlChart.Point::index).toArray();
        double[] y = points.stream().mapToDouble(ControlChart.Point::value).toArray();
        List<ControlChart.Point> marked =
                points.stream().filter(point -> !point.rules().isEmpty()).toList();
        Plot plot = Plot.of(Axis.linear(wording.of(Phrase.POINT)), Axis.linear(wording.of(Phrase.VALUE)))
                .with(line(points, ControlChart.Point::center, 7, Layer.Weight.NORMAL))
                .with(line(points, ControlChart.Point::lcl, 5, Layer.Weight.DASHED))
                .with(line(points, ControlChart.Point::ucl, 5, Layer.Weight.DASHED))
                .with(new Layer.Line(x, y, 0, Layer.Weight.NORMAL, ""))
                .with(new Layer.Dots(
                        x,
                        y,
                        0,
                        false,
                        points.stream().map(ControlChart.Point::label).toList()));
        if (sums) {
            plot = plot.with(line(points, ControlChart.Point::lowerSum, 2, Layer.Weight.NORMAL));
        }
        return plot.with(new Layer.Dots(
                        marked.stream().mapToDouble(ControlChart.Point::index).toArray(),
                        marked.stream()
                                .mapToDouble(
                                        point -> point.rules().contains("lower") ? point.lowerSum() : point.value())
                                .toArray(),
                        5,
                        false,
                        marked.stream()
                                .map(point -> point.label() + ": " + String.join(", ", point.rules()))
                                .toList()))
                .withKey(wording.of(Phrase.CENTER), 7)
                .withKey(wording.of(Phrase.LCL) + " / " + wording.of(Phrase.UCL), 5);
    }

    private static Layer line(
            List<ControlChart.Point> points,
            ToDoubleFunction<ControlChart.Point> value,
            int colour,
            Layer.Weight weight) {
        return new Layer.Line(
                points.stream().mapToDouble(ControlChart.Point::index).toArray(),
                points.stream().mapToDouble(value).toArray(),
                colour,
                weight,
                "");
    }

    /** The remarks as a section; none if there are none. */
    static List<Section> with(List<Section> sections, Wording wording, List<ProcessFlag> flags) {
        List<Section> all = new ArrayList<>(sections);
        if (!flags.isEmpty()) {
            all.add(Section.of(
                    wording.of(Phrase.REMARKS),
                    new Block.Points(flags.stream().map(wording::of).toList())));
        }
        return all;
    }

    /** A column of a table of results. */
    record Cell<T>(String property, boolean isNumber, Function<T, String> text) {}

    static <T extends Result> Block table(Wording wording, Class<T> type, List<T> rows, List<Cell<T>> cells) {
        return new Block.Grid(
                "",
                cells.stream()
                        .map(cell -> new Block.Column(wording.label(type, cell.property()), cell.isNumber()))
                        .toList(),
                rows.stream()
                        .map(row -> cells.stream()
                                .map(cell -> cell.text().apply(row))
                                .toList())
                        .toList());
    }
}
