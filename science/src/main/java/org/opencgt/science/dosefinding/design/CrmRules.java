package org.opencgt.science.dosefinding.design;

import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** {@link Crm} with its model tabulated. What it says of counts is remembered, for all threads together. */
final class CrmRules extends Rules {

    /** More counts than this are computed each time they come. */
    private static final int MOST_REMEMBERED = 1 << 20;

    private static final int STOPPED = -1;

    private final Crm design;
    private final Crm.Fitting fitting;
    private final ConcurrentMap<Counts, Integer> remembered;

    CrmRules(Crm design) {
        this(design, new Crm.Fitting(design), new ConcurrentHashMap<>());
    }

    private CrmRules(Crm design, Crm.Fitting fitting, ConcurrentMap<Counts, Integer> remembered) {
        this.design = design;
        this.fitting = fitting;
        this.remembered = remembered;
    }

    @Override
    public int next(
            int[] patients, int[] dlts, int[] responses, long excluded, int dose, int lastPatients, int lastDlts) {
        int closest = closest(patients, dlts);
        if (closest == STOPPED) {
            return ABANDON;
        }
        boolean coherent = lastDlts < design.target() * lastPatients;
        return Math.min(closest, coherent ? dose + 1 : dose);
    }

    @Override
    public int select(int[] patients, int[] dlts, int[] responses, long excluded) {
        int closest = closest(patients, dlts);
        return closest == STOPPED ? NONE : closest;
    }

    @Override
    public Rules copy() {
        return new CrmRules(design, fitting, remembered);
    }

    private int closest(int[] patients, int[] dlts) {
        Counts counts = Counts.of(patients, dlts);
        Integer known = remembered.get(counts);
        if (known != null) {
            return known;
        }
        int closest = design.stops(patients, dlts) ? STOPPED : fitting.closest(fitting.estimate(patients, dlts));
        if (remembered.size() < MOST_REMEMBERED) {
            remembered.put(counts, closest);
        }
        return closest;
    }

    /** Patients and toxicities at all doses, as a key. */
    private static final class Counts {

        private final int[] numbers;
        private final int hash;

        private Counts(int[] numbers) {
            this.numbers = numbers;
            this.hash = Arrays.hashCode(numbers);
        }

        static Counts of(int[] patients, int[] dlts) {
            int[] numbers = Arrays.copyOf(patients, patients.length * 2);
            System.arraycopy(dlts, 0, numbers, patients.length, dlts.length);
            return new Counts(numbers);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Counts counts && Arrays.equals(numbers, counts.numbers);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }
}
