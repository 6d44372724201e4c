package org.opencgt.science.assay.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.opencgt.science.Language;
import org.opencgt.science.TextKey;
import org.opencgt.science.assay.DetectionComparison;
import org.opencgt.science.report.Axis;
import org.opencgt.science.report.Block;
import org.opencgt.science.report.Content;
import org.opencgt.science.report.Layer;
import org.opencgt.science.report.Plot;
import org.opencgt.science.report.Section;

/** The report of a rapid method beside the compendial one: differences of rates by organism against the margin. */
public record DetectionComparisonReport(List<DetectionComparison> rows) implements Content.Source {

    public DetectionComparisonReport {
        rows = List.copyOf(rows);
    }

    @Override
    public Content in(Language language) {
        Words words = new Words(language);
        double[] place = IntStream.rangeClosed(1, rows.size()).asDoubleStream().toArray();
        Plot plot = Plot.of(Axis.linear(words.of(Phrase.ORGANISM_AXIS)), Axis.linear(words.of(Phrase.DIFFERENCE_AXIS)))
                .with(new Layer.Across(0, ""))
                .with(new Layer.Across(rows.getFirst().margin(), words.of(Phrase.LOWER)))
                .with(new Layer.Bars(
                        place,
                        rows.stream().mapToDouble(DetectionComparison::lower).toArray(),
                        rows.stream().mapToDouble(DetectionComparison::upper).toArray(),
                        0))
                .with(new Layer.Dots(
                        place,
                        rows.stream()
                                .mapToDouble(DetectionComparison::difference)
                                .toArray(),
                        0,
                        false,
                        rows.stream().map(DetectionComparison::organism).toList()));
        List<Section> sections = new ArrayList<>();
        sections.add(Section.of(
                words.of(Phrase.RESULT),
                words.grid(
                        DetectionComparison.class,
                        rows,
                        List.of(
                                "organism",
                                "n",
                                "both",
                                "rapid_only",
                                "compendial_only",
                                "neither",
                                "difference",
                                "lower",
                                "upper",
                                "p_non_inferior",
                                "non_inferior",
                                "mcnemar_p",
                                "mpn_ratio"))));
        sections.add(Section.of(words.of(Phrase.PLOT), Block.Figure.of(words.of(Phrase.CAPTION_RATES), plot)));
        List<? extends TextKey> flags =
                rows.stream().flatMap(row -> row.flags().stream()).distinct().toList();
        if (!flags.isEmpty()) {
            sections.add(Section.of(words.of(Phrase.FLAGS), words.points(flags)));
        }
        sections.add(Section.of(words.of(Phrase.METHOD), new Block.Text(words.of(Phrase.METHOD_DETECTION))));
        return new Content(words.of(Phrase.DETECTION_TITLE), sections);
    }
}
