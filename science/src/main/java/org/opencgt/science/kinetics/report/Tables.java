package org.opencgt.science.kinetics.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.opencgt.science.TextKey;
import org.opencgt.science.kinetics.KineticParameters;
import org.opencgt.science.kinetics.Parameter;
import org.opencgt.science.kinetics.ParameterSummary;
import org.opencgt.science.report.Block;

/** Tables that several reports have. */
final class Tables {

    /** More rows are not read on paper. */
    private static final int MOST_ROWS = 500;

    private Tables() {}

    /** A column of a table of {@code T}. */
    record Cell<T>(String label, boolean isNumber, Function<T, String> text) {}

    /** A table with a row for each thing, and a note if there are too many. */
    static <T> List<Block> of(Wording wording, List<T> things, List<Cell<T>> cells) {
        List<Block> blocks = new ArrayList<>();
        if (things.size() > MOST_ROWS) {
            blocks.add(new Block.Text(wording.of(Phrase.SOME_SHOWN, Map.of("shown", MOST_ROWS, "all", things.size()))));
        }
        blocks.add(new Block.Grid(
                "",
                cells.stream()
                        .map(cell -> new Block.Column(cell.label, cell.isNumber))
                        .toList(),
                things.stream()
                        .limit(MOST_ROWS)
                        .map(thing -> cells.stream()
                                .map(cell -> cell.text.apply(thing))
                                .toList())
                        .toList()));
        return blocks;
    }

    /** The columns of parameters, after those of the subject and before that of the flags. */
    static List<Cell<KineticParameters>> parameters(Wording wording, List<Parameter> parameters) {
        return parameters.stream()
                .map(parameter -> new Cell<KineticParameters>(
                        wording.label(KineticParameters.class, parameter.name(), parameter.dimension()),
                        true,
                        row -> wording.number(parameter.of(row))))
                .toList();
    }

    static List<Block> summary(Wording wording, List<ParameterSummary> summaries) {
        List<Cell<ParameterSummary>> cells = new ArrayList<>();
        if (summaries.stream().anyMatch(row -> !row.group().isEmpty())) {
            cells.add(new Cell<>(wording.of(Phrase.GROUP), false, ParameterSummary::group));
        }
        cells.add(new Cell<>(
                label(wording, "parameter"), false, row -> wording.label(KineticParameters.class, row.parameter())));
        cells.add(new Cell<>(label(wording, "unit"), false, ParameterSummary::unit));
        cells.add(new Cell<>("n", true, row -> Integer.toString(row.n())));
        cells.add(new Cell<>(label(wording, "missing"), true, row -> Integer.toString(row.missing())));
        cells.add(new Cell<>(label(wording, "unreliable"), true, row -> Integer.toString(row.unreliable())));
        cells.add(new Cell<>(
                wording.of(Phrase.GEOMETRIC_MEAN_CV),
                true,
                row -> pair(wording, row.geometricMean(), row.geometricCvPercent(), " (", ")")));
        cells.add(new Cell<>(wording.of(Phrase.MEAN_SD), true, row -> pair(wording, row.mean(), row.sd(), " ± ", "")));
        cells.add(new Cell<>(
                wording.of(Phrase.MEDIAN_RANGE),
                true,
                row -> pair(wording, row.median(), row.min(), " (", "–") + afterRange(wording, row)));
        return of(wording, summaries, cells);
    }

    private static String pair(Wording wording, double one, double other, String between, String after) {
        return Double.isNaN(one) ? "–" : wording.number(one) + between + wording.number(other) + after;
    }

    private static String afterRange(Wording wording, ParameterSummary row) {
        return Double.isNaN(row.median()) ? "" : wording.number(row.max()) + ")";
    }

    private static String label(Wording wording, String column) {
        return wording.label(ParameterSummary.class, column);
    }

    /** Each flag that occurs, what it means, and in whom. */
    static <F extends TextKey> List<Block> flags(Wording wording, Map<String, List<F>> flagsBySubject) {
        Map<F, List<String>> subjects = new LinkedHashMap<>();
        flagsBySubject.forEach((subject, flags) -> flags.forEach(flag ->
                subjects.computeIfAbsent(flag, unseen -> new ArrayList<>()).add(subject)));
        if (subjects.isEmpty()) {
            return List.of(new Block.Text(wording.of(Phrase.NO_FLAGS)));
        }
        List<Map.Entry<F, List<String>>> rows = new ArrayList<>(subjects.entrySet());
        rows.sort((one, other) ->
                Integer.compare(other.getValue().size(), one.getValue().size()));
        return of(
                wording,
                rows,
                List.of(
                        new Cell<>(
                                wording.of(Phrase.FLAG),
                                false,
                                row -> row.getKey().toString()),
                        new Cell<>(
                                wording.of(Phrase.N_SUBJECTS),
                                true,
                                row -> Integer.toString(row.getValue().size())),
                        new Cell<>(wording.of(Phrase.MEANING), false, row -> wording.of(row.getKey())),
                        new Cell<>(wording.of(Phrase.WHO), false, row -> names(row.getValue()))));
    }

    private static String names(List<String> subjects) {
        List<String> first = subjects.subList(0, Math.min(20, subjects.size()));
        return String.join(", ", first) + (subjects.size() > first.size() ? " …" : "");
    }
}
