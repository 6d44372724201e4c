package org.opencgt.science.comparability.cli;

import org.opencgt.science.command.RandomOptions;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How many permutations are looked at; a mixin. */
final class ResamplingOptions {

    @Option(names = "--permutations", paramLabel = "N")
    int permutations = 9999;

    @Mixin
    RandomOptions random = new RandomOptions();
}
