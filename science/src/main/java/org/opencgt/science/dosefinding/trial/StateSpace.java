package org.opencgt.science.dosefinding.trial;

import org.opencgt.science.Fault;
import org.opencgt.science.dosefinding.DoseFindingFault;

/**
 * Writes the counts at all doses and one more small number as two longs. At a dose, the outcomes (n, y) with y toxicities among
 * n patients are numbered 0, 1, 2 …; with responses, so are (n, y, e). Each dose has a field of bits for that number.
 */
final class StateSpace {

    /** Bits for the extra number: the current dose, or the selected one. */
    private static final int EXTRA_BITS = 6;

    private final int doses;
    private final boolean responding;
    private final int bits;
    private final int inLow;
    private final int[] firstOfPatients;
    private final int[] patients;
    private final int[] dlts;
    private final int[] responses;

    /**
     * The space of a trial.
     *
     * @param maximumPatients at one dose
     * @param responding whether responses count
     */
    StateSpace(int doses, int maximumPatients, boolean responding) {
        this.doses = doses;
        this.responding = responding;
        firstOfPatients = new int[maximumPatients + 2];
        for (int n = 0; n <= maximumPatients; n++) {
            firstOfPatients[n + 1] = firstOfPatients[n] + (responding ? (n + 1) * (n + 1) : n + 1);
        }
        int codes = firstOfPatients[maximumPatients + 1];
        bits = Integer.SIZE - Integer.numberOfLeadingZeros(codes - 1);
        inLow = (Long.SIZE - EXTRA_BITS) / bits;
        if (doses > inLow + Long.SIZE / bits || doses >= 1 << EXTRA_BITS) {
            throw Fault.of(DoseFindingFault.TOO_MANY_STATES).asException();
        }
        patients = new int[codes];
        dlts = new int[codes];
        responses = new int[codes];
        for (int n = 0, code = 0; n <= maximumPatients; n++) {
            for (int y = 0; y <= n; y++) {
                for (int e = 0; e <= (responding ? n : 0); e++) {
                    patients[code] = n;
                    dlts[code] = y;
                    responses[code++] = e;
                }
            }
        }
    }

    int doses() {
        return doses;
    }

    /** How many outcomes one dose can have. */
    int codes() {
        return patients.length;
    }

    int patients(int code) {
        return patients[code];
    }

    int dlts(int code) {
        return dlts[code];
    }

    int responses(int code) {
        return responses[code];
    }

    int code(int n, int y, int e) {
        return firstOfPatients[n] + (responding ? y * (n + 1) + e : y);
    }

    /** The code at a dose. */
    int code(long low, long high, int dose) {
        long mask = (1L << bits) - 1;
        return (int) (dose < inLow ? low >>> EXTRA_BITS + dose * bits & mask : high >>> (dose - inLow) * bits & mask);
    }

    static int extra(long low) {
        return (int) (low & (1L << EXTRA_BITS) - 1);
    }

    /** The low long of a state with another extra number, from 0. */
    static long withExtra(long low, int extra) {
        return low & -1L << EXTRA_BITS | extra;
    }

    /** What to add to the low long when the code at a dose grows by so much. */
    long lowStep(int dose, int growth) {
        return dose < inLow ? (long) growth << EXTRA_BITS + dose * bits : 0;
    }

    /** What to add to the high long. */
    long highStep(int dose, int growth) {
        return dose < inLow ? 0 : (long) growth << (dose - inLow) * bits;
    }
}
