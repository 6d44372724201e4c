package org.opencgt.science.dosefinding.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.dosefinding.design.Design;
import org.opencgt.science.dosefinding.design.ThreePlusThree;
import org.opencgt.science.dosefinding.trial.TrialPlan;
import picocli.CommandLine.Option;

/** How a trial is carried out; a mixin. */
final class PlanOptions {

    private static final int DEFAULT_COHORTS = 10;

    @Option(names = "--cohort", paramLabel = "N")
    int cohort = 3;

    @Option(names = "--cohorts", paramLabel = "N")
    @Nullable
    Integer cohorts;

    @Option(names = "--start", paramLabel = "DOSE")
    int start = 1;

    @Option(names = "--early-stop", paramLabel = "N")
    int earlyStop = TrialPlan.NEVER;

    @Option(names = "--titration")
    boolean titration;

    /** The plan; a 3+3 trial has as many cohorts as its rules want, unless told otherwise. */
    TrialPlan plan(Design design, int doses) {
        int usual = design instanceof ThreePlusThree ? Math.max(DEFAULT_COHORTS, 2 * doses) : DEFAULT_COHORTS;
        return new TrialPlan(cohort, Objects.requireNonNullElse(cohorts, usual), start, earlyStop, titration);
    }
}
