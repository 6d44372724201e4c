package org.opencgt.science.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencgt.science.BadInput;
import org.opencgt.science.statistics.Reference;
import org.opencgt.science.table.NumberColumn;
import org.opencgt.science.table.Table;
import org.opencgt.science.table.TextColumn;
import tools.jackson.databind.JsonNode;

/** Agreement with exact constants, independent run rules, qcc and spc, to 1e-9 relative. */
class ProcessReferenceTest {

    private static final double RELATIVE = 1e-9;

    // --- Individuals ---

    @ParameterizedTest
    @ValueSource(strings = {"imr_nile", "imr_nhtemp", "imr_one_sided", "imr_zero_variance"})
    void individuals(String name) {
        double[] x =
                Reference.table("process/" + name + "/input.csv").numbers("x").present();
        JsonNode expected = Reference.expected("process/" + name);
        Table points = Reference.table("process/" + name + "/expected_points.csv");
        ControlChart chart = individuals(ChartMaker.of(ChartType.I_MR), x);

        JsonNode exact = expected.get("exact_constants");
        check(name + " sigma", chart.sigma(), exact.get("sigma"));
        check(name + " center", chart.center(), exact.get("center"));
        check(name + " lcl", chart.points().getLast().lcl(), exact.get("lcl"));
        check(name + " ucl", chart.points().getLast().ucl(), exact.get("ucl"));
        ControlChart.Spread spread = Objects.requireNonNull(chart.spread());
        check(name + " mr", spread.center(), exact.get("mr_center"));
        check(name + " mr lcl", spread.points().getFirst().lcl(), exact.get("mr_lcl"));
        check(name + " mr ucl", spread.points().getFirst().ucl(), exact.get("mr_ucl"));
        compare(points, "x", chart.points(), ControlChart.Point::value);
        compareSpread(points, "mr", spread.points(), 2);
        check(
                name + " median",
                individuals(ChartMaker.of(ChartType.I_MR).withSigmaRule(SigmaRule.MEDIAN_MOVING_RANGE), x)
                        .sigma(),
                expected.get("median_mr_sigma_exact"));
        check(
                name + " sd",
                individuals(ChartMaker.of(ChartType.I_MR).withSigmaRule(SigmaRule.STANDARD_DEVIATION), x)
                        .sigma(),
                expected.get("sd_over_c4"));
        if (chart.sigma() == 0) {
            assertThat(chart.violations()).isEmpty();
            assertThat(chart.flags()).contains(ProcessFlag.NO_VARIATION);
            assertThatThrownBy(() ->
                            Capability.of(x, chart.sigma(), new Capability.Specification(1, 9, Double.NaN), 0.95, true))
                    .isInstanceOf(BadInput.class);
            return;
        }
        compare(points, "z", chart.points(), ControlChart.Point::z);
        rules(ChartMaker.of(ChartType.I_MR), maker -> individuals(maker, x), expected.get("rules_exact_sigma"));
        assertThat(spread.beyond()).isEqualTo(indexes(expected.get("mr_beyond")));

        ControlChart narrow = individuals(ChartMaker.of(ChartType.EWMA), x);
        compare(points, "ewma_0.2", narrow.points(), ControlChart.Point::value);
        compare(points, "ewma_0.2_lcl", narrow.points(), ControlChart.Point::lcl);
        compare(points, "ewma_0.2_ucl", narrow.points(), ControlChart.Point::ucl);
        assertThat(indexes(narrow, "beyond"))
                .isEqualTo(indexes(expected.get("ewma_lambda0.2_L3").get("violations")));
        ControlChart wide =
                individuals(ChartMaker.of(ChartType.EWMA).withLambda(0.4).withL(2.7), x);
        compare(points, "ewma_0.4", wide.points(), ControlChart.Point::value);
        assertThat(indexes(wide, "beyond"))
                .isEqualTo(indexes(expected.get("ewma_lambda0.4_L2.7").get("violations")));

        ControlChart sums = individuals(ChartMaker.of(ChartType.CUSUM), x);
        compare(points, "cusum_pos", sums.points(), ControlChart.Point::value);
        compare(points, "cusum_neg", sums.points(), ControlChart.Point::lowerSum);
        sums(sums, expected.get("cusum_h5_k0.5"));
        ControlChart fast = individuals(ChartMaker.of(ChartType.CUSUM).withH(4).withHeadStart(true), x);
        compare(points, "cusum_fir_pos", fast.points(), ControlChart.Point::value);
        compare(points, "cusum_fir_neg", fast.points(), ControlChart.Point::lowerSum);
        sums(fast, expected.get("cusum_h4_k0.5_fir2"));

        capability(name, x, chart.sigma(), expected.get("capability"));
    }

    private static ControlChart individuals(ChartMaker maker, double[] x) {
        return maker.chart(
                labels(x.length),
                Arrays.stream(x).mapToObj(value -> new double[] {value}).toList());
    }

    private static List<String> labels(int n) {
        return IntStream.rangeClosed(1, n).mapToObj(Integer::toString).toList();
    }

    private static void sums(ControlChart chart, JsonNode expected) {
        assertThat(indexes(chart, "upper")).isEqualTo(indexes(expected.get("upper")));
        assertThat(indexes(chart, "lower")).isEqualTo(indexes(expected.get("lower")));
    }

    // --- Subgroups ---

    @ParameterizedTest
    @ValueSource(strings = {"pistonrings_phase1", "pistonrings_all", "pistonrings_missing"})
    void subgroups(String name) {
        List<double[]> groups = new ArrayList<>();
        Table table = Reference.table("process/" + name + "/input.csv");
        List<NumberColumn> columns = table.header().stream()
                .filter(column -> column.startsWith("X"))
                .map(table::numbers)
                .toList();
        for (int row = 0; row < table.rows(); row++) {
            int at = row;
            groups.add(columns.stream()
                    .mapToDouble(column -> column.get(at))
                    .filter(value -> !Double.isNaN(value))
                    .toArray());
        }
        JsonNode expected = Reference.expected("process/" + name);
        Table points = Reference.table("process/" + name + "/expected_points.csv");
        ControlChart ranges = chart(ChartMaker.of(ChartType.XBAR_R), groups);
        ControlChart deviations = chart(ChartMaker.of(ChartType.XBAR_S), groups);

        limits(name + " R", ranges, expected.get("xbar_R_exact"));
        limits(name + " S", deviations, expected.get("xbar_S_exact"));
        double[] all = groups.stream().flatMapToDouble(Arrays::stream).toArray();
        double pooled = chart(ChartMaker.of(ChartType.XBAR_R).withSigmaRule(SigmaRule.POOLED), groups)
                .sigma();
        check(name + " pooled", pooled, expected.get("pooled_over_c4"));
        spread(name + " R", ranges, expected.get("R_chart_exact"));
        spread(name + " S", deviations, expected.get("S_chart_exact"));
        compare(points, "n", ranges.points(), ControlChart.Point::n);
        compare(points, "xbar", ranges.points(), ControlChart.Point::value);
        compare(points, "z", ranges.points(), ControlChart.Point::z);
        compareSpread(points, "R", Objects.requireNonNull(ranges.spread()).points(), 1);
        compareSpread(points, "S", Objects.requireNonNull(deviations.spread()).points(), 1);
        rules(ChartMaker.of(ChartType.XBAR_R), maker -> chart(maker, groups), expected.get("rules_xbar_R_exact"));
        assertThat(Objects.requireNonNull(ranges.spread()).beyond()).isEqualTo(indexes(expected.get("R_beyond")));
        assertThat(Objects.requireNonNull(deviations.spread()).beyond()).isEqualTo(indexes(expected.get("S_beyond")));
        ControlChart average = chart(ChartMaker.of(ChartType.EWMA), groups);
        compare(points, "ewma", average.points(), ControlChart.Point::value);
        compare(points, "ewma_lcl", average.points(), ControlChart.Point::lcl);
        compare(points, "ewma_ucl", average.points(), ControlChart.Point::ucl);
        assertThat(indexes(average, "beyond")).isEqualTo(indexes(expected.get("ewma_violations")));
        ControlChart sums = chart(ChartMaker.of(ChartType.CUSUM), groups);
        compare(points, "cusum_pos", sums.points(), ControlChart.Point::value);
        compare(points, "cusum_neg", sums.points(), ControlChart.Point::lowerSum);
        sums(sums, expected.get("cusum_violations"));
        if (expected.has("capability_within_R")) {
            capability(name, all, ranges.sigma(), expected.get("capability_within_R"));
            capability(name, all, pooled, expected.get("capability_within_pooled"));
        }
    }

    private static ControlChart chart(ChartMaker maker, List<double[]> groups) {
        return maker.chart(labels(groups.size()), groups);
    }

    private static void limits(String what, ControlChart chart, JsonNode expected) {
        check(what + " sigma", chart.sigma(), expected.get("sigma"));
        check(what + " center", chart.center(), expected.get("xbar_center"));
        for (int i = 0; i < chart.points().size(); i++) {
            check(what + " lcl", chart.points().get(i).lcl(), at(expected.get("xbar_lcl"), i));
            check(what + " ucl", chart.points().get(i).ucl(), at(expected.get("xbar_ucl"), i));
        }
    }

    /** The reference tells limits once for each size, in the order in which sizes occur. */
    private static void spread(String what, ControlChart chart, JsonNode expected) {
        ControlChart.Spread spread = Objects.requireNonNull(chart.spread());
        check(what + " spread center", spread.center(), expected.get("center"));
        Map<Double, ControlChart.SpreadPoint> bySize = new LinkedHashMap<>();
        for (ControlChart.SpreadPoint point : spread.points()) {
            bySize.putIfAbsent(chart.points().get(point.index() - 1).n(), point);
        }
        int place = 0;
        for (ControlChart.SpreadPoint point : bySize.values()) {
            check(what + " spread lcl", point.lcl(), expected.get("lcl").get(0));
            check(what + " spread ucl", point.ucl(), expected.get("ucl").get(place++));
        }
    }

    // --- Capability ---

    private static void capability(String name, double[] x, double sigma, JsonNode expected) {
        Capability.Specification asked = new Capability.Specification(
                number(expected.get("lsl")), number(expected.get("usl")), number(expected.get("target")));
        Capability found = Capability.of(x, sigma, asked, 0.95, true);
        assertThat(found.n()).isEqualTo(expected.get("n").intValue());
        check(name + " mean", found.mean(), expected.get("mean"));
        Capability.Intervals limits = found.intervals();
        JsonNode within = expected.get("within");
        check(name + " sigma", found.sigmaWithin(), within.get("sigma"));
        index(name + " Cp", found.cp(), limits.cp(), within, "C", "C_ci");
        index(name + " Cpl", found.cpl(), limits.cpl(), within, "C_lower", "C_lower_ci_qcc");
        index(name + " Cpu", found.cpu(), limits.cpu(), within, "C_upper", "C_upper_ci_qcc");
        index(name + " Cpk", found.cpk(), limits.cpk(), within, "Ck", "Ck_ci");
        index(name + " Cpm", found.cpm(), limits.cpm(), within, "Cpm", "Cpm_ci");
        check(name + " Cpk one-sided", found.cpkLowerOneSided(), within.get("Ck_lower_one_sided"));
        million(name, found.ppmBelow(), within.get("expected_ppm_below"));
        million(name, found.ppmAbove(), within.get("expected_ppm_above"));
        JsonNode overall = expected.get("overall");
        check(name + " sigma overall", found.sigmaOverall(), overall.get("sigma"));
        index(name + " Pp", found.pp(), limits.pp(), overall, "C", "C_ci");
        index(name + " Ppl", found.ppl(), limits.ppl(), overall, "C_lower", "C_lower_ci_qcc");
        index(name + " Ppu", found.ppu(), limits.ppu(), overall, "C_upper", "C_upper_ci_qcc");
        index(name + " Ppk", found.ppk(), limits.ppk(), overall, "Ck", "Ck_ci");
        index(name + " Cpm overall", found.cpmOverall(), limits.cpmOverall(), overall, "Cpm", "Cpm_ci");
        check(name + " Ppk one-sided", found.ppkLowerOneSided(), overall.get("Ck_lower_one_sided"));
        million(name, found.ppmBelowOverall(), overall.get("expected_ppm_below"));
        million(name, found.ppmAboveOverall(), overall.get("expected_ppm_above"));
        check(name + " c4", SigmaRule.STANDARD_DEVIATION.ofIndividuals(x), expected.get("overall_c4_corrected_sigma"));
        observed(found.observedBelow(), expected.get("observed_below"));
        observed(found.observedAbove(), expected.get("observed_above"));
    }

    private static void index(
            String what, double found, List<Double> limits, JsonNode expected, String name, String interval) {
        if (!expected.has(name)) {
            assertThat(found).as(what).isNaN();
            return;
        }
        check(what, found, expected.get(name));
        JsonNode both = expected.get(interval);
        check(what + " lower", limits.getFirst(), both.isNull() ? both : both.get(0));
        check(what + " upper", limits.getLast(), both.isNull() ? both : both.get(1));
    }

    /** Tails of 1e-7 of the reference rest on differences of doubles. */
    private static void million(String what, double found, JsonNode expected) {
        Reference.check(what + " ppm", found, expected, 1e-8);
    }

    private static void observed(int found, JsonNode expected) {
        assertThat(found).isEqualTo(expected.isNull() ? 0 : expected.intValue());
    }

    // --- Counts ---

    @ParameterizedTest
    @CsvSource({
        "p_orangejuice,P",
        "p_orangejuice,NP",
        "u_dyedcloth,U",
        "c_circuit,C",
        "c_circuit,U",
        "p_variable_zero,P",
        "p_all_zero,P"
    })
    void counts(String name, ChartType type) {
        Table table = Reference.table("process/" + name + "/input.csv");
        double[] x = table.numbers("x").values();
        double[] n = table.numbers("n").values();
        JsonNode expected = Reference.expected("process/" + name).get(type.toString());
        Table points = Reference.table("process/" + name + "/expected_points.csv");
        ChartMaker maker = ChartMaker.of(type);
        ControlChart chart = maker.chartOfCounts(labels(x.length), x, n);

        check(name + " center", chart.center(), expected.get("center"));
        String prefix = type + "_";
        compare(points, prefix + "stat", chart.points(), ControlChart.Point::value);
        compare(points, prefix + "lcl", chart.points(), ControlChart.Point::lcl);
        compare(points, prefix + "ucl", chart.points(), ControlChart.Point::ucl);
        compare(points, prefix + "z", chart.points(), ControlChart.Point::z);
        List<Integer> beyond = indexes(chart, "rule1");
        assertThat(beyond).isEqualTo(indexes(expected.get("beyond")));
        rules(maker, own -> own.chartOfCounts(labels(x.length), x, n), expected.get("rules"));
        if (expected.get("laney_sigma_z").isNumber()) {
            check(name + " Laney", chart.sigmaZ(), expected.get("laney_sigma_z"));
        } else {
            assertThat(chart.sigmaZ()).isNaN();
        }
        if (expected.has("laney_limits_first")
                && expected.get("laney_limits_first").get(0).isNumber()) {
            ControlChart.Point first = maker.withLaney(true)
                    .chartOfCounts(labels(x.length), x, n)
                    .points()
                    .getFirst();
            check(
                    name + " Laney lcl",
                    first.lcl(),
                    expected.get("laney_limits_first").get(0));
            check(
                    name + " Laney ucl",
                    first.ucl(),
                    expected.get("laney_limits_first").get(1));
        }
    }

    // --- Rules ---

    @Test
    void patterns() {
        Table table = Reference.table("process/run_rule_series/input.csv");
        TextColumn names = table.text("series");
        NumberColumn values = table.numbers("z");
        int compared = 0;
        for (var series : Reference.expected("process/run_rule_series").properties()) {
            double[] z = IntStream.range(0, table.rows())
                    .filter(row -> series.getKey().equals(names.get(row)))
                    .mapToDouble(values::get)
                    .toArray();
            for (RuleSet rules : RuleSet.values()) {
                compared += compare(rules, rules.violations(z), series.getValue());
            }
        }
        assertThat(compared).isGreaterThan(250);
    }

    private interface Charting {
        ControlChart with(ChartMaker maker);
    }

    private static void rules(ChartMaker maker, Charting charting, JsonNode expected) {
        for (RuleSet rules : RuleSet.values()) {
            compare(rules, charting.with(maker.withRules(rules)).violations(), expected);
        }
    }

    private static int compare(RuleSet rules, List<Violation> found, JsonNode expected) {
        JsonNode own = expected.get(rules.toString().replace('-', '_'));
        for (RuleSet.Rule rule : rules.rules()) {
            assertThat(found.stream()
                            .filter(violation -> violation.rule().equals(rule.name()))
                            .map(Violation::index)
                            .toList())
                    .as("%s %s", rules, rule.name())
                    .isEqualTo(indexes(own.get(rule.name())));
        }
        assertThat(own.size()).isEqualTo(rules.rules().size());
        return own.size();
    }

    // --- Run lengths ---

    /** The reference itself is good to 1e-5 or better. */
    @Test
    void runLengths() {
        JsonNode expected = Reference.expected("process/arl");
        for (JsonNode row : expected.get("ewma")) {
            RunLength found = RunLength.ewma(number(row.get("lambda")), number(row.get("L")), number(row.get("delta")));
            Reference.check("EWMA " + row, found.arl(), row.get("arl"), 1e-7);
        }
        for (JsonNode row : expected.get("cusum")) {
            RunLength found = RunLength.cusum(number(row.get("k")), number(row.get("h")), number(row.get("delta")));
            Reference.check("CUSUM " + row, found.arlOneSided(), row.get("arl_one_sided"), 1e-7);
            Reference.check("CUSUM " + row, found.arl(), row.get("arl_two_sided"), 1e-7);
        }
    }

    // --- How ---

    private static void check(String what, double found, JsonNode expected) {
        Reference.check(what, found, expected, RELATIVE);
    }

    private static double number(JsonNode node) {
        return node.isNull() ? Double.NaN : node.doubleValue();
    }

    private static JsonNode at(JsonNode node, int index) {
        return node.isArray() ? node.get(node.size() == 1 ? 0 : index) : node;
    }

    private static List<Integer> indexes(@Nullable JsonNode node) {
        return StreamSupport.stream(Objects.requireNonNull(node).spliterator(), false)
                .map(JsonNode::intValue)
                .toList();
    }

    private static List<Integer> indexes(ControlChart chart, String rule) {
        return chart.violations().stream()
                .filter(violation -> violation.rule().equals(rule))
                .map(Violation::index)
                .toList();
    }

    private static void compare(
            Table expected,
            String column,
            List<ControlChart.Point> points,
            ToDoubleFunction<ControlChart.Point> value) {
        NumberColumn numbers = expected.numbers(column);
        assertThat(points).hasSize(numbers.size());
        for (int i = 0; i < points.size(); i++) {
            close(column + " " + (i + 1), value.applyAsDouble(points.get(i)), numbers.get(i));
        }
    }

    private static void compareSpread(
            Table expected, String column, List<ControlChart.SpreadPoint> points, int firstIndex) {
        NumberColumn numbers = expected.numbers(column);
        assertThat(points.getFirst().index()).isEqualTo(firstIndex);
        for (ControlChart.SpreadPoint point : points) {
            close(column + " " + point.index(), point.value(), numbers.get(point.index() - 1));
        }
    }

    /** A z or a sum near zero is a difference of large numbers. */
    private static void close(String what, double found, double expected) {
        if (Double.isNaN(expected)) {
            assertThat(found).as(what).isNaN();
        } else {
            assertThat(Math.abs(found - expected))
                    .as("%s: %s, expected %s", what, found, expected)
                    .isLessThanOrEqualTo(1e-9 * Math.max(Math.abs(expected), 0.01));
        }
    }
}
