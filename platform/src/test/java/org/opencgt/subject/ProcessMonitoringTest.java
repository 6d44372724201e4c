package org.opencgt.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.opencgt.act.Ref;
import org.opencgt.act.States;
import org.opencgt.act.Subject;
import org.opencgt.subject.MonitoringPlan.Attribute;
import org.opencgt.subject.MonitoringPlan.Chart;
import org.opencgt.subject.MonitoringPlan.RunRules;
import org.opencgt.subject.MonitoringPlan.Source;
import org.opencgt.subject.ProcessMonitoring.Control;
import org.opencgt.subject.ProcessMonitoring.Line;
import org.opencgt.subject.ProcessMonitoring.Lot;
import org.opencgt.subject.ProcessMonitoring.Rule;
import org.opencgt.subject.ProcessMonitoring.Signal;

/** What the engines find of monitored lots, wherever their numbers stand. */
class ProcessMonitoringTest {

    private static final Ref<Product> PRODUCT = new Ref<>("product", "T1");
    private static final Ref<Batch> BATCH = new Ref<>("batch", "B1");
    private static final Ref<Collection> COLLECTION = new Ref<>("collection", "C1");
    private static final Instant NOW = Instant.parse("2026-03-09T02:30:00Z");
    private static final double[] BASELINE = {10, 12, 11, 9, 10, 12};

    /** Moving ranges 2, 1, 2, 1, 2: mean 1.6; σ = 1.6 / 1.128379; centre 64/6. */
    @Test
    void limitsComeFromTheBaselineAlone() {
        Line line = line(control(lots(10, 12, 11, 9, 10, 12, 30), Map.of()));
        assertThat(number(line.center())).isCloseTo(64.0 / 6, within(1e-12));
        assertThat(number(line.sigma())).isCloseTo(1.6 / 1.1283791670955126, within(1e-9));
        assertThat(number(line.ucl())).isCloseTo(64.0 / 6 + 3 * 1.6 / 1.1283791670955126, within(1e-9));
    }

    @Test
    void aLotBeyondItsLimitSignalsUntilItIsAnswered() {
        List<Lot> lots = lots(10, 12, 11, 9, 10, 12, 30);
        Signal signal = new Signal("viability", "L7", Rule.NELSON_1);
        ProcessMonitoring monitoring = monitoring(lots);
        assertThat(monitoring.control(states(Map.of())).open()).containsExactly(signal);

        ProcessMonitoring answered = monitoring.answered(new ProcessMonitoring.Answer(
                List.of(signal), ProcessMonitoring.Cause.COMMON, null, "Seen before", NOW));
        Control control = answered.control(states(Map.of()));
        assertThat(control.inControl()).isTrue();
        assertThat(control.signals()).containsExactly(signal);
    }

    @Test
    void runRulesWaitForTheBaselineAndLimitsDoNot() {
        Control control = control(lots(10, 12, 30), Map.of(PRODUCT, product("viability", null, "20")));
        assertThat(control.baselineComplete()).isFalse();
        assertThat(control.open()).containsExactly(new Signal("viability", "L3", Rule.SPECIFICATION));
    }

    @Test
    void theNumberOfABatchIsReadFromTheBatchAsItStands() {
        List<Lot> lots = new ArrayList<>(lots(BASELINE));
        lots.add(new Lot("B1", BATCH, null, null, "1 L", null, List.of(), List.of(), NOW));
        assertThat(control(lots, Map.of(BATCH, batch("11"))).inControl()).isTrue();

        Control corrected = control(lots, Map.of(BATCH, batch("31")));
        assertThat(corrected.open()).containsExactly(new Signal("viability", "B1", Rule.NELSON_1));
        assertThat(Objects.requireNonNull(corrected.lots().get("B1")).values())
                .containsEntry("viability", new BigDecimal("31"));

        Control untested = control(lots, Map.of(BATCH, batch(null)));
        assertThat(Objects.requireNonNull(untested.lots().get("B1")).missing()).containsExactly("viability");
        assertThat(line(untested).n()).isEqualTo(6);
    }

    @Test
    void capabilityRestsOnTheSpecificationOfTheProduct() {
        Line line = line(control(lots(BASELINE), Map.of(PRODUCT, product("viability", "4", null))));
        double sd = Math.sqrt(7.333333333333333 / 5);
        assertThat(number(line.ppk())).isCloseTo((64.0 / 6 - 4) / (3 * sd), within(1e-9));
        assertThat(number(line.ppkLower())).isLessThan(number(line.ppk()));
        assertThat(line(control(lots(BASELINE), Map.of())).ppk()).isNull();
    }

    @Test
    void aTestOfTheSpecificationThatNobodyFollowsIsNotBacked() {
        assertThat(control(lots(BASELINE), Map.of(PRODUCT, product("endotoxin", null, "5")))
                        .unbacked())
                .containsExactly("endotoxin");
        assertThat(control(lots(BASELINE), Map.of(PRODUCT, product("viability", "4", null)))
                        .unbacked())
                .isEmpty();
    }

    @Test
    void lotsThatDoNotVaryHaveNoCapabilityAndSayWhy() {
        Line line = line(control(lots(5, 5, 5, 5, 5, 5), Map.of(PRODUCT, product("viability", "4", null))));
        assertThat(line.ppk()).isNull();
        assertThat(line.fault()).isNotBlank();
        assertThat(number(line.mean())).isEqualTo(5);
    }

    @Test
    void lotsOfAMaterialThatDifferAreMarked() {
        List<Lot> lots = new ArrayList<>();
        double[] values = {10, 10.2, 9.9, 15, 15.1, 14.8};
        for (int i = 0; i < values.length; i++) {
            lots.add(lot("L" + (i + 1), values[i], i < 3 ? "V1" : "V2"));
        }
        assertThat(monitoring(lots).variation(states(Map.of())).markedMaterials())
                .containsExactly("vector");
    }

    @Test
    void aPlanIsSufficientOnlyByWhatLotsYield() {
        ProductionPlan plan = plan(5);
        // two doses of 5 and samples of 0.5 a batch: 10.5 of a mean yield of 64/6
        assertThat(plan.supply(states(Map.of(MONITORING, monitoring(lots(BASELINE)))))
                        .sufficient())
                .isTrue();
        assertThat(plan(6).supply(states(Map.of(MONITORING, monitoring(lots(BASELINE)))))
                        .sufficient())
                .isFalse();
        assertThat(plan.supply(states(Map.of())).sufficient()).isFalse();
        // 1 × 2^3 × 50% × 50% = 2 million, less than one dose
        assertThat(plan.supply(states(Map.of())).growthDoses()).isZero();
    }

    private static final Ref<ProcessMonitoring> MONITORING = new Ref<>("process-monitoring", "CV1");

    private static ProductionPlan plan(int dose) {
        return new ProductionPlan(
                PRODUCT,
                "P",
                LocalDate.parse("2026-01-01"),
                LocalDate.parse("2026-12-31"),
                new ProductionPlan.Demand(
                        2, 4, BigDecimal.valueOf(dose), new BigDecimal("0.5"), BigDecimal.ZERO, BigDecimal.ZERO),
                new ProductionPlan.BatchYield(MONITORING, "viability"),
                new ProductionPlan.Growth(
                        BigDecimal.ONE, BigDecimal.valueOf(3), BigDecimal.valueOf(50), BigDecimal.valueOf(50)),
                new ProductionPlan.Parallel(1, List.of(), null, null),
                null,
                List.of());
    }

    private static Control control(List<Lot> lots, Map<Ref<? extends Subject>, Subject> known) {
        return monitoring(lots).control(states(known));
    }

    private static States states(Map<? extends Ref<? extends Subject>, ? extends Subject> known) {
        Map<Ref<? extends Subject>, Subject> all = new HashMap<>(known);
        return all::get;
    }

    private static Line line(Control control) {
        return Objects.requireNonNull(control.attributes().get("viability"));
    }

    private static double number(@Nullable BigDecimal value) {
        return Objects.requireNonNull(value).doubleValue();
    }

    private static ProcessMonitoring monitoring(List<Lot> lots) {
        Attribute viability = new Attribute(
                "viability",
                MonitoringPlan.Role.QUALITY_ATTRIBUTE,
                Source.RELEASE_TEST,
                null,
                null,
                Chart.I_MR,
                RunRules.NELSON,
                List.of(),
                null,
                null,
                null);
        return new ProcessMonitoring(
                PRODUCT,
                "M",
                new MonitoringPlan(
                        "1",
                        new Ref<>("document", "D1"),
                        List.of(viability),
                        BASELINE.length,
                        "B",
                        new MonitoringPlan.BatchSize(
                                "one run", "viability", BigDecimal.ZERO, new BigDecimal(1000), new BigDecimal(1000)),
                        List.of("1 L"),
                        List.of()),
                lots,
                List.of(),
                null,
                List.of());
    }

    private static List<Lot> lots(double... values) {
        List<Lot> lots = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            lots.add(lot("L" + (i + 1), values[i], "V1"));
        }
        return lots;
    }

    private static Lot lot(String code, double value, String vector) {
        return new Lot(
                code,
                null,
                new Ref<>("document", "D1"),
                LocalDate.parse("2025-05-01"),
                "1 L",
                null,
                List.of(new ProcessMonitoring.MaterialIn("vector", vector)),
                List.of(new ProcessMonitoring.Measured("viability", BigDecimal.valueOf(value))),
                NOW);
    }

    private static Product product(String test, @Nullable String minimum, @Nullable String maximum) {
        return ProductBuilder.builder()
                .specification(Map.of(
                        test,
                        new Product.Criterion(
                                minimum == null ? null : new BigDecimal(minimum),
                                maximum == null ? null : new BigDecimal(maximum),
                                "%",
                                List.of(),
                                "m")))
                .processLimits(Map.of())
                .build();
    }

    private static Batch batch(@Nullable String viability) {
        TestResult result = new TestResult(
                viability == null ? null : new BigDecimal(viability),
                "%",
                null,
                "m",
                TestResult.Method.VALIDATED,
                NOW,
                null,
                null,
                null,
                null);
        return BatchBuilder.builder()
                .collection(COLLECTION)
                .materials(List.of())
                .releaseTests(viability == null ? Map.of() : Map.of("viability", result))
                .build();
    }
}
