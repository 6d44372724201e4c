package org.opencgt.science.dosefinding.calendar;

import org.jspecify.annotations.Nullable;
import org.opencgt.science.Fault;
import org.opencgt.science.dosefinding.Decision;
import org.opencgt.science.dosefinding.DoseFindingFault;
import org.opencgt.science.dosefinding.design.Rules;
import org.opencgt.science.dosefinding.design.TableDesign;

/**
 * Decisions where lower doses go on receiving patients, so that their outcomes can contradict those of the current dose: then the
 * outcomes from the highest contradicting dose up to the current one are pooled, and the table is asked about them together. As
 * BF-BOIN. Doses are numbered from 0.
 */
final class BackfillRules {

    private final Backfill backfill;
    private final int stride;
    /** By patients and toxicities; null where the table does not reach. */
    private final @Nullable Decision[] cells;

    /**
     * The rules of a design.
     *
     * @param mostPatients in a whole trial
     */
    BackfillRules(TableDesign design, Backfill backfill, int mostPatients) {
        this.backfill = backfill;
        stride = mostPatients + 1;
        cells = new @Nullable Decision[stride * stride];
        for (int n = 1; n <= mostPatients; n++) {
            for (int y = 0; y <= n; y++) {
                cells[n * stride + y] = design.reaches(n) ? design.cell(n, y) : null;
            }
        }
    }

    /** The highest dose below the current one that is open, or {@link Rules#NONE}. */
    int open(int[] patients, int[] dlts, int[] responses, int[] assigned, int dose) {
        int open = Rules.NONE;
        for (int lower = 0; lower < dose; lower++) {
            boolean alone = !goesDown(patients[lower], dlts[lower]);
            boolean together = !goesDown(patients[lower] + patients[lower + 1], dlts[lower] + dlts[lower + 1]);
            if (!alone && !together) {
                return open;
            }
            if (assigned[lower] < backfill.most() && (!backfill.afterResponse() || responses[lower] > 0)) {
                open = lower;
            }
        }
        return open;
    }

    /**
     * The next dose, or {@link Rules#ABANDON}.
     *
     * @param admissible how many of the lowest doses are not eliminated
     */
    int next(int[] patients, int[] dlts, int dose, int admissible) {
        if (admissible == 0) {
            return Rules.ABANDON;
        }
        Decision said = cell(patients[dose], dlts[dose]);
        int from = contradicting(patients, dlts, dose, said);
        int next = from == Rules.NONE ? moved(dose, said) : pooled(patients, dlts, from, dose);
        return Math.min(Math.max(next, 0), admissible - 1);
    }

    /** The highest lower dose that speaks for caution where the current one does not. */
    private int contradicting(int[] patients, int[] dlts, int dose, Decision said) {
        for (int lower = dose - 1; lower >= 0; lower--) {
            if (patients[lower] > 0) {
                Decision there = cell(patients[lower], dlts[lower]);
                boolean contradicts = said == Decision.ESCALATE ? there != Decision.ESCALATE : isDown(there);
                if (contradicts) {
                    return lower;
                }
            }
        }
        return Rules.NONE;
    }

    private int pooled(int[] patients, int[] dlts, int from, int dose) {
        int n = 0;
        int y = 0;
        int safe = from - 1;
        for (int at = from; at <= dose; at++) {
            n += patients[at];
            y += dlts[at];
            safe = goesDown(n, y) ? safe : at;
        }
        Decision said = cell(n, y);
        return isDown(said) ? safe : moved(dose, said);
    }

    private static int moved(int dose, Decision said) {
        return said == Decision.ESCALATE ? dose + 1 : isDown(said) ? dose - 1 : dose;
    }

    private Decision cell(int patients, int dlts) {
        Decision cell = cells[patients * stride + dlts];
        if (cell == null) {
            throw Fault.of(DoseFindingFault.NOT_IN_TABLE)
                    .with("patients", patients)
                    .asException();
        }
        return cell;
    }

    private boolean goesDown(int patients, int dlts) {
        return patients > 0 && isDown(cell(patients, dlts));
    }

    private static boolean isDown(Decision decision) {
        return decision == Decision.DEESCALATE || decision.eliminatesUpward();
    }
}
