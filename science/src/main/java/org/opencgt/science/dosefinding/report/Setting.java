package org.opencgt.science.dosefinding.report;

import java.util.Arrays;
import java.util.Optional;
import org.opencgt.science.TextKey;

/** The settings of designs, by the names that they have there. */
enum Setting implements TextKey {
    TARGET("target"),
    P1("p1"),
    P2("p2"),
    LAMBDA_E("lambdaE"),
    LAMBDA_D("lambdaD"),
    E1("e1"),
    E2("e2"),
    CUTOFF_ELI("cutoffEli"),
    EXTRA_SAFE("extraSafe"),
    OFFSET("offset"),
    BOUND_MTD("boundMtd"),
    MAX_PENDING("maxPending"),
    MIN_FOLLOW_UP("minFollowUp"),
    DEESCALATION("deescalation"),
    MODEL("model"),
    SKELETON("skeleton"),
    PRIOR_SD("priorSd"),
    INTERCEPT("intercept"),
    ESTIMATOR("estimator"),
    MIN_EFFICACY("minEfficacy"),
    TOXICITY_CUTS("toxicityCuts"),
    EFFICACY_CUTS("efficacyCuts"),
    ACTIONS("actions"),
    CUTOFF_FUTILITY("cutoffFutility"),
    UTILITY("utility"),
    BENCHMARK("benchmark"),
    N_SAFE("nSafe"),
    N_EXPLORE("nExplore");

    private final String setting;

    Setting(String setting) {
        this.setting = setting;
    }

    static Optional<Setting> named(String name) {
        return Arrays.stream(values())
                .filter(setting -> setting.setting.equals(name))
                .findAny();
    }
}
