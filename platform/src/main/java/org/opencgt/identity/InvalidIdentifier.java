package org.opencgt.identity;

import org.opencgt.act.Fault;

/** A text is not the identifier it should be; the fault says which character is wrong, or which check character was expected. */
public final class InvalidIdentifier extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Fault fault;

    InvalidIdentifier(String code, Object... parameters) {
        this(Fault.at("", code, parameters));
    }

    private InvalidIdentifier(Fault fault) {
        super(fault.code() + " " + fault.parameters());
        this.fault = fault;
    }

    /** A character cannot stand where it stands; the first is at place 1. */
    static InvalidIdentifier character(String text, int place) {
        return new InvalidIdentifier("identifier-character", text, String.valueOf(text.charAt(place - 1)), place);
    }

    static InvalidIdentifier check(String text, char found, char expected) {
        return new InvalidIdentifier("identifier-check", text, String.valueOf(found), String.valueOf(expected));
    }

    public Fault fault() {
        return fault;
    }
}
