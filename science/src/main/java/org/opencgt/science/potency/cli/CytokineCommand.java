package org.opencgt.science.potency.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.Fault;
import org.opencgt.science.command.Analysis;
import org.opencgt.science.command.Finding;
import org.opencgt.science.command.Surroundings;
import org.opencgt.science.potency.CytokineRelease;
import org.opencgt.science.potency.report.CytokineReport;
import org.opencgt.science.table.ConcentrationColumn;
import org.opencgt.science.table.ConcentrationColumn.Kind;
import org.opencgt.science.table.Csv;
import org.opencgt.science.table.NumberColumn;
import org.opencgt.science.table.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code potency cytokine}. */
@Command(name = "cytokine")
final class CytokineCommand extends Analysis {

    @Option(names = "--input", paramLabel = "FILE", required = true)
    Path input = Path.of("-");

    @Option(names = "--effector", paramLabel = "COLUMN")
    String effector = "effector";

    @Option(names = "--x", paramLabel = "COLUMN")
    String x = "dose";

    @Option(names = "--y", paramLabel = "COLUMN")
    String y = "signal";

    @Option(names = "--stimulation", paramLabel = "COLUMN")
    String stimulation = "condition";

    @Option(names = "--unstimulated", paramLabel = "NAME")
    String unstimulated = "unstimulated";

    @Option(names = "--quantification-limit", paramLabel = "X")
    double quantificationLimit = Double.NaN;

    @Option(names = "--least-fold", paramLabel = "X")
    @Nullable
    Double leastFold;

    @Override
    protected Finding find(Surroundings surroundings) {
        Table table = Csv.read(input);
        List<@Nullable String> effectors = Columns.texts(table, effector);
        boolean named = table.header().contains(stimulation);
        List<@Nullable String> conditions = named ? Columns.texts(table, stimulation) : List.of();
        NumberColumn doses = table.numbers(x);
        ConcentrationColumn signals = table.concentrations(y);
        List<CytokineRelease.Reading> readings = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            String name = effectors.get(row);
            String condition = named ? conditions.get(row) : "";
            double dose = doses.get(row);
            if (name == null || condition == null || signals.kind(row) == Kind.MISSING) {
                continue;
            }
            boolean stimulated = named ? !condition.equals(unstimulated) : dose > 0;
            if (stimulated && Double.isNaN(dose)) {
                continue;
            }
            double own = signals.limit(row);
            readings.add(new CytokineRelease.Reading(
                    name,
                    stimulated,
                    !named && dose == 0 ? Double.NaN : dose,
                    signals.get(row),
                    Double.isNaN(own) ? quantificationLimit : own));
        }
        List<CytokineRelease> rows = CytokineRelease.of(readings);
        return Finding.of(CytokineRelease.class, rows).unmet(unmet(rows)).reported(new CytokineReport(rows));
    }

    private List<Fault> unmet(List<CytokineRelease> rows) {
        if (leastFold == null) {
            return List.of();
        }
        double least = leastFold;
        Map<String, Double> best = new LinkedHashMap<>();
        rows.forEach(row -> best.merge(row.effector(), Double.isNaN(row.fold()) ? 0 : row.fold(), Math::max));
        return best.entrySet().stream()
                .filter(entry -> !(entry.getValue() >= least))
                .map(entry -> Fault.of(PotencyCriterion.FOLD_BELOW_LIMIT)
                        .with("effector", entry.getKey())
                        .with("fold", entry.getValue())
                        .with("least", least))
                .toList();
    }
}
