package org.opencgt.science.process.report;

import java.util.List;
import org.opencgt.science.Language;
import org.opencgt.science.process.RunLength;
import org.opencgt.science.report.Axis;
import org.opencgt.science.report.Block;
import org.opencgt.science.report.Content;
import org.opencgt.science.report.Layer;
import org.opencgt.science.report.Plot;
import org.opencgt.science.report.Section;
import org.opencgt.science.report.Wording;

/** The report of average run lengths. */
public record RunLengthReport(List<RunLength> rows) implements Content.Source {

    public RunLengthReport {
        rows = List.copyOf(rows);
    }

    @Override
    public Content in(Language language) {
        Wording wording = new Wording(language);
        double[] x = rows.stream().mapToDouble(RunLength::delta).toArray();
        double[] y = rows.stream().mapToDouble(RunLength::arl).toArray();
        return new Content(
                wording.of(Phrase.RUN_LENGTH_TITLE),
                List.of(
                        Section.of(
                                wording.of(Phrase.FIGURES),
                                Block.Figure.of(
                                        wording.of(Phrase.RUN_LENGTH_CAPTION),
                                        Plot.of(
                                                        Axis.linear(wording.label(RunLength.class, "delta")),
                                                        Axis.log(wording.label(RunLength.class, "arl")))
                                                .with(new Layer.Line(x, y, 0, Layer.Weight.NORMAL, ""))
                                                .with(new Layer.Dots(x, y, 0, false, List.of()))),
                                Parts.table(
                                        wording,
                                        RunLength.class,
                                        rows,
                                        List.of(
                                                new Parts.Cell<>("delta", true, row -> wording.number(row.delta())),
                                                new Parts.Cell<>("arl", true, row -> wording.number(row.arl())),
                                                new Parts.Cell<>(
                                                        "arl_one_sided",
                                                        true,
                                                        row -> wording.number(row.arlOneSided()))))),
                        Section.of(wording.of(Phrase.METHOD), new Block.Text(wording.of(Phrase.RUN_LENGTH_METHOD)))));
    }
}
