package org.opencgt.science.comparability.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.opencgt.science.Language;
import org.opencgt.science.comparability.StudyPlan;
import org.opencgt.science.comparability.StudyPlan.Line;
import org.opencgt.science.report.Axis;
import org.opencgt.science.report.Block;
import org.opencgt.science.report.Content;
import org.opencgt.science.report.Layer;
import org.opencgt.science.report.Plot;
import org.opencgt.science.report.Section;
import org.opencgt.science.report.Wording;

/** The report of a comparability study: equivalence bars of all attributes, and the criteria one by one. */
public record StudyReport(StudyPlan.Verdict verdict) implements Content.Source {

    @Override
    public Content in(Language language) {
        Wording wording = new Wording(language);
        List<Block> summary = new ArrayList<>();
        summary.add(new Block.Text(wording.of(verdict.comparable() ? Phrase.COMPARABLE : Phrase.NOT_COMPARABLE)));
        List<Line> means = verdict.attributes().stream()
                .filter(line -> !Double.isNaN(line.marginLower()))
                .toList();
        if (!means.isEmpty()) {
            summary.add(Block.Figure.of(wording.of(Phrase.STUDY_CAPTION), bars(wording, means)));
        }
        if (!verdict.unplanned().isEmpty()) {
            summary.add(new Block.Text(wording.of(Phrase.UNPLANNED) + " " + String.join(", ", verdict.unplanned())));
        }
        return new Content(
                wording.of(Phrase.STUDY_TITLE),
                List.of(
                        new Section(wording.of(Phrase.VERDICT), summary),
                        Section.of(wording.of(Phrase.CRITERIA), table(wording)),
                        Section.of(wording.of(Phrase.METHOD), new Block.Text(wording.of(Phrase.STUDY_METHOD)))));
    }

    /** Margins are drawn at -1 and 1, whatever the unit of an attribute. */
    private static Plot bars(Wording wording, List<Line> means) {
        Plot plot = Plot.of(Axis.linear(wording.of(Phrase.ATTRIBUTE)), Axis.linear(wording.of(Phrase.OF_MARGIN)))
                .with(new Layer.Across(-1, wording.of(Phrase.LOWER_MARGIN)))
                .with(new Layer.Across(1, wording.of(Phrase.UPPER_MARGIN)));
        for (int colour : new int[] {2, 5}) {
            int[] own = IntStream.range(0, means.size())
                    .filter(i -> means.get(i).met() == (colour == 2))
                    .toArray();
            double[] x = IntStream.of(own).mapToDouble(i -> i + 1).toArray();
            plot = plot.with(new Layer.Bars(
                            x,
                            IntStream.of(own)
                                    .mapToDouble(i ->
                                            scaled(means.get(i), means.get(i).lower()))
                                    .toArray(),
                            IntStream.of(own)
                                    .mapToDouble(i ->
                                            scaled(means.get(i), means.get(i).upper()))
                                    .toArray(),
                            colour))
                    .with(new Layer.Dots(
                            x,
                            IntStream.of(own)
                                    .mapToDouble(i ->
                                            scaled(means.get(i), means.get(i).estimate()))
                                    .toArray(),
                            colour,
                            false,
                            IntStream.of(own)
                                    .mapToObj(i -> means.get(i).attribute())
                                    .toList()))
                    .withKey(wording.of(colour == 2 ? Phrase.MET : Phrase.NOT_MET), colour);
        }
        return plot;
    }

    private static double scaled(Line line, double value) {
        boolean ratio = line.method().equals("ratio");
        double low = ratio ? Math.log(line.marginLower()) : line.marginLower();
        double high = ratio ? Math.log(line.marginUpper()) : line.marginUpper();
        double at = ratio ? Math.log(value) : value;
        return (2 * at - low - high) / (high - low);
    }

    private Block table(Wording wording) {
        List<String> columns = List.of(
                "attribute",
                "method",
                "n_test",
                "n_reference",
                "mean_test",
                "mean_reference",
                "estimate",
                "lower",
                "upper",
                "margin_lower",
                "margin_upper",
                "inside_percent",
                "met");
        return new Block.Grid(
                "",
                columns.stream()
                        .map(column -> new Block.Column(
                                wording.label(Line.class, column),
                                !column.equals("attribute") && !column.equals("method") && !column.equals("met")))
                        .toList(),
                verdict.attributes().stream()
                        .map(line -> List.of(
                                line.attribute(),
                                line.method(),
                                wording.number(line.nTest()),
                                wording.number(line.nReference()),
                                wording.number(line.meanTest()),
                                wording.number(line.meanReference()),
                                wording.number(line.estimate()),
                                wording.number(line.lower()),
                                wording.number(line.upper()),
                                wording.number(line.marginLower()),
                                wording.number(line.marginUpper()),
                                wording.number(line.insidePercent()),
                                wording.of(line.met() ? Phrase.MET : Phrase.NOT_MET)))
                        .toList());
    }
}
