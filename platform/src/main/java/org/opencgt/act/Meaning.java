package org.opencgt.act;

/** What a person states by signing. */
public enum Meaning {
    PERFORMED,
    VERIFIED,
    REVIEWED,
    APPROVED,
    RELEASED
}
