package org.opencgt.science.stability.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.opencgt.science.Language;
import org.opencgt.science.report.Axis;
import org.opencgt.science.report.Block;
import org.opencgt.science.report.Content;
import org.opencgt.science.report.Layer;
import org.opencgt.science.report.Plot;
import org.opencgt.science.report.Section;
import org.opencgt.science.stability.ExcursionBudget;

/** The report of temperature excursions: the readings against the range, and what of the studied allowance was used. */
public record ExcursionReport(
        double[] hours, double[] celsius, ExcursionBudget.Allowance allowance, ExcursionBudget found)
        implements Content.Source {

    @Override
    public Content in(Language language) {
        Wording wording = new Wording(language);
        double start =
                Arrays.stream(hours).filter(hour -> !Double.isNaN(hour)).min().orElse(0);
        List<Block.Fact> facts = new ArrayList<>();
        facts.add(fact(wording, "hours_observed", found.hoursObserved()));
        facts.add(fact(wording, "hours_outside", found.hoursOutside()));
        facts.add(fact(wording, "hours_unknown", found.hoursUnknown()));
        facts.add(fact(wording, "excursions", found.excursions()));
        facts.add(fact(wording, "longest_hours", found.longestHours()));
        facts.add(fact(wording, "total_hours", found.totalHours()));
        facts.add(fact(wording, "total_hours_allowed", found.totalHoursAllowed()));
        List<Block> overview = new ArrayList<>();
        overview.add(new Block.Facts(facts));
        if (!found.flags().isEmpty()) {
            overview.add(
                    new Block.Points(found.flags().stream().map(wording::of).toList()));
        }
        Plot plot = Plot.of(
                        Axis.linear(wording.of(Phrase.HOURS_AXIS)), Axis.linear(wording.of(Phrase.TEMPERATURE_AXIS)))
                .with(new Layer.Line(
                        Arrays.stream(hours).map(hour -> hour - start).toArray(), celsius, 0, Layer.Weight.NORMAL, ""))
                .with(new Layer.Across(allowance.low(), wording.of(Phrase.LOWER_LIMIT)))
                .with(new Layer.Across(allowance.high(), wording.of(Phrase.UPPER_LIMIT)));
        List<Section> sections = new ArrayList<>();
        sections.add(new Section(wording.of(Phrase.OVERVIEW), overview));
        sections.add(
                Section.of(wording.of(Phrase.FIGURE), Block.Figure.of(wording.of(Phrase.EXCURSION_CAPTION), plot)));
        if (!found.bands().isEmpty()) {
            sections.add(Section.of(wording.of(Phrase.BANDS), bands(wording)));
        }
        sections.add(Section.of(wording.of(Phrase.METHOD), new Block.Text(wording.of(Phrase.EXCURSION_METHOD))));
        return new Content(wording.of(Phrase.EXCURSION_TITLE), sections);
    }

    private Block bands(Wording wording) {
        return Wording.grid(
                List.of("from_c", "to_c", "hours", "hours_allowed", "hours_left", "count", "count_allowed").stream()
                        .map(column -> wording.label(ExcursionBudget.BandUse.class, column))
                        .toList(),
                0,
                found.bands().stream()
                        .map(use -> List.of(
                                wording.number(use.fromC()),
                                wording.number(use.toC()),
                                wording.number(use.hours()),
                                wording.number(use.hoursAllowed()),
                                wording.number(use.hoursLeft()),
                                Integer.toString(use.count()),
                                wording.number(use.countAllowed())))
                        .toList());
    }

    private static Block.Fact fact(Wording wording, String column, double value) {
        return new Block.Fact(wording.label(ExcursionBudget.class, column), wording.number(value));
    }
}
