package org.opencgt.science.dosefinding.cli;

import java.util.Locale;
import org.opencgt.science.command.Analysis;
import org.opencgt.science.command.Finding;
import org.opencgt.science.command.Surroundings;
import org.opencgt.science.dosefinding.design.DesirabilityTable;
import org.opencgt.science.dosefinding.design.EfficacyTable;
import org.opencgt.science.dosefinding.design.LateOnsetTable;
import org.opencgt.science.dosefinding.design.TableSize;
import org.opencgt.science.dosefinding.design.ToxicityTable;
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

    @Mixin(name = DesignOptions.MIXIN)
    DesignOptions design = new DesignOptions();

    @Option(names = "--cohort", paramLabel = "N")
    int cohort = 3;

    @Option(names = "--max-n", paramLabel = "N")
    int maximum = 30;

    @Option(names = "--row", paramLabel = "patients|outcome")
    Row row = Row.PATIENTS;

    @Override
    protected Finding find(Surroundings surroundings) {
        return switch (design.design().table(new TableSize(cohort, maximum))) {
            case ToxicityTable table
            when row == Row.PATIENTS -> Finding.of(table, ToxicityTable.Boundary.class, table.boundaries());
            case ToxicityTable table -> Finding.of(table, ToxicityTable.Outcome.class, table.decisions());
            case EfficacyTable table -> Finding.of(table, EfficacyTable.Outcome.class, table.decisions());
            case LateOnsetTable table -> Finding.of(table, LateOnsetTable.Outcome.class, table.decisions());
            case DesirabilityTable table -> Finding.of(table, DesirabilityTable.Outcome.class, table.decisions());
        };
    }
}
