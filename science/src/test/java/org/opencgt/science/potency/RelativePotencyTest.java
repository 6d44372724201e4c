package org.opencgt.science.potency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.opencgt.science.statistics.Reference.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencgt.science.BadInput;
import org.opencgt.science.potency.RelativePotency.CurveDetails;
import org.opencgt.science.potency.RelativePotency.FRatio;
import org.opencgt.science.potency.RelativePotency.LineDetails;
import org.opencgt.science.potency.RelativePotency.QuantalDetails;
import org.opencgt.science.potency.RelativePotency.SlopePair;
import org.opencgt.science.statistics.BinomialLink;
import org.opencgt.science.statistics.Reference;
import org.opencgt.science.table.Table;
import org.opencgt.science.table.TextColumn;
import tools.jackson.databind.JsonNode;

class RelativePotencyTest {

    private static List<@Nullable String> texts(Table table, String column) {
        TextColumn texts = table.text(column);
        List<@Nullable String> list = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            list.add(texts.get(i));
        }
        return list;
    }

    private static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }

    @ParameterizedTest
    @CsvSource({"rp_dnase", "rp_plate", "rp_plate_nonparallel", "rp_plate_5pl", "rp_salba"})
    void parallelCurves(String name) {
        JsonNode parameters = org.opencgt.science.output.Json.mapper()
                .readTree(text("potency/" + name + "/expected.json"))
                .get("params");
        JsonNode expected = Reference.expected("potency/" + name);
        Table table = Reference.table("potency/" + name + "/input.csv");
        List<Preparation> preparations = Preparation.of(
                texts(table, parameters.get("curve").stringValue()),
                parameters.get("reference").stringValue(),
                table.numbers(parameters.get("x").stringValue()).values(),
                table.numbers(parameters.get("y").stringValue()).values(),
                ones(table.rows()));
        CurveModel model = parameters.get("model").stringValue().equals("5PL")
                ? CurveModel.FIVE_PARAMETER
                : CurveModel.FOUR_PARAMETER;

        List<RelativePotency> found = ParallelCurves.of(model, preparations, 0.95, Margins.USUAL);

        RelativePotency first = found.getFirst();
        check("n", first.n(), expected.get("n"), 0);
        CurveDetails details = (CurveDetails) first.details();
        model(details.unconstrained(), expected.get("unconstrained"));
        model(details.constrained(), expected.get("constrained"));
        check("nonparallel ss", details.nonparallelSs(), expected.get("nonparallel_ss"), 1e-8);
        JsonNode f = expected.get("parallelism_F");
        check("F", Objects.requireNonNull(first.parallelism().f()), f.get("F"), 1e-8);
        check("df1", Objects.requireNonNull(first.parallelism().df1()), f.get("df1"), 0);
        check("df2", Objects.requireNonNull(first.parallelism().df2()), f.get("df2"), 0);
        check("p", first.parallelism().p(), f.get("p"), 1e-7);
        JsonNode chisq = expected.get("parallelism_chisq");
        check("chisq", value(first.parallelism().chisq()), chisq.get("chisq"), 1e-8);
        check("chisq df", Objects.requireNonNull(first.parallelism().df()), chisq.get("df"), 0);
        check("chisq p", value(first.parallelism().chisqP()), chisq.get("p"), 1e-7);
        for (JsonNode row : expected.get("relative_potency")) {
            RelativePotency rp = of(found, row.get("test").stringValue());
            check("rp", rp.rp(), row.get("rp"), 1e-8);
            check("log_rp", rp.logRp(), row.get("log_rp"), 1e-8);
            check("se_log_rp", rp.seLogRp(), row.get("se_log_rp"), 1e-7);
            check("se observed", value(rp.seLogRpObservedHessian()), row.get("se_log_rp_observed_hessian"), 1e-7);
            check("lo_delta_log", rp.loDelta(), row.get("lo_delta_log"), 1e-8);
            check("hi_delta_log", rp.hiDelta(), row.get("hi_delta_log"), 1e-8);
            check("lo_fieller", rp.loFieller(), row.get("lo_fieller"), 1e-8);
            check("hi_fieller", rp.hiFieller(), row.get("hi_fieller"), 1e-8);
            check("lo_delta_raw", value(rp.loDeltaRaw()), row.get("lo_delta_raw"), 1e-8);
            check("hi_delta_raw", value(rp.hiDeltaRaw()), row.get("hi_delta_raw"), 1e-8);
            check("lo_delta_raw_observed", value(rp.loDeltaRawObserved()), row.get("lo_delta_raw_observed"), 1e-8);
            check("hi_delta_raw_observed", value(rp.hiDeltaRawObserved()), row.get("hi_delta_raw_observed"), 1e-8);
            check("lo_profile", value(rp.loProfile()), row.get("lo_profile"), 1e-8);
            check("hi_profile", value(rp.hiProfile()), row.get("hi_profile"), 1e-8);
        }
        for (JsonNode row : expected.get("parameter_equivalence")) {
            ParameterEquivalence parameter = Objects.requireNonNull(Objects.requireNonNull(
                            of(found, row.get("test").stringValue()).equivalence())
                    .parameters()
                    .get(row.get("parameter").stringValue()));
            check("ratio", parameter.ratio(), row.get("ratio"), 1e-8);
            check("lo90_fieller", parameter.lo90Fieller(), row.get("lo90_fieller"), 1e-8);
            check("hi90_fieller", parameter.hi90Fieller(), row.get("hi90_fieller"), 1e-8);
            check("g", parameter.g(), row.get("g"), 1e-7);
            check("lo90_delta", parameter.lo90Delta(), row.get("lo90_delta"), 1e-8);
            check("hi90_delta", parameter.hi90Delta(), row.get("hi90_delta"), 1e-8);
            check("difference", parameter.difference(), row.get("difference"), 1e-7);
            check("se_difference", parameter.seDifference(), row.get("se_difference"), 1e-7);
            check("lo90_diff", parameter.lo90Diff(), row.get("lo90_diff"), 1e-7);
            check("hi90_diff", parameter.hi90Diff(), row.get("hi90_diff"), 1e-7);
            assertThat(parameter.equivalentFieller())
                    .isEqualTo(row.get("equivalent_fieller").booleanValue());
        }
        JsonNode drc = expected.get("peer_drc");
        assertThat(details.unconstrained().rss())
                .isLessThanOrEqualTo(drc.get("rss_unconstrained").doubleValue() * (1 + 1e-12));
        assertThat(details.constrained().rss())
                .isLessThanOrEqualTo(drc.get("rss_constrained").doubleValue() * (1 + 1e-12));
    }

    private static String text(String file) {
        try (java.io.InputStream in =
                Objects.requireNonNull(RelativePotencyTest.class.getResourceAsStream("/reference/" + file))) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void model(ModelFit fit, JsonNode expected) {
        check("df", fit.df(), expected.get("df"), 0);
        check("rss", fit.rss(), expected.get("rss"), 1e-10);
        check("sigma", fit.sigma(), expected.get("sigma"), 1e-10);
        int j = 0;
        for (JsonNode row : expected.get("coefficients")) {
            ModelFit.Term term = fit.coefficients().get(j++);
            assertThat(term.term()).isEqualTo(row.get("term").stringValue());
            check(term.term(), term.estimate(), row.get("estimate"), 1e-7);
            check("se " + term.term(), term.se(), row.get("se"), 1e-7);
            check("lo " + term.term(), term.lo(), row.get("lo"), 1e-7);
            check("hi " + term.term(), term.hi(), row.get("hi"), 1e-7);
            check("observed " + term.term(), term.seObservedHessian(), row.get("se_observed_hessian"), 1e-6);
        }
        if (expected.has("vcov")) {
            for (int i = 0; i < fit.vcov().size(); i++) {
                for (int k = 0; k < fit.vcov().size(); k++) {
                    check(
                            "vcov",
                            fit.vcov().get(i)[k],
                            expected.get("vcov").get(i).get(k),
                            1e-6);
                }
            }
        }
    }

    private static RelativePotency of(List<RelativePotency> found, String test) {
        return found.stream().filter(rp -> rp.test().equals(test)).findFirst().orElseThrow();
    }

    private static double value(@Nullable Double value) {
        return Objects.requireNonNull(value);
    }

    private static LineAssay lines(String name, String preparation, String reference, String y, String block) {
        Table table = Reference.table("potency/" + name + "/input.csv");
        return LineAssay.of(
                texts(table, preparation),
                block.isEmpty() ? null : texts(table, block),
                reference,
                table.numbers("dose").values(),
                table.numbers(y).values());
    }

    @ParameterizedTest
    @CsvSource({"pla_3x3, prep, S, y, ''", "pla_assay_blocks, sample, a, logDens, block"})
    void parallelLines(String name, String preparation, String reference, String y, String block) {
        JsonNode expected = Reference.expected("potency/" + name);

        List<RelativePotency> found =
                ParallelLines.of(lines(name, preparation, reference, y, block), 0.95, Margins.USUAL);

        LineDetails details = (LineDetails) found.getFirst().details();
        check("n", found.getFirst().n(), expected.get("n"), 0);
        JsonNode model = expected.get("common_slope_model");
        check("df", details.commonSlopeModel().df(), model.get("df"), 0);
        check("sigma", details.commonSlopeModel().sigma(), model.get("sigma"), 1e-9);
        for (int j = 0; j < model.get("terms").size(); j++) {
            ModelFit.Term term = details.commonSlopeModel().coefficients().get(j);
            check(term.term(), term.estimate(), model.get("estimate").get(j), 1e-9);
            check("se " + term.term(), term.se(), model.get("se").get(j), 1e-9);
        }
        for (JsonNode row : expected.get("relative_potency")) {
            RelativePotency rp = of(found, row.get("test").stringValue());
            check("log_rp", rp.logRp(), row.get("log_rp"), 1e-9);
            check("rp", rp.rp(), row.get("rp"), 1e-9);
            check("g", rp.g(), row.get("g"), 1e-9);
            check("lo_fieller", rp.loFieller(), row.get("lo_fieller"), 1e-9);
            check("hi_fieller", rp.hiFieller(), row.get("hi_fieller"), 1e-9);
            check("se_log_delta", rp.seLogRp(), row.get("se_log_delta"), 1e-9);
            check("lo_delta", rp.loDelta(), row.get("lo_delta"), 1e-9);
            check("hi_delta", rp.hiDelta(), row.get("hi_delta"), 1e-9);
        }
        for (JsonNode row : expected.get("slopes")) {
            SlopePair pair = Objects.requireNonNull(
                    ((LineDetails) of(found, row.get("test").stringValue()).details()).slopes());
            check("slope_ref", pair.slopeRef(), row.get("slope_ref"), 1e-9);
            check("slope_test", pair.slopeTest(), row.get("slope_test"), 1e-9);
            check("slope_difference", pair.slopeDifference(), row.get("slope_difference"), 1e-9);
            check("se", pair.se(), row.get("se"), 1e-9);
            check("lo90", pair.lo90(), row.get("lo90"), 1e-9);
            check("hi90", pair.hi90(), row.get("hi90"), 1e-9);
            check("slope_ratio", pair.slopeRatio(), row.get("slope_ratio"), 1e-9);
            check("ratio_lo90_fieller", pair.ratioLo90Fieller(), row.get("ratio_lo90_fieller"), 1e-9);
            check("ratio_hi90_fieller", pair.ratioHi90Fieller(), row.get("ratio_hi90_fieller"), 1e-9);
        }
        JsonNode anova = expected.get("anova");
        check("residual_ms", details.anova().residualMs(), anova.get("residual_ms"), 1e-9);
        check("residual_df", details.anova().residualDf(), anova.get("residual_df"), 0);
        ratio(details.anova().nonParallelism(), anova.get("non_parallelism"));
        ratio(details.anova().nonLinearity(), anova.get("non_linearity"));
        check(
                "regression F",
                details.anova().regression().f(),
                anova.get("regression_F").get("F"),
                1e-9);
        check(
                "regression p",
                details.anova().regression().p(),
                anova.get("regression_F").get("p"),
                1e-8);
        for (int i = 0; i < anova.get("sequential").size(); i++) {
            JsonNode row = anova.get("sequential").get(i);
            check("df", details.anova().sequential().get(i).df(), row.get("df"), 0);
            check("ss", details.anova().sequential().get(i).ss(), row.get("ss"), 1e-9);
        }
    }

    private static void ratio(FRatio found, JsonNode expected) {
        check("F", found.f(), expected.get("F"), 1e-9);
        check("df1", found.df1(), expected.get("df1"), 0);
        check("p", found.p(), expected.get("p"), 1e-9);
    }

    @Test
    void aSlopeThatIsNotSignificantGivesNoBoundedInterval() {
        JsonNode expected = Reference.expected("potency/pla_fieller_unbounded");

        RelativePotency rp = ParallelLines.of(lines("pla_fieller_unbounded", "prep", "S", "y", ""), 0.95, Margins.USUAL)
                .getFirst();

        LineDetails details = (LineDetails) rp.details();
        check("g", rp.g(), expected.get("g"), 1e-9);
        check("slope", details.slope(), expected.get("slope"), 1e-9);
        check("se_slope", details.seSlope(), expected.get("se_slope"), 1e-9);
        assertThat(rp.loFieller()).isNaN();
        assertThat(rp.flags()).contains(PotencyFlag.FIELLER_UNBOUNDED);
    }

    @ParameterizedTest
    @CsvSource({"quantal_insulin_probit, PROBIT", "quantal_insulin_logit, LOGIT"})
    void responders(String name, BinomialLink link) {
        JsonNode expected = Reference.expected("potency/" + name);
        Table table = Reference.table("potency/" + name + "/input.csv");

        RelativePotency rp = QuantalAssay.of(
                        lines(name, "prep", "standard", "convulsions", ""),
                        table.numbers("n").values(),
                        link,
                        0.95,
                        Margins.USUAL)
                .getFirst();

        QuantalDetails details = (QuantalDetails) rp.details();
        for (int j = 0; j < 3; j++) {
            check(
                    "b",
                    details.coefficients().get(j).estimate(),
                    expected.get("coefficients").get(j),
                    1e-8);
            check("se", details.coefficients().get(j).se(), expected.get("se").get(j), 1e-8);
            for (int i = 0; i < 3; i++) {
                check(
                        "vcov",
                        details.vcov().get(i)[j],
                        expected.get("vcov").get(i).get(j),
                        1e-8);
            }
        }
        check("deviance", details.deviance(), expected.get("deviance"), 1e-8);
        check("df", details.df(), expected.get("df"), 0);
        check("pearson", details.pearsonChisq(), expected.get("pearson_chisq"), 1e-8);
        check("heterogeneity", details.heterogeneity(), expected.get("heterogeneity"), 1e-8);
        check("loglik", details.loglik(), expected.get("loglik"), 1e-8);
        JsonNode parallel = expected.get("parallelism_lr");
        check("chisq", Objects.requireNonNull(rp.parallelism().chisq()), parallel.get("chisq"), 1e-8);
        check("df", Objects.requireNonNull(rp.parallelism().df()), parallel.get("df"), 0);
        check("p", rp.parallelism().p(), parallel.get("p"), 1e-8);
        check("log_rp", rp.logRp(), expected.get("log_rp"), 1e-8);
        check("rp", rp.rp(), expected.get("rp"), 1e-8);
        check("g", rp.g(), expected.get("g"), 1e-8);
        check("lo_fieller", rp.loFieller(), expected.get("lo_fieller"), 1e-8);
        check("hi_fieller", rp.hiFieller(), expected.get("hi_fieller"), 1e-8);
        check("lo_delta", rp.loDelta(), expected.get("lo_delta"), 1e-8);
        check("hi_delta", rp.hiDelta(), expected.get("hi_delta"), 1e-8);
        for (int i = 0; i < 2; i++) {
            JsonNode row = expected.get("ed50").get(i);
            check("log_ed50", details.ed50().get(i).logEd50(), row.get("log_ed50"), 1e-8);
            check("ed50", details.ed50().get(i).ed50(), row.get("ed50"), 1e-8);
            check("se_log", details.ed50().get(i).seLog(), row.get("se_log"), 1e-8);
        }
    }

    @Test
    void dosesThatSeparateRespondersAreRefused() {
        LineAssay assay = LineAssay.of(
                List.of("S", "S", "S", "T", "T", "T"), null, "S", new double[] {1, 2, 4, 1, 2, 4}, new double[] {
                    0, 0, 10, 0, 0, 10
                });

        for (BinomialLink link : BinomialLink.values()) {
            assertThatThrownBy(() ->
                            QuantalAssay.of(assay, new double[] {10, 10, 10, 10, 10, 10}, link, 0.95, Margins.USUAL))
                    .isInstanceOfSatisfying(
                            BadInput.class,
                            refused -> assertThat(refused.fault().code()).isEqualTo(PotencyFault.SEPARATED));
        }
    }

    @Test
    void slopeRatio() {
        JsonNode expected = Reference.expected("potency/slope_ratio_methionine");

        SlopeRatio ratio = SlopeRatio.of(lines("slope_ratio_methionine", "product", "DLM", "gain", ""), 0.95)
                .getFirst();

        assertThat(ratio.test()).isEqualTo("MHA");
        for (int j = 0; j < 3; j++) {
            check("b", ratio.coefficients()[j], expected.get("coefficients").get(j), 1e-9);
            check("se", ratio.se()[j], expected.get("se").get(j), 1e-9);
        }
        check("df", ratio.df(), expected.get("df"), 0);
        check("sigma", ratio.sigma(), expected.get("sigma"), 1e-9);
        check("rp", ratio.rp(), expected.get("rp"), 1e-9);
        check("g", ratio.g(), expected.get("g"), 1e-9);
        check("lo", ratio.loFieller(), expected.get("lo_fieller"), 1e-9);
        check("hi", ratio.hiFieller(), expected.get("hi_fieller"), 1e-9);
    }

    /** A test that is the reference diluted k-fold has the potency 1/k, in every model. */
    @ParameterizedTest
    @CsvSource({"2", "0.25"})
    void aDilutionHasThePotencyOfItsFactor(double factor) {
        Random random = new Random(5);
        double[] dose =
                IntStream.range(0, 16).mapToDouble(i -> Math.pow(3, i / 2)).toArray();
        double[] y = Arrays.stream(dose)
                .map(x -> 1 + 4 / (1 + Math.pow(x / 40, -1.3)) + 0.02 * random.nextGaussian())
                .toArray();
        List<@Nullable String> names = new ArrayList<>();
        double[] doses = new double[32];
        double[] responses = new double[32];
        for (int i = 0; i < 32; i++) {
            names.add(i < 16 ? "REF" : "T");
            doses[i] = i < 16 ? dose[i] : dose[i - 16] * factor;
            responses[i] = y[i % 16];
        }

        RelativePotency curve = ParallelCurves.of(
                        CurveModel.FOUR_PARAMETER,
                        Preparation.of(names, "REF", doses, responses, ones(32)),
                        0.95,
                        Margins.USUAL)
                .getFirst();
        RelativePotency line = ParallelLines.of(LineAssay.of(names, null, "REF", doses, responses), 0.95, Margins.USUAL)
                .getFirst();

        assertThat(curve.rp()).isCloseTo(1 / factor, within(1e-8 / factor));
        assertThat(line.rp()).isCloseTo(1 / factor, within(1e-8 / factor));
        assertThat(curve.parallelism().p()).isGreaterThan(0.999);
    }

    @Test
    void withoutAReferenceThereIsNoRelativePotency() {
        assertThatThrownBy(() ->
                        Preparation.of(List.of("A", "B"), "REF", new double[] {1, 2}, new double[] {1, 2}, ones(2)))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        refused -> assertThat(refused.fault().code()).isEqualTo(PotencyFault.NO_REFERENCE));
    }
}
