package org.opencgt.ledger;

/**
 * Where each subject's chain ends: version, position and leaf hash by {@link RefHash}. A hash table with open addressing
 * in plain arrays, 64 bytes a place.
 */
final class Chains {

    private static final int FIELDS = 8;
    private static final int HIGH = 0;
    private static final int LOW = 1;
    private static final int VERSION = 2;
    private static final int POSITION = 3;
    private static final int HEAD = 4;

    private int places = 1 << 12;
    private long[] table = new long[places * FIELDS];
    private int size;

    /** The number of subjects. */
    int size() {
        return size;
    }

    /** Where the chain of a subject is kept; a place of version 0 if it has none yet. */
    int find(long high, long low) {
        int at = (int) low & places - 1;
        while (table[at * FIELDS + VERSION] != 0 && !is(at, high, low)) {
            at = at + 1 & places - 1;
        }
        return at;
    }

    private boolean is(int at, long high, long low) {
        return table[at * FIELDS + HIGH] == high && table[at * FIELDS + LOW] == low;
    }

    long version(int at) {
        return table[at * FIELDS + VERSION];
    }

    long position(int at) {
        return table[at * FIELDS + POSITION];
    }

    /** Whether the chain ends with the leaf hash whose four words lie at {@code from}; four zeros before its first entry. */
    boolean headIs(int at, long[] words, int from) {
        int head = at * FIELDS + HEAD;
        return table[head] == words[from]
                && table[head + 1] == words[from + 1]
                && table[head + 2] == words[from + 2]
                && table[head + 3] == words[from + 3];
    }

    /** Lets the chain at a place, which {@link #find} gave, go on. Places found before may have moved afterwards. */
    void put(int at, long high, long low, long version, long position, long[] words, int from) {
        boolean added = version(at) == 0;
        int field = at * FIELDS;
        table[field + HIGH] = high;
        table[field + LOW] = low;
        table[field + VERSION] = version;
        table[field + POSITION] = position;
        System.arraycopy(words, from, table, field + HEAD, FIELDS - HEAD);
        if (added && 2 * ++size > places) {
            grow();
        }
    }

    private void grow() {
        long[] old = table;
        places = Math.multiplyExact(places, 2);
        table = new long[Math.multiplyExact(places, FIELDS)];
        for (int field = 0; field < old.length; field += FIELDS) {
            if (old[field + VERSION] != 0) {
                System.arraycopy(old, field, table, find(old[field], old[field + LOW]) * FIELDS, FIELDS);
            }
        }
    }
}
