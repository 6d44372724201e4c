package org.opencgt.ledger;

/**
 * A sum over places in chains that is the same in whatever order they come. Keyed by a random number that is made for each
 * verification, so that nobody can prepare rows whose differences cancel out.
 */
final class HistorySum {

    private final long key;
    private long high;
    private long low;

    HistorySum(long key) {
        this.key = key | 1;
    }

    void add(byte[] bytes, int from, int to, long version, long position) {
        long hash = key;
        for (int i = from; i < to; i++) {
            hash = (hash ^ bytes[i]) * 0x100000001b3L;
        }
        hash = mix(hash ^ mix(version + key));
        hash = mix(hash * key ^ mix(position - key));
        low += hash;
        high += mix(hash ^ key);
    }

    void add(HistorySum other) {
        low += other.low;
        high += other.high;
    }

    boolean same(HistorySum other) {
        return low == other.low && high == other.high;
    }

    /** The finaliser of SplittableRandom: each bit depends on each. */
    private static long mix(long z) {
        z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }
}
