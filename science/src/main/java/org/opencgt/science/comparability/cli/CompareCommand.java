package org.opencgt.science.comparability.cli;

import picocli.CommandLine.Command;

/** The area {@code compare}: comparability. */
@Command(
        name = "compare",
        subcommands = {
            TostCommand.class,
            PairedCommand.class,
            RangeCommand.class,
            ToleranceCommand.class,
            DistributionCommand.class,
            CurvesCommand.class,
            PowerCommand.class,
            StudyCommand.class
        })
public final class CompareCommand {}
