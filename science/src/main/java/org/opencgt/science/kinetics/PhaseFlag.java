package org.opencgt.science.kinetics;

import java.util.Locale;
import org.opencgt.science.TextKey;

/** What is to be noticed about the phases of a curve. */
public enum PhaseFlag implements TextKey {
    /** Fewer than two quantified samples after the dose: no phase can be told. */
    TOO_FEW_SAMPLES,
    /** The values never differ by the factor that makes a phase. */
    FLAT,
    /** The first quantified sample is the peak: expansion was not seen. */
    EXPANSION_NOT_SEEN,
    /** The last quantified sample is the peak: contraction was not seen. */
    CONTRACTION_NOT_SEEN,
    /** Before expansion the cells were below the limit of quantification, so fold expansion is at least what is given. */
    EXPANSION_FROM_BELOW_LIMIT,
    /** The rate goes through two samples only. */
    TWO_POINT_EXPANSION,
    /** The rate goes through two samples only. */
    TWO_POINT_CONTRACTION,
    /** Fewer than five samples from the peak on: contraction and persistence cannot be told apart. */
    TOO_FEW_FOR_PERSISTENCE,
    /** One line describes the fall from the peak as well as two do. */
    ONE_PHASE_DECLINE,
    /** In the persistence phase the cells do not decline. */
    PERSISTENCE_WITHOUT_DECLINE,
    /** After contraction the cells expand again. */
    RE_EXPANSION,
    /** The highest value of all is reached in a later expansion. */
    CMAX_IN_RE_EXPANSION,
    /** The last sample is quantified: the cells persist at least until then. */
    STILL_QUANTIFIABLE;

    @Override
    public String key() {
        return "kinetics.phase." + this;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
