package org.opencgt.science.cells.cli;

import picocli.CommandLine.Command;

/** The area {@code cells}. */
@Command(
        name = "cells",
        subcommands = {DoublingsCommand.class, DoseCommand.class})
public final class CellsCommand {}
