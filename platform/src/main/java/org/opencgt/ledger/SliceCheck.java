package org.opencgt.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.opencgt.ledger.Fault.Kind;

/** Checks in entries all that can be seen from each alone. Holds buffers, hence one instance per thread. */
final class SliceCheck {

    private static final int POSITION = 0;
    private static final int ID = 1;
    private static final int TYPE = 2;
    private static final int PERFORMER = 3;
    private static final int PERFORMED_AT = 4;
    private static final int RECORDED_AT = 5;
    private static final int LEAF = 6;
    private static final int HEADER = 7;
    private static final int CONTENT = 8;
    private static final int COLUMNS = 9;

    private final Connection connection;
    private final @Nullable SignatureCheck signatures;
    private final RefHash ref;
    private final Hasher hasher = new Hasher();
    private final HeaderScan scan = new HeaderScan();
    private final byte[] computed = new byte[Hash.LENGTH];
    private final byte[] said = new byte[Hash.LENGTH];

    SliceCheck(Connection connection, @Nullable SignatureCheck signatures, RefHash.Key key) {
        this.connection = connection;
        this.signatures = signatures;
        this.ref = new RefHash(key);
    }

    void check(Slice slice) throws SQLException {
        long begin = slice.begin;
        long end = begin + slice.count;
        String query = "SELECT position, id, type, performer, performed_at, recorded_at, leaf, header, content"
                + " FROM entry WHERE position >= " + begin + " AND position < " + end + " ORDER BY position";
        try (CopyRows rows = new CopyRows(connection, query, COLUMNS)) {
            long expected = begin;
            while (rows.next()) {
                long position = rows.number(POSITION);
                missing(slice, expected, position);
                expected = position + 1;
                entry(rows, position, slice);
            }
            missing(slice, expected, end);
        }
    }

    private static void missing(Slice slice, long from, long to) {
        for (long position = from; position < to; position++) {
            slice.faults.add(Fault.at(Kind.ENTRY_MISSING, position, ""));
        }
    }

    private void entry(CopyRows rows, long position, Slice slice) {
        byte[] row = rows.row();
        int index = (int) (position - slice.begin);
        hasher.leaf(row, rows.from(HEADER), rows.length(HEADER), computed);
        if (!Arrays.equals(row, rows.from(LEAF), rows.to(LEAF), computed, 0, Hash.LENGTH)) {
            slice.faults.add(Fault.at(Kind.LEAF, position, ""));
        }
        System.arraycopy(row, rows.from(LEAF), slice.leaves, index * Hash.LENGTH, Hash.LENGTH);
        slice.bytes += rows.length(HEADER) + rows.length(CONTENT);
        hasher.sha256(row, rows.from(CONTENT), rows.length(CONTENT), computed);
        if (scan.scan(row, rows.from(HEADER), rows.to(HEADER))) {
            plain(rows, position, index, slice);
            if (signatures != null) {
                signatures(rows.text(HEADER), rows.text(CONTENT), position, slice, signatures);
            }
        } else {
            unusual(rows, position, index, slice);
        }
    }

    private void plain(CopyRows rows, long position, int index, Slice slice) {
        byte[] row = rows.row();
        HeaderScan.decode(row, scan.contentAt, said, 0);
        content(Arrays.equals(said, computed), position, slice);
        header(scan.position, position, slice);
        column(same(rows, ID, scan.idFrom, scan.idTo), "id", position, slice);
        column(same(rows, TYPE, scan.typeFrom, scan.typeTo), "type", position, slice);
        column(same(rows, PERFORMER, scan.performerFrom, scan.performerTo), "performer", position, slice);
        column(rows.time(PERFORMED_AT) == scan.performedAt, "performed_at", position, slice);
        column(rows.time(RECORDED_AT) == scan.recordedAt, "recorded_at", position, slice);
        for (int i = 0; i < scan.links; i++) {
            int previous = slice.place(ref.of(row, scan.refFrom[i], scan.refTo[i]), scan.version[i], index);
            if (scan.previousAt[i] >= 0) {
                HeaderScan.decode(row, scan.previousAt[i], said, 0);
                Slice.words(said, 0, slice.places, previous);
            }
        }
    }

    private static boolean same(CopyRows rows, int column, int from, int to) {
        return Arrays.equals(rows.row(), rows.from(column), rows.to(column), rows.row(), from, to);
    }

    /** The same for a header that {@link HeaderScan} does not take: one with escapes in a text, or a wrong one. */
    private void unusual(CopyRows rows, long position, int index, Slice slice) {
        String text = rows.text(HEADER);
        Header header;
        try {
            header = Header.parse(text);
        } catch (IllegalArgumentException e) {
            slice.faults.add(Fault.at(Kind.HEADER, position, ""));
            return;
        }
        content(Arrays.equals(header.content().view(), computed), position, slice);
        header(header.position(), position, slice);
        column(rows.text(ID).equals(header.id()), "id", position, slice);
        column(rows.text(TYPE).equals(header.type()), "type", position, slice);
        column(rows.text(PERFORMER).equals(header.performer()), "performer", position, slice);
        column(instant(rows.time(PERFORMED_AT)).equals(header.performedAt()), "performed_at", position, slice);
        column(instant(rows.time(RECORDED_AT)).equals(header.recordedAt()), "recorded_at", position, slice);
        for (Link link : header.subjects()) {
            int at = slice.place(ref.of(link.ref()), link.version(), index);
            Hash previous = link.previous();
            if (previous != null) {
                Slice.words(previous.view(), 0, slice.places, at);
            }
        }
        if (signatures != null) {
            signatures(text, rows.text(CONTENT), position, slice, signatures);
        }
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    private static void content(boolean right, long position, Slice slice) {
        if (!right) {
            slice.faults.add(Fault.at(Kind.CONTENT, position, ""));
        }
    }

    private static void header(long said, long position, Slice slice) {
        if (said != position) {
            slice.faults.add(Fault.at(Kind.HEADER, position, "position " + said));
        }
    }

    private static void column(boolean right, String name, long position, Slice slice) {
        if (!right) {
            slice.faults.add(Fault.at(Kind.COLUMN, position, name));
        }
    }

    private static void signatures(
            String header, String content, long position, Slice slice, SignatureCheck signatures) {
        try {
            for (String fault : signatures.faults(Header.parse(header), content)) {
                slice.faults.add(Fault.at(Kind.PERSON_SIGNATURE, position, fault));
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            slice.faults.add(Fault.at(Kind.HEADER, position, ""));
        }
    }
}
