package org.opencgt.science.kinetics;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The rules by which parameters were computed: without them their values cannot be compared. */
public record Method(
        @JsonProperty("auc_rule") String aucRule,
        @JsonProperty("blq_rule") String belowLimitRule,
        @JsonProperty("lambda_z_rule") String terminalRule,
        @JsonProperty("start_rule") String startRule,
        @JsonProperty("tail_rule") String tailRule) {}
