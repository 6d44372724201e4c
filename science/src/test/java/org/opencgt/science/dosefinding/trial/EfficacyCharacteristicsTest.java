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
import org.opencgt.science.dosefinding.design.Boin12;
import org.opencgt.science.dosefinding.design.Design;
import org.opencgt.science.dosefinding.design.Tepi;
import org.opencgt.science.random.Replicates;
import tools.jackson.databind.JsonNode;

/** TEPI and BOIN12 against 10,000 trials simulated by the R package phase12designs 0.2.0. */
class EfficacyCharacteristicsTest {

    private static final int PEER_TRIALS = 10_000;
    private static final int TRIALS = 100_000;

    static List<Map.Entry<String, JsonNode>> scenarios() {
        return List.copyOf(Reference.json("tepi_boin12_oc_10000.json").get("oc").properties());
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void figuresAreThoseOfTheReference(Map.Entry<String, JsonNode> scenario) throws Exception {
        JsonNode reference = scenario.getValue();
        Truth truth = new Truth(
                Reference.numbers(reference.get("scenario").get("pT")),
                Reference.numbers(reference.get("scenario").get("pE")));
        Design design = scenario.getKey().startsWith("tepi")
                ? Tepi.withDefaults(0.3, 0.4).withCutoffs(0.95, 0.95)
                : Boin12.withDefaults(0.3, 0.4).withCutoffs(0.95, 0.95);

        OperatingCharacteristics ours = Simulation.of(design, TrialPlan.of(3, 12))
                .run(truth, 0.3, TRIALS, Replicates.with(1, 2), Progress.NONE);

        assertThat(ours.ideal().dose())
                .isEqualTo(reference.get("scenario").get("obd").intValue());
        int ideal = ours.ideal().dose() - 1;
        percent(ours.ideal().selectedPercent(), reference.get("bd.sel"));
        percent(ours.earlyStopPercent(), reference.get("earlystop"));
        percent(ours.ideal().poorAllocationPercent(), reference.get("poorall"));
        OperatingCharacteristics.StandardError errors = Objects.requireNonNull(ours.standardError());
        mean(ours.totalDlts(), reference.get("ntox").doubleValue(), errors.totalDlts());
        mean(
                ours.patients().get(ideal),
                reference.get("bd.pts").doubleValue() * 36 / 100,
                errors.patients().get(ideal));
        // Responses vary at most about as much as patients do.
        mean(
                Objects.requireNonNull(ours.totalResponses()),
                reference.get("neff").doubleValue(),
                5.0 / Math.sqrt(TRIALS));
    }

    @Test
    void simulationAndEnumerationAgree() throws Exception {
        Truth truth = new Truth(List.of(0.1, 0.3, 0.5), List.of(0.2, 0.4, 0.5));
        TrialPlan plan = TrialPlan.of(3, 6);
        for (Design design : List.of(Tepi.withDefaults(0.3, 0.4), Tepi.ofPaper(), Boin12.withDefaults(0.35, 0.25))) {
            OperatingCharacteristics exact =
                    Enumeration.of(design, plan, 3, Progress.NONE).under(truth, 0.3);
            OperatingCharacteristics simulated =
                    Simulation.of(design, plan).run(truth, 0.3, 20_000, Replicates.with(2, 2), Progress.NONE);

            Agreement.of(exact, simulated).check(design.name());
            assertThat(exact.totalResponses())
                    .isCloseTo(Objects.requireNonNull(simulated.totalResponses()), within(0.1));
        }
    }

    @Test
    void titrationIsEnumeratedWithItsResponses() throws Exception {
        Truth truth = new Truth(List.of(0.1, 0.3, 0.5), List.of(0.2, 0.4, 0.5));
        TrialPlan plan = TrialPlan.of(3, 4).withTitration();
        Design design = Tepi.withDefaults(0.3, 0.4);

        OperatingCharacteristics exact =
                Enumeration.of(design, plan, 3, Progress.NONE).under(truth, 0.3);

        Agreement.of(exact, Simulation.of(design, plan).run(truth, 0.3, 20_000, Replicates.with(3, 2), Progress.NONE))
                .check("titration");
    }

    @Test
    void aTruthWithoutEfficacyIsRefused() {
        assertThatThrownBy(() -> Simulation.of(Tepi.ofPaper(), TrialPlan.of(3, 6))
                        .run(Truth.ofToxicity(List.of(0.1)), 0.3, 10, Replicates.with(1, 1), Progress.NONE))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("response");
    }

    private static void percent(double ours, JsonNode reference) {
        double error = Math.sqrt(ours * (100 - ours) * (1.0 / PEER_TRIALS + 1.0 / TRIALS));
        assertThat(reference.doubleValue()).isCloseTo(ours, within(4 * error + 101.0 / PEER_TRIALS));
    }

    private static void mean(double ours, double reference, double ourError) {
        double peerError = ourError * Math.sqrt((double) TRIALS / PEER_TRIALS);
        assertThat(reference).isCloseTo(ours, within(4 * Math.hypot(ourError, peerError)));
    }
}
