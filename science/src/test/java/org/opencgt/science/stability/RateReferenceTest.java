package org.opencgt.science.stability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.opencgt.science.stability.StabilityReference.close;

import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.opencgt.science.output.Json;
import org.opencgt.science.table.Table;
import tools.jackson.databind.JsonNode;

/** Rates of degradation, against independent programs. */
class RateReferenceTest {

    @Test
    void arrheniusAgreesInEveryFigure() {
        Table table = StabilityReference.table("arrhenius_n2o5", "input.csv");
        JsonNode expected = StabilityReference.json("arrhenius_n2o5").get("expected");
        double[] at = StreamSupport.stream(expected.get("predictions").spliterator(), false)
                .mapToDouble(each -> each.get("temp_c").doubleValue())
                .toArray();

        Arrhenius found = Arrhenius.of(
                table.numbers("temp_c").values(), table.numbers("k").values(), at, 0.95);

        all(Json.mapper().valueToTree(found), expected, 1e-9, 1e-9);
    }

    @Test
    void acceleratedStabilityAgreesInEveryFigure() {
        Table table = StabilityReference.table("accelerated_two_and_one_step", "input.csv");
        JsonNode expected =
                StabilityReference.json("accelerated_two_and_one_step").get("expected");

        AcceleratedStability found = AcceleratedStability.of(
                table.numbers("month").values(),
                table.numbers("temp_c").values(),
                table.numbers("assay").values(),
                new double[] {25, 5},
                0.95);

        all(Json.mapper().valueToTree(found), expected, 1e-8, 1e-6);
        assertThat(found.predictions().getFirst().kLo())
                .isCloseTo(found.oneStep().k25Lo(), within(1e-15));
        assertThat(found.supportiveOnly()).isTrue();
    }

    /** Every key of the expected figures is there with the same number. */
    private static void all(JsonNode found, JsonNode expected, double tolerance, double ofErrors) {
        if (expected.isContainer()) {
            for (String name : expected.propertyNames()) {
                double own = name.equals("se") || name.equals("vcov") ? ofErrors : tolerance;
                assertThat(found.has(name)).as(name).isTrue();
                all(found.get(name), expected.get(name), own, ofErrors);
            }
            if (expected.isArray()) {
                assertThat(found.size()).isEqualTo(expected.size());
                for (int i = 0; i < expected.size(); i++) {
                    all(found.get(i), expected.get(i), tolerance, ofErrors);
                }
            }
        } else {
            close(expected.toString(), found.doubleValue(), expected, tolerance);
        }
    }

    @Test
    void twoRatesGiveALineWithoutIntervals() {
        Arrhenius found = Arrhenius.of(new double[] {25, 35}, new double[] {1, 2}, new double[] {30}, 0.95);

        assertThat(found.q10()).isCloseTo(2, within(1e-12));
        assertThat(found.eaLo()).isNaN();
        assertThat(found.predictions().getFirst().kLo()).isNaN();
        assertThat(found.flags()).containsExactly(RateFlag.NO_INTERVALS);
    }

    @Test
    void theSameConstantsComeBack() {
        double[] celsius = {5, 25, 40, 60};
        double[] rates = new double[4];
        for (int i = 0; i < 4; i++) {
            rates[i] = Math.exp(30 - 90 / (8.314462618e-3 * (celsius[i] + 273.15)));
        }

        Arrhenius found = Arrhenius.of(celsius, rates, new double[] {}, 0.95);

        assertThat(found.ea()).isCloseTo(90, within(1e-10));
        assertThat(found.lnA()).isCloseTo(30, within(1e-10));
        assertThat(found.flags()).containsExactly(RateFlag.PERFECT_FIT);
    }

    @Test
    void whatHasNoRateIsRefused() {
        double[] none = {};
        assertThatThrownBy(() -> Arrhenius.of(new double[] {25, 35}, new double[] {1, 0}, none, 0.95))
                .hasMessageContaining("Rate constant must be greater than zero");
        assertThatThrownBy(() -> Arrhenius.of(new double[] {25, 25}, new double[] {1, 2}, none, 0.95))
                .hasMessageContaining("two temperatures");
        assertThatThrownBy(() -> Arrhenius.of(new double[] {25, -300}, new double[] {1, 2}, none, 0.95))
                .hasMessageContaining("absolute zero");
        assertThatThrownBy(() -> AcceleratedStability.of(
                        new double[] {0, 1, 0, 1},
                        new double[] {40, 40, 50, 50},
                        new double[] {100, 101, 100, 99},
                        none,
                        0.95))
                .hasMessageContaining("1 temperatures");
        assertThatThrownBy(() -> AcceleratedStability.of(
                        new double[] {0, 1}, new double[] {40, 40}, new double[] {100, -1}, none, 0.95))
                .hasMessageContaining("Result must be greater than zero");
    }
}
