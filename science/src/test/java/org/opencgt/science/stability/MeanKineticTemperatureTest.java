package org.opencgt.science.stability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.opencgt.science.output.Json;
import org.opencgt.science.table.Csv;
import org.opencgt.science.table.Table;
import tools.jackson.databind.JsonNode;

class MeanKineticTemperatureTest {

    @Test
    void agreesWithTheReferenceOnTwentyYearsOfMonthlyMeans() throws Exception {
        double[] celsius = input("mkt_nottem").numbers("temp_c").values();
        JsonNode expected = expected("mkt_nottem");

        MeanKineticTemperature result = MeanKineticTemperature.of(celsius);

        assertThat(result.mktC()).isCloseTo(expected.get("mkt_83.144").doubleValue(), within(1e-11));
        assertThat(result.meanC()).isCloseTo(expected.get("mean_c").doubleValue(), within(1e-12));
        assertThat(result.n()).isEqualTo(240);
        assertThat(MeanKineticTemperature.of(Arrays.copyOf(celsius, 12)).mktC())
                .isCloseTo(expected.get("mkt_first_12").doubleValue(), within(1e-11));
        assertThat(MeanKineticTemperature.of(celsius, ones(240), 60).mktC())
                .isCloseTo(expected.get("mkt_60").doubleValue(), within(1e-11));
    }

    @Test
    void agreesWithTheReferenceOnReadingsOfUnequalDuration() throws Exception {
        Table table = input("mkt_weighted");
        double[] celsius = table.numbers("temp_c").values();
        JsonNode expected = expected("mkt_weighted");

        MeanKineticTemperature weighted =
                MeanKineticTemperature.of(celsius, table.numbers("hours").values(), 83.144);

        assertThat(weighted.mktC()).isCloseTo(expected.get("mkt").doubleValue(), within(1e-11));
        assertThat(weighted.missing()).isEqualTo(1);
        assertThat(MeanKineticTemperature.of(celsius).mktC())
                .isCloseTo(expected.get("mkt_unweighted").doubleValue(), within(1e-11));
    }

    @Test
    void fahrenheitAndKelvinAreReadAlike() throws Exception {
        Table table = input("mkt_nottem");
        double[] fromFahrenheit = Arrays.stream(table.numbers("temp_f").values())
                .map(TemperatureUnit.F::toCelsius)
                .toArray();

        assertThat(fromFahrenheit).containsExactly(table.numbers("temp_c").values(), within(1e-12));
        assertThat(TemperatureUnit.K.toCelsius(273.15)).isZero();
        assertThat(TemperatureUnit.C.toCelsius(-196)).isEqualTo(-196);
    }

    @Test
    void aConstantTemperatureIsItsOwnMean() {
        assertThat(MeanKineticTemperature.of(25, 25, 25).mktC()).isCloseTo(25, within(1e-12));
        assertThat(MeanKineticTemperature.of(5).mktC()).isCloseTo(5, within(1e-12));
    }

    @Test
    void warmReadingsCountForMore() {
        MeanKineticTemperature result = MeanKineticTemperature.of(2, 8);

        assertThat(result.mktC()).isBetween(5.0, 8.0);
        assertThat(result.meanC()).isEqualTo(5);
        assertThat(result.minC()).isEqualTo(2);
        assertThat(result.maxC()).isEqualTo(8);
    }

    @Test
    void readingsInLiquidNitrogenDoNotVanish() {
        assertThat(MeanKineticTemperature.of(-196, -196, -190).mktC()).isBetween(-196.0, -190.0);
        assertThat(MeanKineticTemperature.of(new double[] {-273, -273}, ones(2), 500)
                        .mktC())
                .isCloseTo(-273, within(1e-9));
    }

    @Test
    void readingsThatLastedNoTimeDoNotCount() {
        assertThat(MeanKineticTemperature.of(new double[] {5, 40}, new double[] {1, 0}, 83.144)
                        .mktC())
                .isCloseTo(5, within(1e-12));
    }

    @Test
    void unusableReadingsAreRefused() {
        assertThatThrownBy(() -> MeanKineticTemperature.of()).hasMessageContaining("no temperature reading");
        assertThatThrownBy(() -> MeanKineticTemperature.of(Double.NaN)).hasMessageContaining("no temperature reading");
        assertThatThrownBy(() -> MeanKineticTemperature.of(5, -300)).hasMessageContaining("below absolute zero");
        assertThatThrownBy(() -> MeanKineticTemperature.of(Double.POSITIVE_INFINITY))
                .hasMessageContaining("Temperature must be a number");
        assertThatThrownBy(() -> MeanKineticTemperature.of(new double[] {5}, new double[] {-1}, 83))
                .hasMessageContaining("Duration must not be negative");
        assertThatThrownBy(() -> MeanKineticTemperature.of(new double[] {5}, new double[] {0}, 83))
                .hasMessageContaining("add up to zero");
        assertThatThrownBy(() -> MeanKineticTemperature.of(new double[] {5}, ones(1), 0))
                .hasMessageContaining("Activation energy");
        assertThatThrownBy(() -> MeanKineticTemperature.of(new double[] {5}, ones(2), 83))
                .hasMessageContaining("1 readings but 2 durations");
    }

    private static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static Table input(String name) throws Exception {
        return Csv.parse(new String(resource(name + "/input.csv"), StandardCharsets.UTF_8), name);
    }

    private static JsonNode expected(String name) throws Exception {
        return Json.mapper().readTree(resource(name + "/expected.json")).get("expected");
    }

    private static byte[] resource(String path) throws Exception {
        try (InputStream in = MeanKineticTemperatureTest.class.getResourceAsStream(path)) {
            return Objects.requireNonNull(in, path).readAllBytes();
        }
    }
}
