package org.opencgt.science.dosefinding;

import java.util.Arrays;
import java.util.Optional;

/** What to do after a cohort, written as the papers of the designs abbreviate it. */
public enum Decision {
    /** Next dose up. */
    ESCALATE("E"),
    /** Same dose. */
    STAY("S"),
    /** Next dose down. */
    DEESCALATE("D"),
    /** Next dose down; this dose and all above it are too toxic and never used again. */
    ELIMINATE("DU"),
    /** As {@link #ELIMINATE}, in designs that can give up a dose for lack of efficacy too. */
    ELIMINATE_TOXIC("DUT"),
    /** Next dose down; this dose lacks efficacy and is never used again. */
    ELIMINATE_FUTILE("DUE"),
    /** Next dose up; this dose lacks efficacy and is never used again. */
    ESCALATE_FUTILE("EU"),
    /** The trial is over. */
    STOP("STOP"),
    /** Wait for outcomes that are still open. */
    WAIT("WAIT");

    private final String code;

    Decision(String code) {
        this.code = code;
    }

    /** The decision that a code such as {@code E} or {@code DU} stands for. */
    public static Optional<Decision> ofCode(String code) {
        return Arrays.stream(values())
                .filter(decision -> decision.code.equalsIgnoreCase(code))
                .findAny();
    }

    /** Whether the dose is given up as too toxic, and with it all above. */
    public boolean eliminatesUpward() {
        return this == ELIMINATE || this == ELIMINATE_TOXIC;
    }

    /** Whether the dose alone is given up for lack of efficacy. */
    public boolean eliminatesAsFutile() {
        return this == ELIMINATE_FUTILE || this == ESCALATE_FUTILE;
    }

    @Override
    public String toString() {
        return code;
    }
}
