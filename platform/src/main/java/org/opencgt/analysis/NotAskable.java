package org.opencgt.analysis;

/**
 * A value is of a kind that its option does not take.
 *
 * <p>Its text is {@code fault.analysis-} with the code, and the field as its parameter.
 */
public final class NotAskable extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String field;
    private final String code;

    NotAskable(String field, String code) {
        super(field + ": " + code);
        this.field = field;
        this.code = code;
    }

    public String field() {
        return field;
    }

    public String code() {
        return "analysis-" + code;
    }
}
