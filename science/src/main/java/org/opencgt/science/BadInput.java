package org.opencgt.science;

import org.jspecify.annotations.Nullable;

/** An input from which no result can be computed. Says why by its {@link Fault}. */
public final class BadInput extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient Fault fault;

    BadInput(Fault fault, @Nullable Throwable cause) {
        super(fault.text(Language.ENGLISH) + " [" + fault.reason() + "]", cause);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
