package org.opencgt.science.kinetics.cli;

import org.jspecify.annotations.Nullable;
import org.opencgt.science.kinetics.CurveReader;
import org.opencgt.science.kinetics.Dosing;
import org.opencgt.science.table.NumberColumn;
import org.opencgt.science.table.Numbers;
import org.opencgt.science.table.Table;
import picocli.CommandLine.Option;

/** The options that tell the dose; a mixin. */
final class DoseOptions {

    @Option(names = "--dose", paramLabel = "N|COLUMN")
    @Nullable
    String dose;

    @Option(names = "--infusion", paramLabel = "TIME|COLUMN")
    @Nullable
    String infusion;

    @Option(names = "--tau", paramLabel = "TIME")
    @Nullable
    Double tau;

    /** The dose of each curve. */
    Reading reading(Table table, CurveReader curves) {
        Value amount = value(table, dose, Double.NaN);
        Value duration = value(table, infusion, 0);
        double interval = tau == null ? Double.NaN : tau;
        return curve -> {
            double time = duration.of(curve, curves);
            return new Dosing(amount.of(curve, curves), Double.isNaN(time) ? 0 : time, interval);
        };
    }

    boolean isGiven() {
        return dose != null;
    }

    @FunctionalInterface
    interface Reading {
        Dosing of(int curve);
    }

    /** A number for all, or the number in a column. */
    private record Value(double number, @Nullable NumberColumn column) {
        double of(int curve, CurveReader curves) {
            return column == null ? number : curves.constant(curve, column);
        }
    }

    private static Value value(Table table, @Nullable String argument, double otherwise) {
        if (argument == null) {
            return new Value(otherwise, null);
        }
        return Numbers.parse(argument).stream()
                .mapToObj(number -> new Value(number, null))
                .findAny()
                .orElseGet(() -> new Value(otherwise, table.numbers(argument)));
    }
}
