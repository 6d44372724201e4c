package org.opencgt.science.kinetics.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.opencgt.science.Language;
import org.opencgt.science.kinetics.Curve;
import org.opencgt.science.kinetics.MarkerFlag;
import org.opencgt.science.kinetics.MarkerResponse;
import org.opencgt.science.kinetics.MarkerSummary;
import org.opencgt.science.kinetics.Pharmacodynamics;
import org.opencgt.science.kinetics.Units.Dimension;
import org.opencgt.science.report.Block;
import org.opencgt.science.report.Content;
import org.opencgt.science.report.Section;

/**
 * The report of markers.
 *
 * @param series the curves of each marker
 */
public record MarkersReport(
        Map<String, List<Curve>> series,
        Pharmacodynamics analysis,
        List<MarkerResponse> rows,
        List<MarkerSummary> summaries)
        implements Content.Source {

    @Override
    public Content in(Language language) {
        Wording wording = new Wording(language, analysis.units());
        List<Section> sections = new ArrayList<>();
        sections.add(new Section(wording.of(Phrase.SUMMARY_BY_GROUP), summary(wording)));
        series.forEach((marker, curves) -> {
            CurvePlots plots = new CurvePlots(wording, curves);
            List<Block> blocks = new ArrayList<>(plots.all(List.of()));
            blocks.addAll(bySubject(
                    wording,
                    rows.stream().filter(row -> row.marker().equals(marker)).toList()));
            sections.add(new Section(marker, blocks));
        });
        Map<String, List<MarkerFlag>> flags = new LinkedHashMap<>();
        rows.forEach(row -> flags.put(row.subject() + " · " + row.marker(), row.flags()));
        sections.add(new Section(wording.of(Phrase.FLAGS), Tables.flags(wording, flags)));
        sections.add(Section.of(wording.of(Phrase.METHOD), new Block.Text(wording.of(Phrase.MARKERS_METHOD))));
        return new Content(wording.of(Phrase.MARKERS_TITLE), sections);
    }

    private List<Block> bySubject(Wording wording, List<MarkerResponse> own) {
        return Tables.of(
                wording,
                own,
                List.of(
                        new Tables.Cell<>(
                                wording.label(MarkerResponse.class, "subject"), false, MarkerResponse::subject),
                        cell(wording, "baseline", Dimension.VALUE, MarkerResponse::baseline),
                        cell(wording, "peak", Dimension.VALUE, MarkerResponse::peak),
                        cell(wording, "t_peak", Dimension.TIME, MarkerResponse::tPeak),
                        cell(wording, "fold", Dimension.NUMBER, MarkerResponse::fold),
                        cell(wording, "nadir", Dimension.VALUE, MarkerResponse::nadir),
                        cell(wording, "t_nadir", Dimension.TIME, MarkerResponse::tNadir),
                        cell(wording, "auec_above_baseline", Dimension.AREA, MarkerResponse::auecAboveBaseline),
                        cell(wording, "return_to_baseline", Dimension.TIME, MarkerResponse::returnToBaseline),
                        cell(wording, "depleted_from", Dimension.TIME, MarkerResponse::depletedFrom),
                        cell(wording, "recovered_at", Dimension.TIME, MarkerResponse::recoveredAt),
                        cell(wording, "depleted_for", Dimension.TIME, MarkerResponse::depletedFor)));
    }

    private static Tables.Cell<MarkerResponse> cell(
            Wording wording, String column, Dimension dimension, Function<MarkerResponse, Double> value) {
        return new Tables.Cell<>(
                wording.label(MarkerResponse.class, column, dimension), true, row -> wording.number(value.apply(row)));
    }

    private List<Block> summary(Wording wording) {
        List<Tables.Cell<MarkerSummary>> cells = new ArrayList<>();
        if (summaries.stream().anyMatch(row -> !row.group().isEmpty())) {
            cells.add(new Tables.Cell<>(wording.of(Phrase.GROUP), false, MarkerSummary::group));
        }
        cells.add(new Tables.Cell<>(wording.label(MarkerSummary.class, "marker"), false, MarkerSummary::marker));
        cells.add(new Tables.Cell<>(
                wording.label(MarkerSummary.class, "measure"),
                false,
                row -> wording.label(MarkerResponse.class, row.measure())));
        cells.add(new Tables.Cell<>(wording.label(MarkerSummary.class, "unit"), false, MarkerSummary::unit));
        cells.add(summaryCell(wording, "n", row -> (double) row.n()));
        cells.add(summaryCell(wording, "censored", row -> (double) row.censored()));
        cells.add(summaryCell(wording, "mean", MarkerSummary::mean));
        cells.add(summaryCell(wording, "sd", MarkerSummary::sd));
        cells.add(summaryCell(wording, "median", MarkerSummary::median));
        cells.add(summaryCell(wording, "min", MarkerSummary::min));
        cells.add(summaryCell(wording, "max", MarkerSummary::max));
        cells.add(summaryCell(wording, "geometric_mean", MarkerSummary::geometricMean));
        return Tables.of(wording, summaries, cells);
    }

    private static Tables.Cell<MarkerSummary> summaryCell(
            Wording wording, String column, Function<MarkerSummary, Double> value) {
        return new Tables.Cell<>(
                wording.label(MarkerSummary.class, column), true, row -> wording.number(value.apply(row)));
    }
}
