package org.opencgt.science.process.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.opencgt.science.Language;
import org.opencgt.science.process.StepYields;
import org.opencgt.science.report.Axis;
import org.opencgt.science.report.Block;
import org.opencgt.science.report.Content;
import org.opencgt.science.report.Layer;
import org.opencgt.science.report.Plot;
import org.opencgt.science.report.Section;
import org.opencgt.science.report.Wording;

/** The report of cells through the steps. */
public record StepsReport(StepYields result) implements Content.Source {

    @Override
    public Content in(Language language) {
        Wording wording = new Wording(language);
        List<StepYields.Row> outlying =
                result.batches().stream().filter(StepYields.Row::outlying).toList();
        return new Content(
                wording.of(Phrase.STEPS_TITLE),
                List.of(
                        Section.of(
                                wording.of(Phrase.FIGURES),
                                Block.Figure.of(wording.of(Phrase.STEPS_CAPTION), plot(wording)),
                                summary(wording)),
                        Section.of(
                                wording.of(Phrase.OUTLYING),
                                outlying.isEmpty()
                                        ? new Block.Text(wording.of(Phrase.NO_OUTLYING))
                                        : new Block.Points(outlying.stream()
                                                .map(row -> row.batch() + ", " + row.step() + ": "
                                                        + wording.number(row.yieldPercent()) + " %")
                                                .toList())),
                        Section.of(wording.of(Phrase.METHOD), new Block.Text(wording.of(Phrase.STEPS_METHOD)))));
    }

    private Plot plot(Wording wording) {
        List<String> steps =
                result.steps().stream().map(StepYields.Summary::step).toList();
        Map<String, List<StepYields.Row>> batches = new LinkedHashMap<>();
        result.batches()
                .forEach(row -> batches.computeIfAbsent(row.batch(), unseen -> new ArrayList<>())
                        .add(row));
        Plot plot = Plot.of(Axis.linear(wording.of(Phrase.STEP)), Axis.log(wording.of(Phrase.RECOVERY)));
        for (Map.Entry<String, List<StepYields.Row>> batch : batches.entrySet()) {
            plot = plot.with(new Layer.Line(
                    batch.getValue().stream()
                            .mapToDouble(row -> steps.indexOf(row.step()) + 1)
                            .toArray(),
                    batch.getValue().stream()
                            .mapToDouble(StepYields.Row::recoveryPercent)
                            .toArray(),
                    0,
                    Layer.Weight.NORMAL,
                    batch.getKey()));
        }
        return plot;
    }

    private Block summary(Wording wording) {
        return Parts.table(
                wording,
                StepYields.Summary.class,
                result.steps(),
                List.of(
                        new Parts.Cell<>("step", false, StepYields.Summary::step),
                        new Parts.Cell<>("batches", true, row -> Integer.toString(row.batches())),
                        new Parts.Cell<>("yield_percent", true, row -> wording.number(row.yieldPercent())),
                        new Parts.Cell<>("yield_cv_percent", true, row -> wording.number(row.yieldCvPercent())),
                        new Parts.Cell<>("yield_min_percent", true, row -> wording.number(row.yieldMinPercent())),
                        new Parts.Cell<>("yield_max_percent", true, row -> wording.number(row.yieldMaxPercent())),
                        new Parts.Cell<>("recovery_percent", true, row -> wording.number(row.recoveryPercent())),
                        new Parts.Cell<>("doublings", true, row -> wording.number(row.doublings()))));
    }
}
