package org.opencgt.science.cells.report;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.opencgt.science.Language;
import org.opencgt.science.cells.DetectionProbability;
import org.opencgt.science.report.Axis;
import org.opencgt.science.report.Block;
import org.opencgt.science.report.Content;
import org.opencgt.science.report.Layer;
import org.opencgt.science.report.Plot;
import org.opencgt.science.report.Section;

/** The report of a probability of detection: how it grows with what is tested. */
public record DetectionReport(DetectionProbability found) implements Content.Source {

    private static final int STEPS = 80;

    @Override
    public Content in(Language language) {
        Wording wording = new Wording(language);
        double tested = found.samples() * found.sampleSize();
        double end = 1.5 * Math.max(tested, found.neededSize());
        double[] sizes = IntStream.rangeClosed(0, STEPS)
                .mapToDouble(i -> end * i / STEPS)
                .toArray();
        Plot plot = Plot.of(Axis.linear(wording.of(Phrase.SIZE_AXIS)), Axis.linear(wording.of(Phrase.PROBABILITY_AXIS)))
                .with(new Layer.Line(
                        sizes,
                        Arrays.stream(sizes)
                                .map(size -> -Math.expm1(-found.concentration() * size * found.recovery()))
                                .toArray(),
                        0,
                        Layer.Weight.STRONG,
                        wording.of(Phrase.PROBABILITY_AXIS)))
                .with(new Layer.Across(found.wanted(), wording.of(Phrase.WANTED)))
                .with(new Layer.Dots(
                        new double[] {tested},
                        new double[] {found.probability()},
                        1,
                        false,
                        List.of(wording.of(Phrase.TESTED))));
        List<Block.Fact> facts = List.of(
                fact(wording, "probability", found.probability()),
                fact(wording, "wanted", found.wanted()),
                fact(wording, "needed_size", found.neededSize()),
                fact(wording, "needed_samples", found.neededSamples()),
                fact(wording, "upper_limit_none_found", found.upperLimitNoneFound()));
        return new Content(
                wording.of(Phrase.DETECTION_TITLE),
                List.of(
                        Section.of(wording.of(Phrase.OVERVIEW), new Block.Facts(facts)),
                        Section.of(
                                wording.of(Phrase.FIGURE), Block.Figure.of(wording.of(Phrase.DETECTION_CAPTION), plot)),
                        Section.of(wording.of(Phrase.METHOD), new Block.Text(wording.of(Phrase.DETECTION_METHOD)))));
    }

    private static Block.Fact fact(Wording wording, String column, double value) {
        return new Block.Fact(wording.label(DetectionProbability.class, column), wording.number(value));
    }
}
