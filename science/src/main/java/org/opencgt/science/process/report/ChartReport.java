package org.opencgt.science.process.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.opencgt.science.Language;
import org.opencgt.science.process.ChartType;
import org.opencgt.science.process.ControlChart;
import org.opencgt.science.process.RuleSet;
import org.opencgt.science.process.Violation;
import org.opencgt.science.report.Axis;
import org.opencgt.science.report.Block;
import org.opencgt.science.report.Content;
import org.opencgt.science.report.Layer;
import org.opencgt.science.report.Plot;
import org.opencgt.science.report.Section;
import org.opencgt.science.report.Wording;

/** The report of a control chart: the charts, and each rule that points complete, with what it means. */
public record ChartReport(ControlChart chart, RuleSet rules) implements Content.Source {

    @Override
    public Content in(Language language) {
        Wording wording = new Wording(language);
        List<Section> sections = new ArrayList<>();
        sections.add(Section.of(
                wording.of(Phrase.CHART),
                Block.Figure.of(
                        wording.of(Phrase.CHART_CAPTION),
                        Parts.chart(wording, chart.points(), chart.type() == ChartType.CUSUM)),
                new Block.Facts(List.of(
                        wording.fact(ControlChart.class, "type", chart.type().toString()),
                        wording.fact(ControlChart.class, "center", chart.center()),
                        wording.fact(ControlChart.class, "sigma", chart.sigma()),
                        wording.fact(ControlChart.class, "sigma_z", chart.sigmaZ())))));
        ControlChart.Spread spread = chart.spread();
        if (spread != null) {
            sections.add(Section.of(
                    wording.of(Phrase.SPREAD),
                    Block.Figure.of(wording.of(Phrase.SPREAD_CAPTION), spread(wording, spread))));
        }
        sections.add(Section.of(wording.of(Phrase.SIGNALS), signals(wording)));
        sections.add(Section.of(wording.of(Phrase.METHOD), new Block.Text(wording.of(Phrase.CHART_METHOD))));
        return new Content(wording.of(Phrase.CHART_TITLE), Parts.with(sections, wording, chart.flags()));
    }

    private static Plot spread(Wording wording, ControlChart.Spread spread) {
        List<ControlChart.SpreadPoint> points = spread.points();
        double[] x =
                points.stream().mapToDouble(ControlChart.SpreadPoint::index).toArray();
        double[] y =
                points.stream().mapToDouble(ControlChart.SpreadPoint::value).toArray();
        return Plot.of(Axis.linear(wording.of(Phrase.POINT)), Axis.linear(wording.of(Phrase.VALUE)))
                .with(new Layer.Line(
                        x,
                        points.stream()
                                .mapToDouble(ControlChart.SpreadPoint::center)
                                .toArray(),
                        7,
                        Layer.Weight.NORMAL,
                        ""))
                .with(new Layer.Line(
                        x,
                        points.stream()
                                .mapToDouble(ControlChart.SpreadPoint::ucl)
                                .toArray(),
                        5,
                        Layer.Weight.DASHED,
                        ""))
                .with(new Layer.Line(
                        x,
                        points.stream()
                                .mapToDouble(ControlChart.SpreadPoint::lcl)
                                .toArray(),
                        5,
                        Layer.Weight.DASHED,
                        ""))
                .with(new Layer.Line(x, y, 0, Layer.Weight.NORMAL, ""))
                .with(new Layer.Dots(x, y, 0, false, List.of()));
    }

    private Block signals(Wording wording) {
        if (chart.violations().isEmpty()) {
            return new Block.Text(wording.of(Phrase.NO_SIGNALS));
        }
        Map<String, List<String>> byRule = new LinkedHashMap<>();
        for (Violation violation : chart.violations()) {
            byRule.computeIfAbsent(violation.rule(), unseen -> new ArrayList<>())
                    .add(chart.points().get(violation.index() - 1).label());
        }
        return new Block.Grid(
                "",
                List.of(
                        new Block.Column(wording.of(Phrase.RULE), false),
                        new Block.Column(wording.of(Phrase.POINTS), false),
                        new Block.Column(wording.of(Phrase.MEANING), false)),
                byRule.entrySet().stream()
                        .map(rule -> List.of(
                                rule.getKey(),
                                String.join(", ", rule.getValue()),
                                wording.of(RulePhrase.of(chart.type(), rules, rule.getKey()))))
                        .toList());
    }
}
