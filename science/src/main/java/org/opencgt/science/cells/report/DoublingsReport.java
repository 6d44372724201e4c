package org.opencgt.science.cells.report;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.Language;
import org.opencgt.science.cells.PassageDoublings;
import org.opencgt.science.report.Axis;
import org.opencgt.science.report.Block;
import org.opencgt.science.report.Content;
import org.opencgt.science.report.Layer;
import org.opencgt.science.report.Plot;
import org.opencgt.science.report.Section;

/**
 * The report of population doublings.
 *
 * @param limit highest level allowed; null if there is none
 */
public record DoublingsReport(
        List<PassageDoublings> passages, @Nullable Double limit) implements Content.Source {

    public DoublingsReport {
        passages = List.copyOf(passages);
    }

    @Override
    public Content in(Language language) {
        Wording wording = new Wording(language);
        double[] order =
                IntStream.rangeClosed(1, passages.size()).asDoubleStream().toArray();
        double[] levels =
                passages.stream().mapToDouble(PassageDoublings::cumulativePdl).toArray();
        Plot plot = Plot.of(Axis.linear(wording.of(Phrase.PASSAGE_AXIS)), Axis.linear(wording.of(Phrase.PDL_AXIS)))
                .with(new Layer.Line(order, levels, 0, Layer.Weight.NORMAL, wording.of(Phrase.PDL_AXIS)))
                .with(new Layer.Dots(
                        order,
                        levels,
                        0,
                        false,
                        passages.stream()
                                .map(each -> each.passage() + ": " + wording.number(each.cumulativePdl()))
                                .toList()));
        if (limit != null) {
            plot = plot.with(new Layer.Across(limit, wording.of(Phrase.LIMIT)));
        }
        List<String> columns =
                List.of("passage", "seeded", "harvested", "doublings", "cumulative_pdl", "doubling_time_h");
        Block table = new Block.Grid(
                "",
                columns.stream()
                        .map(column -> new Block.Column(
                                wording.label(PassageDoublings.class, column), !column.equals("passage")))
                        .toList(),
                passages.stream()
                        .map(each -> Stream.concat(
                                        Stream.of(each.passage()),
                                        Stream.of(
                                                        each.seeded(),
                                                        each.harvested(),
                                                        each.doublings(),
                                                        each.cumulativePdl(),
                                                        each.doublingTimeH())
                                                .map(wording::number))
                                .toList())
                        .toList());
        return new Content(
                wording.of(Phrase.DOUBLINGS_TITLE),
                List.of(
                        Section.of(wording.of(Phrase.OVERVIEW), table),
                        Section.of(
                                wording.of(Phrase.FIGURE), Block.Figure.of(wording.of(Phrase.DOUBLINGS_CAPTION), plot)),
                        Section.of(wording.of(Phrase.METHOD), new Block.Text(wording.of(Phrase.DOUBLINGS_METHOD)))));
    }
}
