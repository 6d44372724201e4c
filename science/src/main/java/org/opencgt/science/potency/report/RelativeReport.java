package org.opencgt.science.potency.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.opencgt.science.Language;
import org.opencgt.science.potency.PotencyFlag;
import org.opencgt.science.potency.Preparation;
import org.opencgt.science.potency.RelativePotency;
import org.opencgt.science.report.Axis;
import org.opencgt.science.report.Block;
import org.opencgt.science.report.Content;
import org.opencgt.science.report.Layer;
import org.opencgt.science.report.Plot;
import org.opencgt.science.report.Section;

/** The report of relative potencies: responses over log dose, the parallel curves through them, and the intervals. */
public record RelativeReport(List<Preparation> preparations, List<RelativePotency> potencies, String x, String y)
        implements Content.Source {

    private static final List<String> COLUMNS = List.of(
            "test",
            "rp",
            "lo_fieller",
            "hi_fieller",
            "lo_delta",
            "hi_delta",
            "parallelism.p",
            "equivalence.equivalent");

    @Override
    public Content in(Language language) {
        Tables words = new Tables(language);
        List<Section> sections = new ArrayList<>();
        sections.add(Section.of(words.of(Phrase.RESULT), words.grid(RelativePotency.class, potencies, COLUMNS)));
        sections.add(Section.of(words.of(Phrase.CURVES), Block.Figure.of(words.of(Phrase.CAPTION_RELATIVE), plot())));
        sections.add(Section.of(words.of(Phrase.POTENCIES), Block.Figure.of(words.of(Phrase.POTENCIES), bars(words))));
        Set<PotencyFlag> flags = new LinkedHashSet<>();
        potencies.forEach(potency -> flags.addAll(potency.flags()));
        if (!flags.isEmpty()) {
            sections.add(Section.of(words.of(Phrase.FLAGS), words.points(List.copyOf(flags))));
        }
        sections.add(Section.of(words.of(Phrase.METHOD), new Block.Text(words.of(Phrase.METHOD_RELATIVE))));
        return new Content(words.of(Phrase.RELATIVE_TITLE), sections);
    }

    private Plot plot() {
        Plot plot = Plot.of(Axis.log(x), Axis.linear(y));
        for (int k = 0; k < preparations.size(); k++) {
            Preparation own = preparations.get(k);
            if (potencies.getFirst().details() instanceof RelativePotency.CurveDetails details) {
                double[] grid = CurveReport.grid(own.data().dose());
                double[] values = new double[grid.length];
                for (int i = 0; i < grid.length; i++) {
                    values[i] = details.constrained().at(own.name(), grid[i]);
                }
                plot = plot.with(new Layer.Line(grid, values, k, Layer.Weight.STRONG, own.name()));
            }
            plot = plot.with(new Layer.Dots(
                            own.data().dose(),
                            own.data().response(),
                            k,
                            k > 0,
                            IntStream.range(0, own.data().size())
                                    .mapToObj(i -> own.name())
                                    .toList()))
                    .withKey(own.name(), k);
        }
        return plot;
    }

    private Plot bars(Tables words) {
        double[] place =
                IntStream.rangeClosed(1, potencies.size()).mapToDouble(i -> i).toArray();
        return Plot.of(
                        Axis.linear(String.join(
                                " · ",
                                potencies.stream().map(RelativePotency::test).toList())),
                        Axis.linear(words.of(Phrase.POTENCY_AXIS)))
                .sized(Plot.Size.HALF)
                .with(new Layer.Across(1, ""))
                .with(new Layer.Bars(
                        place,
                        potencies.stream().mapToDouble(RelativePotency::loDelta).toArray(),
                        potencies.stream().mapToDouble(RelativePotency::hiDelta).toArray(),
                        1))
                .with(new Layer.Dots(
                        place,
                        potencies.stream().mapToDouble(RelativePotency::rp).toArray(),
                        0,
                        false,
                        potencies.stream().map(RelativePotency::test).toList()));
    }
}
