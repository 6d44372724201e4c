package org.opencgt.science.dosefinding.trial;

import java.util.Arrays;
import org.opencgt.science.Fault;
import org.opencgt.science.dosefinding.DoseFindingFault;

/** States with their weights; equal states are merged. A hash table with open addressing, whose entries stay in order. */
final class StateTable {

    private static final int EMPTY = -1;

    private final int limit;
    private int size;
    private long[] low = new long[1 << 10];
    private long[] high = new long[1 << 10];
    private double[] weight = new double[1 << 10];
    private int[] slots = new int[1 << 11];

    /**
     * No state yet.
     *
     * @param limit how many there may be
     */
    StateTable(int limit) {
        this.limit = limit;
        Arrays.fill(slots, EMPTY);
    }

    int size() {
        return size;
    }

    long low(int entry) {
        return low[entry];
    }

    long high(int entry) {
        return high[entry];
    }

    double weight(int entry) {
        return weight[entry];
    }

    void clear() {
        size = 0;
        Arrays.fill(slots, EMPTY);
    }

    /** Adds weight to a state. */
    void add(long addedLow, long addedHigh, double addedWeight) {
        int slot = slot(addedLow, addedHigh);
        while (slots[slot] != EMPTY) {
            int entry = slots[slot];
            if (low[entry] == addedLow && high[entry] == addedHigh) {
                weight[entry] += addedWeight;
                return;
            }
            slot = slot + 1 & slots.length - 1;
        }
        slots[slot] = size;
        low[size] = addedLow;
        high[size] = addedHigh;
        weight[size++] = addedWeight;
        if (size == low.length) {
            grow();
        }
    }

    private void grow() {
        if (size >= limit) {
            throw Fault.of(DoseFindingFault.TOO_MANY_STATES).asException();
        }
        int room = size * 2;
        low = Arrays.copyOf(low, room);
        high = Arrays.copyOf(high, room);
        weight = Arrays.copyOf(weight, room);
        slots = new int[room * 2];
        Arrays.fill(slots, EMPTY);
        for (int entry = 0; entry < size; entry++) {
            int slot = slot(low[entry], high[entry]);
            while (slots[slot] != EMPTY) {
                slot = slot + 1 & slots.length - 1;
            }
            slots[slot] = entry;
        }
    }

    private int slot(long keyLow, long keyHigh) {
        long hash = (keyLow ^ keyHigh * 0x9E3779B97F4A7C15L) * 0xBF58476D1CE4E5B9L;
        return (int) (hash >>> 32 ^ hash >>> 17) & slots.length - 1;
    }
}
