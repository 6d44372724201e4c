package org.opencgt.science.dosefinding.cli;

import java.util.Locale;
import org.opencgt.science.command.Analysis;
import org.opencgt.science.command.Finding;
import org.opencgt.science.command.Surroundings;
import org.opencgt.science.dosefinding.design.DecisionTable;
import org.opencgt.science.dosefinding.design.Design;
import org.opencgt.science.dosefinding.design.DesirabilityTable;
import org.opencgt.science.dosefinding.design.EfficacyTable;
import org.opencgt.science.dosefinding.design.LateOnsetTable;
import org.opencgt.science.dosefinding.design.TableSize;
import org.opencgt.science.dosefinding.design.ToxicityTable;
import org.opencgt.science.dosefinding.report.TableReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code dose table}. */
@Command(name = "table")
final class TableCommand extends Analysis {

    /** What is one row in CSV and on the terminal. */
    enum Row {
        PATIENTS,
        OUTCOME;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Mixin
    DesignChoice choice = new DesignChoice();

    @Mixin(name = DesignOptions.MIXIN)
    DesignOptions parameters = new DesignOptions();

    @Option(names = "--cohort", paramLabel = "N")
    int cohort = 3;

    @Option(names = "--max-n", paramLabel = "N")
    int maximum = 30;

    @Option(names = "--row", paramLabel = "patients|outcome")
    Row row = Row.PATIENTS;

    @Override
    protected Finding find(Surroundings surroundings) {
        Design design = choice.design(parameters, 1);
        DecisionTable table = design.table(new TableSize(cohort, maximum));
        return shown(table).reported(new TableReport(design, table));
    }

    private Finding shown(DecisionTable found) {
        return switch (found) {
            case ToxicityTable table
            when row == Row.PATIENTS -> Finding.of(table, ToxicityTable.Boundary.class, table.boundaries());
            case ToxicityTable table -> Finding.of(table, ToxicityTable.Outcome.class, table.decisions());
            case EfficacyTable table -> Finding.of(table, EfficacyTable.Outcome.class, table.decisions());
            case LateOnsetTable table -> Finding.of(table, LateOnsetTable.Outcome.class, table.decisions());
            case DesirabilityTable table -> Finding.of(table, DesirabilityTable.Outcome.class, table.decisions());
        };
    }
}
