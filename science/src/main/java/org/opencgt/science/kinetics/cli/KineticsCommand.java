package org.opencgt.science.kinetics.cli;

import picocli.CommandLine.Command;

/** The area {@code ck}: cellular kinetics. */
@Command(
        name = "ck",
        subcommands = {NcaCommand.class})
public final class KineticsCommand {}
