package org.opencgt.science.table;

import org.jspecify.annotations.Nullable;

/** A column of texts, some of which may be missing. */
public final class TextColumn {

    private final String name;
    private final @Nullable String[] values;

    TextColumn(String name, @Nullable String[] values) {
        this.name = name;
        this.values = values;
    }

    public String name() {
        return name;
    }

    public int size() {
        return values.length;
    }

    /** The text in a row, exactly as in the file; null where it is missing. */
    public @Nullable String get(int row) {
        return values[row];
    }

    public boolean isMissing(int row) {
        return values[row] == null;
    }
}
