package org.opencgt.act;

import java.util.List;

/** The input is no act of its type: every fault, each at its field. */
public final class InvalidAct extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<Fault> faults;

    public InvalidAct(List<Fault> faults) {
        super(faults.toString());
        this.faults = List.copyOf(faults);
    }

    public InvalidAct(Fault fault) {
        this(List.of(fault));
    }

    public List<Fault> faults() {
        return faults;
    }
}
