package org.opencgt.science.table;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.Fault;

/** Takes the fields of a file one by one, the first record as header. Nothing is kept from the first ragged row on. */
final class TableBuilder extends AbstractBaseCsvCallbackHandler<Boolean> {

    private final String source;
    private final List<String> header = new ArrayList<>();
    private @Nullable Cells cells;
    private long[] lines = new long[256];
    private int rows;
    private @Nullable Fault ragged;

    TableBuilder(String source) {
        this.source = source;
    }

    @Override
    protected void handleField(int field, char[] buffer, int offset, int length, boolean quoted) {
        if (cells == null) {
            header.add(new String(buffer, offset, length));
        } else if (ragged == null && field < header.size()) {
            cells.add(buffer, offset, length);
        }
    }

    @Override
    protected Boolean buildRecord() {
        if (getRecordType() != RecordType.DATA) {
            return false; // a blank line
        }
        if (cells == null) {
            cells = new Cells(header.size());
        } else if (ragged == null && getFieldCount() != header.size()) {
            ragged = Fault.of(TableFault.RAGGED)
                    .with("file", source)
                    .with("line", getStartingLineNumber())
                    .with("found", getFieldCount())
                    .with("expected", header.size());
        } else if (ragged == null) {
            lines = rows < lines.length ? lines : Arrays.copyOf(lines, 2 * rows);
            lines[rows++] = getStartingLineNumber();
        }
        return true;
    }

    @Nullable
    Fault ragged() {
        return ragged;
    }

    /** The table; null if there was no record at all. */
    @Nullable
    Table build() {
        return cells == null ? null : new Table(source, header, cells, Arrays.copyOf(lines, rows));
    }
}
