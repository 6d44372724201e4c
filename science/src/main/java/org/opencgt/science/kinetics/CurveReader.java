package org.opencgt.science.kinetics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.BadInput;
import org.opencgt.science.Fault;
import org.opencgt.science.table.ConcentrationColumn;
import org.opencgt.science.table.NumberColumn;
import org.opencgt.science.table.Table;
import org.opencgt.science.table.TextColumn;

/**
 * The curves in a table with one sample a row, in any order. A row without a result is a missing result; text such as
 * {@code BLQ} and {@code <50}, numbers below the limit, and zero are below the limit of quantification.
 */
public final class CurveReader {

    private final Table table;
    private final List<Curve> curves;
    private final List<int[]> rows;
    private final Map<String, Integer> indexes;

    private CurveReader(Table table, List<Curve> curves, List<int[]> rows, Map<String, Integer> indexes) {
        this.table = table;
        this.curves = curves;
        this.rows = rows;
        this.indexes = indexes;
    }

    /**
     * The columns to read.
     *
     * @param groups columns whose values, joined, are the group of a subject
     * @param limitColumn column with the limit of quantification of each sample; null if there is one for all
     * @param limit the limit for all; NaN if it is not known
     */
    public record Columns(
            String subject,
            String time,
            String value,
            List<String> groups,
            @Nullable String limitColumn,
            double limit) {

        public Columns {
            groups = List.copyOf(groups);
        }

        /** Without groups and without a known limit. */
        public static Columns of(String subject, String time, String value) {
            return new Columns(subject, time, value, List.of(), null, Double.NaN);
        }
    }

    /**
     * Reads all curves, in the order in which their subjects first appear.
     *
     * @throws BadInput naming the line, if a column does not exist, a cell cannot be read, a subject or the time of a result is
     *     missing, a value is negative, a subject has two results at one time, or its group changes
     */
    public static CurveReader read(Table table, Columns columns) {
        return read(table, columns, row -> true);
    }

    /** Reads those rows only that are wanted, such as those of one marker; otherwise as {@link #read(Table, Columns)}. */
    public static CurveReader read(Table table, Columns columns, IntPredicate wanted) {
        TextColumn subjects = table.text(columns.subject);
        if (table.rows() == 0) {
            throw Fault.of(KineticsFault.NO_ROWS).with("file", table.source()).asException();
        }
        Map<String, Integer> indexes = new LinkedHashMap<>();
        int[] subjectOf = new int[table.rows()];
        int[] sizes = new int[16];
        for (int row = 0; row < subjectOf.length; row++) {
            subjectOf[row] = -1;
            if (!wanted.test(row)) {
                continue;
            }
            String name = subjects.get(row);
            if (name == null) {
                throw table.at(row, columns.subject, KineticsFault.SUBJECT_MISSING)
                        .asException();
            }
            int index = indexes.computeIfAbsent(name, unseen -> indexes.size());
            subjectOf[row] = index;
            sizes = index < sizes.length ? sizes : Arrays.copyOf(sizes, 2 * sizes.length);
            sizes[index]++;
        }
        List<int[]> rows = new ArrayList<>(indexes.size());
        for (int i = 0; i < indexes.size(); i++) {
            rows.add(new int[sizes[i]]);
        }
        int[] filled = new int[indexes.size()];
        for (int row = 0; row < subjectOf.length; row++) {
            int index = subjectOf[row];
            if (index >= 0) {
                rows.get(index)[filled[index]++] = row;
            }
        }
        Samples samples = new Samples(table, columns);
        List<Curve> curves = new ArrayList<>(indexes.size());
        int next = 0;
        for (String name : indexes.keySet()) {
            curves.add(samples.curve(name, rows.get(next++)));
        }
        return new CurveReader(table, List.copyOf(curves), rows, indexes);
    }

    public List<Curve> curves() {
        return curves;
    }

    /** The place of a subject among the curves; -1 if it has none. */
    public int index(String subject) {
        return indexes.getOrDefault(subject, -1);
    }

    /**
     * The number that stands in a column for the subject of a curve; NaN where all its rows lack it.
     *
     * @throws BadInput naming the line, if its rows differ
     */
    public double constant(int curve, NumberColumn column) {
        double one = Double.NaN;
        for (int row : rows.get(curve)) {
            double value = column.get(row);
            if (Double.isNaN(value) || value == one) {
                continue;
            }
            if (!Double.isNaN(one)) {
                throw table.at(row, column.name(), KineticsFault.VARIES_WITHIN_SUBJECT)
                        .with("subject", curves.get(curve).subject())
                        .asException();
            }
            one = value;
        }
        return one;
    }

    /** The columns of samples, and how rows of them become a curve. */
    private static final class Samples {

        private final Table table;
        private final Columns columns;
        private final NumberColumn times;
        private final ConcentrationColumn values;
        private final @Nullable NumberColumn limits;
        private final List<TextColumn> groups;

        Samples(Table table, Columns columns) {
            this.table = table;
            this.columns = columns;
            this.times = table.numbers(columns.time);
            this.values = table.concentrations(columns.value);
            this.limits = columns.limitColumn == null ? null : table.numbers(columns.limitColumn);
            this.groups = columns.groups.stream().map(table::text).toList();
        }

        Curve curve(String subject, int[] own) {
            double[] time = new double[own.length];
            double[] value = new double[own.length];
            double[] limit = new double[own.length];
            for (int i = 0; i < own.length; i++) {
                int row = own[i];
                time[i] = times.get(row);
                limit[i] = limit(row);
                value[i] = value(row);
                if (Double.isNaN(time[i]) && !Double.isNaN(value[i])) {
                    throw table.at(row, columns.time, KineticsFault.TIME_MISSING)
                            .asException();
                }
            }
            refuseTwoAtOneTime(subject, own, time, value);
            return Curve.of(subject, group(subject, own), time, value, limit);
        }

        private double limit(int row) {
            double own = values.limit(row);
            if (!Double.isNaN(own)) {
                return own;
            }
            double limit = limits == null ? columns.limit : limits.get(row);
            if (limits != null && limit <= 0) {
                throw table.at(row, limits.name(), KineticsFault.LIMIT_NOT_POSITIVE)
                        .asException();
            }
            return limit;
        }

        private double value(int row) {
            return switch (values.kind(row)) {
                case MISSING -> Double.NaN;
                case BELOW_LIMIT -> 0;
                case QUANTIFIED -> {
                    if (values.get(row) < 0) {
                        throw table.at(row, columns.value, KineticsFault.NEGATIVE_CONCENTRATION)
                                .asException();
                    }
                    yield values.get(row);
                }
            };
        }

        private void refuseTwoAtOneTime(String subject, int[] own, double[] time, double[] value) {
            double latest = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < own.length; i++) {
                if (Double.isNaN(value[i])) {
                    continue;
                }
                if (time[i] > latest) {
                    latest = time[i]; // later than all before, so at none of their times
                    continue;
                }
                for (int j = 0; j < i; j++) {
                    if (time[i] == time[j] && !Double.isNaN(value[j])) {
                        throw table.at(own[i], columns.time, KineticsFault.TWO_RESULTS_AT_ONE_TIME)
                                .with("subject", subject)
                                .with("first", table.line(own[j]))
                                .asException();
                    }
                }
            }
        }

        private String group(String subject, int[] own) {
            StringBuilder joined = new StringBuilder();
            for (TextColumn column : groups) {
                String one = null;
                for (int row : own) {
                    String value = column.get(row);
                    if (value != null && one != null && !value.equals(one)) {
                        throw table.at(row, column.name(), KineticsFault.VARIES_WITHIN_SUBJECT)
                                .with("subject", subject)
                                .asException();
                    }
                    one = value == null ? one : value;
                }
                joined.append(joined.isEmpty() ? "" : " / ").append(one == null ? "NA" : one);
            }
            return joined.toString();
        }
    }
}
