package org.opencgt.science.comparability.report;

import java.util.List;
import org.opencgt.science.Language;
import org.opencgt.science.comparability.Equivalence;
import org.opencgt.science.report.Axis;
import org.opencgt.science.report.Block;
import org.opencgt.science.report.Content;
import org.opencgt.science.report.Layer;
import org.opencgt.science.report.Plot;
import org.opencgt.science.report.Section;
import org.opencgt.science.report.Wording;

/** The report of a test of equivalence: the interval between its margins, and the lots. */
public record EquivalenceReport(Equivalence result, double[] test, double[] reference) implements Content.Source {

    @Override
    public Content in(Language language) {
        Wording wording = new Wording(language);
        return new Content(
                wording.of(Phrase.EQUIVALENCE_TITLE),
                LotPlot.joined(
                        List.of(
                                Section.of(
                                        wording.of(Phrase.VERDICT),
                                        new Block.Text(wording.of(
                                                result.equivalent() ? Phrase.EQUIVALENT : Phrase.NOT_EQUIVALENT)),
                                        Block.Figure.of(wording.of(Phrase.INTERVAL_CAPTION), interval(wording)),
                                        facts(wording)),
                                Section.of(
                                        wording.of(Phrase.LOTS),
                                        Block.Figure.of(
                                                wording.of(Phrase.LOTS_CAPTION), LotPlot.of(wording, test, reference))),
                                Section.of(
                                        wording.of(Phrase.METHOD),
                                        new Block.Text(wording.of(Phrase.EQUIVALENCE_METHOD)))),
                        LotPlot.remarks(wording, result.flags())));
    }

    private Plot interval(Wording wording) {
        boolean ratio = result.scale() == Equivalence.Scale.RATIO;
        String axis = wording.of(ratio ? Phrase.RATIO : Phrase.DIFFERENCE);
        double[] x = {1};
        return Plot.of(Axis.linear(""), Axis.linear(axis))
                .sized(Plot.Size.HALF)
                .with(new Layer.Across(result.marginLower(), wording.of(Phrase.LOWER_MARGIN)))
                .with(new Layer.Across(result.marginUpper(), wording.of(Phrase.UPPER_MARGIN)))
                .with(new Layer.Bars(
                        x, new double[] {result.lower()}, new double[] {result.upper()}, result.equivalent() ? 2 : 5))
                .with(new Layer.Dots(
                        x,
                        new double[] {result.estimate()},
                        result.equivalent() ? 2 : 5,
                        false,
                        List.of(wording.number(result.estimate()))));
    }

    private Block.Facts facts(Wording wording) {
        return new Block.Facts(List.of(
                fact(wording, "n_test", result.nTest()),
                fact(wording, "n_reference", result.nReference()),
                fact(wording, "mean_test", result.meanTest()),
                fact(wording, "mean_reference", result.meanReference()),
                fact(wording, "sd_test", result.sdTest()),
                fact(wording, "sd_reference", result.sdReference()),
                fact(wording, "estimate", result.estimate()),
                fact(wording, "confidence", result.confidence()),
                fact(wording, "lower", result.lower()),
                fact(wording, "upper", result.upper()),
                fact(wording, "margin_lower", result.marginLower()),
                fact(wording, "margin_upper", result.marginUpper()),
                fact(wording, "df", result.df()),
                fact(wording, "p_lower", result.pLower()),
                fact(wording, "p_upper", result.pUpper())));
    }

    private static Block.Fact fact(Wording wording, String property, double value) {
        return wording.fact(Equivalence.class, property, value);
    }
}
