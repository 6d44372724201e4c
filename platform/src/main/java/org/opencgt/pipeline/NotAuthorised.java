package org.opencgt.pipeline;

import org.opencgt.act.Fault;

/** The people who sign may not perform this act; {@link #fault()} says why. */
public final class NotAuthorised extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Fault fault;

    public NotAuthorised(Fault fault) {
        super(fault.toString());
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
