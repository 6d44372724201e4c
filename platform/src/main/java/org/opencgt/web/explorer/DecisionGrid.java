package org.opencgt.web.explorer;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.output.Document;
import tools.jackson.databind.JsonNode;

/**
 * A decision table as dose finding knows it: toxicities down, patients across, a letter in each cell. A design that looks at
 * responses too, or at patients still followed, has one such table for each number of patients; one of them is shown.
 *
 * @param sizes numbers of patients to choose from; empty if these are the columns
 * @param size the one chosen; 0 if these are the columns
 * @param across what the columns count
 * @param letters those that appear, for the legend
 * @param scored whether cells hold a score beside their letter
 */
public record DecisionGrid(
        String design,
        List<Integer> sizes,
        int size,
        Across across,
        List<Integer> columns,
        List<Row> rows,
        List<String> letters,
        boolean scored) {

    /** In place of a decision about a dose that lacks efficacy. */
    private static final String NOT_ADMISSIBLE = "NA";

    /** What the columns count. */
    public enum Across {
        PATIENTS,
        RESPONSES,
        PENDING;

        /** The key of its text. */
        public String key() {
            return "analysis.grid." + name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * A number of toxicities.
     *
     * @param orMore whether it stands for all higher numbers too, as their decisions are the same
     * @param cells one for each column; null where there cannot be such an outcome
     */
    public record Row(int dlt, boolean orMore, List<@Nullable Cell> cells) {}

    /**
     * A decision.
     *
     * @param letter E, S, D, DU and so on; NA where the dose is not admissible for lack of efficacy
     * @param score empty if there is none
     * @param here whether it is the outcome that was asked about
     */
    public record Cell(String letter, String score, boolean here) {

        /** The class that colours it, by the first decision where it depends on follow-up. */
        public String style() {
            return "d-" + (letter.indexOf('/') < 0 ? letter : letter.substring(0, letter.indexOf('/')));
        }
    }

    /** An outcome whose cell is to be marked. */
    public record Outcome(int n, int dlt, int other) {}

    /**
     * The grid of a table's JSON; empty if it is none.
     *
     * @param size number of patients that was chosen, for designs with several tables
     * @param here null if no cell is to be marked
     */
    public static Optional<DecisionGrid> of(JsonNode table, int size, @Nullable Outcome here) {
        JsonNode decisions = table.path("decisions");
        if (!decisions.isArray() || decisions.isEmpty() || !decisions.get(0).has("dlt")) {
            return Optional.empty();
        }
        Across across = decisions.get(0).has("responses")
                ? Across.RESPONSES
                : decisions.get(0).has("pending") ? Across.PENDING : Across.PATIENTS;
        boolean isOne = across == Across.PATIENTS;
        List<Integer> numbers = sizes(decisions);
        int chosen = isOne ? 0 : chosen(numbers, here == null ? size : here.n());
        List<JsonNode> cells = StreamSupport.stream(decisions.spliterator(), false)
                .filter(cell -> isOne || cell.path("n").asInt() == chosen)
                .toList();
        String column = switch (across) {
            case PATIENTS -> "n";
            case RESPONSES -> "responses";
            case PENDING -> "pending";
        };
        List<Integer> columns = cells.stream()
                .map(cell -> cell.path(column).asInt())
                .distinct()
                .sorted()
                .toList();
        List<Row> rows = rows(cells, column, columns, isOne, here);
        SequencedSet<String> letters = new LinkedHashSet<>();
        rows.forEach(row -> row.cells().forEach(cell -> {
            if (cell != null) {
                letters.addAll(List.of(cell.letter().split("/")));
            }
        }));
        return Optional.of(new DecisionGrid(
                table.path("design").asString(),
                isOne ? List.of() : numbers,
                chosen,
                across,
                columns,
                rows,
                List.copyOf(letters),
                decisions.get(0).has("rds")));
    }

    private static int chosen(List<Integer> numbers, int wanted) {
        return numbers.contains(wanted) ? wanted : numbers.getFirst();
    }

    /** Without patients nothing is decided, so no table is for them. */
    private static List<Integer> sizes(JsonNode cells) {
        return StreamSupport.stream(cells.spliterator(), false)
                .map(cell -> cell.path("n").asInt())
                .filter(n -> n > 0)
                .distinct()
                .sorted()
                .toList();
    }

    private static List<Row> rows(
            List<JsonNode> cells, String column, List<Integer> columns, boolean folded, @Nullable Outcome here) {
        int highest =
                cells.stream().mapToInt(cell -> cell.path("dlt").asInt()).max().orElse(0);
        List<List<@Nullable Cell>> grid = new ArrayList<>();
        for (int dlt = 0; dlt <= highest; dlt++) {
            List<@Nullable Cell> row = new ArrayList<>();
            columns.forEach(unused -> row.add(null));
            grid.add(row);
        }
        for (JsonNode cell : cells) {
            int dlt = cell.path("dlt").asInt();
            int at = cell.path(column).asInt();
            boolean isHere = here != null
                    && here.n() == cell.path("n").asInt()
                    && here.dlt() == dlt
                    && (column.equals("n") || here.other() == at);
            grid.get(dlt).set(columns.indexOf(at), new Cell(letter(cell), score(cell), isHere));
        }
        int last = folded ? lastThatDiffers(grid) : highest;
        List<Row> rows = new ArrayList<>();
        for (int dlt = 0; dlt <= last; dlt++) {
            rows.add(new Row(dlt, false, grid.get(dlt)));
        }
        if (last < highest) {
            rows.add(new Row(last + 1, last + 1 < highest, grid.get(last + 1)));
        }
        return rows;
    }

    /** The last row after which all rows say the same in every cell, and none of them is marked. */
    private static int lastThatDiffers(List<List<@Nullable Cell>> grid) {
        int last = grid.size() - 1;
        String same = null;
        while (last > 0) {
            for (Cell cell : grid.get(last)) {
                if (cell != null
                        && (cell.here() || (same != null && !cell.letter().equals(same)))) {
                    return last;
                }
                same = cell == null ? same : cell.letter();
            }
            last--;
        }
        return last;
    }

    private static String letter(JsonNode cell) {
        boolean barred = cell.has("admissible") && !cell.path("admissible").asBoolean();
        String decision = cell.path("decision").asString();
        return barred && !decision.equals("DU") ? NOT_ADMISSIBLE : decision;
    }

    private static String score(JsonNode cell) {
        return cell.path("rds").isNumber() ? Document.sixDigits(cell.path("rds").asDouble()) : "";
    }
}
