package org.opencgt.act;

/** Values that don't go together, as the constructor of a record finds: a fault at the record in the input. */
public final class Impossible extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient Fault fault;

    /** @param code of the text {@code fault.<code>}, which the parameters fill */
    public Impossible(String code, Object... parameters) {
        super(code);
        fault = Fault.at("", code, parameters);
    }

    Fault at(String path) {
        return new Fault(path, fault.code(), fault.parameters());
    }
}
