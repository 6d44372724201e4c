package org.opencgt.science.dosefinding.cli;

/** What is assumed of time where nothing is said. */
final class CalendarDefaults {

    /** Days for which a patient is watched for dose-limiting toxicity; usual for CAR-T cells. */
    static final double WINDOW = 28;

    private CalendarDefaults() {}
}
