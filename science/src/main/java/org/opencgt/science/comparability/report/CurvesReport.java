package org.opencgt.science.comparability.report;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.opencgt.science.Language;
import org.opencgt.science.comparability.CurveComparison;
import org.opencgt.science.comparability.CurveComparison.Batch;
import org.opencgt.science.comparability.CurveComparison.Point;
import org.opencgt.science.comparability.Group;
import org.opencgt.science.report.Axis;
import org.opencgt.science.report.Block;
import org.opencgt.science.report.Content;
import org.opencgt.science.report.Layer;
import org.opencgt.science.report.Plot;
import org.opencgt.science.report.Section;
import org.opencgt.science.report.Wording;

/** The report of curves of two groups of batches. */
public record CurvesReport(CurveComparison result, List<Batch> batches) implements Content.Source {

    @Override
    public Content in(Language language) {
        Wording wording = new Wording(language);
        return new Content(
                wording.of(Phrase.CURVES_TITLE),
                LotPlot.joined(
                        List.of(
                                Section.of(
                                        wording.of(Phrase.FIGURES),
                                        Block.Figure.of(wording.of(Phrase.CURVES_CAPTION), plot(wording)),
                                        new Block.Facts(List.of(
                                                fact(wording, "batches_test", result.batchesTest()),
                                                fact(wording, "batches_reference", result.batchesReference()),
                                                fact(
                                                        wording,
                                                        "mean_absolute_difference",
                                                        result.meanAbsoluteDifference()),
                                                fact(wording, "p_area", result.pArea()),
                                                fact(wording, "largest_difference", result.largestDifference()),
                                                fact(wording, "largest_at", result.largestAt()),
                                                fact(wording, "p_largest", result.pLargest()),
                                                fact(wording, "permutations", result.permutations())))),
                                Section.of(
                                        wording.of(Phrase.METHOD), new Block.Text(wording.of(Phrase.CURVES_METHOD)))),
                        LotPlot.remarks(wording, result.flags())));
    }

    private Plot plot(Wording wording) {
        Plot plot = Plot.of(Axis.linear(wording.of(Phrase.TIME)), Axis.linear(wording.of(Phrase.VALUE)));
        for (Batch batch : batches) {
            plot = plot.with(new Layer.Line(
                    batch.times(),
                    batch.values(),
                    batch.group() == Group.TEST ? 1 : 0,
                    Layer.Weight.FAINT,
                    batch.name()));
        }
        return plot.with(mean(Point::meanReference, 0))
                .with(mean(Point::meanTest, 1))
                .withKey(wording.of(Phrase.REFERENCE), 0)
                .withKey(wording.of(Phrase.TEST), 1);
    }

    private Layer mean(ToDoubleFunction<Point> value, int colour) {
        return new Layer.Line(
                result.points().stream().mapToDouble(Point::time).toArray(),
                result.points().stream().mapToDouble(value).toArray(),
                colour,
                Layer.Weight.STRONG,
                "");
    }

    private static Block.Fact fact(Wording wording, String property, double value) {
        return wording.fact(CurveComparison.class, property, value);
    }
}
