package org.opencgt.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.opencgt.science.dosefinding.Decision;
import org.opencgt.science.dosefinding.design.Boin;
import org.opencgt.science.dosefinding.design.Boin12;
import org.opencgt.science.dosefinding.design.Crm;
import org.opencgt.science.dosefinding.design.CustomTable;
import org.opencgt.science.dosefinding.design.Design;
import org.opencgt.science.dosefinding.design.IntervalDesign;
import org.opencgt.science.dosefinding.design.TableDesign;
import org.opencgt.science.dosefinding.design.TableSize;
import org.opencgt.science.dosefinding.design.Tepi;
import org.opencgt.science.dosefinding.design.ThreePlusThree;
import org.opencgt.science.dosefinding.design.TiteBoin;
import org.opencgt.science.dosefinding.design.ToxicityTable;
import org.opencgt.subject.DoseEscalation;

/**
 * A design's decision table as a grid, with the cell of the present dose marked.
 *
 * @param byResponses whether the columns are responses among the patients at the dose, rather than patients
 * @param patients whose outcomes the grid is about, where the columns are responses
 * @param heads of the columns
 * @param rows by number of toxicities
 */
public record DecisionMatrix(boolean byResponses, int patients, List<Integer> heads, List<Row> rows) {

    /** Columns beyond this don't help anybody on a page. */
    private static final int MOST_PATIENTS = 24;

    public DecisionMatrix {
        heads = List.copyOf(heads);
        rows = List.copyOf(rows);
    }

    /** A number of toxicities. */
    public record Row(int dlts, List<Cell> cells) {}

    /**
     * A cell.
     *
     * @param code E, S, D, DU …; empty where there can be no such outcome
     * @param here whether the outcomes at the present dose are these
     * @param possible whether they may become these when the open windows end
     */
    public record Cell(String code, boolean here, boolean possible) {

        public String css() {
            return "cell-" + (code.isEmpty() ? "none" : code.toLowerCase(Locale.ROOT))
                    + (here ? " here" : possible ? " possible" : "");
        }
    }

    static DecisionMatrix of(DoseEscalation escalation, Design design) {
        DoseEscalation.AtLevel now =
                escalation.standing().levels().get(escalation.standing().level() - 1);
        return switch (design) {
            case CustomTable table ->
                byPatients(new TreeSet<>(table.rows().keySet()), now, n -> row(n, d -> table.cell(n, d)));
            case Boin boin -> ofTable(boin, escalation, now);
            case IntervalDesign interval -> ofTable(interval, escalation, now);
            case ThreePlusThree rules -> {
                List<ToxicityTable.Outcome> all =
                        rules.table(new TableSize(3, 6)).decisions();
                yield byPatients(
                        new TreeSet<>(List.of(3, 6)),
                        now,
                        n -> all.stream()
                                .filter(o -> o.n() == n)
                                .map(o -> o.decision().toString())
                                .toList());
            }
            case Tepi tepi -> {
                int n = Math.max(now.evaluable(), 1);
                yield byResponses(
                        now,
                        n,
                        d -> IntStream.rangeClosed(0, n)
                                .mapToObj(r -> tepi.cell(n, d, r).decision().toString())
                                .toList());
            }
            case Boin12 boin12 -> {
                int n = Math.max(now.evaluable(), 1);
                yield byResponses(now, n, d -> row(n, r -> boin12.toxicity().cell(n, d)));
            }
            case Crm crm -> new DecisionMatrix(false, 0, List.of(), List.of());
            case TiteBoin tite -> new DecisionMatrix(false, 0, List.of(), List.of());
        };
    }

    /** The multiples of the cohort, and the numbers that there are or will be. */
    private static DecisionMatrix ofTable(TableDesign design, DoseEscalation escalation, DoseEscalation.AtLevel now) {
        TreeSet<Integer> sizes = new TreeSet<>();
        int cohort = escalation.plan().cohortSize();
        int most = Math.min(MOST_PATIENTS, escalation.plan().maximumPatients());
        for (int n = cohort; n <= most; n += cohort) {
            sizes.add(n);
        }
        if (now.evaluable() > 0) {
            sizes.add(now.evaluable());
        }
        if (now.evaluable() + now.pending() > 0) {
            sizes.add(now.evaluable() + now.pending());
        }
        return byPatients(sizes, now, n -> row(n, d -> design.cell(n, d)));
    }

    private static List<String> row(int n, IntFunction<Decision> cell) {
        return IntStream.rangeClosed(0, n)
                .mapToObj(d -> cell.apply(d).toString())
                .toList();
    }

    private static DecisionMatrix byPatients(
            TreeSet<Integer> sizes, DoseEscalation.AtLevel now, IntFunction<List<String>> column) {
        List<List<String>> columns = sizes.stream().map(column::apply).toList();
        List<Integer> heads = List.copyOf(sizes);
        List<Row> rows = new ArrayList<>();
        for (int dlts = 0; dlts <= heads.stream().max(Integer::compare).orElse(0); dlts++) {
            List<Cell> cells = new ArrayList<>();
            for (int i = 0; i < heads.size(); i++) {
                int n = heads.get(i);
                boolean here = n > 0 && n == now.evaluable() && dlts == now.dlts();
                boolean possible = now.pending() > 0
                        && n == now.evaluable() + now.pending()
                        && dlts >= now.dlts()
                        && dlts <= now.dlts() + now.pending();
                cells.add(new Cell(dlts <= n ? columns.get(i).get(dlts) : "", here, possible));
            }
            rows.add(new Row(dlts, cells));
        }
        return new DecisionMatrix(false, now.evaluable(), heads, shortened(rows));
    }

    /** Rows that all say what the row before says are left out at the end, but the present ones. */
    private static List<Row> shortened(List<Row> rows) {
        int last = rows.size();
        while (last > 2
                && rows.get(last - 1).cells().stream()
                        .allMatch(c -> !c.here()
                                && !c.possible()
                                && (c.code().isEmpty() || c.code().equals("DU")))
                && rows.get(last - 2).cells().stream()
                        .allMatch(c -> c.code().isEmpty() || c.code().equals("DU"))) {
            last--;
        }
        return rows.subList(0, last);
    }

    private static DecisionMatrix byResponses(DoseEscalation.AtLevel now, int patients, IntFunction<List<String>> row) {
        List<Row> rows = new ArrayList<>();
        for (int dlts = 0; dlts <= patients; dlts++) {
            List<String> codes = row.apply(dlts);
            List<Cell> cells = new ArrayList<>();
            for (int responses = 0; responses <= patients; responses++) {
                boolean here = now.evaluable() == patients
                        && dlts == now.dlts()
                        && now.responses() != null
                        && responses == now.responses();
                cells.add(new Cell(codes.get(responses), here, false));
            }
            rows.add(new Row(dlts, cells));
        }
        return new DecisionMatrix(
                true, patients, IntStream.rangeClosed(0, patients).boxed().toList(), rows);
    }
}
