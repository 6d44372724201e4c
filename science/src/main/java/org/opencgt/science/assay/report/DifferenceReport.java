package org.opencgt.science.assay.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.opencgt.science.Language;
import org.opencgt.science.assay.BlandAltman;
import org.opencgt.science.assay.Pairs;
import org.opencgt.science.report.Axis;
import org.opencgt.science.report.Block;
import org.opencgt.science.report.Content;
import org.opencgt.science.report.Layer;
import org.opencgt.science.report.Plot;
import org.opencgt.science.report.Section;

/** The report of agreement: differences over means, with bias and limits of agreement. */
public record DifferenceReport(Pairs pairs, BlandAltman agreement) implements Content.Source {

    private static final Set<String> SHOWN =
            Set.of("n", "missing", "bias", "sd", "bias_lower", "bias_upper", "lower_limit", "upper_limit", "shapiro_p");

    @Override
    public Content in(Language language) {
        Words words = new Words(language);
        int n = pairs.n();
        double[] mean = IntStream.range(0, n)
                .mapToDouble(i -> (pairs.x()[i] + pairs.y()[i]) / 2)
                .toArray();
        double[] difference = IntStream.range(0, n)
                .mapToDouble(i -> pairs.y()[i] - pairs.x()[i])
                .toArray();
        Plot plot = Plot.of(Axis.linear(words.of(Phrase.MEAN_AXIS)), Axis.linear(words.of(Phrase.DIFFERENCE_AXIS)))
                .with(new Layer.Across(agreement.bias(), words.of(Phrase.BIAS)))
                .with(new Layer.Across(agreement.lowerLimit(), words.of(Phrase.LOWER)))
                .with(new Layer.Across(agreement.upperLimit(), words.of(Phrase.UPPER)))
                .with(new Layer.Dots(mean, difference, 0, true, Words.numbered(n)));
        List<Section> sections = new ArrayList<>();
        sections.add(Section.of(words.of(Phrase.RESULT), words.facts(agreement, SHOWN)));
        sections.add(Section.of(words.of(Phrase.PLOT), Block.Figure.of(words.of(Phrase.CAPTION_DIFFERENCE), plot)));
        if (!agreement.flags().isEmpty()) {
            sections.add(Section.of(words.of(Phrase.FLAGS), words.points(agreement.flags())));
        }
        sections.add(Section.of(words.of(Phrase.METHOD), new Block.Text(words.of(Phrase.METHOD_DIFFERENCE))));
        return new Content(words.of(Phrase.DIFFERENCE_TITLE), sections);
    }
}
