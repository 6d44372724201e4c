package org.opencgt.guideline;

import java.util.Locale;

/** On what a rule's answer rests. */
public enum DecidedBy {
    /** Data of acts and states. */
    DATA,
    /** A document or qualification that is in force. */
    DOCUMENT,
    /** A person's judgement, recorded in an act. */
    JUDGEMENT;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
