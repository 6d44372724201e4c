package org.opencgt.science.dosefinding.trial;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.opencgt.science.Progress;
import org.opencgt.science.dosefinding.Reference;
import org.opencgt.science.dosefinding.Truth;
import org.opencgt.science.dosefinding.design.IntervalDesign;
import org.opencgt.science.dosefinding.design.IntervalDesign.Kind;
import org.opencgt.science.random.Replicates;
import tools.jackson.databind.JsonNode;

/** Against 10,000 trials simulated by the R package Keyboard 0.1.3. */
class IntervalCharacteristicsTest {

    private static final TrialPlan PLAN = TrialPlan.of(3, 10);

    static List<Map.Entry<String, JsonNode>> scenarios() {
        return List.copyOf(Reference.json("keyboard_oc_10000.json").get("oc").properties());
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void figuresSimulatedByTheReferenceLieAroundTheExactOnes(Map.Entry<String, JsonNode> scenario) throws Exception {
        JsonNode reference = scenario.getValue();
        double target = reference.get("target").doubleValue();
        Truth truth = Truth.ofToxicity(Reference.numbers(reference.get("p_true")));
        IntervalDesign keyboard = IntervalDesign.withDefaults(Kind.KEYBOARD, target);

        OperatingCharacteristics exact =
                Enumeration.of(keyboard, PLAN, truth.doses(), Progress.NONE).under(truth, target);
        OperatingCharacteristics ours = simulated(keyboard, truth);

        Agreement.of(exact, ours).check(scenario.getKey());
        OperatingCharacteristics.StandardError errors = Objects.requireNonNull(ours.standardError());
        Agreement peer = Agreement.of(exact, ours).scaledTo(10_000);
        peer.percents(exact.selectionPercent(), Reference.numbers(reference.get("selpercent")), scenario.getKey());
        peer.percent(exact.earlyStopPercent(), reference.get("percentstop").doubleValue(), scenario.getKey());
        peer.means(exact.patients(), Reference.numbers(reference.get("npatients")), errors.patients());
        peer.means(exact.dlts(), Reference.numbers(reference.get("ntox")), errors.dlts());
    }

    @ParameterizedTest
    @EnumSource
    void simulationAndEnumerationAgree(Kind kind) throws Exception {
        Truth truth = Truth.ofToxicity(List.of(0.1, 0.25, 0.3, 0.5));
        IntervalDesign design = IntervalDesign.withDefaults(kind, 0.3);

        OperatingCharacteristics exact =
                Enumeration.of(design, PLAN, truth.doses(), Progress.NONE).under(truth, 0.3);

        Agreement.of(exact, simulated(design, truth)).check(kind.name());
    }

    private static OperatingCharacteristics simulated(IntervalDesign design, Truth truth) throws Exception {
        return Simulation.of(design, PLAN).run(truth, design.target(), 20_000, Replicates.with(1, 2), Progress.NONE);
    }
}
