package org.opencgt.analysis;

/** As many analyses wait as may wait. */
public final class Busy extends RuntimeException {

    private static final long serialVersionUID = 1;

    Busy(Throwable cause) {
        super("too many analyses wait", cause);
    }
}
