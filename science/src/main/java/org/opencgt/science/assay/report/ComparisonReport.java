package org.opencgt.science.assay.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.opencgt.science.Language;
import org.opencgt.science.Result;
import org.opencgt.science.TextKey;
import org.opencgt.science.assay.Deming;
import org.opencgt.science.assay.PairAngles;
import org.opencgt.science.assay.Pairs;
import org.opencgt.science.assay.PassingBablok;
import org.opencgt.science.assay.TheilSen;
import org.opencgt.science.report.Axis;
import org.opencgt.science.report.Block;
import org.opencgt.science.report.Content;
import org.opencgt.science.report.Layer;
import org.opencgt.science.report.Plot;
import org.opencgt.science.report.Section;

/** The report of a method comparison: both methods' results, the line, and the line of identity. */
public record ComparisonReport(
        Pairs pairs, String x, String y, double intercept, double slope, Method method, List<Result> result)
        implements Content.Source {

    private static final Set<String> SHOWN = Set.of(
            "n",
            "missing",
            "intercept",
            "intercept_lower",
            "intercept_upper",
            "slope",
            "slope_lower",
            "slope_upper",
            "kendall",
            "kendall_p");
    /** More points make a page slow and black. */
    private static final int MOST_POINTS = 3000;

    /** Which regression. */
    public enum Method {
        DEMING,
        PASSING_BABLOK,
        THEIL_SEN
    }

    @Override
    public Content in(Language language) {
        Words words = new Words(language);
        double low = Math.min(
                Arrays.stream(pairs.x()).min().orElse(0),
                Arrays.stream(pairs.y()).min().orElse(0));
        double high = Math.max(
                Arrays.stream(pairs.x()).max().orElse(1),
                Arrays.stream(pairs.y()).max().orElse(1));
        double[] ends = {
            Arrays.stream(pairs.x()).min().orElse(0),
            Arrays.stream(pairs.x()).max().orElse(1)
        };
        int shown = Math.min(MOST_POINTS, pairs.n());
        Plot plot = Plot.of(Axis.linear(x), Axis.linear(y))
                .with(new Layer.Line(
                        new double[] {low, high},
                        new double[] {low, high},
                        7,
                        Layer.Weight.DASHED,
                        words.of(Phrase.IDENTITY)))
                .with(new Layer.Dots(
                        Arrays.copyOf(pairs.x(), shown),
                        Arrays.copyOf(pairs.y(), shown),
                        0,
                        true,
                        Words.numbered(shown)))
                .with(new Layer.Line(
                        ends,
                        new double[] {intercept + slope * ends[0], intercept + slope * ends[1]},
                        1,
                        Layer.Weight.STRONG,
                        words.of(Phrase.FITTED)))
                .withKey(words.of(Phrase.FITTED), 1)
                .withKey(words.of(Phrase.IDENTITY), 7);
        List<Section> sections = new ArrayList<>();
        sections.add(Section.of(words.of(Phrase.RESULT), words.facts(result.getFirst(), SHOWN)));
        sections.add(Section.of(words.of(Phrase.PLOT), Block.Figure.of(words.of(Phrase.CAPTION_COMPARISON), plot)));
        List<? extends TextKey> flags = switch (result.getFirst()) {
            case Deming deming -> deming.flags();
            case PassingBablok line -> line.flags();
            case PairAngles line -> line.flags();
            case TheilSen line -> line.flags();
            default -> List.of();
        };
        if (!flags.isEmpty()) {
            sections.add(Section.of(words.of(Phrase.FLAGS), words.points(flags)));
        }
        sections.add(Section.of(
                words.of(Phrase.METHOD),
                new Block.Text(words.of(
                        switch (method) {
                            case DEMING -> Phrase.METHOD_DEMING;
                            case PASSING_BABLOK -> Phrase.METHOD_PASSING_BABLOK;
                            case THEIL_SEN -> Phrase.METHOD_THEIL_SEN;
                        }))));
        return new Content(words.of(Phrase.COMPARISON_TITLE), sections);
    }
}
