package org.opencgt.science.potency.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.table.Table;
import org.opencgt.science.table.TextColumn;

/** Columns of a file as these commands need them. */
final class Columns {

    private Columns() {}

    static List<@Nullable String> texts(Table table, String column) {
        TextColumn texts = table.text(column);
        List<@Nullable String> list = new ArrayList<>();
        for (int row = 0; row < texts.size(); row++) {
            list.add(texts.get(row));
        }
        return list;
    }

    /** Weights; all alike if there is no column. */
    static double[] weights(Table table, @Nullable String column) {
        if (column != null) {
            return table.numbers(column).values();
        }
        double[] equal = new double[table.rows()];
        Arrays.fill(equal, 1);
        return equal;
    }
}
