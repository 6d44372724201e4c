package org.opencgt.cli;

/** What was given on the command line cannot be used; the message, in the reader's language, says why. */
final class BadInput extends RuntimeException {

    private static final long serialVersionUID = 1;

    BadInput(String message) {
        super(message);
    }

    BadInput(String message, Throwable cause) {
        super(message, cause);
    }
}
