package org.opencgt.science.command;

/** How a command ended, as told to the shell. */
public final class ExitCode {

    public static final int DONE = 0;
    /** The command did its work and the answer is no. */
    public static final int ANSWER_IS_NO = 1;
    /** The command line or the data cannot be used. */
    public static final int BAD_INPUT = 2;
    /** A defect of this program. */
    public static final int INTERNAL_ERROR = 3;

    private ExitCode() {}
}
