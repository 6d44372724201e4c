package org.opencgt.science.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencgt.science.output.Json;
import org.opencgt.science.table.Csv;
import org.opencgt.science.table.Table;
import tools.jackson.databind.JsonNode;

/** The certified values of NIST's Statistical Reference Datasets, to the digits that double precision allows. */
class NistReferenceTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        // powers of x are rounded before they are fitted, which is what limits Filip
        "Norris, 1e-13, 1e-13",
        "Pontius, 1e-12, 1e-12",
        "NoInt1, 1e-14, 1e-13",
        "NoInt2, 1e-14, 1e-13",
        "Filip, 1e-7, 1e-7",
        "Longley, 1e-12, 1e-12",
        "Wampler1, 1e-14, 0",
        "Wampler2, 1e-9, 0",
        "Wampler3, 1e-14, 1e-12",
        "Wampler4, 1e-14, 1e-12",
        "Wampler5, 1e-14, 1e-12"
    })
    void leastSquares(String name, double tolerance, double toleranceOfErrors) throws Exception {
        JsonNode set = json("linear.json").get(name);
        double[] y = numbers(set.get("y"));
        LinearFit fit = LinearLeastSquares.fit(columns(set), y);

        double[] b = numbers(set.get("coefficients"));
        double[] se = numbers(set.get("se"));
        assertThat(fit.parameters()).isEqualTo(b.length);
        for (int k = 0; k < b.length; k++) {
            assertThat(fit.coefficient(k)).isCloseTo(b[k], within(tolerance * Math.abs(b[k])));
            if (toleranceOfErrors > 0) {
                assertThat(fit.standardError(k)).isCloseTo(se[k], within(toleranceOfErrors * se[k]));
            }
        }
        double sd = set.get("residual_sd").doubleValue();
        if (sd == 0) {
            assertThat(fit.isExact()).isTrue();
        } else {
            assertThat(fit.residualSd()).isCloseTo(sd, within(1e-9 * sd));
            assertThat(fit.isExact()).isFalse();
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "SiRstv, 1e-12",
        "SmLs01, 1e-13",
        "SmLs02, 1e-13",
        "SmLs03, 1e-13",
        "AtmWtAg, 1e-9", // seven leading digits in common
        "SmLs04, 1e-8",
        "SmLs05, 1e-8",
        "SmLs06, 1e-8",
        "SmLs07, 1e-2", // 13 leading digits in common: the data themselves keep three decimals
        "SmLs08, 1e-2",
        "SmLs09, 1e-2"
    })
    void analysisOfVariance(String name, double tolerance) throws Exception {
        JsonNode certified = json("anova.json").get(name);
        List<double[]> groups = name.startsWith("SmLs") ? simonLesage(name) : groups(name);

        OneWayAnova anova = OneWayAnova.of(groups);

        assertThat(anova.n()).isEqualTo(certified.get("n").intValue());
        close(anova.betweenSum(), certified.get("between_ss"), tolerance);
        close(anova.withinSum(), certified.get("within_ss"), tolerance);
        close(anova.test().f(), certified.get("f"), tolerance);
        close(anova.rSquared(), certified.get("r_squared"), tolerance);
        close(anova.residualSd(), certified.get("residual_sd"), tolerance);
        assertThat(anova.test().df1()).isEqualTo(certified.get("between_df").intValue());
        assertThat(anova.test().df2()).isEqualTo(certified.get("within_df").intValue());
    }

    /** One-way ANOVA is the comparison of a common mean with a mean for each group. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({"SiRstv", "SmLs01"})
    void analysisOfVarianceIsATestOfNestedModels(String name) throws Exception {
        List<double[]> groups = name.startsWith("SmLs") ? simonLesage(name) : groups(name);
        double[] y = groups.stream().flatMapToDouble(DoubleStream::of).toArray();
        double[][] ones = new double[1][y.length];
        double[][] indicators = new double[groups.size()][y.length];
        int row = 0;
        for (int group = 0; group < groups.size(); group++) {
            for (int i = 0; i < groups.get(group).length; i++) {
                ones[0][row] = 1;
                indicators[group][row++] = 1;
            }
        }

        FTest nested = FTest.nested(LinearLeastSquares.fit(ones, y), LinearLeastSquares.fit(indicators, y));

        FTest direct = OneWayAnova.of(groups).test();
        assertThat(nested.f()).isCloseTo(direct.f(), within(1e-10 * direct.f()));
        assertThat(nested.p()).isCloseTo(direct.p(), within(1e-10));
    }

    private static void close(double value, JsonNode certified, double tolerance) {
        double expected = certified.doubleValue();
        assertThat(value).isCloseTo(expected, within(tolerance * Math.abs(expected)));
    }

    private static double[][] columns(JsonNode set) {
        List<double[]> columns = new ArrayList<>();
        JsonNode rows = set.get("x");
        JsonNode model = set.get("model");
        int n = rows.size();
        if (!model.has("origin")) {
            columns.add(DoubleStream.generate(() -> 1).limit(n).toArray());
        }
        int degree = model.has("degree") ? model.get("degree").intValue() : 1;
        for (int k = 0; k < rows.get(0).size(); k++) {
            for (int power = 1; power <= degree; power++) {
                double[] column = new double[n];
                for (int i = 0; i < n; i++) {
                    column[i] = Math.pow(rows.get(i).get(k).doubleValue(), power);
                }
                columns.add(column);
            }
        }
        return columns.toArray(double[][]::new);
    }

    /** Treatment means 1.4, 1.3, 1.5, 1.3, … above the leading digits, each value followed by ones 0.1 below and above. */
    private static List<double[]> simonLesage(String name) {
        int set = Integer.parseInt(name.substring(4));
        double base = new double[] {1, 1e6, 1e12}[(set - 1) / 3];
        int replicates = new int[] {21, 201, 2001}[(set - 1) % 3];
        List<double[]> groups = new ArrayList<>();
        for (int treatment = 1; treatment <= 9; treatment++) {
            int middle = treatment == 1 ? 4 : treatment % 2 == 0 ? 3 : 5;
            double[] group = new double[replicates];
            for (int i = 0; i < replicates; i++) {
                int tenths = i == 0 ? middle : i % 2 == 1 ? middle - 1 : middle + 1;
                group[i] = (base * 10 + tenths) / 10;
            }
            groups.add(group);
        }
        return groups;
    }

    private static List<double[]> groups(String name) throws Exception {
        Table table = Csv.parse(new String(resource(name + ".csv"), StandardCharsets.UTF_8), name);
        Map<Double, List<Double>> groups = new LinkedHashMap<>();
        for (int row = 0; row < table.rows(); row++) {
            groups.computeIfAbsent(table.numbers("treatment").get(row), unseen -> new ArrayList<>())
                    .add(table.numbers("response").get(row));
        }
        return groups.values().stream()
                .map(group -> group.stream().mapToDouble(Double::doubleValue).toArray())
                .toList();
    }

    private static double[] numbers(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToDouble(JsonNode::doubleValue)
                .toArray();
    }

    private static JsonNode json(String file) throws Exception {
        return Json.mapper().readTree(resource(file));
    }

    private static byte[] resource(String file) throws Exception {
        try (InputStream in = NistReferenceTest.class.getResourceAsStream("/reference/nist/" + file)) {
            return Objects.requireNonNull(in, file).readAllBytes();
        }
    }
}
