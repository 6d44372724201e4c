package org.opencgt.access;

import org.opencgt.act.Fault;

/** Credentials or a token were not accepted; {@link #fault()} says why. */
public final class NotSignedIn extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Fault fault;

    public NotSignedIn(Fault fault) {
        super(fault.code());
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
