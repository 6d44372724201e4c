package org.opencgt.science.kinetics.cli;

import org.opencgt.science.kinetics.Units;
import picocli.CommandLine.Option;

/** The options that name units; a mixin. */
final class UnitOptions {

    @Option(names = "--time-unit", paramLabel = "UNIT")
    String timeUnit = "";

    @Option(names = "--value-unit", paramLabel = "UNIT")
    String valueUnit = "";

    @Option(names = "--dose-unit", paramLabel = "UNIT")
    String doseUnit = "";

    Units units() {
        return new Units(timeUnit, valueUnit, doseUnit);
    }
}
