package org.opencgt.science.dosefinding.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opencgt.science.Progress;
import org.opencgt.science.dosefinding.Reference;
import org.opencgt.science.dosefinding.Truth;
import org.opencgt.science.dosefinding.design.ThreePlusThree;
import org.opencgt.science.random.Replicates;
import tools.jackson.databind.JsonNode;

/** Against the exact dose paths of the R package escalation 0.2.3. */
class ThreePlusThreeCharacteristicsTest {

    static List<Map.Entry<String, JsonNode>> scenarios() {
        return List.copyOf(Reference.json("threeplusthree_exact.json").get("oc").properties());
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void exactFiguresAreThoseOfTheReference(Map.Entry<String, JsonNode> scenario) throws Exception {
        JsonNode reference = scenario.getValue();
        Truth truth = Truth.ofToxicity(Reference.numbers(reference.get("p_true")));
        ThreePlusThree design =
                new ThreePlusThree(reference.get("allow_deescalate").booleanValue());
        TrialPlan plan = TrialPlan.of(3, 2 * truth.doses());
        List<Double> selected = Reference.numbers(reference.get("prob_recommend_none_then_doses"));
        List<Double> shares = Reference.numbers(reference.get("prob_administer"));

        OperatingCharacteristics exact =
                Enumeration.of(design, plan, truth.doses(), Progress.NONE).under(truth, 0.3);

        assertThat(exact.earlyStopPercent()).isCloseTo(100 * selected.getFirst(), within(1e-10));
        for (int dose = 0; dose < truth.doses(); dose++) {
            assertThat(exact.selectionPercent().get(dose)).isCloseTo(100 * selected.get(dose + 1), within(1e-10));
            assertThat(exact.patientsPercent().get(dose)).isCloseTo(100 * shares.get(dose), within(1e-10));
        }
        Agreement.of(exact, Simulation.of(design, plan).run(truth, 0.3, 20_000, Replicates.with(1, 2), Progress.NONE))
                .check(scenario.getKey());
    }
}
