package org.opencgt.science.potency.cli;

/** The models of {@code potency relative}, as named on the command line. */
enum RelativeModel {
    FOUR_PARAMETER("4pl"),
    FIVE_PARAMETER("5pl"),
    PARALLEL_LINE("parallel-line"),
    PROBIT("probit"),
    LOGIT("logit");

    private final String word;

    RelativeModel(String word) {
        this.word = word;
    }

    @Override
    public String toString() {
        return word;
    }
}
