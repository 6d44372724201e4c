package org.opencgt.science.stability.cli;

import picocli.CommandLine.Command;

/** The area {@code stability}. */
@Command(
        name = "stability",
        subcommands = {
            ShelfLifeCommand.class,
            TrackCommand.class,
            ArrheniusCommand.class,
            AcceleratedCommand.class,
            KineticTemperatureCommand.class,
            ExcursionsCommand.class,
            HoldsCommand.class,
            InUseCommand.class
        })
public final class StabilityCommand {}
