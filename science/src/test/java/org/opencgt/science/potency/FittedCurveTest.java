package org.opencgt.science.potency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.opencgt.science.statistics.Reference.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencgt.science.BadInput;
import org.opencgt.science.statistics.Reference;
import org.opencgt.science.table.Table;
import tools.jackson.databind.JsonNode;

class FittedCurveTest {

    private static final List<Double> EFFECTS = List.of(10.0, 20.0, 50.0, 80.0, 90.0);

    static DoseResponse data(String name, String x, String y, String weights) {
        Table table = Reference.table("potency/" + name + "/input.csv");
        double[] ones = new double[table.rows()];
        Arrays.fill(ones, 1);
        return DoseResponse.of(
                table.numbers(x).values(),
                table.numbers(y).values(),
                weights.isEmpty() ? ones : table.numbers(weights).values());
    }

    private static double value(Map<String, Double> values, String name) {
        return Objects.requireNonNull(values.get(name));
    }

    @ParameterizedTest
    @CsvSource({
        "ll4_ryegrass, conc, rootl, '', FOUR_PARAMETER",
        "ll4_dnase_run1, conc, density, '', FOUR_PARAMETER",
        "ll4_secalonic, dose, rootl, '', FOUR_PARAMETER",
        "ll4_missing, dose, signal, '', FOUR_PARAMETER",
        "ll4_weighted, dose, signal, w, FOUR_PARAMETER",
        "ll5_elisa, dose, signal, '', FIVE_PARAMETER",
        "ll5_dnase_all, conc, density, '', FIVE_PARAMETER"
    })
    void agreesWithIndependentFits(String name, String x, String y, String weights, CurveModel model) {
        JsonNode expected = Reference.expected("potency/" + name);
        DoseResponse data = data(name, x, y, weights);

        FittedCurve curve = FittedCurve.of(model, data, 0.95, EFFECTS);

        assertThat(curve.identifiable()).isTrue();
        check("n", curve.n(), expected.get("n"), 0);
        check("df", curve.dfResidual(), expected.get("df_residual"), 0);
        check("rss", curve.rss(), expected.get("rss"), 1e-10);
        check("sigma", curve.sigma(), expected.get("sigma"), 1e-10);
        check("loglik", curve.loglik(), expected.get("loglik"), 1e-10);
        check("e", value(curve.coefficients(), "e"), expected.get("e"), 1e-8);
        check("se_e", value(curve.se(), "e"), expected.get("se_e"), 1e-7);
        List<String> terms = new ArrayList<>();
        for (JsonNode row : expected.get("coefficients")) {
            String term = row.get("term").stringValue();
            terms.add(term);
            check(term, value(curve.coefficients(), term), row.get("estimate"), 1e-8);
            check("se " + term, value(curve.se(), term), row.get("se"), 1e-8);
            check("lo " + term, value(curve.lower(), term), row.get("lo"), 1e-8);
            check("hi " + term, value(curve.upper(), term), row.get("hi"), 1e-8);
            check("observed " + term, value(curve.seObservedHessian(), term), row.get("se_observed_hessian"), 1e-7);
        }
        for (int i = 0; i < terms.size(); i++) {
            for (int j = 0; j < terms.size(); j++) {
                check(
                        "vcov",
                        curve.vcov().get(i)[j],
                        expected.get("vcov").get(i).get(j),
                        1e-7);
            }
        }
        for (JsonNode row : expected.get("ed")) {
            EffectiveDose dose = Objects.requireNonNull(
                    curve.ed().get(Integer.toString(row.get("p").intValue())));
            check("ed", dose.ed(), row.get("ed"), 1e-8);
            check("log_ed", dose.logEd(), row.get("log_ed"), 1e-8);
            check("se_log", dose.seLog(), row.get("se_log"), 1e-8);
            check("lo_log_delta", dose.loLogDelta(), row.get("lo_log_delta"), 1e-8);
            check("hi_log_delta", dose.hiLogDelta(), row.get("hi_log_delta"), 1e-8);
            check("se_delta", dose.seDelta(), row.get("se_delta"), 1e-8);
            check("lo_delta", dose.loDelta(), row.get("lo_delta"), 1e-8);
            check("hi_delta", dose.hiDelta(), row.get("hi_delta"), 1e-8);
        }
        JsonNode lack = expected.get("lack_of_fit");
        if (lack == null || lack.isNull()) {
            assertThat(curve.lackOfFit()).isNull();
        } else {
            LackOfFit found = Objects.requireNonNull(curve.lackOfFit());
            check("F", found.f(), lack.get("F"), 1e-8);
            check("df1", found.df1(), lack.get("df1"), 0);
            check("df2", found.df2(), lack.get("df2"), 0);
            check("p", found.p(), lack.get("p"), 1e-8);
            check("pure error", found.pureErrorSs(), lack.get("pure_error_ss"), 1e-8);
        }
        assertThat(curve.rss())
                .isLessThanOrEqualTo(expected.get("peer_drc").get("rss").doubleValue() * (1 + 1e-12));
        Table points = Reference.table("potency/" + name + "/expected_fitted.csv");
        for (int i = 0; i < points.rows(); i++) {
            assertThat(curve.points().get(i).fitted())
                    .isCloseTo(points.numbers("fitted").get(i), within(1e-8 * value(curve.coefficients(), "d")));
        }
    }

    @Test
    void aPerfectFitHasEstimatesAndNoErrors() {
        JsonNode expected = Reference.expected("potency/ll4_perfect");

        FittedCurve curve =
                FittedCurve.of(CurveModel.FOUR_PARAMETER, data("ll4_perfect", "dose", "signal", ""), 0.95, EFFECTS);

        for (JsonNode row : expected.get("coefficients")) {
            check("", value(curve.coefficients(), row.get("term").stringValue()), row.get("estimate"), 1e-8);
        }
        assertThat(curve.flags()).contains(CurveFlag.PERFECT_FIT);
        assertThat(curve.se().values()).allMatch(se -> se.isNaN());
    }

    @Test
    void noDoseResponseIsNotFitted() {
        JsonNode expected = Reference.expected("potency/ll4_flat");

        FittedCurve curve =
                FittedCurve.of(CurveModel.FOUR_PARAMETER, data("ll4_flat", "dose", "signal", ""), 0.95, EFFECTS);

        assertThat(curve.identifiable()).isEqualTo(expected.get("identifiable").booleanValue());
        check("mean", curve.mean(), expected.get("mean"), 1e-12);
        check("sd", curve.sd(), expected.get("sd"), 1e-12);
        assertThat(curve.flags()).containsExactly(CurveFlag.NOT_IDENTIFIABLE);
        assertThat(curve.coefficients()).isEmpty();
        assertThatThrownBy(curve::required).isInstanceOf(BadInput.class);
    }

    @Test
    void responsesAllAlikeAreNotFitted() {
        FittedCurve curve = FittedCurve.of(
                CurveModel.FOUR_PARAMETER,
                DoseResponse.of(new double[] {1, 2, 4, 8, 16}, new double[] {3, 3, 3, 3, 3}),
                0.95,
                EFFECTS);

        assertThat(curve.identifiable()).isFalse();
    }

    @Test
    void fewerDosesThanParametersAreRefused() {
        DoseResponse three = DoseResponse.of(new double[] {1, 2, 4, 1, 2, 4}, new double[] {1, 2, 3, 1.1, 2.1, 2.9});

        assertThatThrownBy(() -> FittedCurve.of(CurveModel.FOUR_PARAMETER, three, 0.95, EFFECTS))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        refused -> assertThat(refused.fault().code()).isEqualTo(PotencyFault.TOO_FEW_DOSES));
    }

    @Test
    void unitsOfDoseAndResponseDoNotChangeTheCurve() {
        DoseResponse data = data("rp_plate", "dose", "signal", "");
        double[] dose = Arrays.stream(data.dose()).map(x -> 1e-6 * x).toArray();
        double[] response = Arrays.stream(data.response()).map(y -> 1e5 * y + 7).toArray();

        FittedCurve one = FittedCurve.of(CurveModel.FOUR_PARAMETER, data, 0.95, EFFECTS);
        FittedCurve other = FittedCurve.of(CurveModel.FOUR_PARAMETER, DoseResponse.of(dose, response), 0.95, EFFECTS);

        assertThat(value(other.coefficients(), "b")).isCloseTo(value(one.coefficients(), "b"), within(1e-8));
        assertThat(1e6 * value(other.coefficients(), "e")).isCloseTo(value(one.coefficients(), "e"), within(1e-6));
        assertThat((value(other.coefficients(), "d") - 7) / 1e5)
                .isCloseTo(value(one.coefficients(), "d"), within(1e-8));
    }

    @Test
    void aHookIsFlagged() {
        double[] dose = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
        double[] y = {0.1, 0.2, 0.6, 1.2, 1.7, 1.9, 1.2, 0.6, 0.12, 0.19, 0.58, 1.22, 1.68, 1.92, 1.21, 0.58};

        FittedCurve curve = FittedCurve.of(CurveModel.FOUR_PARAMETER, DoseResponse.of(dose, y), 0.95, EFFECTS);

        assertThat(curve.flags()).contains(CurveFlag.NOT_MONOTONE, CurveFlag.LACK_OF_FIT);
    }

    @Test
    void aWellFarFromItsCurveIsAnOutlier() {
        DoseResponse data = data("ll4_missing", "dose", "signal", "");
        double[] y = data.response().clone();
        y[6] += 0.4;

        FittedCurve curve = FittedCurve.of(CurveModel.FOUR_PARAMETER, DoseResponse.of(data.dose(), y), 0.95, EFFECTS);

        assertThat(curve.flags()).contains(CurveFlag.OUTLIER);
        assertThat(curve.points().get(6).outlier()).isTrue();
    }
}
