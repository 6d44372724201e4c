package org.opencgt.science.cells.cli;

import picocli.CommandLine.Command;

/** The area {@code cells}. */
@Command(
        name = "cells",
        subcommands = {
            DoublingsCommand.class,
            DoseCommand.class,
            FunctionalDoseCommand.class,
            StrMatchCommand.class,
            HlaMatchCommand.class,
            BloodGroupCommand.class,
            ResidualCommand.class,
            ResidualCellsCommand.class,
            DetectionProbabilityCommand.class,
            ParticlesCommand.class
        })
public final class CellsCommand {}
