package org.opencgt.science.dosefinding.design;

/**
 * The rules of a design for engines that apply them millions of times. Doses are numbered from 0 here. Holds working space:
 * each thread needs its own, by {@link #copy()}.
 */
public abstract class Rules {

    /** Instead of a dose: none can be selected. */
    public static final int NONE = -1;

    /** Instead of a dose: the trial is over, and a dose is selected. */
    public static final int STOP = -2;

    /** Instead of a dose: the trial is over, and no dose is selected. */
    public static final int ABANDON = -3;

    Rules() {}

    /**
     * The dose to give next, {@link #STOP} or {@link #ABANDON}.
     *
     * @param patients evaluable patients at each dose
     * @param dlts those with a dose-limiting toxicity
     * @param responses those who responded; not read by designs that do not look at response
     * @param dose the dose given last
     * @param lastPatients patients in the last cohort
     * @param lastDlts those of them with a dose-limiting toxicity
     */
    public abstract int next(int[] patients, int[] dlts, int[] responses, int dose, int lastPatients, int lastDlts);

    /** The dose selected in the end, or {@link #NONE}. */
    public abstract int select(int[] patients, int[] dlts, int[] responses);

    /** The same rules for another thread. */
    public abstract Rules copy();
}
