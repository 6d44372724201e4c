package org.opencgt.science.dosefinding.design;

/**
 * The rules of a design for engines that apply them millions of times. Doses are numbered from 0 here. All are functions of the
 * counts at the doses; which doses are excluded is kept in one number, so that after a cohort only its dose is looked at anew.
 * Holds working space: each thread needs its own, by {@link #copy()}.
 */
public abstract class Rules {

    /** Instead of a dose: none can be selected. */
    public static final int NONE = -1;

    /** Instead of a dose: the trial is over, and a dose is selected. */
    public static final int STOP = -2;

    /** Instead of a dose: the trial is over, and no dose is selected. */
    public static final int ABANDON = -3;

    /** No dose excluded, as before the first patient. */
    public static final long NOTHING_EXCLUDED = 0;

    Rules() {}

    /**
     * What is excluded once outcomes at a dose have changed.
     *
     * @param before what was excluded; of this dose it may be wrong
     * @param patients evaluable patients at each dose
     * @param dlts those with a dose-limiting toxicity
     * @param responses those who responded; not read by designs that do not look at response
     * @param dose whose outcomes are new
     */
    public long excluded(long before, int[] patients, int[] dlts, int[] responses, int dose) {
        return before;
    }

    /** What is excluded by the outcomes at all doses. */
    public final long excluded(int[] patients, int[] dlts, int[] responses) {
        long excluded = NOTHING_EXCLUDED;
        for (int dose = 0; dose < patients.length; dose++) {
            excluded = excluded(excluded, patients, dlts, responses, dose);
        }
        return excluded;
    }

    /**
     * The dose to give next, {@link #STOP} or {@link #ABANDON}.
     *
     * @param excluded what is excluded by these outcomes
     * @param dose the dose given last
     * @param lastPatients patients in the last cohort
     * @param lastDlts those of them with a dose-limiting toxicity
     */
    public abstract int next(
            int[] patients, int[] dlts, int[] responses, long excluded, int dose, int lastPatients, int lastDlts);

    /** The dose selected in the end, or {@link #NONE}. */
    public abstract int select(int[] patients, int[] dlts, int[] responses, long excluded);

    /** The same rules for another thread. */
    public abstract Rules copy();
}
