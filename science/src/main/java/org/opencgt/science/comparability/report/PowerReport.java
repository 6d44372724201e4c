package org.opencgt.science.comparability.report;

import java.util.List;
import org.opencgt.science.Language;
import org.opencgt.science.comparability.EquivalencePower;
import org.opencgt.science.report.Axis;
import org.opencgt.science.report.Block;
import org.opencgt.science.report.Content;
import org.opencgt.science.report.Layer;
import org.opencgt.science.report.Plot;
import org.opencgt.science.report.Section;
import org.opencgt.science.report.Wording;

/** The report of how many lots a test of equivalence needs. */
public record PowerReport(List<EquivalencePower> rows, double target) implements Content.Source {

    public PowerReport {
        rows = List.copyOf(rows);
    }

    @Override
    public Content in(Language language) {
        Wording wording = new Wording(language);
        double[] lots = rows.stream().mapToDouble(EquivalencePower::nTest).toArray();
        double[] power = rows.stream().mapToDouble(EquivalencePower::power).toArray();
        EquivalencePower last = rows.getLast();
        return new Content(
                wording.of(Phrase.POWER_TITLE),
                List.of(
                        Section.of(
                                wording.of(Phrase.FIGURES),
                                Block.Figure.of(
                                        wording.of(Phrase.POWER_CAPTION),
                                        Plot.of(
                                                        Axis.linear(wording.label(EquivalencePower.class, "n_test")),
                                                        Axis.linear(wording.of(Phrase.POWER)))
                                                .with(new Layer.Line(lots, power, 0, Layer.Weight.NORMAL, ""))
                                                .with(new Layer.Dots(lots, power, 0, false, List.of()))
                                                .with(new Layer.Across(target, wording.of(Phrase.TARGET)))),
                                new Block.Facts(List.of(
                                        wording.fact(EquivalencePower.class, "n_test", last.nTest()),
                                        wording.fact(EquivalencePower.class, "n_reference", last.nReference()),
                                        wording.fact(EquivalencePower.class, "difference", last.difference()),
                                        wording.fact(EquivalencePower.class, "sd", last.sd()),
                                        wording.fact(EquivalencePower.class, "margin_lower", last.marginLower()),
                                        wording.fact(EquivalencePower.class, "margin_upper", last.marginUpper()),
                                        wording.fact(EquivalencePower.class, "alpha", last.alpha()),
                                        wording.fact(EquivalencePower.class, "power", last.power())))),
                        Section.of(wording.of(Phrase.METHOD), new Block.Text(wording.of(Phrase.POWER_METHOD)))));
    }
}
