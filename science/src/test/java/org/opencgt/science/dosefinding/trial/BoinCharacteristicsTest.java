package org.opencgt.science.dosefinding.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opencgt.science.BadInput;
import org.opencgt.science.Progress;
import org.opencgt.science.dosefinding.Reference;
import org.opencgt.science.dosefinding.Truth;
import org.opencgt.science.dosefinding.design.Boin;
import org.opencgt.science.random.Replicates;
import tools.jackson.databind.JsonNode;

/** Against exact enumeration by other code, and against 10,000 trials simulated by the R package BOIN 2.7.2. */
class BoinCharacteristicsTest {

    private static final int TRIALS = 20_000;

    static List<Map.Entry<String, JsonNode>> exact() {
        return List.copyOf(Reference.json("boin_oc_exact.json").get("oc").properties());
    }

    static List<Map.Entry<String, JsonNode>> simulated() {
        return List.copyOf(Reference.json("boin_oc_10000.json").get("oc").properties());
    }

    @ParameterizedTest
    @MethodSource("exact")
    void exactFiguresAreThoseOfTheReference(Map.Entry<String, JsonNode> scenario) throws Exception {
        JsonNode reference = scenario.getValue();
        double target = reference.get("target").doubleValue();
        Truth truth = Truth.ofToxicity(Reference.numbers(reference.get("p_true")));
        TrialPlan plan = TrialPlan.of(
                        reference.get("cohortsize").intValue(),
                        reference.get("ncohort").intValue())
                .startingAt(reference.get("startdose").intValue())
                .stoppingAfter(reference.get("n_earlystop").intValue());

        OperatingCharacteristics figures = Enumeration.of(Boin.withDefaults(target), plan, truth.doses(), Progress.NONE)
                .under(truth, target);

        close(figures.selectionPercent(), reference.get("selpercent"));
        close(figures.patients(), reference.get("npatients"));
        close(figures.dlts(), reference.get("ntox"));
        assertThat(figures.earlyStopPercent())
                .isCloseTo(reference.get("percentstop").doubleValue(), within(1e-10));
        assertThat(figures.totalPatients()).isCloseTo(reference.get("totaln").doubleValue(), within(1e-10));
        assertThat(figures.totalDlts()).isCloseTo(reference.get("totaltox").doubleValue(), within(1e-10));
    }

    @ParameterizedTest
    @MethodSource("simulated")
    void figuresSimulatedByTheReferenceLieAroundTheExactOnes(Map.Entry<String, JsonNode> scenario) throws Exception {
        JsonNode reference = scenario.getValue();
        JsonNode settings = reference.get("settings");
        double target = settings.get("target").doubleValue();
        Truth truth = Truth.ofToxicity(Reference.numbers(settings.get("p.true")));
        Boin boin = Boin.withDefaults(target);
        if (settings.path("extrasafe").asBoolean(false)) {
            boin = boin.withExtraSafety(0.05);
        }
        if (settings.path("boundMTD").asBoolean(false)) {
            boin = boin.withBoundedSelection();
        }
        TrialPlan plan = TrialPlan.of(
                settings.get("cohortsize").intValue(), settings.get("ncohort").intValue());
        plan = plan.startingAt(settings.path("startdose").asInt(1))
                .stoppingAfter(settings.path("n.earlystop").asInt(100));
        if (settings.path("titration").asBoolean(false)) {
            plan = plan.withTitration();
        }

        OperatingCharacteristics exact =
                Enumeration.of(boin, plan, truth.doses(), Progress.NONE).under(truth, target);
        OperatingCharacteristics ours =
                Simulation.of(boin, plan).run(truth, target, TRIALS, Replicates.with(1, 2), Progress.NONE);

        Agreement.of(exact, ours).check(scenario.getKey());
        int trials = settings.get("ntrial").intValue();
        OperatingCharacteristics.StandardError errors = Objects.requireNonNull(ours.standardError());
        Agreement peer = Agreement.of(exact, ours).scaledTo(trials);
        peer.percents(exact.selectionPercent(), Reference.numbers(reference.get("selpercent")), "selpercent");
        peer.percent(exact.earlyStopPercent(), reference.get("percentstop").doubleValue(), "percentstop");
        peer.means(exact.patients(), Reference.numbers(reference.get("npatients")), errors.patients());
        peer.means(exact.dlts(), Reference.numbers(reference.get("ntox")), errors.dlts());
        if (!reference.get("overdose60").isNull()) {
            peer.percent(
                    exact.overdose().overdose60(), reference.get("overdose60").doubleValue(), "overdose60");
            peer.percent(
                    exact.overdose().overdose80(), reference.get("overdose80").doubleValue(), "overdose80");
        }
    }

    @Test
    void aSimulationDependsOnItsSeedAlone() throws Exception {
        Simulation simulation = Simulation.of(Boin.withDefaults(0.3), TrialPlan.of(3, 10));
        Truth truth = Truth.ofToxicity(List.of(0.05, 0.15, 0.3, 0.45, 0.6));

        OperatingCharacteristics one = simulation.run(truth, 0.3, 3000, Replicates.with(7, 1), Progress.NONE);

        assertThat(simulation.run(truth, 0.3, 3000, Replicates.with(7, 5), Progress.NONE))
                .isEqualTo(one);
        assertThat(simulation
                        .run(truth, 0.3, 3000, Replicates.with(8, 5), Progress.NONE)
                        .patients())
                .isNotEqualTo(one.patients());
    }

    @Test
    void certaintiesAreNotBlurred() throws Exception {
        Truth truth = Truth.ofToxicity(List.of(0.0, 1.0));
        OperatingCharacteristics figures = Simulation.of(Boin.withDefaults(0.3), TrialPlan.of(3, 4))
                .run(truth, 0.3, 1000, Replicates.with(1, 1), Progress.NONE);

        assertThat(figures.selectionPercent()).containsExactly(100.0, 0.0);
        assertThat(figures.patients()).containsExactly(9.0, 3.0);
        assertThat(figures.dlts()).containsExactly(0.0, 3.0);
    }

    @Test
    void oneEnumerationServesManyTruths() throws Exception {
        Enumeration courses = Enumeration.of(Boin.withDefaults(0.3), TrialPlan.of(3, 10), 5, Progress.NONE);

        assertThat(courses.under(Truth.ofToxicity(List.of(0.05, 0.15, 0.3, 0.45, 0.6)), 0.3)
                        .earlyStopPercent())
                .isCloseTo(0.02108757051856461, within(1e-10));
        assertThat(courses.under(Truth.ofToxicity(List.of(0.3, 0.45, 0.55, 0.65, 0.75)), 0.3)
                        .earlyStopPercent())
                .isCloseTo(18.034921827137122, within(1e-10));
        assertThatThrownBy(() -> courses.under(Truth.ofToxicity(List.of(0.1)), 0.3))
                .isInstanceOf(BadInput.class);
    }

    @Test
    void aStartAboveTheHighestDoseIsRefused() {
        TrialPlan plan = TrialPlan.of(3, 10).startingAt(4);
        Truth truth = Truth.ofToxicity(List.of(0.1, 0.2, 0.3));

        assertThatThrownBy(() -> Simulation.of(Boin.withDefaults(0.3), plan)
                        .run(truth, 0.3, 10, Replicates.with(1, 1), Progress.NONE))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("Start");
    }

    private static void close(List<Double> ours, JsonNode reference) {
        List<Double> expected = Reference.numbers(reference);
        assertThat(ours).hasSameSizeAs(expected);
        for (int dose = 0; dose < ours.size(); dose++) {
            assertThat(ours.get(dose)).isCloseTo(expected.get(dose), within(1e-10));
        }
    }
}
