package org.opencgt.safety;

import java.math.BigDecimal;

/**
 * The ASTCT consensus grade of a cytokine release syndrome.
 *
 * <p>Lee DW et al., ASTCT Consensus Grading for Cytokine Release Syndrome and Neurologic Toxicity Associated with Immune
 * Effector Cells. Biol Blood Marrow Transplant 2019;25:625–638, Table 2: fever (at least 38.0 °C, not explained otherwise)
 * is needed; with it, the grade is that of the more severe of hypotension and hypoxia. Fever is no longer required once
 * antipyretics, anticytokine therapy or steroids hide it. Grade 5, death due to the syndrome, is no matter of these
 * findings.
 */
public final class CrsGrade {

    static final BigDecimal FEVER = new BigDecimal("38.0");

    /** What the blood pressure needs. */
    public enum Vasopressors {
        NONE,
        VASOPRESSIN_ONLY,
        ONE,
        ONE_WITH_VASOPRESSIN,
        SEVERAL
    }

    /** What the oxygenation needs; low flow is at most 6 L/min (Table 2, note). */
    public enum Oxygen {
        NONE,
        LOW_FLOW_NASAL_CANNULA,
        BLOW_BY,
        HIGH_FLOW_NASAL_CANNULA,
        FACE_MASK,
        NON_REBREATHER_MASK,
        VENTURI_MASK,
        POSITIVE_PRESSURE
    }

    private CrsGrade() {}

    /** The grade, 0 to 4; 0 where there is no fever. */
    static int of(
            BigDecimal temperature,
            boolean feverMasked,
            boolean hypotension,
            Vasopressors vasopressors,
            Oxygen oxygen) {
        boolean fever = feverMasked || temperature.compareTo(FEVER) >= 0;
        return fever ? Math.max(1, Math.max(circulation(hypotension, vasopressors), hypoxia(oxygen))) : 0;
    }

    /** Hypotension: 2 without vasopressors, 3 with one with or without vasopressin, 4 with several, vasopressin not counted. */
    private static int circulation(boolean hypotension, Vasopressors vasopressors) {
        return switch (vasopressors) {
            case NONE -> hypotension ? 2 : 1;
            case VASOPRESSIN_ONLY, ONE, ONE_WITH_VASOPRESSIN -> 3;
            case SEVERAL -> 4;
        };
    }

    private static int hypoxia(Oxygen oxygen) {
        return switch (oxygen) {
            case NONE -> 1;
            case LOW_FLOW_NASAL_CANNULA, BLOW_BY -> 2;
            case HIGH_FLOW_NASAL_CANNULA, FACE_MASK, NON_REBREATHER_MASK, VENTURI_MASK -> 3;
            case POSITIVE_PRESSURE -> 4;
        };
    }
}
