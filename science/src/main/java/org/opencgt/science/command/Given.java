package org.opencgt.science.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.BadInput;
import org.opencgt.science.Fault;
import org.opencgt.science.table.Csv;
import org.opencgt.science.table.NumberColumn;
import org.opencgt.science.table.Numbers;
import org.opencgt.science.table.Table;
import org.opencgt.science.table.TextColumn;

/**
 * Values that a command is given, either in a file, with options that name its columns, or as the options themselves, which
 * then make a single row.
 */
public final class Given {

    private final @Nullable Table table;

    private Given(@Nullable Table table) {
        this.table = table;
    }

    /**
     * What is in a file, or in the options.
     *
     * @param input the file; null if the options hold the values
     * @throws BadInput if the file cannot be read or has no rows
     */
    public static Given in(@Nullable Path input) {
        if (input == null) {
            return new Given(null);
        }
        return of(Csv.read(input));
    }

    /**
     * What is in a table that was read.
     *
     * @throws BadInput if it has no rows
     */
    public static Given of(Table table) {
        if (table.rows() == 0) {
            throw Fault.of(CommandFault.NO_ROWS).with("file", table.source()).asException();
        }
        return new Given(table);
    }

    public int rows() {
        return table == null ? 1 : table.rows();
    }

    /**
     * Numbers, NaN where missing; all missing where the option is not given and the file has no column of its name.
     *
     * @param option its name, e.g. {@code --viable-cells}, whose default column is {@code viable_cells}
     * @param argument its value: a column of the file, or a number
     * @throws BadInput if the column does not exist or anything is not a number
     */
    public NumberColumn numbers(String option, @Nullable String argument) {
        return values(option, argument, Table::numbers, Numbers::parse, CommandFault.OPTION_NOT_A_NUMBER);
    }

    /** Like {@link #numbers}, of fractions written as {@code 0.92} or {@code 92%}. */
    public NumberColumn fractions(String option, @Nullable String argument) {
        return values(option, argument, Table::fractions, Numbers::parseFraction, CommandFault.OPTION_NOT_A_FRACTION);
    }

    /** Like {@link #numbers}, but there must be an option or a column. */
    public NumberColumn requiredNumbers(String option, @Nullable String argument) {
        require(option, argument);
        return numbers(option, argument);
    }

    /** Like {@link #fractions}, but there must be an option or a column. */
    public NumberColumn requiredFractions(String option, @Nullable String argument) {
        require(option, argument);
        return fractions(option, argument);
    }

    /** Names of the rows; where there are none, their numbers from 1 up. */
    public List<String> names(String option, @Nullable String argument) {
        List<String> names = new ArrayList<>();
        TextColumn column = table != null && isThere(option, argument) ? table.text(column(option, argument)) : null;
        for (int row = 0; row < rows(); row++) {
            String name = column == null ? null : column.get(row);
            if (name == null) {
                name = table == null && argument != null ? argument : Integer.toString(row + 1);
            }
            names.add(name);
        }
        return names;
    }

    /**
     * Computes something for a row.
     *
     * @throws BadInput as the computation does, with the place of the row added
     */
    public <T> T in(int row, IntFunction<T> computation) {
        try {
            return computation.apply(row);
        } catch (BadInput refused) {
            if (table == null) {
                throw refused;
            }
            throw Fault.of(CommandFault.IN_ROW)
                    .with("file", table.source())
                    .with("line", table.line(row))
                    .with("fault", refused.fault())
                    .asException(refused);
        }
    }

    private NumberColumn values(
            String option,
            @Nullable String argument,
            ColumnReading reading,
            Function<String, OptionalDouble> parser,
            CommandFault fault) {
        if (!isThere(option, argument)) {
            double[] missing = new double[rows()];
            Arrays.fill(missing, Double.NaN);
            return NumberColumn.of(option, missing);
        }
        if (table != null) {
            return reading.read(table, column(option, argument));
        }
        String text = Objects.requireNonNull(argument);
        double value = parser.apply(text)
                .orElseThrow(() -> Fault.of(fault)
                        .with("option", option)
                        .with("value", text)
                        .asException());
        return NumberColumn.of(option, value);
    }

    private void require(String option, @Nullable String argument) {
        if (!isThere(option, argument)) {
            if (table != null) {
                table.text(column(option, argument)); // refuses, naming the columns that there are
            }
            throw Fault.of(CommandFault.OPTION_MISSING).with("option", option).asException();
        }
    }

    private boolean isThere(String option, @Nullable String argument) {
        return argument != null || (table != null && table.has(column(option, null)));
    }

    private static String column(String option, @Nullable String argument) {
        return argument != null ? argument : option.substring(2).replace('-', '_');
    }

    private interface ColumnReading {
        NumberColumn read(Table table, String column);
    }
}
