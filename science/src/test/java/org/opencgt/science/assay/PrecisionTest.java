package org.opencgt.science.assay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.opencgt.science.statistics.Reference.check;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencgt.science.BadInput;
import org.opencgt.science.statistics.Reference;
import org.opencgt.science.table.Table;
import org.opencgt.science.table.TextColumn;
import tools.jackson.databind.JsonNode;

/** Against VCA 1.5.2. */
class PrecisionTest {

    static int[] levels(Table table, String column) {
        TextColumn texts = table.text(column);
        Map<String, Integer> numbers = new LinkedHashMap<>();
        int[] levels = new int[texts.size()];
        for (int i = 0; i < levels.length; i++) {
            String text = texts.get(i);
            levels[i] = text == null ? -1 : numbers.computeIfAbsent(text, unseen -> numbers.size());
        }
        return levels;
    }

    @ParameterizedTest
    @CsvSource({
        "ep05_glucose, result, day;run, true",
        "ep05_a2_1, y, day;run, true",
        "ep05_a2_2, y, day;run, true",
        "oneway_rs0005, y, day, true",
        "ep05_a3_multisite, y, site;day, true",
        "repro_three_level, value, Site;Day;Run, true",
        "ca19_9_p1, result, site;day, true",
        "ep05_unbalanced, result, day;run, true",
        "negative_component, y, day, true",
        "crossed_analyst_day, y, analyst;day, false"
    })
    void components(String name, String y, String factors, boolean nested) {
        JsonNode expected = Reference.expected("assay/validation/" + name);
        Table table = Reference.table("assay/validation/" + name + "/input.csv");
        List<String> names = Arrays.asList(factors.split(";"));

        Precision found = Precision.of(
                table.numbers(y).values(),
                names,
                names.stream().map(factor -> levels(table, factor)).toList(),
                nested,
                0.95);

        check("n", found.n(), expected.get("n"), 0);
        check("missing", found.missing(), expected.get("n_missing"), 0);
        check("mean", found.mean(), expected.get("mean"), 1e-12);
        assertThat(found.balanced()).isEqualTo(expected.get("balanced").booleanValue());
        rows(found.components(), expected.get("anova"));
        rows(found.anovaNegativeAllowed(), expected.get("anova_negative_allowed"));
        dispersion(found.repeatability(), expected.get("repeatability"), "df");
        dispersion(found.intermediatePrecision(), expected.get("intermediate_precision"), "df_satterthwaite");
        for (int i = 0; i < found.components().size(); i++) {
            Precision.Component component = found.components().get(i);
            JsonNode sas = expected.get("ci_sas").get(i);
            double tolerance =
                    component.vc() < 0.01 * found.components().getFirst().vc() ? 1e-7 : 1e-8;
            check("lo " + component.name(), component.lower(), sas.get("vc_lo95"), tolerance);
            check("hi " + component.name(), component.upper(), sas.get("vc_hi95"), tolerance);
            check("one lo", component.oneSidedLower(), sas.get("one_sided_lo95"), tolerance);
            check("one hi", component.oneSidedUpper(), sas.get("one_sided_hi95"), tolerance);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ep05_glucose, result, day;run, true",
        "ep05_a2_1, y, day;run, true",
        "ep05_a2_2, y, day;run, true",
        "oneway_rs0005, y, day, true",
        "ep05_a3_multisite, y, site;day, true",
        "repro_three_level, value, Site;Day;Run, true",
        "ca19_9_p1, result, site;day, true",
        "ep05_unbalanced, result, day;run, true",
        "negative_component, y, day, true",
        "crossed_analyst_day, y, analyst;day, false"
    })
    void componentsByRestrictedLikelihood(String name, String y, String factors, boolean nested) {
        JsonNode expected = Reference.expected("assay/validation/" + name);
        Table table = Reference.table("assay/validation/" + name + "/input.csv");
        List<String> names = Arrays.asList(factors.split(";"));

        Precision found = Precision.of(
                table.numbers(y).values(),
                names,
                names.stream().map(factor -> levels(table, factor)).toList(),
                nested,
                0.95,
                Precision.Method.REML);

        RestrictedLikelihood likelihood = Objects.requireNonNull(found.remlExact());
        JsonNode exact = expected.get("reml_exact");
        check("mean", likelihood.mean(), exact.get("mean"), 1e-10);
        check("se mean", likelihood.seMean(), exact.get("se_mean"), 1e-8);
        check("total", likelihood.total(), exact.get("total"), 1e-8);
        check("likelihood", likelihood.minus2RemlLoglik(), exact.get("minus2_reml_loglik"), 1e-10);
        assertThat(likelihood.atZero()).hasSize(exact.get("at_zero").size());
        for (int i = 0; i < exact.get("vc").size(); i++) {
            double small = likelihood.vc()[i] < 0.05 * likelihood.total() ? 1e-6 : 1e-8;
            assertThat(likelihood.components().get(i))
                    .isEqualTo(exact.get("components").get(i).stringValue());
            check("vc " + i, likelihood.vc()[i], exact.get("vc").get(i), small);
            assertThat(found.components().get(i + 1).vc()).isEqualTo(likelihood.vc()[i]);
        }
        JsonNode peer = expected.get("peer_remlVCA");
        for (int i = 0; i < peer.size(); i++) {
            if (found.components().get(i).vc() > 0) {
                check("df " + i, found.components().get(i).df(), peer.get(i).get("df"), 2e-3);
            }
        }
    }

    @Test
    void satterthwaiteIntervals() {
        for (String name : List.of("ep05_glucose", "ep05_unbalanced")) {
            JsonNode expected = Reference.expected("assay/validation/" + name).get("ci_satterthwaite");
            Table table = Reference.table("assay/validation/" + name + "/input.csv");
            Precision found = Precision.of(
                    table.numbers("result").values(),
                    List.of("day", "run"),
                    List.of(levels(table, "day"), levels(table, "run")),
                    true,
                    0.95);
            for (int i = 0; i < expected.size(); i++) {
                Precision.Component component = found.components().get(i);
                JsonNode e = expected.get(i);
                check("lo", component.satterthwaiteLower(), e.get("vc_lo95"), 1e-7);
                check("hi", component.satterthwaiteUpper(), e.get("vc_hi95"), 1e-6);
                check("one lo", component.satterthwaiteOneSidedLower(), e.get("one_sided_lo95"), 1e-7);
                check("one hi", component.satterthwaiteOneSidedUpper(), e.get("one_sided_hi95"), 1e-6);
            }
        }
    }

    @Test
    void valuesAlikeWithinGroupsHaveNoRestrictedLikelihood() {
        double[] y = {1, 1, 2, 2, 4, 4};
        List<int[]> levels = List.of(new int[] {0, 0, 1, 1, 2, 2});

        assertThat(Precision.of(y, List.of("day"), levels, true, 0.95).remlExact())
                .isNull();
        assertThatThrownBy(() -> Precision.of(y, List.of("day"), levels, true, 0.95, Precision.Method.REML))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        refused -> assertThat(refused.fault().code()).isEqualTo(AssayFault.NO_SCATTER_WITHIN));
    }

    private static void rows(List<Precision.Component> found, JsonNode expected) {
        double total = found.getFirst().vc();
        for (int i = 0; i < expected.size(); i++) {
            Precision.Component component = found.get(i);
            JsonNode row = expected.get(i);
            assertThat(component.name()).isEqualTo(row.get("component").stringValue());
            // the peer's sums of squares carry noise of 1e-12, which small components magnify
            double tolerance = Math.abs(component.vc()) < 0.05 * total ? 1e-6 : 1e-8;
            check("df " + component.name(), component.df(), row.get("df"), 1e-8);
            check("ss " + component.name(), component.ss(), row.get("ss"), 1e-8);
            check("ms " + component.name(), component.ms(), row.get("ms"), 1e-8);
            check("vc " + component.name(), component.vc(), row.get("vc"), tolerance);
            check("percent", component.percent(), row.get("percent"), tolerance);
            check("sd " + component.name(), component.sd(), row.get("sd"), tolerance);
            check("cv " + component.name(), component.cvPercent(), row.get("cv"), tolerance);
        }
    }

    private static void dispersion(Precision.Dispersion found, JsonNode expected, String df) {
        check("sd", found.sd(), expected.get("sd"), 1e-9);
        check("cv", found.cvPercent(), expected.get("cv"), 1e-9);
        check("df", found.df(), expected.get(df), 1e-8);
        check("lower", found.lower(), expected.get("sd_lo"), 1e-8);
        check("upper", found.upper(), expected.get("sd_hi"), 1e-8);
    }

    @Test
    void resultsAllAlikeHaveNoComponents() {
        JsonNode expected = Reference.expected("assay/validation/zero_variance");
        Table table = Reference.table("assay/validation/zero_variance/input.csv");

        Precision found =
                Precision.of(table.numbers("y").values(), List.of("day"), List.of(levels(table, "day")), true, 0.95);

        check("mean", found.mean(), expected.get("mean"), 1e-12);
        check("sd", found.repeatability().sd(), expected.get("sd_repeatability"), 0);
        check("sd", found.intermediatePrecision().sd(), expected.get("sd_intermediate"), 0);
        check("cv", found.repeatability().cvPercent(), expected.get("cv"), 0);
        assertThat(found.flags()).contains(AssayFlag.ZERO_VARIANCE);
    }

    @Test
    void oneDayOrNoReplicatesAreRefused() {
        assertThatThrownBy(() ->
                        Precision.of(new double[] {1, 2, 3}, List.of("day"), List.of(new int[] {0, 0, 0}), true, 0.95))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        refused -> assertThat(refused.fault().code()).isEqualTo(AssayFault.ONE_LEVEL));
        assertThatThrownBy(() ->
                        Precision.of(new double[] {1, 2, 3}, List.of("day"), List.of(new int[] {0, 1, 2}), true, 0.95))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        refused -> assertThat(refused.fault().code()).isEqualTo(AssayFault.NO_REPLICATES));
    }

    @Test
    void unitsScaleStandardDeviationsAndNothingElse() {
        Table table = Reference.table("assay/validation/ep05_glucose/input.csv");
        double[] y = table.numbers("result").values();
        double[] scaled = Arrays.stream(y).map(value -> 1e-3 * value).toArray();
        List<int[]> levels = List.of(levels(table, "day"), levels(table, "run"));

        Precision one = Precision.of(y, List.of("day", "run"), levels, true, 0.95);
        Precision other = Precision.of(scaled, List.of("day", "run"), levels, true, 0.95);

        assertThat(other.intermediatePrecision().sd())
                .isCloseTo(1e-3 * one.intermediatePrecision().sd(), org.assertj.core.api.Assertions.within(1e-12));
        assertThat(other.repeatability().cvPercent())
                .isCloseTo(one.repeatability().cvPercent(), org.assertj.core.api.Assertions.within(1e-9));
    }
}
