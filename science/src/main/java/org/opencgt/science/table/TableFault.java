package org.opencgt.science.table;

import org.opencgt.science.TextKey;

/** What can be wrong with a table. */
enum TableFault implements TextKey {
    NO_SUCH_FILE,
    UNREADABLE,
    NOT_UTF8,
    MALFORMED,
    OPEN_QUOTE,
    EMPTY,
    DUPLICATE_COLUMN,
    RAGGED,
    NO_SUCH_COLUMN,
    NOT_COMMA_SEPARATED,
    NOT_A_NUMBER,
    NOT_A_FRACTION,
    NOT_A_CONCENTRATION
}
