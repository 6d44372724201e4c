package org.opencgt.science.report;

import org.opencgt.science.TextKey;

/** What stands in every report. */
public enum Word implements TextKey {
    CONTENTS,
    PROVENANCE,
    PROGRAM,
    MADE,
    COMMAND,
    INPUT,
    SHA256,
    STANDARD_INPUT,
    CRITERIA_NOT_MET,
    RESULT,
    TRUNCATED
}
