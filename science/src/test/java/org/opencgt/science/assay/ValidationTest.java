package org.opencgt.science.assay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.opencgt.science.statistics.Reference.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencgt.science.BadInput;
import org.opencgt.science.statistics.BinomialLink;
import org.opencgt.science.statistics.Reference;
import org.opencgt.science.table.Table;
import tools.jackson.databind.JsonNode;

/** Linearity, limits, accuracy and outliers against R (lm, glm, lmtest, MASS) and independent code. */
class ValidationTest {

    private static final double EXACT = 1e-9;
    /** R's glm reports the covariance of its last step but one, which is 2e-8 off. */
    private static final double LAGGING = 5e-8;

    private static Table table(String name) {
        return Reference.table("assay/validation/" + name + "/input.csv");
    }

    private static Pairs pairs(String name) {
        Table table = table(name);
        List<String> header = table.header();
        String x = header.getFirst();
        String y = header.getLast();
        return Pairs.of(table.numbers(x).values(), table.numbers(y).values());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lin_din32645",
                "lin_massart3",
                "lin_utstats14",
                "lin_cars_curved",
                "lin_stackloss_outlier",
                "lin_missing"
            })
    void linearity(String name) {
        JsonNode expected = Reference.expected("assay/validation/" + name);
        for (Linearity.Weighting weighting : Linearity.Weighting.values()) {
            JsonNode e = expected.get(weighting == Linearity.Weighting.X2 ? "weight_1/x^2" : "weight_" + weighting);
            if (e == null || e.isNull()) {
                continue;
            }
            Linearity found = Linearity.of(pairs(name), weighting, 0.95);
            check("low", found.rangeX()[0], expected.get("range_x").get(0), EXACT);
            check("high", found.rangeX()[1], expected.get("range_x").get(1), EXACT);
            check("n", found.n(), e.get("n"), 0);
            check("df", found.df(), e.get("df"), 0);
            check("intercept", found.intercept(), e.get("intercept"), EXACT);
            check("slope", found.slope(), e.get("slope"), EXACT);
            check("se", found.seIntercept(), e.get("se_intercept"), EXACT);
            check("se", found.seSlope(), e.get("se_slope"), EXACT);
            for (int i = 0; i < 2; i++) {
                check("ci", found.interceptCi()[i], e.get("intercept_ci").get(i), EXACT);
                check("ci", found.slopeCi()[i], e.get("slope_ci").get(i), EXACT);
            }
            check("sigma", found.sigma(), e.get("sigma"), EXACT);
            check("r2", found.rSquared(), e.get("r_squared"), EXACT);
            check("r", found.pearsonR(), e.get("pearson_r"), EXACT);
            check("rss", found.rss(), e.get("rss"), EXACT);
            Linearity.LodLoq limits = Objects.requireNonNull(found.lodLoq());
            check(
                    "lod",
                    limits.residualSd().lod(),
                    e.get("lod_loq").get("residual_sd").get("lod"),
                    EXACT);
            check(
                    "loq",
                    limits.residualSd().loq(),
                    e.get("lod_loq").get("residual_sd").get("loq"),
                    EXACT);
            check(
                    "lod",
                    limits.interceptSd().lod(),
                    e.get("lod_loq").get("intercept_sd").get("lod"),
                    EXACT);
            check(
                    "loq",
                    limits.interceptSd().loq(),
                    e.get("lod_loq").get("intercept_sd").get("loq"),
                    EXACT);
            if (weighting == Linearity.Weighting.NONE) {
                calibration(Objects.requireNonNull(found.calibration()), expected.get("chemCal"));
            }
            curvature(found.quadratic(), e.get("quadratic"), "quadratic");
            curvature(found.cubic(), e.get("cubic"), "cubic");
            Linearity.Mandel mandel = Objects.requireNonNull(found.mandel());
            check("mandel", mandel.f(), e.get("mandel").get("F"), 1e-8);
            check("mandel", mandel.df2(), e.get("mandel").get("df2"), 0);
            check("mandel", mandel.p(), e.get("mandel").get("p"), 1e-8);
            Linearity.LackOfFit lack = found.lackOfFit();
            if (e.has("lack_of_fit") && !e.get("lack_of_fit").isNull()) {
                Objects.requireNonNull(lack);
                check("lack", lack.f(), e.get("lack_of_fit").get("F"), 1e-8);
                check("lack", lack.df1(), e.get("lack_of_fit").get("df1"), 0);
                check("lack", lack.df2(), e.get("lack_of_fit").get("df2"), 0);
                check("lack", lack.p(), e.get("lack_of_fit").get("p"), 1e-8);
            } else {
                assertThat(lack).isNull();
            }
            if (e.has("residual_tests")) {
                residuals(Objects.requireNonNull(found.residualTests()), e.get("residual_tests"));
                robust(found.robustHuber(), e.get("robust_huber_k1.345"));
                robust(found.robustBisquare(), e.get("robust_bisquare_c4.685"));
            }
            if (weighting == Linearity.Weighting.NONE) {
                points(found.points(), Reference.table("assay/validation/" + name + "/expected_points.csv"));
            }
        }
    }

    /** The peer searches its limits by optimisation and stops at 1e-4; the inverse is exact. */
    private static void calibration(CalibrationLimits found, JsonNode e) {
        for (int i = 0; i < 2; i++) {
            check("lod", found.lodDefault()[i], e.get("lod_default").get(i), 5e-4);
            check("loq", found.loqDefault()[i], e.get("loq_default").get(i), 5e-4);
        }
        for (int i = 0; i < 3; i++) {
            check(
                    "inverse",
                    found.inverseAtMedianY()[i],
                    e.get("inverse_at_median_y").get(i),
                    EXACT);
        }
    }

    private static void curvature(Linearity.@Nullable Curvature found, JsonNode expected, String name) {
        Objects.requireNonNull(found);
        for (int i = 0; i < found.coefficients().length; i++) {
            check(name, found.coefficients()[i], expected.get("coefficients").get(i), 1e-8);
        }
        check(name, found.t(), expected.get(name + "_t"), 1e-8);
        check(name, found.p(), expected.get(name + "_p"), 1e-8);
    }

    private static void residuals(ResidualTests found, JsonNode e) {
        check("W", found.shapiro().w(), e.get("shapiro").get("W"), 1e-8);
        check("W p", found.shapiro().p(), e.get("shapiro").get("p"), 1e-7);
        JsonNode koenker = e.get("breusch_pagan_koenker");
        check("BP", found.breuschPaganKoenker().statistic(), koenker.get("BP"), 1e-8);
        check("BP p", found.breuschPaganKoenker().p(), koenker.get("p"), 1e-8);
        JsonNode original = e.get("breusch_pagan_original");
        check("BP", found.breuschPaganOriginal().statistic(), original.get("BP"), 1e-8);
        check("BP p", found.breuschPaganOriginal().p(), original.get("p"), 1e-8);
        check("DW", found.durbinWatson().statistic(), e.get("durbin_watson").get("DW"), EXACT);
        check("DW p", found.durbinWatson().p(), e.get("durbin_watson").get("p_greater"), 1e-5);
        JsonNode runs = e.get("runs");
        check("runs", found.runs().runs(), runs.get("runs"), 0);
        check("runs", found.runs().nPos(), runs.get("n_pos"), 0);
        check("runs", found.runs().nNeg(), runs.get("n_neg"), 0);
        check("runs", found.runs().z(), runs.get("z"), EXACT);
        check("runs", found.runs().p(), runs.get("p"), EXACT);
        check("rstudent", found.maxAbsRstudent(), e.get("max_abs_rstudent"), 1e-8);
        check("bonferroni", found.bonferroniOutlierP(), e.get("bonferroni_outlier_p"), 1e-8);
        check("cook", found.maxCook(), e.get("max_cook"), 1e-8);
    }

    private static void robust(@Nullable RobustLine found, JsonNode e) {
        if (e == null || e.isNull()) {
            return;
        }
        Objects.requireNonNull(found);
        check("intercept", found.intercept(), e.get("intercept"), 1e-7);
        check("slope", found.slope(), e.get("slope"), 1e-7);
        check("scale", found.scale(), e.get("scale"), 1e-7);
        check("se", found.se()[0], e.get("se").get(0), 1e-7);
        check("se", found.se()[1], e.get("se").get(1), 1e-7);
        assertThat(found.weightsMin()).isCloseTo(e.get("weights_min").doubleValue(), within(1e-7));
        assertThat(found.nDownweighted()).isEqualTo(e.get("n_downweighted").intValue());
    }

    private static void points(List<Linearity.Point> found, Table expected) {
        for (int i = 0; i < expected.rows(); i++) {
            Linearity.Point point = found.get(i);
            close(point.fitted(), expected.numbers("fitted").get(i));
            close(point.rstandard(), expected.numbers("rstandard").get(i));
            close(point.rstudent(), expected.numbers("rstudent").get(i));
            close(point.leverage(), expected.numbers("leverage").get(i));
            close(point.cook(), expected.numbers("cook").get(i));
            close(point.backCalculated(), expected.numbers("back_calculated").get(i));
            if (point.x() != 0) {
                close(point.recoveryPct(), expected.numbers("recovery_pct").get(i));
            }
        }
    }

    private static void close(double found, double expected) {
        assertThat(found).isCloseTo(expected, within(1e-9 + 1e-8 * Math.abs(expected)));
    }

    @ParameterizedTest
    @EnumSource(Linearity.Weighting.class)
    void aPerfectLineHasLimitsOfZeroAndNoTests(Linearity.Weighting weighting) {
        Linearity found = Linearity.of(pairs("lin_perfect"), weighting, 0.95);

        assertThat(found.slope()).isCloseTo(2, within(1e-12));
        assertThat(found.intercept()).isCloseTo(3, within(1e-12));
        assertThat(found.rSquared()).isEqualTo(1);
        assertThat(found.lod()).isZero();
        assertThat(found.residualTests()).isNull();
        assertThat(found.flags()).contains(AssayFlag.PERFECT_LINE);
    }

    @Test
    void aWeightAtZeroIsRefused() {
        assertThatThrownBy(() -> Linearity.of(
                        Pairs.of(new double[] {0, 1, 2}, new double[] {1, 2, 4}), Linearity.Weighting.X, 0.95))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        refused -> assertThat(refused.fault().code()).isEqualTo(AssayFault.WEIGHT_AT_ZERO));
    }

    @ParameterizedTest
    @CsvSource({
        "probit_qpcr_svc, copies, positive, PROBIT",
        "logit_qpcr_svc, copies, positive, LOGIT",
        "probit_typical, conc, pos, PROBIT"
    })
    void detectionLimitFromReplicates(String name, String x, String positives, BinomialLink link) {
        JsonNode e = Reference.expected("assay/validation/" + name);
        Table table = table(name);

        DetectionLimit found = DetectionLimit.of(
                table.numbers(x).values(),
                table.numbers(positives).values(),
                table.numbers("n").values(),
                link,
                0.95);

        check("levels", found.nLevelsUsed(), e.get("n_levels_used"), 0);
        check("intercept", found.intercept(), e.get("intercept"), 1e-8);
        check("slope", found.slope(), e.get("slope"), 1e-8);
        check("se", found.se()[0], e.get("se").get(0), LAGGING);
        check("se", found.se()[1], e.get("se").get(1), LAGGING);
        check("vcov", found.vcov().get(0)[1], e.get("vcov").get(0).get(1), LAGGING);
        check("deviance", found.deviance(), e.get("deviance"), 1e-8);
        check("df", found.df(), e.get("df"), 0);
        check("pearson", found.pearsonChisq(), e.get("pearson_chisq"), 1e-8);
        check("p", found.devianceP(), e.get("deviance_p"), 1e-8);
        check("loglik", found.loglik(), e.get("loglik"), 1e-8);
        for (int i = 0; i < e.get("lod").size(); i++) {
            JsonNode row = e.get("lod").get(i);
            DetectionLimit.Level level = found.lod().get(i);
            check("p", level.p(), row.get("p"), 0);
            check("log10", level.log10Lod(), row.get("log10_lod"), 1e-8);
            check("lod", level.lod(), row.get("lod"), 1e-8);
            check("se", level.seLog10Delta(), row.get("se_log10_delta"), LAGGING);
            check("lo", level.loDelta(), row.get("lo_delta"), LAGGING);
            check("hi", level.hiDelta(), row.get("hi_delta"), LAGGING);
            check("g", level.g(), row.get("g"), LAGGING);
            check("lo", level.loFieller(), row.get("lo_fieller"), LAGGING);
            check("hi", level.hiFieller(), row.get("hi_fieller"), LAGGING);
        }
    }

    @ParameterizedTest
    @EnumSource(BinomialLink.class)
    void noneThenAllHasNoSlopeButABracket(BinomialLink link) {
        JsonNode e = Reference.expected("assay/validation/probit_separation");
        Table table = table("probit_separation");

        DetectionLimit found = DetectionLimit.of(
                table.numbers("conc").values(),
                table.numbers("pos").values(),
                table.numbers("n").values(),
                link,
                0.95);

        assertThat(found.separated()).isEqualTo(e.get("separated").booleanValue());
        assertThat(found.mlExists()).isEqualTo(e.get("ml_exists").booleanValue());
        check("low", found.bracket()[0], e.get("bracket").get(0), 0);
        check("high", found.bracket()[1], e.get("bracket").get(1), 0);
        assertThat(found.lod95()).isNaN();
        assertThat(found.flags()).contains(AssayFlag.SEPARATED);
    }

    @Test
    void blankAndDetectionByTheClassicalApproach() {
        JsonNode e = Reference.expected("assay/validation/ep17_lob_lod");
        Table blank = Reference.table("assay/validation/ep17_lob_lod/input_blank.csv");
        Table low = Reference.table("assay/validation/ep17_lob_lod/input_low.csv");
        List<String> samples = new ArrayList<>();
        for (int i = 0; i < low.rows(); i++) {
            samples.add(Objects.requireNonNull(low.text("sample").get(i)));
        }

        BlankLimit found =
                BlankLimit.of(blank.numbers("y").values(), low.numbers("y").values(), samples);

        check("lob", found.lobNonparametric(), e.get("lob_nonparametric"), 1e-10);
        check("rank", found.lobRank(), e.get("lob_rank"), 1e-10);
        check("lob", found.lobParametric(), e.get("lob_parametric"), 1e-10);
        check("cp", found.cpBlank(), e.get("cp_blank"), 1e-10);
        check("sd", found.sdLowPooled(), e.get("sd_low_pooled"), 1e-10);
        check("cp", found.cpLow(), e.get("cp_low"), 1e-10);
        check("lod", found.lodFromNonparametric(), e.get("lod_from_nonparametric"), 1e-10);
        check("lod", found.lodFromParametric(), e.get("lod_from_parametric"), 1e-10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"accuracy_profile", "accuracy_missing"})
    void accuracy(String name) {
        JsonNode expected = Reference.expected("assay/validation/" + name);
        Table table = table(name);
        List<@Nullable String> series = new ArrayList<>();
        for (int i = 0; i < table.rows(); i++) {
            series.add(table.text("series").get(i));
        }

        List<AccuracyLevel> levels = AccuracyLevel.of(
                table.numbers("level").values(), table.numbers("y").values(), series, 0.95);

        assertThat(levels).hasSize(expected.size());
        for (AccuracyLevel level : levels) {
            JsonNode e = expected.get(Integer.toString((int) level.nominal()));
            check("n", level.n(), e.get("n"), 0);
            check("mean", level.mean(), e.get("mean"), EXACT);
            check("sd", level.sd(), e.get("sd"), EXACT);
            check("cv", level.cv(), e.get("cv"), EXACT);
            assertThat(level.bias()).isCloseTo(e.get("bias").doubleValue(), within(1e-12));
            assertThat(level.biasPct()).isCloseTo(e.get("bias_pct").doubleValue(), within(1e-12));
            check("recovery", level.recoveryMean(), e.get("recovery_mean"), EXACT);
            check("recovery", level.recoverySd(), e.get("recovery_sd"), EXACT);
            for (int i = 0; i < 2; i++) {
                check("ci", level.recoveryCi95()[i], e.get("recovery_ci95").get(i), EXACT);
                check("ci", level.recoveryCi90()[i], e.get("recovery_ci90").get(i), EXACT);
            }
            check("p", level.tTestP(), e.get("t_test_p"), EXACT);
            if (!e.has("mee")) {
                assertThat(level.series()).isNull();
                assertThat(level.flags()).contains(AssayFlag.UNBALANCED);
                continue;
            }
            AccuracyLevel.Series own = Objects.requireNonNull(level.series());
            check("series", own.series(), e.get("series"), 0);
            check("per series", own.perSeries(), e.get("per_series"), 0);
            check("ms", own.msBetween(), e.get("ms_between"), EXACT);
            check("ms", own.msWithin(), e.get("ms_within"), EXACT);
            check("var", own.varBetween(), e.get("var_between"), EXACT);
            check("var", own.varRepeatability(), e.get("var_repeatability"), EXACT);
            check("sd", own.sdRepeatability(), e.get("sd_repeatability"), EXACT);
            check("sd", own.sdIntermediate(), e.get("sd_intermediate"), EXACT);
            AccuracyLevel.Mee mee = Objects.requireNonNull(own.mee());
            check("R", mee.r(), e.get("mee").get("R"), EXACT);
            check("B", mee.b(), e.get("mee").get("B"), EXACT);
            check("nu", mee.nu(), e.get("mee").get("nu"), EXACT);
            check("k", mee.k(), e.get("mee").get("k"), EXACT);
            check("lo", mee.lo(), e.get("mee").get("lo"), EXACT);
            check("hi", mee.hi(), e.get("mee").get("hi"), EXACT);
            check("lo", mee.loBiasPct(), e.get("mee").get("lo_bias_pct"), EXACT);
            check("hi", mee.hiBiasPct(), e.get("mee").get("hi_bias_pct"), EXACT);
            check("total", level.totalError(), e.get("total_error_1.96"), EXACT);
        }
    }

    @Test
    void outliers() {
        JsonNode expected = Reference.expected("assay/validation/outlier_tests");
        Table table = table("outlier_tests");
        Map<String, List<Double>> sets = new LinkedHashMap<>();
        for (int i = 0; i < table.rows(); i++) {
            sets.computeIfAbsent(Objects.requireNonNull(table.text("set").get(i)), unseen -> new ArrayList<>())
                    .add(table.numbers("value").get(i));
        }
        sets.forEach((name, values) -> {
            JsonNode e = expected.get("grubbs").get(name);
            OutlierTest found = OutlierTest.grubbs(
                    name, values.stream().mapToDouble(Double::doubleValue).toArray());
            check("G", found.statistic(), e.get("G"), EXACT);
            check("index", found.index(), e.get("index"), 0);
            check("p", found.p(), e.get("p_two_sided"), 1e-8);
            check("critical", found.critical(), e.get("critical_0.05"), EXACT);
        });
        Table cochran = Reference.table("assay/validation/outlier_tests/input_cochran.csv");
        OutlierTest found =
                OutlierTest.cochran("variances", cochran.numbers("variance").values(), (int)
                        cochran.numbers("n").get(0));
        check("C", found.statistic(), expected.get("cochran").get("C"), EXACT);
        check("p", found.p(), expected.get("cochran").get("p"), EXACT);
        check("critical", found.critical(), expected.get("cochran").get("critical_0.05"), EXACT);
    }
}
