package org.opencgt.science.table;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
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

    private static final Set<String> BELOW_LIMIT = Set.of("BLQ", "BQL", "<LLOQ");

    private final String source;
    private final List<String> header;
    private final List<String[]> rows;
    private final long[] lines;

    Table(String source, List<String> header, List<String[]> rows, long[] lines) {
        this.source = source;
        this.header = List.copyOf(header);
        this.rows = List.copyOf(rows);
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
        return rows.size();
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
        return new NumberColumn(column, parsed(column, Numbers::parse, TableFault.NOT_A_NUMBER));
    }

    /**
     * Fractions from 0 to 1, written as {@code 0.92} or {@code 92%}.
     *
     * @throws BadInput if there is no such column, or a cell is neither a fraction nor missing
     */
    public NumberColumn fractions(String column) {
        return new NumberColumn(column, parsed(column, Numbers::parseFraction, TableFault.NOT_A_FRACTION));
    }

    /**
     * Texts as they are.
     *
     * @throws BadInput if there is no such column
     */
    public TextColumn text(String column) {
        int index = index(column);
        @Nullable String[] values = new @Nullable String[rows()];
        for (int row = 0; row < values.length; row++) {
            String cell = rows.get(row)[index];
            values[row] = Numbers.isMissing(cell) ? null : cell;
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
            String cell = rows.get(row)[index].strip();
            OptionalDouble number = Numbers.parse(cell.startsWith("<") ? cell.substring(1) : cell);
            kinds[row] = Kind.QUANTIFIED;
            values[row] = number.orElse(Double.NaN);
            if (Numbers.isMissing(cell)) {
                kinds[row] = Kind.MISSING;
            } else if (BELOW_LIMIT.contains(cell.toUpperCase(Locale.ROOT))
                    || (cell.startsWith("<") && number.isPresent())) {
                kinds[row] = Kind.BELOW_LIMIT;
            } else if (number.isEmpty()) {
                throw at(row, column, TableFault.NOT_A_CONCENTRATION).asException();
            }
        }
        return new ConcentrationColumn(column, kinds, values);
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
                .with("cell", rows.get(row)[index(column)]);
    }

    private double[] parsed(String column, Function<String, OptionalDouble> parser, TableFault fault) {
        int index = index(column);
        double[] values = new double[rows()];
        Arrays.setAll(values, row -> {
            String cell = rows.get(row)[index];
            if (Numbers.isMissing(cell)) {
                return Double.NaN;
            }
            return parser.apply(cell).orElseThrow(() -> at(row, column, fault).asException());
        });
        return values;
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
