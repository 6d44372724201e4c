package org.opencgt.gate;

/** A fact was asked for that nobody knows. Thrown where CEL has no value for "unknown"; carries no stack trace. */
final class MissingFact extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String path;

    MissingFact(String path) {
        super("missing fact: " + path, null, false, false);
        this.path = path;
    }

    String path() {
        return path;
    }
}
