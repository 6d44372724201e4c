package org.opencgt.science.dosefinding.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opencgt.science.Progress;
import org.opencgt.science.dosefinding.Reference;
import org.opencgt.science.dosefinding.Truth;
import org.opencgt.science.dosefinding.design.Crm;
import org.opencgt.science.random.Replicates;
import tools.jackson.databind.JsonNode;

/** Against 2,000 trials simulated by the R package dfcrm 0.2-2.1. */
class CrmCharacteristicsTest {

    static List<Map.Entry<String, JsonNode>> scenarios() {
        return List.copyOf(Reference.json("crm_oc_2000.json").get("oc").properties());
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void figuresAreThoseOfTheReference(Map.Entry<String, JsonNode> scenario) throws Exception {
        JsonNode reference = scenario.getValue();
        double target = reference.get("target").doubleValue();
        Truth truth = Truth.ofToxicity(Reference.numbers(reference.get("PI")));
        Crm crm = Crm.withDefaults(Reference.numbers(reference.get("prior")), target);
        TrialPlan plan = TrialPlan.of(3, 10);

        OperatingCharacteristics exact =
                Enumeration.of(crm, plan, truth.doses(), Progress.NONE).under(truth, target);
        OperatingCharacteristics ours =
                Simulation.of(crm, plan).run(truth, target, 20_000, Replicates.with(1, 2), Progress.NONE);

        assertThat(exact.earlyStopPercent()).isZero();
        Agreement.of(exact, ours).check(scenario.getKey());
        OperatingCharacteristics.StandardError errors = Objects.requireNonNull(ours.standardError());
        Agreement peer = Agreement.of(exact, ours).scaledTo(2000);
        peer.percents(
                exact.selectionPercent(),
                Reference.numbers(reference.get("mtd_sel")).stream()
                        .map(share -> 100 * share)
                        .toList(),
                scenario.getKey());
        peer.means(exact.patients(), Reference.numbers(reference.get("level")), errors.patients());
        peer.means(exact.dlts(), Reference.numbers(reference.get("tox")), errors.dlts());
    }
}
