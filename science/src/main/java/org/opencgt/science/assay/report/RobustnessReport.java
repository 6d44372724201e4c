package org.opencgt.science.assay.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.opencgt.science.Language;
import org.opencgt.science.assay.Robustness;
import org.opencgt.science.report.Axis;
import org.opencgt.science.report.Block;
import org.opencgt.science.report.Content;
import org.opencgt.science.report.Layer;
import org.opencgt.science.report.Plot;
import org.opencgt.science.report.Section;

/** The report of robustness: the half-normal plot of the effects with Lenth's margins, and each effect with its interval. */
public record RobustnessReport(Robustness result) implements Content.Source {

    private static final Set<String> SHOWN = Set.of(
            "n",
            "missing",
            "mean",
            "centre_points",
            "curvature",
            "df",
            "sigma",
            "error",
            "pse",
            "margin",
            "simultaneous",
            "limit_percent");

    @Override
    public Content in(Language language) {
        Words words = new Words(language);
        List<Robustness.Effect> effects = result.effects();
        double[] quantile =
                effects.stream().mapToDouble(Robustness.Effect::halfNormal).toArray();
        double[] size = effects.stream()
                .mapToDouble(effect -> Math.abs(effect.effect()))
                .toArray();
        List<String> names = effects.stream().map(Robustness.Effect::term).toList();
        Plot half = Plot.of(Axis.linear(words.of(Phrase.HALF_NORMAL_AXIS)), Axis.linear(words.of(Phrase.EFFECT_AXIS)))
                .with(new Layer.Dots(quantile, size, 0, false, names));
        if (result.pse() > 0) {
            half = half.with(new Layer.Across(result.margin(), words.of(Phrase.MARGIN)))
                    .with(new Layer.Across(result.simultaneous(), words.of(Phrase.SIMULTANEOUS_MARGIN)));
        }
        double[] place =
                IntStream.rangeClosed(1, effects.size()).asDoubleStream().toArray();
        Plot intervals = Plot.of(Axis.linear(words.of(Phrase.RESULT)), Axis.linear(words.of(Phrase.INTERVAL_AXIS)))
                .with(new Layer.Across(0, ""))
                .with(new Layer.Bars(
                        place,
                        effects.stream().mapToDouble(Robustness.Effect::lower).toArray(),
                        effects.stream().mapToDouble(Robustness.Effect::upper).toArray(),
                        0))
                .with(new Layer.Dots(
                        place,
                        effects.stream().mapToDouble(Robustness.Effect::effect).toArray(),
                        0,
                        false,
                        names));
        if (!Double.isNaN(result.limitPercent()) && result.mean() != 0) {
            double limit = result.limitPercent() / 100 * Math.abs(result.mean());
            intervals = intervals
                    .with(new Layer.Across(limit, words.of(Phrase.UPPER)))
                    .with(new Layer.Across(-limit, words.of(Phrase.LOWER)));
        }
        List<Section> sections = new ArrayList<>();
        sections.add(Section.of(
                words.of(Phrase.RESULT),
                words.facts(result, SHOWN),
                words.grid(
                        Robustness.Effect.class,
                        effects,
                        List.of("term", "effect", "percent", "se", "lower", "upper", "p", "beyond_margin", "within"))));
        sections.add(Section.of(
                words.of(Phrase.PLOT),
                Block.Figure.of(words.of(Phrase.CAPTION_HALF_NORMAL), half),
                Block.Figure.of(words.of(Phrase.CAPTION_EFFECTS), intervals)));
        if (!result.flags().isEmpty()) {
            sections.add(Section.of(words.of(Phrase.FLAGS), words.points(result.flags())));
        }
        sections.add(Section.of(words.of(Phrase.METHOD), new Block.Text(words.of(Phrase.METHOD_ROBUSTNESS))));
        return new Content(words.of(Phrase.ROBUSTNESS_TITLE), sections);
    }
}
