package org.opencgt.science.dosefinding.cli;

import org.opencgt.science.dosefinding.design.Design;
import picocli.CommandLine.Option;

/** The design of a command that works with one; a mixin. */
final class DesignChoice {

    @Option(names = "--design", paramLabel = "NAME", required = true, converter = DesignName.Converter.class)
    DesignName name = DesignName.BOIN;

    Design design(DesignOptions parameters, int doses) {
        return parameters.design(name, doses);
    }

    double target(DesignOptions parameters) {
        return parameters.target(name);
    }
}
