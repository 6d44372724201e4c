package org.opencgt.science.kinetics;

import java.util.ArrayList;
import java.util.List;

/**
 * Peaks and troughs of a series, where a turn counts only once the series has moved back from it by a threshold. So noise
 * smaller than the threshold makes no turns.
 */
final class TurningPoints {

    /** Index of a turn, and whether it is a peak. */
    record Turn(int index, boolean isPeak) {}

    private TurningPoints() {}

    /**
     * The turns, peaks and troughs in alternation. The first is where the series comes from, the last the extreme that it was
     * moving to when it ended. Empty if it never moves by the threshold.
     */
    static List<Turn> of(double[] y, double threshold) {
        List<Turn> turns = new ArrayList<>();
        int lowest = 0;
        int highest = 0;
        int direction = 0;
        for (int i = 1; i < y.length; i++) {
            if (direction <= 0 && y[i] < y[lowest]) {
                lowest = i;
            }
            if (direction >= 0 && y[i] > y[highest]) {
                highest = i;
            }
            if (direction <= 0 && y[i] >= y[lowest] + threshold) {
                turns.add(new Turn(lowest, false));
                direction = 1;
                highest = i;
            } else if (direction >= 0 && y[i] <= y[highest] - threshold) {
                turns.add(new Turn(highest, true));
                direction = -1;
                lowest = i;
            }
        }
        if (direction != 0) {
            turns.add(direction > 0 ? new Turn(highest, true) : new Turn(lowest, false));
        }
        return turns;
    }
}
