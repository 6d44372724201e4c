package org.opencgt.science.comparability;

import org.opencgt.science.TextKey;

/** Which of the two products. */
public enum Group implements TextKey {
    /** After the change. */
    TEST,
    /** Before it. */
    REFERENCE
}
