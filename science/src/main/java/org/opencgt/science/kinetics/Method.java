package org.opencgt.science.kinetics;

import com.fasterxml.jackson.annotation.JsonProperty;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.ser.std.ToStringSerializer;

/** The rules by which parameters were computed: without them their values cannot be compared. */
public record Method(
        @JsonProperty("auc_rule") AucRule aucRule,

        @JsonProperty("blq_rule") @JsonSerialize(using = ToStringSerializer.class)
        BelowLimitRule belowLimitRule,

        @JsonProperty("lambda_z_rule") @JsonSerialize(using = ToStringSerializer.class)
        TerminalRule terminalRule,

        @JsonProperty("start_rule") StartRule startRule,
        @JsonProperty("tail_rule") TailRule tailRule) {}
