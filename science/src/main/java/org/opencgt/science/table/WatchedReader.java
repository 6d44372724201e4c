package org.opencgt.science.table;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Skips a byte-order mark, and counts the quotation marks and line feeds that have passed. */
final class WatchedReader extends FilterReader {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private boolean begun;
    private long quotes;
    private long lineFeeds;

    WatchedReader(Reader in) {
        super(in);
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        if (!begun && read > 0) {
            begun = true;
            if (buffer[offset] == BYTE_ORDER_MARK) {
                System.arraycopy(buffer, offset + 1, buffer, offset, read - 1);
                return read > 1 ? watched(buffer, offset, read - 1) : read(buffer, offset, length);
            }
        }
        return watched(buffer, offset, read);
    }

    private int watched(char[] buffer, int offset, int read) {
        for (int i = offset; i < offset + read; i++) {
            char c = buffer[i];
            if (c == '"') {
                quotes++;
            } else if (c == '\n') {
                lineFeeds++;
            }
        }
        return read;
    }

    /** Whether a quotation mark has been opened and not closed. */
    boolean isQuoteOpen() {
        return quotes % 2 != 0;
    }

    /** The line that is being read. */
    long line() {
        return 1 + lineFeeds;
    }

    /** Reads what is left, for the counts. */
    void drain() throws IOException {
        char[] rest = new char[1 << 13];
        while (read(rest, 0, rest.length) >= 0) {
            continue;
        }
    }
}
