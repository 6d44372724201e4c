package org.opencgt.science.potency.report;

import java.util.List;
import org.opencgt.science.Language;
import org.opencgt.science.potency.Lysis;
import org.opencgt.science.report.Axis;
import org.opencgt.science.report.Block;
import org.opencgt.science.report.Content;
import org.opencgt.science.report.Layer;
import org.opencgt.science.report.Plot;
import org.opencgt.science.report.Section;

/** The report of cytotoxicity: lysis over the effector:target ratio, a line for each effector. */
public record LysisReport(List<Lysis> rows) implements Content.Source {

    @Override
    public Content in(Language language) {
        Tables words = new Tables(language);
        Plot plot = Plot.of(Axis.log(words.of(Phrase.RATIO_AXIS)), Axis.linear(words.of(Phrase.LYSIS_AXIS)));
        List<String> effectors = rows.stream().map(Lysis::effector).distinct().toList();
        for (int k = 0; k < effectors.size(); k++) {
            String effector = effectors.get(k);
            List<Lysis> own =
                    rows.stream().filter(row -> row.effector().equals(effector)).toList();
            double[] x = own.stream().mapToDouble(Lysis::ratio).toArray();
            double[] y = own.stream().mapToDouble(Lysis::lysisPercent).toArray();
            plot = plot.with(new Layer.Line(x, y, k, Layer.Weight.NORMAL, effector))
                    .with(new Layer.Dots(
                            x, y, k, false, own.stream().map(Lysis::effector).toList()))
                    .withKey(effector, k);
        }
        return new Content(
                words.of(Phrase.LYSIS_TITLE),
                List.of(
                        Section.of(
                                words.of(Phrase.RESULT),
                                words.grid(
                                        Lysis.class,
                                        rows,
                                        List.of(
                                                "effector",
                                                "ratio",
                                                "n",
                                                "lysis_percent",
                                                "sd",
                                                "ratio_at_lysis",
                                                "lytic_units"))),
                        Section.of(words.of(Phrase.CURVES), Block.Figure.of(words.of(Phrase.CAPTION_LYSIS), plot)),
                        Section.of(words.of(Phrase.METHOD), new Block.Text(words.of(Phrase.METHOD_LYSIS)))));
    }
}
