package org.opencgt.science.potency;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Scatter of the doses' means about the curve against that within doses. */
public record LackOfFit(
        double f,
        int df1,
        int df2,
        double p,
        @JsonProperty("pure_error_ss") double pureErrorSs) {}
