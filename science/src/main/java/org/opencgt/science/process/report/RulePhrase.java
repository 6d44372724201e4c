package org.opencgt.science.process.report;

import java.util.Locale;
import org.opencgt.science.TextKey;
import org.opencgt.science.process.ChartType;
import org.opencgt.science.process.RuleSet;

/** What each rule means, in words. */
enum RulePhrase implements TextKey {
    NELSON_RULE1,
    NELSON_RULE2,
    NELSON_RULE3,
    NELSON_RULE4,
    NELSON_RULE5,
    NELSON_RULE6,
    NELSON_RULE7,
    NELSON_RULE8,
    WESTERN_ELECTRIC_RULE1,
    WESTERN_ELECTRIC_RULE2,
    WESTERN_ELECTRIC_RULE3,
    WESTERN_ELECTRIC_RULE4,
    WESTGARD_1_2S,
    WESTGARD_1_3S,
    WESTGARD_2_2S,
    WESTGARD_R_4S,
    WESTGARD_3_1S,
    WESTGARD_4_1S,
    WESTGARD_6_X,
    WESTGARD_8_X,
    WESTGARD_10_X,
    EWMA_BEYOND,
    CUSUM_UPPER,
    CUSUM_LOWER;

    static RulePhrase of(ChartType type, RuleSet rules, String rule) {
        String owner = type == ChartType.EWMA || type == ChartType.CUSUM ? type.name() : rules.name();
        return valueOf(owner + "_" + rule.toUpperCase(Locale.ROOT));
    }
}
