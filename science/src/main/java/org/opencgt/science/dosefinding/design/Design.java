package org.opencgt.science.dosefinding.design;

import java.util.List;
import java.util.Map;
import org.opencgt.science.BadInput;
import org.opencgt.science.dosefinding.Advice;
import org.opencgt.science.dosefinding.DoseOutcomes;
import org.opencgt.science.dosefinding.Selection;
import org.opencgt.science.dosefinding.TrialState;
import org.opencgt.science.dosefinding.Truth;

/**
 * A dose-finding design: the rules by which doses are given, and by which one of them is selected in the end. All are
 * functions of the counts at the doses.
 */
public sealed interface Design permits TableDesign, TiteBoin, ThreePlusThree, Crm, Tepi, Boin12 {

    /** Its usual short name, such as {@code boin}. */
    String name();

    /** Its parameters and what follows from them, by name, in a sensible order. */
    Map<String, Object> settings();

    /** Whether it looks at response beside toxicity. */
    default boolean usesResponses() {
        return false;
    }

    /**
     * The dose that ought to be selected if the truth were known: here the one whose toxicity is closest to the target, the
     * lowest of several.
     */
    default int ideal(Truth truth, double target) {
        return truth.closestTo(target);
    }

    /**
     * Its decision table at the numbers of patients that can be at a dose.
     *
     * @throws BadInput if the design has no table, or none of this size
     */
    DecisionTable table(TableSize size);

    /**
     * What to do at a state.
     *
     * @throws BadInput if the design cannot be in this state
     */
    Advice decide(TrialState state);

    /**
     * The dose to select.
     *
     * @throws BadInput if the design cannot have these outcomes
     */
    Selection select(List<DoseOutcomes> doses);

    /**
     * The same rules, prepared to be applied many times.
     *
     * @param doses how many there are
     * @param maximumPatients the most that one dose can get
     */
    Rules rules(int doses, int maximumPatients);
}
