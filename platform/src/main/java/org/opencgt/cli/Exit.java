package org.opencgt.cli;

/** Exit codes. */
final class Exit {

    static final int DONE = 0;
    /** The answer is no: a gate blocked, a verification failed. */
    static final int NO = 1;
    /** Bad usage or bad input. */
    static final int BAD_INPUT = 2;

    static final int INTERNAL = 3;

    private Exit() {}
}
