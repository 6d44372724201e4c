package org.opencgt.science.dosefinding.design;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.BadInput;
import org.opencgt.science.Explanation;
import org.opencgt.science.Fault;
import org.opencgt.science.dosefinding.Decision;
import org.opencgt.science.dosefinding.DoseFindingFault;
import org.opencgt.science.dosefinding.DoseFindingQuantity;
import org.opencgt.science.dosefinding.Limits;
import org.opencgt.science.table.NumberColumn;
import org.opencgt.science.table.Table;

/**
 * A decision table that somebody brings along. For each number of patients in it every number of toxicities has a decision, and
 * more toxicities never lead to a bolder one.
 *
 * @param rows decisions for 0, 1, 2 … toxicities, by number of patients
 * @param target toxicity that the selected dose is to be closest to
 */
public record CustomTable(Map<Integer, List<Decision>> rows, double target) implements TableDesign {

    /** From bold to cautious. */
    private static final List<Decision> BOLDNESS =
            List.of(Decision.ESCALATE, Decision.STAY, Decision.DEESCALATE, Decision.ELIMINATE);

    public CustomTable {
        Limits.inside(DoseFindingQuantity.TARGET, target, 0, 1);
        rows = Map.copyOf(rows);
        new TreeMap<>(rows).forEach(CustomTable::check);
    }

    /**
     * Reads a table with the columns {@code n}, {@code dlt} and {@code decision} (E, S, D or DU).
     *
     * @throws BadInput if a cell is none of these, appears twice or is missing
     */
    public static CustomTable read(Table table, double target) {
        NumberColumn patients = table.numbers("n");
        NumberColumn dlts = table.numbers("dlt");
        Map<Integer, @Nullable Decision[]> rows = new TreeMap<>();
        for (int row = 0; row < table.rows(); row++) {
            int n = whole(table, row, patients, 1, TableSize.LIMIT);
            int dlt = whole(table, row, dlts, 0, n);
            @Nullable Decision[] cells = rows.computeIfAbsent(n, size -> new @Nullable Decision[size + 1]);
            if (cells[dlt] != null) {
                throw table.at(row, "dlt", DoseFindingFault.CELL_TWICE)
                        .with("n", n)
                        .asException();
            }
            cells[dlt] = decision(table, row);
        }
        if (rows.isEmpty()) {
            throw Fault.of(DoseFindingFault.EMPTY_TABLE)
                    .with("file", table.source())
                    .asException();
        }
        Map<Integer, List<Decision>> complete = new TreeMap<>();
        rows.forEach((n, cells) -> complete.put(n, complete(n, cells)));
        return new CustomTable(complete, target);
    }

    @Override
    public String name() {
        return "custom";
    }

    @Override
    public Map<String, Object> settings() {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("target", target);
        return settings;
    }

    @Override
    public boolean reaches(int patients) {
        return rows.containsKey(patients);
    }

    @Override
    public Decision cell(int patients, int dlts) {
        List<Decision> row = rows.get(patients);
        if (row == null) {
            throw Fault.of(DoseFindingFault.NOT_IN_TABLE)
                    .with("patients", patients)
                    .asException();
        }
        return row.get(dlts);
    }

    @Override
    public Explanation why(int patients, int dlts) {
        return Explanation.of(DesignReason.TABLE_SAYS)
                .with("patients", patients)
                .with("dlts", dlts)
                .with("decision", cell(patients, dlts).toString());
    }

    @Override
    public ClosestToTarget selection() {
        return ClosestToTarget.of(target);
    }

    private static void check(int n, List<Decision> row) {
        if (row.size() != n + 1) {
            throw missing(n, row.size());
        }
        for (int dlt = 0; dlt <= n; dlt++) {
            int boldness = BOLDNESS.indexOf(row.get(dlt));
            if (boldness < 0) {
                throw Fault.of(DoseFindingFault.NOT_A_DECISION)
                        .with("decision", row.get(dlt).toString())
                        .asException();
            }
            if (dlt > 0 && boldness < BOLDNESS.indexOf(row.get(dlt - 1))) {
                throw Fault.of(DoseFindingFault.BOLDER_AFTER_MORE)
                        .with("n", n)
                        .with("dlt", dlt)
                        .with("decision", row.get(dlt).toString())
                        .with("fewer", dlt - 1)
                        .with("before", row.get(dlt - 1).toString())
                        .asException();
            }
        }
    }

    private static List<Decision> complete(int n, @Nullable Decision[] cells) {
        List<Decision> row = new ArrayList<>();
        for (int dlt = 0; dlt <= n; dlt++) {
            if (cells[dlt] == null) {
                throw missing(n, dlt);
            }
            row.add(Objects.requireNonNull(cells[dlt]));
        }
        return row;
    }

    private static BadInput missing(int n, int dlt) {
        return Fault.of(DoseFindingFault.CELL_MISSING)
                .with("n", n)
                .with("dlt", dlt)
                .asException();
    }

    private static Decision decision(Table table, int row) {
        String code = Objects.requireNonNullElse(table.text("decision").get(row), "");
        return Decision.ofCode(code.strip())
                .filter(BOLDNESS::contains)
                .orElseThrow(() -> table.at(row, "decision", DoseFindingFault.CELL_NOT_A_DECISION)
                        .asException());
    }

    private static int whole(Table table, int row, NumberColumn column, int lowest, int highest) {
        double value = column.get(row);
        if (!(value >= lowest && value <= highest && value == Math.rint(value))) {
            throw table.at(row, column.name(), DoseFindingFault.CELL_NOT_A_COUNT)
                    .with("lowest", lowest)
                    .with("highest", highest)
                    .asException();
        }
        return (int) value;
    }
}
