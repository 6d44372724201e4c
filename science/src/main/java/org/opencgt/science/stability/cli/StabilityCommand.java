package org.opencgt.science.stability.cli;

import picocli.CommandLine.Command;

/** The area {@code stability}. */
@Command(
        name = "stability",
        subcommands = {ShelfLifeCommand.class, KineticTemperatureCommand.class})
public final class StabilityCommand {}
