package org.opencgt.science.kinetics.cli;

import java.util.List;
import org.opencgt.science.command.Analysis;
import org.opencgt.science.command.Finding;
import org.opencgt.science.command.Surroundings;
import org.opencgt.science.kinetics.DoseProportionality;
import org.opencgt.science.kinetics.report.ProportionalityReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ck proportionality}. */
@Command(name = "proportionality")
final class ProportionalityCommand extends Analysis {

    @Mixin
    ExposureOptions exposure = new ExposureOptions();

    @Option(names = "--confidence", paramLabel = "F")
    double confidence = 0.9;

    @Override
    protected Finding find(Surroundings surroundings) {
        ExposureOptions.Exposures exposures = exposure.exposures();
        List<DoseProportionality> fits = exposures.parameters().stream()
                .map(parameter -> DoseProportionality.of(
                        parameter.name(), exposures.doses(), exposures.of(parameter), confidence))
                .toList();
        return Finding.of(DoseProportionality.class, fits)
                .reported(new ProportionalityReport(
                        exposures.doses(),
                        exposures.rows(),
                        exposures.parameters(),
                        fits,
                        exposures.analysis().units()));
    }
}
