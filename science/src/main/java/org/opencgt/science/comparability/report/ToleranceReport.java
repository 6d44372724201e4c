package org.opencgt.science.comparability.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.Language;
import org.opencgt.science.comparability.ToleranceInterval;
import org.opencgt.science.report.Block;
import org.opencgt.science.report.Content;
import org.opencgt.science.report.Layer;
import org.opencgt.science.report.Plot;
import org.opencgt.science.report.Section;
import org.opencgt.science.report.Wording;

/**
 * The report of tolerance limits.
 *
 * @param lsl lower specification limit; null if there is none
 * @param usl upper specification limit; null if there is none
 */
public record ToleranceReport(
        ToleranceInterval result,
        double[] values,
        @Nullable Double lsl,
        @Nullable Double usl) implements Content.Source {

    @Override
    public Content in(Language language) {
        Wording wording = new Wording(language);
        return new Content(
                wording.of(Phrase.TOLERANCE_TITLE),
                LotPlot.joined(
                        List.of(
                                Section.of(
                                        wording.of(Phrase.LOTS),
                                        Block.Figure.of(wording.of(Phrase.LOTS_CAPTION), plot(wording)),
                                        new Block.Facts(List.of(
                                                fact(wording, "n", result.n()),
                                                fact(wording, "coverage", result.coverage()),
                                                fact(wording, "confidence", result.confidence()),
                                                fact(wording, "mean", result.mean()),
                                                fact(wording, "sd", result.sd()),
                                                fact(wording, "k", result.k()),
                                                fact(wording, "rank", result.rank()),
                                                fact(wording, "lower", result.lower()),
                                                fact(wording, "upper", result.upper()),
                                                fact(wording, "attained_confidence", result.attainedConfidence()),
                                                fact(wording, "least_n", result.leastN())))),
                                Section.of(
                                        wording.of(Phrase.METHOD),
                                        new Block.Text(wording.of(Phrase.TOLERANCE_METHOD)))),
                        LotPlot.remarks(wording, result.flags())));
    }

    private Plot plot(Wording wording) {
        Plot plot = LotPlot.of(wording, new double[0], values);
        plot = across(plot, result.lower(), wording.of(Phrase.LOWER_LIMIT));
        plot = across(plot, result.upper(), wording.of(Phrase.UPPER_LIMIT));
        plot = across(plot, lsl == null ? Double.NaN : lsl, wording.of(Phrase.SPECIFICATION));
        return across(plot, usl == null ? Double.NaN : usl, wording.of(Phrase.SPECIFICATION));
    }

    private static Plot across(Plot plot, double value, String label) {
        return Double.isNaN(value) ? plot : plot.with(new Layer.Across(value, label));
    }

    private static Block.Fact fact(Wording wording, String property, double value) {
        return wording.fact(ToleranceInterval.class, property, value);
    }
}
