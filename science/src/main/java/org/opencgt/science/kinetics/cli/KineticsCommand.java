package org.opencgt.science.kinetics.cli;

import picocli.CommandLine.Command;

/** The area {@code ck}: cellular kinetics. */
@Command(
        name = "ck",
        subcommands = {
            NcaCommand.class,
            PhasesCommand.class,
            StopSamplingCommand.class,
            PersistenceCommand.class,
            TimeCourseCommand.class,
            ProportionalityCommand.class,
            OverlapCommand.class,
            PairedCommand.class,
            PharmacodynamicsCommand.class,
            SparseCommand.class,
            ScheduleCommand.class,
            CdiscCommand.class
        })
public final class KineticsCommand {}
