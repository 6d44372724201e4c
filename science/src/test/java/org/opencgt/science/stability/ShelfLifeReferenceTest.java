package org.opencgt.science.stability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.opencgt.science.stability.StabilityReference.close;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencgt.science.statistics.FTest;
import org.opencgt.science.table.Table;
import org.opencgt.science.table.TextColumn;
import tools.jackson.databind.JsonNode;

/**
 * All figures of the reference cases. They are to 1e-9; sums of squares that R takes from a decomposition of an ill-scaled matrix have
 * some roundings more.
 */
class ShelfLifeReferenceTest {

    private static final double TOLERANCE = 1e-9;
    /** Small sums of squares carry the rounding of large ones. */
    private static final double OF_SUMS = 1e-8;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "q1e_cics",
                "q1e_dics",
                "q1e_dids",
                "q1e_six_batches",
                "q1e_single_batch",
                "q1e_upper",
                "q1e_two_sided",
                "q1e_first_order_log",
                "q1e_missing",
                "q1e_no_crossing",
                "q1e_fails_at_start"
            })
    void everyFigureAgrees(String name) {
        JsonNode given = StabilityReference.json(name);
        JsonNode params = given.get("params");
        JsonNode expected = given.get("expected");
        Table limits = StabilityReference.table(name, "expected_limits.csv");
        double[] times =
                Arrays.stream(limits.numbers("time").values()).distinct().toArray();

        ShelfLife found = ShelfLife.of(data(name, params), plan(params), times);

        assertThat(found.n()).isEqualTo(expected.get("n").intValue());
        assertThat(found.nMissing()).isEqualTo(expected.get("n_missing").intValue());
        if (expected.has("ancova")) {
            poolability(Objects.requireNonNull(found.ancova()), expected.get("ancova"));
            assertThat(found.model())
                    .hasToString(expected.get("ancova").get("decision_q1e").stringValue());
        } else {
            assertThat(found.ancova()).isNull();
            assertThat(found.model()).isEqualTo(ModelKind.SINGLE);
        }
        assertThat(found.models()).hasSameSizeAs(expected.get("models").properties());
        expected.get("models").forEach(model -> model(found, model));
        limits(found, limits);
    }

    private static void poolability(Poolability found, JsonNode expected) {
        test("slopes", found.slopes(), expected.get("slopes"));
        test("intercepts", found.intercepts(), expected.get("intercepts_full_mse"));
        test("intercepts", found.interceptsCommonSlopeMse(), expected.get("intercepts_common_slope_mse"));
        test("coincidence", found.coincidence(), expected.get("coincidence"));
        sources(found.typeOneTimeFirst(), expected.get("type1_time_first"));
        sources(found.typeOneBatchFirst(), expected.get("type1_batch_first_as_expirest"));
    }

    private static void test(String what, FTest found, JsonNode expected) {
        close(what, found.f(), expected.get("F"), OF_SUMS);
        close(what, found.p(), expected.get("p"), OF_SUMS);
        assertThat(found.df1()).isEqualTo(expected.get("df1").intValue());
        assertThat(found.df2()).isEqualTo(expected.get("df2").intValue());
    }

    private static void sources(List<Poolability.Source> found, JsonNode expected) {
        assertThat(found).hasSize(expected.size());
        for (int i = 0; i < found.size(); i++) {
            Poolability.Source row = found.get(i);
            JsonNode other = expected.get(i);
            assertThat(row.df()).isEqualTo(other.get("df").intValue());
            close(row.term() + " ss", row.ss(), other.get("ss"), OF_SUMS);
            close(row.term() + " ms", row.ms(), other.get("ms"), OF_SUMS);
            close(row.term() + " f", row.f(), other.get("F"), OF_SUMS);
            close(row.term() + " p", row.p(), other.get("p"), OF_SUMS);
        }
    }

    private static void model(ShelfLife found, JsonNode expected) {
        String name = expected.get("model").stringValue();
        StabilityModel model = Objects.requireNonNull(found.models().get(name));
        close(name + " sigma", model.sigma(), expected.get("sigma"), TOLERANCE);
        if (expected.get("df").isNull()) {
            assertThat(model.df()).isNull();
        } else {
            assertThat(model.df()).isEqualTo(expected.get("df").intValue());
        }
        close(name + " rss", model.rss(), expected.get("rss"), TOLERANCE);
        close(name + " aic", model.aic(), expected.get("aic"), TOLERANCE);
        close(name + " bic", model.bic(), expected.get("bic"), TOLERANCE);
        close(name + " r2", model.rSquared(), expected.get("r_squared"), TOLERANCE);
        close(name + " worst", model.shelfLife(), expected.get("shelf_life_worst"), TOLERANCE);
        close(name + " floor", model.shelfLifeMonthsFloor(), expected.get("shelf_life_months_floor"), 0);
        assertThat(model.worstBatch()).isEqualTo(expected.get("worst_batch").stringValue());
        assertThat(model.batches()).hasSize(expected.get("batches").size());
        for (int i = 0; i < model.batches().size(); i++) {
            batch(name, model.batches().get(i), expected.get("batches").get(i));
        }
    }

    private static void batch(String model, BatchLine line, JsonNode expected) {
        String what = model + " " + line.batch() + " ";
        assertThat(line.batch()).isEqualTo(expected.get("batch").stringValue());
        close(what + "intercept", line.intercept(), expected.get("intercept"), TOLERANCE);
        close(what + "slope", line.slope(), expected.get("slope"), TOLERANCE);
        close(what + "se_intercept", line.seIntercept(), expected.get("se_intercept"), TOLERANCE);
        close(what + "se_slope", line.seSlope(), expected.get("se_slope"), TOLERANCE);
        close(what + "cov", line.cov(), expected.get("cov"), TOLERANCE);
        assertThat(line.df()).isEqualTo(expected.get("df").intValue());
        close(what + "sigma", line.sigma(), expected.get("sigma"), TOLERANCE);
        close(what + "t", line.tQuantile(), expected.get("t_quantile"), TOLERANCE);
        shelfLife(what + "lower", line.shelfLifeLower(), expected.get("shelf_life_lower"));
        shelfLife(what + "upper", line.shelfLifeUpper(), expected.get("shelf_life_upper"));
        assertThat(Set.of(
                        "batch",
                        "intercept",
                        "slope",
                        "se_intercept",
                        "se_slope",
                        "cov",
                        "df",
                        "sigma",
                        "t_quantile",
                        "shelf_life_lower",
                        "shelf_life_upper"))
                .containsAll(expected.propertyNames());
    }

    private static void shelfLife(String what, @Nullable Double found, @Nullable JsonNode expected) {
        if (expected == null) {
            assertThat(found).as(what).isNull();
        } else {
            close(what, Objects.requireNonNull(found), expected, TOLERANCE);
        }
    }

    private static void limits(ShelfLife found, Table expected) {
        TextColumn models = expected.text("model");
        TextColumn batches = expected.text("batch");
        for (int row = 0; row < expected.rows(); row++) {
            String model = models.get(row);
            String batch = batches.get(row);
            double time = expected.numbers("time").get(row);
            LimitAt limit = found.predictions().stream()
                    .filter(each -> each.model().toString().equals(model)
                            && each.batch().equals(batch)
                            && each.time() == time)
                    .findFirst()
                    .orElseThrow();
            assertThat(new double[] {limit.fit(), limit.lower(), limit.upper()})
                    .containsExactly(
                            new double[] {
                                expected.numbers("fit").get(row),
                                expected.numbers("lower").get(row),
                                expected.numbers("upper").get(row)
                            },
                            within(TOLERANCE * Math.abs(expected.numbers("fit").get(row))));
        }
    }

    private static ShelfLifePlan plan(JsonNode params) {
        JsonNode limit = params.get("spec_limit");
        List<Double> limits = new ArrayList<>();
        if (limit.isArray()) {
            limit.forEach(each -> limits.add(each.doubleValue()));
        } else {
            limits.add(limit.doubleValue());
        }
        Specification.Side side = Specification.Side.valueOf(upper(params.get("side")));
        return new ShelfLifePlan(
                Specification.of(limits, side),
                ShelfLifePlan.Interval.valueOf(upper(params.get("interval")).replace('.', '_')),
                params.get("confidence").doubleValue(),
                params.get("poolability_alpha").doubleValue(),
                scale(params.get("xform_time_response").get(0)),
                0,
                scale(params.get("xform_time_response").get(1)));
    }

    private static Transformation scale(JsonNode name) {
        return name.stringValue().equals("no") ? Transformation.NONE : Transformation.valueOf(upper(name));
    }

    private static String upper(JsonNode text) {
        return text.stringValue().toUpperCase(Locale.ROOT);
    }

    private static StabilityData data(String name, JsonNode params) {
        Table table = StabilityReference.table(name, "input.csv");
        TextColumn batches = table.text(params.get("batch").stringValue());
        List<@Nullable String> names = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            names.add(batches.get(row));
        }
        return StabilityData.of(
                names,
                table.numbers(params.get("time").stringValue()).values(),
                table.numbers(params.get("response").stringValue()).values());
    }
}
