package org.opencgt.science.kinetics.cli;

import org.opencgt.science.command.Analysis;
import org.opencgt.science.command.Finding;
import org.opencgt.science.command.Surroundings;
import org.opencgt.science.kinetics.SparseExposure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ck sparse}. */
@Command(name = "sparse")
final class SparseCommand extends Analysis {

    @Mixin
    CurveOptions curveOptions = new CurveOptions();

    @Option(names = "--confidence", paramLabel = "F")
    double confidence = 0.95;

    @Override
    protected Finding find(Surroundings surroundings) {
        return Finding.of(
                SparseExposure.class,
                SparseExposure.of(curveOptions.curves(curveOptions.table()).curves(), confidence));
    }
}
