package org.opencgt.science.dosefinding.cli;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.opencgt.science.Result;
import org.opencgt.science.dosefinding.trial.Scenario;

/**
 * A scenario as {@code --scenarios} reads it: a column for each dose, {@code dose1} and so on, and {@code eff1} and so on for
 * efficacy.
 */
record ScenarioRow(String scenario, @JsonAnyGetter Map<String, Double> probabilities) implements Result {

    static ScenarioRow of(Scenario scenario) {
        Map<String, Double> probabilities = new LinkedHashMap<>();
        List<Double> toxicity = scenario.truth().toxicity();
        for (int dose = 0; dose < toxicity.size(); dose++) {
            probabilities.put("dose" + (dose + 1), toxicity.get(dose));
        }
        List<Double> efficacy = scenario.truth().efficacy();
        for (int dose = 0; efficacy != null && dose < efficacy.size(); dose++) {
            probabilities.put("eff" + (dose + 1), efficacy.get(dose));
        }
        return new ScenarioRow(scenario.name(), probabilities);
    }
}
