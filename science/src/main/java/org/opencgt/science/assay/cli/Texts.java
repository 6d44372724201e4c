package org.opencgt.science.assay.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.table.Table;
import org.opencgt.science.table.TextColumn;

/** Text columns as lists, null where missing. */
final class Texts {

    private Texts() {}

    static List<@Nullable String> of(Table table, String column) {
        TextColumn texts = table.text(column);
        List<@Nullable String> list = new ArrayList<>();
        for (int row = 0; row < texts.size(); row++) {
            list.add(texts.get(row));
        }
        return list;
    }
}
