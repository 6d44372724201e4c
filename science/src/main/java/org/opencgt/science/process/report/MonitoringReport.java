package org.opencgt.science.process.report;

import java.util.List;
import org.opencgt.science.Language;
import org.opencgt.science.process.Monitoring;
import org.opencgt.science.report.Block;
import org.opencgt.science.report.Content;
import org.opencgt.science.report.Layer;
import org.opencgt.science.report.Plot;
import org.opencgt.science.report.Section;
import org.opencgt.science.report.Wording;

/** The report of continued process verification: how each attribute stands, and its chart. */
public record MonitoringReport(Monitoring result, List<Monitoring.Charted> charted) implements Content.Source {

    public MonitoringReport {
        charted = List.copyOf(charted);
    }

    @Override
    public Content in(Language language) {
        Wording wording = new Wording(language);
        List<Plot> plots = charted.stream()
                .filter(one -> !one.points().isEmpty())
                .map(one -> plot(wording, one))
                .toList();
        return new Content(
                wording.of(Phrase.MONITORING_TITLE),
                List.of(
                        Section.of(
                                wording.of(Phrase.ATTRIBUTES),
                                Parts.table(
                                        wording,
                                        Monitoring.Line.class,
                                        result.attributes(),
                                        List.of(
                                                new Parts.Cell<>("attribute", false, Monitoring.Line::attribute),
                                                new Parts.Cell<>("state", false, line -> wording.of(line.state())),
                                                new Parts.Cell<>("n", true, line -> Integer.toString(line.n())),
                                                new Parts.Cell<>("mean", true, line -> wording.number(line.mean())),
                                                new Parts.Cell<>("sigma", true, line -> wording.number(line.sigma())),
                                                new Parts.Cell<>("last", true, line -> wording.number(line.last())),
                                                new Parts.Cell<>("cpk", true, line -> wording.number(line.cpk())),
                                                new Parts.Cell<>("ppk", true, line -> wording.number(line.ppk())),
                                                new Parts.Cell<>(
                                                        "signals", true, line -> Integer.toString(line.signals())),
                                                new Parts.Cell<>(
                                                        "out_of_specification",
                                                        true,
                                                        line -> Integer.toString(line.outOfSpecification()))))),
                        Section.of(
                                wording.of(Phrase.CHART),
                                new Block.Figure(wording.of(Phrase.MONITORING_CAPTION), plots)),
                        Section.of(wording.of(Phrase.METHOD), new Block.Text(wording.of(Phrase.MONITORING_METHOD)))));
    }

    private static Plot plot(Wording wording, Monitoring.Charted one) {
        Plot plot = Parts.chart(wording, one.points(), false)
                .titled(one.line().attribute())
                .sized(Plot.Size.HALF);
        if (!Double.isNaN(one.line().lsl())) {
            plot = plot.with(new Layer.Across(one.line().lsl(), wording.of(Phrase.LSL)));
        }
        return Double.isNaN(one.line().usl())
                ? plot
                : plot.with(new Layer.Across(one.line().usl(), wording.of(Phrase.USL)));
    }
}
