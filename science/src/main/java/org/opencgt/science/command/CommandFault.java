package org.opencgt.science.command;

import org.opencgt.science.TextKey;

/** What can be wrong with a command line. */
enum CommandFault implements TextKey {
    IN_ROW,
    OPTION_NOT_A_NUMBER,
    OPTION_NOT_A_FRACTION,
    OPTION_MISSING,
    NO_ROWS,
    UNWRITABLE,
    UNKNOWN_ARGUMENT,
    MISSING_ARGUMENT,
    WRONG_VALUE,
    BAD_USAGE,
    NO_COMMAND,
    INTERNAL
}
