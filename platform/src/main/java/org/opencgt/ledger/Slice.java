package org.opencgt.ledger;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What verification has learnt of some consecutive entries and must still put together with the others. */
final class Slice {

    /** An entry's place in a chain, as its header says. */
    record Place(String ref, long version, byte @Nullable [] previous, int index) {}

    final long begin;
    final int count;
    /** The stored leaf hashes, one after the other. */
    final byte[] leaves;

    final List<Place> places = new ArrayList<>();
    final List<Fault> faults = new ArrayList<>();
    final HistorySum history;
    long bytes;

    Slice(long begin, int count, long key) {
        this.begin = begin;
        this.count = count;
        this.leaves = new byte[count * Hash.LENGTH];
        this.history = new HistorySum(key);
    }
}
