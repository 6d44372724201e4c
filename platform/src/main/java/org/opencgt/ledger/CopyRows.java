package org.opencgt.ledger;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * The rows of a query in PostgreSQL's binary COPY format, the fastest way out of it. One row at a time lies in a buffer;
 * fields are read where they lie. No field may be null.
 */
final class CopyRows implements AutoCloseable {

    /** Signature, flags and length of the extension. */
    private static final int FILE_HEADER = 19;

    /** PostgreSQL counts microseconds from 2000-01-01, Java from 1970-01-01. */
    private static final long EPOCH = 946_684_800_000_000L;

    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final CopyOut copy;
    private final int[] from;
    private final int[] to;
    private byte[] row = new byte[0];
    private boolean first = true;

    CopyRows(Connection connection, String query, int columns) throws SQLException {
        copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("COPY (" + query + ") TO STDOUT (FORMAT binary)");
        from = new int[columns];
        to = new int[columns];
    }

    boolean next() throws SQLException {
        byte[] message = copy.readFromCopy();
        if (message == null) {
            return false;
        }
        row = message;
        int at = first ? FILE_HEADER : 0;
        first = false;
        if ((short) SHORT.get(row, at) < 0) {
            return next();
        }
        at += Short.BYTES;
        for (int i = 0; i < from.length; i++) {
            int length = (int) INT.get(row, at);
            from[i] = at + Integer.BYTES;
            to[i] = from[i] + length;
            at = to[i];
        }
        return true;
    }

    byte[] row() {
        return row;
    }

    int from(int column) {
        return from[column];
    }

    int to(int column) {
        return to[column];
    }

    int length(int column) {
        return to[column] - from[column];
    }

    long number(int column) {
        return (long) LONG.get(row, from[column]);
    }

    /** Microseconds since 1970. */
    long time(int column) {
        return number(column) + EPOCH;
    }

    String text(int column) {
        return new String(row, from[column], length(column), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }
}
