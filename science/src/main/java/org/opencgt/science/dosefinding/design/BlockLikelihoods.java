package org.opencgt.science.dosefinding.design;

/**
 * The likelihoods p^e (1 − p)^(n − e) of blocks of neighbouring doses that share a rate, each computed once. Those of single doses,
 * with the rate (e + 0.05) / (n + 0.1), are tabulated. For one thread.
 */
final class BlockLikelihoods {

    private static final int STEP = 8;

    private final int doses;
    /** By patients and events at a single dose. */
    private final double[] single;

    private final int stride;
    /** By first and last dose. */
    private final double[] known;
    /** For which outcomes it is known. */
    private final int[] knownOf;

    private int outcomes;
    /** Patients and events below a dose. */
    private final int[] patientsBelow;

    private final int[] eventsBelow;
    private final double[] small = new double[STEP];
    private final double[] large = new double[STEP];

    BlockLikelihoods(int doses, Rates rates) {
        this(
                doses,
                new double[(rates.maximumPatients() + 1) * (rates.maximumPatients() + 1)],
                rates.maximumPatients() + 1);
        for (int n = 0; n < stride; n++) {
            for (int events = 0; events <= n; events++) {
                double rate = rates.of(events, n);
                single[n * stride + events] = power(rate, events) * power(1 - rate, n - events);
            }
        }
    }

    private BlockLikelihoods(int doses, double[] single, int stride) {
        this.doses = doses;
        this.single = single;
        this.stride = stride;
        known = new double[doses * doses];
        knownOf = new int[doses * doses];
        patientsBelow = new int[doses + 1];
        eventsBelow = new int[doses + 1];
    }

    BlockLikelihoods copy() {
        return new BlockLikelihoods(doses, single, stride);
    }

    /** Begins with other outcomes. */
    void of(int[] n, int[] events) {
        outcomes++;
        for (int dose = 0; dose < doses; dose++) {
            patientsBelow[dose + 1] = patientsBelow[dose] + n[dose];
            eventsBelow[dose + 1] = eventsBelow[dose] + events[dose];
        }
    }

    /** The likelihood of a block with its rate. */
    double of(int from, int to, double rate) {
        int events = eventsBelow[to + 1] - eventsBelow[from];
        int patients = patientsBelow[to + 1] - patientsBelow[from];
        if (from == to) {
            return single[patients * stride + events];
        }
        int block = from * doses + to;
        if (knownOf[block] != outcomes) {
            knownOf[block] = outcomes;
            known[block] = power(rate, events) * power(1 - rate, patients - events);
        }
        return known[block];
    }

    /** base^exponent from tables of small powers: no branches that depend on the exponent's bits. */
    private double power(double base, int exponent) {
        if (exponent >= STEP * STEP) {
            return Math.pow(base, exponent);
        }
        double power = 1;
        for (int i = 0; i < STEP; i++) {
            small[i] = power;
            power *= base;
        }
        double eighth = power;
        power = 1;
        for (int i = 0; i < STEP; i++) {
            large[i] = power;
            power *= eighth;
        }
        return small[exponent % STEP] * large[exponent / STEP];
    }
}
