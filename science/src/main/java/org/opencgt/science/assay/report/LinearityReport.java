package org.opencgt.science.assay.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.opencgt.science.Language;
import org.opencgt.science.assay.Linearity;
import org.opencgt.science.report.Axis;
import org.opencgt.science.report.Block;
import org.opencgt.science.report.Content;
import org.opencgt.science.report.Layer;
import org.opencgt.science.report.Plot;
import org.opencgt.science.report.Section;

/** The report of linearity: the line through the points, and the residuals. */
public record LinearityReport(Linearity line, String x, String y) implements Content.Source {

    private static final Set<String> SHOWN = Set.of(
            "n", "missing", "intercept", "slope", "se_intercept", "se_slope", "r_squared", "sigma", "lod", "loq");

    @Override
    public Content in(Language language) {
        Words words = new Words(language);
        double[] at = line.points().stream().mapToDouble(Linearity.Point::x).toArray();
        double[] value = line.points().stream().mapToDouble(Linearity.Point::y).toArray();
        double[] residual =
                line.points().stream().mapToDouble(Linearity.Point::residual).toArray();
        double[] ends = line.rangeX();
        Plot plot = Plot.of(Axis.linear(x), Axis.linear(y))
                .with(new Layer.Line(
                        ends,
                        new double[] {
                            line.intercept() + line.slope() * ends[0], line.intercept() + line.slope() * ends[1]
                        },
                        1,
                        Layer.Weight.STRONG,
                        words.of(Phrase.FITTED)))
                .with(new Layer.Dots(at, value, 0, true, Words.numbered(at.length)))
                .withKey(words.of(Phrase.OBSERVED), 0)
                .withKey(words.of(Phrase.FITTED), 1);
        Plot residuals = Plot.of(Axis.linear(x), Axis.linear(words.of(Phrase.RESIDUAL_AXIS)))
                .sized(Plot.Size.HALF)
                .with(new Layer.Across(0, ""))
                .with(new Layer.Dots(at, residual, 0, true, Words.numbered(at.length)));
        List<Section> sections = new ArrayList<>();
        sections.add(Section.of(words.of(Phrase.RESULT), words.facts(line, SHOWN)));
        sections.add(Section.of(
                words.of(Phrase.PLOT),
                Block.Figure.of(words.of(Phrase.CAPTION_LINEARITY), plot),
                Block.Figure.of(words.of(Phrase.CAPTION_RESIDUALS), residuals)));
        if (!line.flags().isEmpty()) {
            sections.add(Section.of(words.of(Phrase.FLAGS), words.points(line.flags())));
        }
        sections.add(Section.of(words.of(Phrase.METHOD), new Block.Text(words.of(Phrase.METHOD_LINEARITY))));
        return new Content(words.of(Phrase.LINEARITY_TITLE), sections);
    }
}
