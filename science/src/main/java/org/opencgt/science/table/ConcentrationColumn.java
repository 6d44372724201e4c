package org.opencgt.science.table;

/** A column of measured concentrations: quantified, below the limit of quantification, or missing. */
public final class ConcentrationColumn {

    /** What the laboratory reported. */
    public enum Kind {
        QUANTIFIED,
        BELOW_LIMIT,
        MISSING
    }

    private final String name;
    private final Kind[] kinds;
    private final double[] values;

    ConcentrationColumn(String name, Kind[] kinds, double[] values) {
        this.name = name;
        this.kinds = kinds;
        this.values = values;
    }

    public String name() {
        return name;
    }

    public int size() {
        return kinds.length;
    }

    public Kind kind(int row) {
        return kinds[row];
    }

    /** The concentration in a row, NaN unless it was quantified. */
    public double get(int row) {
        return kinds[row] == Kind.QUANTIFIED ? values[row] : Double.NaN;
    }

    /** The limit that the cell itself names, as {@code <50} does; NaN where it names none. */
    public double limit(int row) {
        return kinds[row] == Kind.BELOW_LIMIT ? values[row] : Double.NaN;
    }
}
