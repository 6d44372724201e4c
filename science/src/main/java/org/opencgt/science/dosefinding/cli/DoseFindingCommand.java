package org.opencgt.science.dosefinding.cli;

import picocli.CommandLine.Command;

/** The area {@code dose}. */
@Command(
        name = "dose",
        subcommands = {
            TableCommand.class,
            DecideCommand.class,
            SelectCommand.class,
            SimulateCommand.class,
            CompareCommand.class,
            ScenariosCommand.class,
            PathsCommand.class,
            StartCommand.class,
            LevelsCommand.class,
            OrderCommand.class,
            ActualCommand.class,
            PlanCommand.class
        })
public final class DoseFindingCommand {}
