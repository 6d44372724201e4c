package org.opencgt.science.dosefinding.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.Fault;
import org.opencgt.science.command.Analysis;
import org.opencgt.science.command.Finding;
import org.opencgt.science.command.FractionConverter;
import org.opencgt.science.command.Surroundings;
import org.opencgt.science.dosefinding.TrialState;
import org.opencgt.science.dosefinding.Truth;
import org.opencgt.science.dosefinding.design.Design;
import org.opencgt.science.dosefinding.trial.Pathway;
import org.opencgt.science.dosefinding.trial.Pathways;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code dose paths}. */
@Command(name = "paths")
final class PathsCommand extends Analysis {

    @Mixin
    DesignChoice choice = new DesignChoice();

    @Mixin(name = DesignOptions.MIXIN)
    DesignOptions parameters = new DesignOptions();

    @Option(names = "--doses", paramLabel = "N")
    @Nullable
    Integer doses;

    @Option(names = "--n", paramLabel = "N", split = ",")
    @Nullable
    List<Integer> patients;

    @Option(names = "--dlt", paramLabel = "N", split = ",")
    @Nullable
    List<Integer> dlts;

    @Option(names = "--responses", paramLabel = "N", split = ",")
    @Nullable
    List<Integer> responses;

    @Option(names = "--next", paramLabel = "DOSE")
    int next = 1;

    @Option(names = "--cohort", paramLabel = "N")
    int cohort = 3;

    @Option(names = "--ahead", paramLabel = "N")
    int ahead = 2;

    @Option(names = "--truth", paramLabel = "F", split = ",", converter = FractionConverter.class)
    @Nullable
    List<Double> toxicity;

    @Option(names = "--truth-efficacy", paramLabel = "F", split = ",", converter = FractionConverter.class)
    @Nullable
    List<Double> efficacy;

    @Override
    protected Finding find(Surroundings surroundings) {
        int number = number();
        Design design = choice.design(parameters, number);
        int[] none = new int[number];
        TrialState from = new TrialState(
                TrialState.outcomes(
                        patients == null ? none : CountOptions.array(patients),
                        dlts == null ? none : CountOptions.array(dlts),
                        design.usesResponses() && responses == null && patients == null
                                ? none
                                : responses == null ? null : CountOptions.array(responses)),
                next,
                null);
        Truth truth = toxicity == null ? null : new Truth(toxicity, efficacy);
        try {
            List<Pathway> paths = Pathways.of(design, from, cohort, ahead, truth);
            return Finding.of(
                    new Paths(design.name(), design.settings(), paths),
                    PathLine.class,
                    paths.stream().map(PathLine::of).toList());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private int number() {
        if (doses != null) {
            return doses;
        }
        if (patients != null) {
            return patients.size();
        }
        if (toxicity != null) {
            return toxicity.size();
        }
        throw Fault.of(DoseOptionFault.DOSES_NEEDED).asException();
    }
}
