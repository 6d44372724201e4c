package org.opencgt.science.table;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.BadInput;
import org.opencgt.science.Fault;
import org.opencgt.science.TextKey;
import org.opencgt.science.table.ConcentrationColumn.Kind;

/**
 * Rows of text with named columns, as read from a file by {@link Csv}. Columns are read as numbers, fractions,
 * concentrations or text when asked for; a cell that is not what was asked for is refused with its file, line and column.
 */
public final class Table {

    private static final Set<String> BELOW_LIMIT = Set.of("BLQ", "BQL", "BLOQ", "<BLQ", "<BQL", "<LLOQ", "<LOQ");

    private final String source;
    private final List<String> header;
    private final Cells cells;
    private final long[] lines;

    Table(String source, List<String> header, Cells cells, long[] lines) {
        this.source = source;
        this.header = List.copyOf(header);
        this.cells = cells;
        this.lines = lines;
    }

    /** The name of the file, as used in messages. */
    public String source() {
        return source;
    }

    public List<String> header() {
        return header;
    }

    public int rows() {
        return lines.length;
    }

    /** The line of the file on which a row begins; the header is on line 1. */
    public long line(int row) {
        return lines[row];
    }

    public boolean has(String column) {
        return header.contains(column);
    }

    /**
     * Numbers.
     *
     * @throws BadInput if there is no such column, or a cell is neither a number nor missing
     */
    public NumberColumn numbers(String column) {
        int index = index(column);
        double[] values = new double[rows()];
        for (int row = 0; row < values.length; row++) {
            values[row] = cells.number(row, index);
            if (Double.isNaN(values[row]) && !cells.isMissing(row, index)) {
                throw at(row, column, TableFault.NOT_A_NUMBER).asException();
            }
        }
        return new NumberColumn(column, values);
    }

    /**
     * Fractions from 0 to 1, written as {@code 0.92} or {@code 92%}.
     *
     * @throws BadInput if there is no such column, or a cell is neither a fraction nor missing
     */
    public NumberColumn fractions(String column) {
        int index = index(column);
        double[] values = new double[rows()];
        for (int row = 0; row < values.length; row++) {
            values[row] = cells.isMissing(row, index) ? Double.NaN : fraction(row, column, index);
        }
        return new NumberColumn(column, values);
    }

    private double fraction(int row, String column, int index) {
        return Numbers.parseFraction(cells.get(row, index))
                .orElseThrow(() -> at(row, column, TableFault.NOT_A_FRACTION).asException());
    }

    /**
     * Texts as they are.
     *
     * @throws BadInput if there is no such column
     */
    public TextColumn text(String column) {
        int index = index(column);
        @Nullable String[] values = new @Nullable String[rows()];
        String before = "";
        for (int row = 0; row < values.length; row++) {
            if (!cells.isMissing(row, index)) {
                before = cells.equal(row, index, before) ? before : cells.get(row, index);
                values[row] = before;
            }
        }
        return new TextColumn(column, values);
    }

    /**
     * Concentrations; {@code BLQ}, {@code BQL}, {@code <LLOQ} and {@code <50} mean below the limit of quantification.
     *
     * @throws BadInput if there is no such column, or a cell is none of these
     */
    public ConcentrationColumn concentrations(String column) {
        int index = index(column);
        Kind[] kinds = new Kind[rows()];
        double[] values = new double[rows()];
        for (int row = 0; row < kinds.length; row++) {
            values[row] = cells.number(row, index);
            if (!Double.isNaN(values[row])) {
                kinds[row] = Kind.QUANTIFIED;
            } else if (cells.isMissing(row, index)) {
                kinds[row] = Kind.MISSING;
            } else {
                kinds[row] = Kind.BELOW_LIMIT;
                values[row] = limit(row, column, index);
            }
        }
        return new ConcentrationColumn(column, kinds, values);
    }

    /** The limit that a cell names, as {@code <50} does; NaN if it only says that the result is below one. */
    private double limit(int row, String column, int index) {
        String cell = cells.get(row, index).strip();
        if (BELOW_LIMIT.contains(cell.toUpperCase(Locale.ROOT))) {
            return Double.NaN;
        }
        OptionalDouble limit = cell.startsWith("<") ? Numbers.parse(cell.substring(1)) : OptionalDouble.empty();
        return limit.orElseThrow(
                () -> at(row, column, TableFault.NOT_A_CONCENTRATION).asException());
    }

    /**
     * A fault at a cell, for a caller that finds a well-formed value unacceptable. Adds {@code file}, {@code line},
     * {@code column} and {@code cell}.
     */
    public Fault at(int row, String column, TextKey code) {
        return Fault.of(code)
                .with("file", source)
                .with("line", lines[row])
                .with("column", column)
                .with("cell", cells.get(row, index(column)));
    }

    private int index(String column) {
        int index = header.indexOf(column);
        if (index >= 0) {
            return index;
        }
        boolean otherSeparator = header.size() == 1
                && (header.get(0).contains(";") || header.get(0).contains("\t"));
        throw Fault.of(otherSeparator ? TableFault.NOT_COMMA_SEPARATED : TableFault.NO_SUCH_COLUMN)
                .with("file", source)
                .with("column", column)
                .with("columns", String.join(", ", header))
                .asException();
    }
}
