package org.opencgt.ledger;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What verification has learnt of some consecutive entries and must still put together with the others. Used again for
 * other entries, since there may be hundreds of millions.
 */
final class Slice {

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    /** Fields of a place in a chain. */
    static final int FIELDS = 8;

    static final int HIGH = 0;
    static final int LOW = 1;
    static final int VERSION = 2;
    static final int INDEX = 3;
    /** Four words; zeros where there is no entry before. */
    static final int PREVIOUS = 4;

    long begin;
    int count;
    long bytes;
    /** The stored leaf hashes, one after the other. */
    final byte[] leaves;

    /** Places in chains, one after the other, as the headers say. */
    long[] places;

    int placeCount;
    final List<Fault> faults = new ArrayList<>();
    final HistorySum history = new HistorySum();

    Slice(int most) {
        leaves = new byte[most * Hash.LENGTH];
        places = new long[2 * most * FIELDS];
    }

    /** Begins anew with other entries. */
    void reset(long newBegin, int newCount) {
        begin = newBegin;
        count = newCount;
        bytes = 0;
        placeCount = 0;
        faults.clear();
        history.clear();
        Arrays.fill(leaves, 0, count * Hash.LENGTH, (byte) 0);
    }

    /** Adds a place; returns where its hash of the entry before goes. */
    int place(RefHash ref, long version, int index) {
        int at = placeCount++ * FIELDS;
        if (at == places.length) {
            places = Arrays.copyOf(places, 2 * places.length);
        }
        places[at + HIGH] = ref.high;
        places[at + LOW] = ref.low;
        places[at + VERSION] = version;
        places[at + INDEX] = index;
        Arrays.fill(places, at + PREVIOUS, at + FIELDS, 0);
        history.add(ref, version, begin + index);
        return at + PREVIOUS;
    }

    /** Reads the hash at a place of a buffer as four words. */
    static void words(byte[] hash, int at, long[] into, int intoAt) {
        for (int i = 0; i < Hash.LENGTH / Long.BYTES; i++) {
            into[intoAt + i] = (long) WORD.get(hash, at + i * Long.BYTES);
        }
    }
}
