package org.opencgt.science.cells.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.Fault;
import org.opencgt.science.cells.Passage;
import org.opencgt.science.cells.PassageDoublings;
import org.opencgt.science.cells.PopulationDoublings;
import org.opencgt.science.cells.report.DoublingsReport;
import org.opencgt.science.command.Analysis;
import org.opencgt.science.command.Finding;
import org.opencgt.science.command.Given;
import org.opencgt.science.command.Surroundings;
import org.opencgt.science.table.NumberColumn;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code cells doublings}. */
@Command(name = "doublings")
final class DoublingsCommand extends Analysis {

    @Option(names = "--input", paramLabel = "FILE")
    @Nullable
    Path input;

    @Option(names = "--passage", paramLabel = "COLUMN")
    @Nullable
    String passage;

    @Option(names = "--seeded", paramLabel = "N|COLUMN")
    @Nullable
    String seeded;

    @Option(names = "--harvested", paramLabel = "N|COLUMN")
    @Nullable
    String harvested;

    @Option(names = "--hours", paramLabel = "N|COLUMN")
    @Nullable
    String hours;

    @Option(names = "--initial-pdl", paramLabel = "N")
    double initialPdl;

    @Option(names = "--limit", paramLabel = "PDL")
    @Nullable
    Double limit;

    @Override
    protected Finding find(Surroundings surroundings) {
        Given given = Given.in(input);
        List<String> names = given.names("--passage", passage);
        NumberColumn n0 = given.requiredNumbers("--seeded", seeded);
        NumberColumn n1 = given.requiredNumbers("--harvested", harvested);
        NumberColumn t = given.numbers("--hours", hours);
        List<Passage> passages = new ArrayList<>();
        for (int i = 0; i < given.rows(); i++) {
            passages.add(given.in(i, row -> new Passage(names.get(row), n0.get(row), n1.get(row), t.get(row))));
        }
        List<PassageDoublings> along = PopulationDoublings.along(passages, initialPdl);
        return Finding.of(PassageDoublings.class, along)
                .unmet(unmet(along.getLast()))
                .reported(new DoublingsReport(along, limit));
    }

    private List<Fault> unmet(PassageDoublings last) {
        if (limit == null || last.cumulativePdl() <= limit) {
            return List.of();
        }
        CellsCriterion criterion =
                Double.isNaN(last.cumulativePdl()) ? CellsCriterion.PDL_UNKNOWN : CellsCriterion.PDL_OVER_LIMIT;
        return List.of(Fault.of(criterion)
                .with("passage", last.passage())
                .with("pdl", last.cumulativePdl())
                .with("limit", limit));
    }
}
