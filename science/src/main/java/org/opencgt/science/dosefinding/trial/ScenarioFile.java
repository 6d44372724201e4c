package org.opencgt.science.dosefinding.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import org.opencgt.science.BadInput;
import org.opencgt.science.Fault;
import org.opencgt.science.dosefinding.DoseFindingFault;
import org.opencgt.science.dosefinding.Truth;
import org.opencgt.science.table.NumberColumn;
import org.opencgt.science.table.Table;

/**
 * Scenarios in a table, one in each row: a column {@code scenario} with its name, or none, and one column for each dose, lowest
 * first, with its probability of toxicity. Columns whose names begin with {@code eff} hold probabilities of response. A
 * scenario with fewer doses than the others leaves its last cells empty.
 */
public final class ScenarioFile {

    private static final String NAME = "scenario";
    private static final String EFFICACY = "eff";

    private ScenarioFile() {}

    /**
     * The scenarios.
     *
     * @throws BadInput if there are none, or one is not a truth
     */
    public static List<Scenario> read(Table table) {
        List<NumberColumn> toxicity = columns(table, name -> !name.equals(NAME) && !isEfficacy(name));
        List<NumberColumn> efficacy = columns(table, ScenarioFile::isEfficacy);
        if (table.rows() == 0 || toxicity.isEmpty()) {
            throw Fault.of(DoseFindingFault.NO_SCENARIOS)
                    .with("file", table.source())
                    .asException();
        }
        List<Scenario> scenarios = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            String name = table.has(NAME) ? table.text(NAME).get(row) : null;
            scenarios.add(new Scenario(
                    Objects.requireNonNullElse(name, Integer.toString(row + 1)),
                    truth(table, row, toxicity, efficacy)));
        }
        return scenarios;
    }

    private static Truth truth(Table table, int row, List<NumberColumn> toxicity, List<NumberColumn> efficacy) {
        try {
            return new Truth(values(row, toxicity), efficacy.isEmpty() ? null : values(row, efficacy));
        } catch (BadInput refused) {
            throw Fault.of(DoseFindingFault.IN_SCENARIO)
                    .with("file", table.source())
                    .with("line", table.line(row))
                    .with("fault", refused.fault())
                    .asException(refused);
        }
    }

    /** The values up to the last that is not missing; one that is missing before stays so, and is refused. */
    private static List<Double> values(int row, List<NumberColumn> columns) {
        int count = columns.size();
        while (count > 0 && columns.get(count - 1).isMissing(row)) {
            count--;
        }
        return columns.subList(0, count).stream().map(column -> column.get(row)).toList();
    }

    private static List<NumberColumn> columns(Table table, Predicate<String> wanted) {
        return table.header().stream().filter(wanted).map(table::fractions).toList();
    }

    private static boolean isEfficacy(String name) {
        return name.toLowerCase(Locale.ROOT).startsWith(EFFICACY);
    }
}
