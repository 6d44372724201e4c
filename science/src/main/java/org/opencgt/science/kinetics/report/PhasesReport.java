package org.opencgt.science.kinetics.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.opencgt.science.Language;
import org.opencgt.science.TextKey;
import org.opencgt.science.kinetics.Curve;
import org.opencgt.science.kinetics.ParameterSummary;
import org.opencgt.science.kinetics.PhaseFinder;
import org.opencgt.science.kinetics.PhaseFlag;
import org.opencgt.science.kinetics.Phases;
import org.opencgt.science.kinetics.Units.Dimension;
import org.opencgt.science.report.Block;
import org.opencgt.science.report.Content;
import org.opencgt.science.report.Section;
import org.opencgt.science.statistics.SampleSummary;

/** The report of phases. */
public record PhasesReport(List<Curve> curves, PhaseFinder finder, List<Phases> rows) implements Content.Source {

    private record Measure(String column, Dimension dimension, ToDoubleFunction<Phases> value) {}

    private static final List<Measure> MEASURES = List.of(
            new Measure(
                    "distribution_half_life",
                    Dimension.TIME,
                    row -> row.distribution().halfLife()),
            new Measure(
                    "expansion_start", Dimension.TIME, row -> row.expansion().start()),
            new Measure("expansion_rate", Dimension.RATE, row -> row.expansion().rate()),
            new Measure(
                    "expansion_doubling_time",
                    Dimension.TIME,
                    row -> row.expansion().doublingTime()),
            new Measure(
                    "expansion_fold", Dimension.NUMBER, row -> row.expansion().fold()),
            new Measure("peak", Dimension.VALUE, Phases::peak),
            new Measure("peak_time", Dimension.TIME, Phases::peakTime),
            new Measure(
                    "contraction_half_life",
                    Dimension.TIME,
                    row -> row.contraction().halfLife()),
            new Measure(
                    "persistence_start",
                    Dimension.TIME,
                    row -> row.persistence().start()),
            new Measure(
                    "persistence_half_life",
                    Dimension.TIME,
                    row -> row.persistence().halfLife()),
            new Measure("second_peak", Dimension.VALUE, Phases::secondPeak),
            new Measure("tlast", Dimension.TIME, Phases::tlast));

    @Override
    public Content in(Language language) {
        Wording wording = new Wording(language, finder.units());
        CurvePlots plots = new CurvePlots(wording, curves);
        Map<String, List<PhaseFlag>> flags = new LinkedHashMap<>();
        rows.forEach(row -> flags.put(row.subject(), row.flags()));
        return new Content(
                wording.of(Phrase.PHASES_TITLE),
                List.of(
                        new Section(wording.of(Phrase.CURVES), plots.all(rows)),
                        new Section(wording.of(Phrase.OVERVIEW), summary(wording)),
                        new Section(wording.of(Phrase.PHASES), bySubject(wording)),
                        Section.of(wording.of(Phrase.INDIVIDUAL_CURVES), plots.byThemselves(rows, List.of())),
                        new Section(wording.of(Phrase.FLAGS), Tables.flags(wording, flags)),
                        Section.of(
                                wording.of(Phrase.METHOD),
                                new Block.Text(wording.of(Phrase.PHASES_METHOD)),
                                new Block.Text(wording.of(
                                        Phrase.PHASES_METHOD_FALL,
                                        Map.of(
                                                "reversal", finder.reversal(),
                                                "peak", wording.number(100 * finder.mainPeak()),
                                                "by", wording.number(finder.distributionBy()),
                                                "p", finder.significance()))))));
    }

    private List<Block> summary(Wording wording) {
        return Tables.of(
                wording,
                MEASURES,
                List.of(
                        new Tables.Cell<>("", false, measure -> label(wording, measure)),
                        new Tables.Cell<>(
                                "n",
                                true,
                                measure -> Integer.toString(of(measure).n())),
                        cell(wording, "geometric_mean", SampleSummary::geometricMean),
                        cell(wording, "geometric_cv_percent", SampleSummary::geometricCvPercent),
                        cell(wording, "median", SampleSummary::median),
                        cell(wording, "min", SampleSummary::min),
                        cell(wording, "max", SampleSummary::max)));
    }

    private Tables.Cell<Measure> cell(Wording wording, String column, ToDoubleFunction<SampleSummary> value) {
        return new Tables.Cell<>(
                wording.label(ParameterSummary.class, column),
                true,
                measure -> wording.number(value.applyAsDouble(of(measure))));
    }

    private SampleSummary of(Measure measure) {
        return SampleSummary.of(rows.stream().mapToDouble(measure.value).toArray());
    }

    private static String label(Wording wording, Measure measure) {
        return wording.label(Phases.class, measure.column, measure.dimension);
    }

    private List<Block> bySubject(Wording wording) {
        List<Tables.Cell<Phases>> cells = new ArrayList<>();
        cells.add(new Tables.Cell<>(wording.label(Phases.class, "subject"), false, Phases::subject));
        cells.add(new Tables.Cell<>(
                wording.of(Phrase.PHASES),
                false,
                row -> row.phases().stream()
                        .map(name -> wording.of(name(name)))
                        .collect(Collectors.joining(wording.language() == Language.CHINESE ? "、" : ", "))));
        MEASURES.forEach(measure -> cells.add(new Tables.Cell<>(
                label(wording, measure), true, row -> wording.number(measure.value.applyAsDouble(row)))));
        return Tables.of(wording, rows, cells);
    }

    private static TextKey name(Phases.Name name) {
        return switch (name) {
            case DISTRIBUTION -> Phrase.DISTRIBUTION;
            case EXPANSION -> Phrase.EXPANSION;
            case CONTRACTION -> Phrase.CONTRACTION;
            case PERSISTENCE -> Phrase.PERSISTENCE;
        };
    }
}
