package org.opencgt.science.assay.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.opencgt.science.Language;
import org.opencgt.science.assay.Bridging;
import org.opencgt.science.report.Axis;
import org.opencgt.science.report.Block;
import org.opencgt.science.report.Content;
import org.opencgt.science.report.Layer;
import org.opencgt.science.report.Plot;
import org.opencgt.science.report.Section;
import org.opencgt.science.report.Wording;

/** The report of bridging: the bias with its interval between the margins, and the two precisions. */
public record BridgingReport(Bridging result) implements Content.Source {

    private static final Set<String> SHOWN = Set.of(
            "n",
            "estimate",
            "sd",
            "se",
            "df",
            "lower",
            "upper",
            "margin_lower",
            "margin_upper",
            "p_lower",
            "p_upper",
            "equivalent");

    @Override
    public Content in(Language language) {
        Words words = new Words(language);
        Wording wording = new Wording(language);
        double[] place = {1};
        Plot plot = Plot.of(Axis.linear(""), Axis.linear(words.of(Phrase.BIAS)))
                .with(new Layer.Across(result.bias().marginLower(), words.of(Phrase.LOWER)))
                .with(new Layer.Across(result.bias().marginUpper(), words.of(Phrase.UPPER)))
                .with(new Layer.Bars(
                        place,
                        new double[] {result.bias().lower()},
                        new double[] {result.bias().upper()},
                        0))
                .with(new Layer.Dots(
                        place,
                        new double[] {result.bias().estimate()},
                        0,
                        false,
                        List.of(wording.number(result.bias().estimate()))));
        List<Section> sections = new ArrayList<>();
        sections.add(Section.of(
                words.of(Phrase.RESULT),
                words.facts(result.bias(), SHOWN),
                Block.Figure.of(words.of(Phrase.CAPTION_EFFECTS), plot)));
        Bridging.PrecisionRatio precision = result.precision();
        if (precision != null) {
            sections.add(Section.of(
                    words.of(Phrase.PRECISIONS),
                    new Block.Facts(List.of(
                            new Block.Fact(
                                    words.of(Phrase.SD_OLD),
                                    wording.number(precision.sdOld()) + " (" + precision.dfOld() + ")"),
                            new Block.Fact(
                                    words.of(Phrase.SD_NEW),
                                    wording.number(precision.sdNew()) + " (" + precision.dfNew() + ")"),
                            new Block.Fact(
                                    words.of(Phrase.SD_RATIO),
                                    wording.number(precision.ratio()) + " [" + wording.number(precision.lower()) + ", "
                                            + wording.number(precision.upper()) + "]")))));
        }
        if (!result.flags().isEmpty() || !result.bias().flags().isEmpty()) {
            List<Block> notes = new ArrayList<>();
            notes.add(words.points(result.flags()));
            notes.add(words.points(result.bias().flags()));
            sections.add(new Section(words.of(Phrase.FLAGS), notes));
        }
        sections.add(Section.of(words.of(Phrase.METHOD), new Block.Text(words.of(Phrase.METHOD_BRIDGING))));
        return new Content(words.of(Phrase.BRIDGING_TITLE), sections);
    }
}
