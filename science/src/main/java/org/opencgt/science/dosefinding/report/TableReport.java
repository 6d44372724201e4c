package org.opencgt.science.dosefinding.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.Language;
import org.opencgt.science.dosefinding.Decision;
import org.opencgt.science.dosefinding.design.DecisionTable;
import org.opencgt.science.dosefinding.design.Design;
import org.opencgt.science.dosefinding.design.DesirabilityTable;
import org.opencgt.science.dosefinding.design.EfficacyTable;
import org.opencgt.science.dosefinding.design.LateOnsetTable;
import org.opencgt.science.dosefinding.design.ToxicityTable;
import org.opencgt.science.dosefinding.design.ToxicityTable.Boundary;
import org.opencgt.science.report.Axis;
import org.opencgt.science.report.Block;
import org.opencgt.science.report.Content;
import org.opencgt.science.report.Layer;
import org.opencgt.science.report.Plot;
import org.opencgt.science.report.Section;

/**
 * The report of a decision table: the table as a protocol prints it, what its letters mean, and the rules behind it.
 *
 * @param table of this design
 */
public record TableReport(Design design, DecisionTable table) implements Content.Source {

    /** A page is not wide enough for more. */
    private static final int MOST_COLUMNS = 16;

    @Override
    public Content in(Language language) {
        Wording wording = new Wording(language);
        List<Section> sections = new ArrayList<>();
        switch (table) {
            case ToxicityTable toxicity -> {
                sections.add(new Section(wording.of(Phrase.BOUNDARIES), boundaries(wording, toxicity)));
                sections.add(new Section(wording.of(Phrase.DECISIONS), decisions(wording, toxicity)));
            }
            case EfficacyTable efficacy ->
                sections.add(byPatients(
                        wording,
                        Phrase.RESPONSES,
                        efficacy.decisions().stream()
                                .map(cell -> new Cell(
                                        cell.n(),
                                        cell.dlt(),
                                        cell.responses(),
                                        cell.decision().toString()))
                                .toList()));
            case LateOnsetTable late ->
                sections.add(byPatients(
                        wording,
                        Phrase.PENDING,
                        late.decisions().stream()
                                .map(cell -> new Cell(cell.n(), cell.dlt(), cell.pending(), text(cell)))
                                .toList()));
            case DesirabilityTable desirability ->
                sections.add(byPatients(
                        wording,
                        Phrase.RESPONSES,
                        desirability.decisions().stream()
                                .map(cell -> new Cell(cell.n(), cell.dlt(), cell.responses(), text(cell)))
                                .toList()));
        }
        sections.add(Section.of(wording.of(Phrase.LETTERS), new Block.Facts(letters(wording))));
        sections.add(DesignSection.of(wording, design));
        return new Content(wording.of(Phrase.TABLE_TITLE, Map.of("design", design.name())), sections);
    }

    // --- Toxicity alone ---

    private static List<Block> boundaries(Wording wording, ToxicityTable table) {
        List<Block.Column> columns = List.of(
                new Block.Column(wording.of(Phrase.PATIENTS_AT_DOSE), true),
                new Block.Column(wording.of(Phrase.ESCALATE_AT_MOST), true),
                new Block.Column(wording.of(Phrase.DEESCALATE_AT_LEAST), true),
                new Block.Column(wording.of(Phrase.ELIMINATE_AT_LEAST), true),
                new Block.Column(wording.of(Phrase.STOP_AT_LEAST), true));
        List<List<String>> rows = table.boundaries().stream()
                .map(row -> List.of(
                        Integer.toString(row.n()),
                        count(row.escalateIfDltAtMost()),
                        count(row.deescalateIfDltAtLeast()),
                        count(row.eliminateIfDltAtLeast()),
                        count(row.stopIfDltAtLeast())))
                .toList();
        Plot plot =
                Plot.of(Axis.linear(wording.of(Phrase.PATIENTS_AT_DOSE)), Axis.linear(wording.of(Phrase.TOXICITIES)));
        plot = line(plot, wording, table, Phrase.ESCALATE_AT_MOST, 2, Boundary::escalateIfDltAtMost);
        plot = line(plot, wording, table, Phrase.DEESCALATE_AT_LEAST, 4, Boundary::deescalateIfDltAtLeast);
        plot = line(plot, wording, table, Phrase.ELIMINATE_AT_LEAST, 1, Boundary::eliminateIfDltAtLeast);
        return List.of(new Block.Grid("", columns, rows), Block.Figure.of(wording.of(Phrase.BOUNDARIES_CAPTION), plot));
    }

    private static Plot line(
            Plot plot,
            Wording wording,
            ToxicityTable table,
            Phrase name,
            int colour,
            Function<Boundary, @Nullable Integer> boundary) {
        double[] n = table.boundaries().stream().mapToDouble(Boundary::n).toArray();
        double[] y = table.boundaries().stream()
                .mapToDouble(row -> Objects.requireNonNullElse(boundary.apply(row), -1))
                .map(count -> count < 0 ? Double.NaN : count)
                .toArray();
        String label = wording.of(name);
        return plot.with(new Layer.Line(n, y, colour, Layer.Weight.NORMAL, label))
                .with(new Layer.Dots(n, y, colour, false, List.of()))
                .withKey(label, colour);
    }

    private static List<Block> decisions(Wording wording, ToxicityTable table) {
        Map<Integer, Map<Integer, Decision>> columns = new LinkedHashMap<>();
        table.decisions()
                .forEach(cell ->
                        columns.computeIfAbsent(cell.n(), n -> new TreeMap<>()).put(cell.dlt(), cell.decision()));
        List<Integer> patients = List.copyOf(columns.keySet());
        List<Block> grids = new ArrayList<>();
        for (int from = 0; from < patients.size(); from += MOST_COLUMNS) {
            List<Integer> some = patients.subList(from, Math.min(patients.size(), from + MOST_COLUMNS));
            grids.add(grid(
                    from == 0 ? wording.of(Phrase.DECISIONS_CAPTION) : "",
                    wording.of(Phrase.TOXICITIES) + " \\ n",
                    some,
                    some.getLast(),
                    (dlt, n) -> {
                        Decision decision =
                                Objects.requireNonNull(columns.get(n)).get(dlt);
                        return decision == null ? "" : decision.toString();
                    }));
        }
        return grids;
    }

    // --- Two counts beside the number of patients ---

    /** What the table says for {@code dlt} and another count among {@code n} patients. */
    private record Cell(int n, int dlt, int other, String text) {}

    private Section byPatients(Wording wording, Phrase other, List<Cell> cells) {
        Map<Integer, Map<List<Integer>, String>> tables = new LinkedHashMap<>();
        cells.forEach(cell -> tables.computeIfAbsent(cell.n(), n -> new LinkedHashMap<>())
                .put(List.of(cell.dlt(), cell.other()), cell.text()));
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Text(wording.of(
                switch (table) {
                    case ToxicityTable toxicity -> Phrase.DECISIONS_CAPTION;
                    case EfficacyTable efficacy -> Phrase.EFFICACY_CAPTION;
                    case LateOnsetTable late -> Phrase.LATE_ONSET_CAPTION;
                    case DesirabilityTable desirability -> Phrase.DESIRABILITY_CAPTION;
                })));
        tables.forEach((n, said) -> {
            for (int from = 0; from <= n; from += MOST_COLUMNS) {
                blocks.add(grid(
                        wording.of(Phrase.WITH_PATIENTS, Map.of("n", n)),
                        wording.of(Phrase.TOXICITIES) + " \\ " + wording.of(other),
                        IntStream.rangeClosed(from, Math.min(n, from + MOST_COLUMNS - 1))
                                .boxed()
                                .toList(),
                        n,
                        (dlt, count) -> Objects.requireNonNullElse(said.get(List.of(dlt, count)), "")));
            }
        });
        return new Section(wording.of(Phrase.DECISIONS), blocks);
    }

    private static String text(LateOnsetTable.Outcome cell) {
        Double up = cell.escalateIfFollowUpAtLeast();
        if (up != null) {
            return cell.early() + "; " + cell.late() + " ≥ " + Wording.number(up, 2);
        }
        Double down = cell.deescalateIfFollowUpAtMost();
        return down == null
                ? cell.early().toString()
                : cell.late() + "; " + cell.early() + " ≤ " + Wording.number(down, 2);
    }

    private static String text(DesirabilityTable.Outcome cell) {
        return cell.admissible() ? Wording.number(cell.rds(), 0) + " " + cell.decision() : Wording.NONE;
    }

    // --- Small things ---

    /** What stands in a row and a column. */
    private interface Lookup {
        String at(int row, int column);
    }

    private static Block grid(String caption, String corner, List<Integer> columns, int lastRow, Lookup content) {
        List<Block.Column> heads = new ArrayList<>();
        heads.add(new Block.Column(corner, true));
        columns.forEach(column -> heads.add(new Block.Column(Integer.toString(column), false)));
        List<List<String>> rows = new ArrayList<>();
        for (int row = 0; row <= lastRow; row++) {
            List<String> cells = new ArrayList<>();
            cells.add(Integer.toString(row));
            for (int column : columns) {
                cells.add(content.at(row, column));
            }
            rows.add(cells);
        }
        return new Block.Grid(caption, heads, rows);
    }

    private List<Block.Fact> letters(Wording wording) {
        List<Decision> used = switch (table) {
            case ToxicityTable toxicity ->
                toxicity.decisions().stream()
                        .map(ToxicityTable.Outcome::decision)
                        .toList();
            case EfficacyTable efficacy ->
                efficacy.decisions().stream()
                        .map(EfficacyTable.Outcome::decision)
                        .toList();
            case DesirabilityTable desirability ->
                desirability.decisions().stream()
                        .map(DesirabilityTable.Outcome::decision)
                        .toList();
            case LateOnsetTable late ->
                late.decisions().stream()
                        .flatMap(cell -> List.of(cell.early(), cell.late()).stream())
                        .toList();
        };
        return used.stream()
                .distinct()
                .sorted()
                .map(decision -> new Block.Fact(decision.toString(), wording.of(meaning(decision))))
                .toList();
    }

    private static Phrase meaning(Decision decision) {
        return switch (decision) {
            case ESCALATE -> Phrase.MEANS_ESCALATE;
            case STAY -> Phrase.MEANS_STAY;
            case DEESCALATE -> Phrase.MEANS_DEESCALATE;
            case ELIMINATE, ELIMINATE_TOXIC -> Phrase.MEANS_ELIMINATE;
            case ELIMINATE_FUTILE -> Phrase.MEANS_ELIMINATE_FUTILE;
            case ESCALATE_FUTILE -> Phrase.MEANS_ESCALATE_FUTILE;
            case STOP -> Phrase.MEANS_STOP;
            case WAIT -> Phrase.MEANS_WAIT;
        };
    }

    private static String count(@Nullable Integer count) {
        return count == null ? Wording.NONE : count.toString();
    }
}
