package org.opencgt.science.cells.report;

import org.opencgt.science.TextKey;

/** The phrases of these reports. */
enum Phrase implements TextKey {
    DOUBLINGS_TITLE,
    DETECTION_TITLE,
    OVERVIEW,
    FIGURE,
    METHOD,
    PASSAGE_AXIS,
    PDL_AXIS,
    LIMIT,
    SIZE_AXIS,
    PROBABILITY_AXIS,
    WANTED,
    TESTED,
    DOUBLINGS_CAPTION,
    DETECTION_CAPTION,
    DOUBLINGS_METHOD,
    DETECTION_METHOD
}
