package org.opencgt.science.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencgt.science.output.Json;
import org.opencgt.science.survival.KaplanMeier.Estimate;
import org.opencgt.science.survival.KaplanMeier.Quantile;
import org.opencgt.science.table.Csv;
import org.opencgt.science.table.Table;
import tools.jackson.databind.JsonNode;

/** Agreement with R's survival 3.5.3; the cases tell their origin. */
class KaplanMeierTest {

    @ParameterizedTest
    @CsvSource({
        "km_lung,event,",
        "km_lung_sex,event,sex",
        "km_gehan_ties,cens,treat",
        "km_veteran_celltype,status,celltype",
        "km_all_censored,event,",
        "km_median_flat,event,",
        "km_one_subject,event,"
    })
    void agreesWithTheReference(String name, String event, String stratum) throws Exception {
        JsonNode expected =
                Json.mapper().readTree(resource(name + "/expected.json")).get("expected");
        Table steps = Csv.parse(text(name + "/expected_km.csv"), name);
        Map<String, KaplanMeier> curves = curves(name, event, stratum);

        for (int i = 0; i < steps.rows(); i++) {
            KaplanMeier curve =
                    Objects.requireNonNull(curves.get(steps.text("stratum").get(i)));
            Estimate found = curve.at(steps.numbers("time").get(i));
            assertThat(found.atRisk()).isEqualTo((int) steps.numbers("n_risk").get(i));
            same(found.probability(), steps.numbers("surv").get(i));
            same(found.lower(), steps.numbers("lower").get(i));
            same(found.upper(), steps.numbers("upper").get(i));
        }
        for (JsonNode at : expected.get("at_times")) {
            Estimate found = Objects.requireNonNull(curves.get(at.get("stratum").stringValue()))
                    .at(at.get("time").doubleValue());
            assertThat(found.atRisk()).isEqualTo(at.get("n_risk").intValue());
            same(found.probability(), number(at.get("surv")));
            same(found.standardError(), number(at.get("std_err")));
            same(found.lower(), number(at.get("lower")));
            same(found.upper(), number(at.get("upper")));
        }
        for (JsonNode quantile : expected.get("quantiles_log_log")) {
            Quantile found = Objects.requireNonNull(
                            curves.get(quantile.get("stratum").stringValue()))
                    .quantile(quantile.get("prob").doubleValue());
            same(found.time(), number(quantile.get("quantile")));
            same(found.lower(), number(quantile.get("lower")));
            same(found.upper(), number(quantile.get("upper")));
        }
    }

    @Test
    void timesThatDifferByRoundingAreOne() {
        KaplanMeier curve = KaplanMeier.of(new double[] {0.1 + 0.2, 0.3, 1}, new boolean[] {true, true, false}, 0.95);

        assertThat(curve.size()).isEqualTo(2);
        assertThat(curve.at(0).probability()).isCloseTo(1.0 / 3, within(1e-15));
    }

    @Test
    void badInputIsRefused() {
        assertThatThrownBy(() -> KaplanMeier.of(new double[0], new boolean[0], 0.95))
                .hasMessageContaining("Nobody");
        assertThatThrownBy(() -> KaplanMeier.of(new double[1], new boolean[2], 0.95))
                .hasMessageContaining("1 times");
        assertThatThrownBy(() -> KaplanMeier.of(new double[] {-1}, new boolean[1], 0.95))
                .hasMessageContaining("must not be negative");
        assertThatThrownBy(() -> KaplanMeier.of(new double[] {1}, new boolean[1], 95))
                .hasMessageContaining("Confidence");
    }

    private static Map<String, KaplanMeier> curves(String name, String event, String stratum) throws Exception {
        Table table = Csv.parse(text(name + "/input.csv"), name);
        Map<String, KaplanMeier> curves = new LinkedHashMap<>();
        for (int row = 0; row < table.rows(); row++) {
            String group = stratum == null ? "all" : table.text(stratum).get(row);
            int[] own = IntStream.range(0, table.rows())
                    .filter(i -> stratum == null
                            || Objects.equals(table.text(stratum).get(i), group))
                    .toArray();
            double[] time =
                    IntStream.of(own).mapToDouble(table.numbers("time")::get).toArray();
            boolean[] happened = new boolean[own.length];
            for (int i = 0; i < own.length; i++) {
                happened[i] = table.numbers(event).get(own[i]) == 1;
            }
            curves.computeIfAbsent(
                    stratum == null ? "all" : stratum + "=" + group, g -> KaplanMeier.of(time, happened, 0.95));
        }
        return curves;
    }

    private static double number(JsonNode node) {
        return node.isNumber() ? node.doubleValue() : Double.NaN;
    }

    private static void same(double found, double expected) {
        if (Double.isNaN(expected)) {
            assertThat(found).isNaN();
        } else {
            assertThat(found).isCloseTo(expected, within(1e-10 * Math.max(1e-3, Math.abs(expected))));
        }
    }

    private static String text(String path) throws Exception {
        return new String(resource(path), StandardCharsets.UTF_8);
    }

    private static byte[] resource(String path) throws Exception {
        try (InputStream in = KaplanMeierTest.class.getResourceAsStream("/reference/response/" + path)) {
            return Objects.requireNonNull(in, path).readAllBytes();
        }
    }
}
