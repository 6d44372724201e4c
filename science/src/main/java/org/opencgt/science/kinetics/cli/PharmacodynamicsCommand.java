package org.opencgt.science.kinetics.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.Fault;
import org.opencgt.science.command.Analysis;
import org.opencgt.science.command.Finding;
import org.opencgt.science.command.Surroundings;
import org.opencgt.science.kinetics.Curve;
import org.opencgt.science.kinetics.CurveReader;
import org.opencgt.science.kinetics.MarkerResponse;
import org.opencgt.science.kinetics.MarkerSummary;
import org.opencgt.science.kinetics.Pharmacodynamics;
import org.opencgt.science.kinetics.Units;
import org.opencgt.science.kinetics.report.MarkersReport;
import org.opencgt.science.table.Table;
import org.opencgt.science.table.TextColumn;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ck pharmacodynamics}. */
@Command(name = "pharmacodynamics")
final class PharmacodynamicsCommand extends Analysis {

    @Mixin
    CurveOptions curveOptions = new CurveOptions();

    @Mixin
    UnitOptions unitOptions = new UnitOptions();

    @Option(names = "--marker", paramLabel = "COLUMN")
    @Nullable
    String marker;

    @Option(names = "--ratio", paramLabel = "A/B")
    @Nullable
    String ratio;

    @Option(names = "--baseline", paramLabel = "RULE")
    Pharmacodynamics.BaselineRule baseline = Pharmacodynamics.BaselineRule.LAST;

    @Option(names = "--below", paramLabel = "X")
    @Nullable
    Double threshold;

    @Option(names = "--summary")
    boolean summary;

    @Override
    protected Finding find(Surroundings surroundings) {
        Units units = unitOptions.units();
        Pharmacodynamics analysis = new Pharmacodynamics(baseline, threshold == null ? Double.NaN : threshold, units);
        List<MarkerResponse> rows = new ArrayList<>();
        Map<String, List<Curve>> series = series(curveOptions.table());
        series.forEach((name, curves) -> curves.forEach(curve -> rows.add(analysis.respond(curve, name))));
        List<MarkerSummary> summaries = MarkerSummary.of(rows, units);
        Finding finding = summary ? Finding.of(MarkerSummary.class, summaries) : Finding.of(MarkerResponse.class, rows);
        return finding.reported(new MarkersReport(series, analysis, rows, summaries));
    }

    /** The curves of each marker. */
    private Map<String, List<Curve>> series(Table table) {
        Map<String, List<Curve>> series = new LinkedHashMap<>();
        if (marker == null) {
            series.put(curveOptions.value, curveOptions.curves(table).curves());
            return series;
        }
        TextColumn markers = table.text(marker);
        CurveReader.Columns columns = curveOptions.columns(curveOptions.value, curveOptions.limit);
        for (int row = 0; row < table.rows(); row++) {
            String name = markers.get(row);
            if (name != null && !series.containsKey(name)) {
                series.put(
                        name,
                        CurveReader.read(table, columns, other -> name.equals(markers.get(other)))
                                .curves());
            }
        }
        if (ratio != null) {
            series.put(ratio, ratios(series));
        }
        return series;
    }

    /** One marker divided by another, where both are quantified at the same time. */
    private List<Curve> ratios(Map<String, List<Curve>> series) {
        String[] names = String.valueOf(ratio).split("/", -1);
        if (names.length != 2) {
            throw Fault.of(KineticsUsage.UNREADABLE_RATIO)
                    .with("text", String.valueOf(ratio))
                    .asException();
        }
        List<Curve> dividends = known(series, names[0].strip());
        List<Curve> divisors = known(series, names[1].strip());
        List<Curve> ratios = new ArrayList<>();
        for (Curve dividend : dividends) {
            divisors.stream()
                    .filter(divisor -> divisor.subject().equals(dividend.subject()))
                    .findAny()
                    .ifPresent(divisor -> ratios.add(dividend.dividedBy(divisor)));
        }
        return ratios;
    }

    private static List<Curve> known(Map<String, List<Curve>> series, String name) {
        List<Curve> curves = series.get(name);
        if (curves == null) {
            throw Fault.of(KineticsUsage.UNKNOWN_MARKER)
                    .with("name", name)
                    .with("names", String.join(", ", series.keySet()))
                    .asException();
        }
        return curves;
    }
}
