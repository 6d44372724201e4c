package org.opencgt.science.potency.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.opencgt.science.Language;
import org.opencgt.science.potency.Estimate;
import org.opencgt.science.potency.FittedCurve;
import org.opencgt.science.potency.Well;
import org.opencgt.science.report.Axis;
import org.opencgt.science.report.Block;
import org.opencgt.science.report.Content;
import org.opencgt.science.report.Layer;
import org.opencgt.science.report.Plot;
import org.opencgt.science.report.Section;

/** The report of a fitted curve: wells with the curve over log dose. */
public record CurveReport(FittedCurve curve, String x, String y) implements Content.Source {

    static final int STEPS = 120;

    @Override
    public Content in(Language language) {
        Tables words = new Tables(language);
        List<Section> sections = new ArrayList<>();
        if (!curve.identifiable()) {
            sections.add(Section.of(words.of(Phrase.RESULT), new Block.Text(words.of(Phrase.NO_CURVE))));
        } else {
            sections.add(Section.of(
                    words.of(Phrase.RESULT),
                    words.grid(Estimate.class, curve.rows(), List.of("term", "estimate", "se", "lower", "upper"))));
            sections.add(
                    Section.of(words.of(Phrase.CURVES), Block.Figure.of(words.of(Phrase.CAPTION_CURVE), plot(words))));
        }
        if (!curve.flags().isEmpty()) {
            sections.add(Section.of(words.of(Phrase.FLAGS), words.points(curve.flags())));
        }
        sections.add(Section.of(words.of(Phrase.METHOD), new Block.Text(words.of(Phrase.METHOD_CURVE))));
        return new Content(words.of(Phrase.CURVE_TITLE), sections);
    }

    private Plot plot(Tables words) {
        double[] dose = curve.points().stream().mapToDouble(Well::x).toArray();
        double[] response = curve.points().stream().mapToDouble(Well::y).toArray();
        double[] grid = grid(dose);
        return Plot.of(Axis.log(x), Axis.linear(y))
                .with(new Layer.Line(
                        grid,
                        Arrays.stream(grid).map(curve::at).toArray(),
                        1,
                        Layer.Weight.STRONG,
                        words.of(Phrase.FITTED)))
                .with(new Layer.Dots(
                        dose,
                        response,
                        0,
                        false,
                        curve.points().stream()
                                .map(well -> well.x() + ", " + well.y())
                                .toList()))
                .withKey(words.of(Phrase.OBSERVED), 0)
                .withKey(words.of(Phrase.FITTED), 1);
    }

    /** Doses evenly over the logarithm of those above zero. */
    static double[] grid(double[] dose) {
        double low = Arrays.stream(dose).filter(d -> d > 0).min().orElse(1);
        double high = Arrays.stream(dose).filter(d -> d > 0).max().orElse(10);
        return IntStream.rangeClosed(0, STEPS)
                .mapToDouble(i -> Math.exp(Math.log(low) + (Math.log(high) - Math.log(low)) * i / STEPS))
                .toArray();
    }
}
