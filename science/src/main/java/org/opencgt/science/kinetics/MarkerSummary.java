package org.opencgt.science.kinetics;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.opencgt.science.Result;
import org.opencgt.science.kinetics.Units.Dimension;
import org.opencgt.science.statistics.SampleSummary;
import org.opencgt.science.survival.KaplanMeier;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * One measure of the response of a marker over the subjects of a group. For {@code depleted_for} the median is that of
 * Kaplan-Meier, as depletion that goes on is censored; there is no mean then.
 *
 * @param group empty if there are none
 * @param n subjects with a value
 * @param censored how many of these are censored
 */
@JsonNaming(SnakeCaseStrategy.class)
public record MarkerSummary(
        @JsonInclude(Include.NON_EMPTY) String group,
        String marker,
        String measure,
        String unit,
        int n,
        int censored,
        double mean,
        double sd,
        double median,
        double min,
        double max,
        double geometricMean,
        double geometricCvPercent)
        implements Result {

    private static final double CONFIDENCE = 0.95;

    private record Measure(String name, Dimension dimension, ToDoubleFunction<MarkerResponse> value) {}

    private static final List<Measure> MEASURES = List.of(
            new Measure("baseline", Dimension.VALUE, MarkerResponse::baseline),
            new Measure("peak", Dimension.VALUE, MarkerResponse::peak),
            new Measure("t_peak", Dimension.TIME, MarkerResponse::tPeak),
            new Measure("nadir", Dimension.VALUE, MarkerResponse::nadir),
            new Measure("t_nadir", Dimension.TIME, MarkerResponse::tNadir),
            new Measure("change", Dimension.VALUE, MarkerResponse::change),
            new Measure("fold", Dimension.NUMBER, MarkerResponse::fold),
            new Measure("auec_above_baseline", Dimension.AREA, MarkerResponse::auecAboveBaseline),
            new Measure("time_above_baseline", Dimension.TIME, MarkerResponse::timeAboveBaseline));

    /** All measures of each marker in each group, groups in order. */
    public static List<MarkerSummary> of(List<MarkerResponse> rows, Units units) {
        List<MarkerSummary> summaries = new ArrayList<>();
        Groups.of(rows, MarkerResponse::group).forEach((group, own) -> {
            Map<String, List<MarkerResponse>> markers = new LinkedHashMap<>();
            own.forEach(row -> markers.computeIfAbsent(row.marker(), unseen -> new ArrayList<>())
                    .add(row));
            markers.forEach((marker, responses) -> {
                MEASURES.forEach(measure -> summaries.add(of(group, marker, responses, measure, units)));
                depletion(group, marker, responses, units, summaries);
            });
        });
        return List.copyOf(summaries);
    }

    private static MarkerSummary of(
            String group, String marker, List<MarkerResponse> rows, Measure measure, Units units) {
        SampleSummary summary =
                SampleSummary.of(rows.stream().mapToDouble(measure.value).toArray());
        return new MarkerSummary(
                group,
                marker,
                measure.name,
                units.of(measure.dimension),
                summary.n(),
                0,
                summary.mean(),
                summary.sd(),
                summary.median(),
                summary.min(),
                summary.max(),
                summary.geometricMean(),
                summary.geometricCvPercent());
    }

    private static void depletion(
            String group, String marker, List<MarkerResponse> rows, Units units, List<MarkerSummary> summaries) {
        List<MarkerResponse> depleted =
                rows.stream().filter(row -> !Double.isNaN(row.depletedFor())).toList();
        if (depleted.isEmpty()) {
            return;
        }
        double[] times =
                depleted.stream().mapToDouble(MarkerResponse::depletedFor).toArray();
        boolean[] recovered = new boolean[times.length];
        for (int i = 0; i < times.length; i++) {
            recovered[i] = !Double.isNaN(depleted.get(i).recoveredAt());
        }
        KaplanMeier curve = KaplanMeier.of(times, recovered, CONFIDENCE);
        SampleSummary range = SampleSummary.of(times);
        summaries.add(new MarkerSummary(
                group,
                marker,
                "depleted_for",
                units.of(Dimension.TIME),
                times.length,
                times.length - curve.events(),
                Double.NaN,
                Double.NaN,
                curve.quantile(0.5).time(),
                range.min(),
                range.max(),
                Double.NaN,
                Double.NaN));
    }
}
