package org.opencgt.science.comparability.report;

import java.util.List;
import org.opencgt.science.Language;
import org.opencgt.science.comparability.QualityRange;
import org.opencgt.science.report.Block;
import org.opencgt.science.report.Content;
import org.opencgt.science.report.Layer;
import org.opencgt.science.report.Section;
import org.opencgt.science.report.Wording;

/** The report of a quality range. */
public record RangeReport(QualityRange result, double[] test, double[] reference) implements Content.Source {

    @Override
    public Content in(Language language) {
        Wording wording = new Wording(language);
        return new Content(
                wording.of(Phrase.RANGE_TITLE),
                LotPlot.joined(
                        List.of(
                                Section.of(
                                        wording.of(Phrase.LOTS),
                                        Block.Figure.of(
                                                wording.of(Phrase.LOTS_CAPTION),
                                                LotPlot.of(wording, test, reference)
                                                        .with(new Layer.Across(
                                                                result.lower(), wording.of(Phrase.LOWER_LIMIT)))
                                                        .with(new Layer.Across(
                                                                result.upper(), wording.of(Phrase.UPPER_LIMIT)))),
                                        new Block.Facts(List.of(
                                                fact(wording, "k", result.k()),
                                                fact(wording, "mean", result.mean()),
                                                fact(wording, "sd", result.sd()),
                                                fact(wording, "lower", result.lower()),
                                                fact(wording, "upper", result.upper()),
                                                fact(wording, "n_test", result.nTest()),
                                                fact(wording, "inside", result.inside()),
                                                fact(wording, "inside_percent", result.insidePercent()),
                                                fact(wording, "inside_min_max", result.insideMinMax())))),
                                Section.of(wording.of(Phrase.METHOD), new Block.Text(wording.of(Phrase.RANGE_METHOD)))),
                        LotPlot.remarks(wording, result.flags())));
    }

    private static Block.Fact fact(Wording wording, String property, double value) {
        return wording.fact(QualityRange.class, property, value);
    }
}
