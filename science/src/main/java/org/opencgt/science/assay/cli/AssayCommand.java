package org.opencgt.science.assay.cli;

import picocli.CommandLine.Command;

/** The area {@code assay}: validation of analytical procedures. */
@Command(
        name = "assay",
        subcommands = {
            DemingCommand.class,
            PassingBablokCommand.class,
            TheilSenCommand.class,
            BlandAltmanCommand.class,
            ConcordanceCommand.class,
            KappaCommand.class,
            PrecisionCommand.class,
            LinearityCommand.class,
            DetectionLimitCommand.class,
            AccuracyCommand.class,
            OutliersCommand.class,
            RobustnessCommand.class,
            BridgingCommand.class,
            DetectionComparisonCommand.class
        })
public final class AssayCommand {}
