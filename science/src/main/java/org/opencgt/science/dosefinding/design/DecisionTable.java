package org.opencgt.science.dosefinding.design;

import java.util.Map;
import org.opencgt.science.Result;

/** What a design says for every outcome at a dose. */
public sealed interface DecisionTable extends Result
        permits ToxicityTable, EfficacyTable, DesirabilityTable, LateOnsetTable {

    /** The name of the design. */
    String design();

    /** The parameters behind the table, and what follows from them. */
    Map<String, Object> settings();
}
