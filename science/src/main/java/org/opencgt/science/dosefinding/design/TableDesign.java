package org.opencgt.science.dosefinding.design;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.BadInput;
import org.opencgt.science.Explanation;
import org.opencgt.science.dosefinding.Advice;
import org.opencgt.science.dosefinding.Decision;
import org.opencgt.science.dosefinding.DoseOutcomes;
import org.opencgt.science.dosefinding.Selection;
import org.opencgt.science.dosefinding.TrialState;

/**
 * A design whose decision follows from the numbers of patients and toxicities at the current dose, looked up in one table. The
 * other doses matter in two ways only: there may be none above or below, and one that was found too toxic is never used again,
 * nor are those above it.
 */
public sealed interface TableDesign extends Design permits Boin, IntervalDesign, CustomTable {

    /**
     * What the table says.
     *
     * @param patients at least 1
     * @return escalate, stay, de-escalate or eliminate
     * @throws BadInput if the table does not reach so far
     */
    Decision cell(int patients, int dlts);

    /** Whether the table has a row for so many patients. */
    default boolean reaches(int patients) {
        return true;
    }

    /** Why the table says so. */
    Explanation why(int patients, int dlts);

    /** Whether the trial ends with these outcomes at the lowest dose. */
    default boolean stopsAtLowest(int patients, int dlts) {
        return cell(patients, dlts).eliminatesUpward();
    }

    /** Why {@link #stopsAtLowest}. */
    default Explanation whyStop(int patients, int dlts) {
        return why(patients, dlts);
    }

    /** By which dose is selected. */
    ClosestToTarget selection();

    @Override
    default ToxicityTable table(TableSize size) {
        List<ToxicityTable.Boundary> boundaries = new ArrayList<>();
        List<ToxicityTable.Outcome> decisions = new ArrayList<>();
        size.patients().forEach(n -> {
            boundaries.add(boundary(n));
            IntStream.rangeClosed(0, n).forEach(dlt -> decisions.add(new ToxicityTable.Outcome(n, dlt, cell(n, dlt))));
        });
        return new ToxicityTable(name(), settings(), boundaries, decisions);
    }

    @Override
    default Advice decide(TrialState state) {
        return TableAdvice.of(this, state).advice();
    }

    @Override
    default Selection select(List<DoseOutcomes> doses) {
        return selection().select(doses, admissible(doses));
    }

    @Override
    default Rules rules(int doses, int maximumPatients) {
        return TableRules.of(this, doses, maximumPatients);
    }

    /** How many doses may still be used: those below the lowest that is eliminated. */
    private int admissible(List<DoseOutcomes> doses) {
        DoseOutcomes lowest = doses.getFirst();
        if (lowest.patients() > 0 && stopsAtLowest(lowest.patients(), lowest.dlts())) {
            return 0;
        }
        return (int) doses.stream()
                .takeWhile(dose -> dose.patients() == 0
                        || !cell(dose.patients(), dose.dlts()).eliminatesUpward())
                .count();
    }

    private ToxicityTable.Boundary boundary(int n) {
        return new ToxicityTable.Boundary(
                n,
                last(n, dlt -> cell(n, dlt) == Decision.ESCALATE),
                first(
                        n,
                        dlt -> cell(n, dlt) == Decision.DEESCALATE
                                || cell(n, dlt).eliminatesUpward()),
                first(n, dlt -> cell(n, dlt).eliminatesUpward()),
                first(n, dlt -> stopsAtLowest(n, dlt)));
    }

    private static @Nullable Integer first(int n, IntPredicate holds) {
        return boxed(IntStream.rangeClosed(0, n).filter(holds).min().orElse(-1));
    }

    private static @Nullable Integer last(int n, IntPredicate holds) {
        return boxed(IntStream.rangeClosed(0, n).filter(holds).max().orElse(-1));
    }

    private static @Nullable Integer boxed(int count) {
        return count < 0 ? null : (Integer) count;
    }
}
