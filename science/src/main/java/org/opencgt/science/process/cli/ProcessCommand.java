package org.opencgt.science.process.cli;

import picocli.CommandLine.Command;

/** The area {@code process}: control of processes. */
@Command(
        name = "process",
        subcommands = {
            ChartCommand.class,
            CapabilityCommand.class,
            RunLengthCommand.class,
            DonorsCommand.class,
            StepsCommand.class,
            MonitorCommand.class,
            DesignSpaceCommand.class
        })
public final class ProcessCommand {}
