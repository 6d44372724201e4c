package org.opencgt.ledger;

/**
 * A sum over places in chains that is the same in whatever order they come. It stands on {@link RefHash}, so that nobody
 * can prepare rows whose differences cancel out.
 */
final class HistorySum {

    private long high;
    private long low;

    void add(RefHash ref, long version, long position) {
        long hash = RefHash.mix(ref.low ^ RefHash.mix(version + ref.high));
        hash = RefHash.mix(hash ^ RefHash.mix(position - ref.high));
        low += hash;
        high += RefHash.mix(hash ^ ref.high);
    }

    void add(HistorySum other) {
        low += other.low;
        high += other.high;
    }

    void clear() {
        low = 0;
        high = 0;
    }

    boolean same(HistorySum other) {
        return low == other.low && high == other.high;
    }
}
