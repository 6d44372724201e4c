package org.opencgt.science.potency.cli;

import picocli.CommandLine.Command;

/** The area {@code potency}. */
@Command(
        name = "potency",
        subcommands = {
            FitCommand.class,
            RelativeCommand.class,
            SlopeRatioCommand.class,
            CombineCommand.class,
            CytotoxicityCommand.class,
            CytokineCommand.class
        })
public final class PotencyCommand {}
