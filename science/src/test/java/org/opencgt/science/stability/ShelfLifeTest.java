package org.opencgt.science.stability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.opencgt.science.table.Table;

class ShelfLifeTest {

    private static final ShelfLifePlan PLAN = ShelfLifePlan.of(new Specification(95, Double.NaN));

    @Test
    void aPerfectFitGivesTheCrossingOfTheLines() {
        Table table = StabilityReference.table("q1e_perfect_fit", "input.csv");
        List<@Nullable String> names = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            names.add(table.text("Batch").get(row));
        }

        ShelfLife found = ShelfLife.of(
                StabilityData.of(
                        names,
                        table.numbers("Month").values(),
                        table.numbers("Assay").values()),
                PLAN);

        assertThat(found.flags()).contains(ShelfLifeFlag.PERFECT_FIT, ShelfLifeFlag.FEWER_THAN_THREE_BATCHES);
        assertThat(found.model()).isEqualTo(ModelKind.DICS);
        Poolability ancova = Objects.requireNonNull(found.ancova());
        assertThat(ancova.slopes().p()).isNaN();
        assertThat(ancova.intercepts().f()).isInfinite();
        assertThat(ancova.intercepts().p()).isZero();
        List<BatchLine> lines = found.chosen().batches();
        assertThat(lines.get(0).shelfLife()).isCloseTo(20, within(1e-9));
        assertThat(lines.get(1).shelfLife()).isCloseTo(24, within(1e-9));
        assertThat(lines.get(0).slope()).isCloseTo(-0.25, within(1e-12));
        assertThat(found.shelfLife()).isCloseTo(20, within(1e-9));
        assertThat(found.worstBatch()).isEqualTo("A");
        assertThat(found.chosen().sigma()).isZero();
    }

    /** At the shelf life the confidence limit is the limit of the specification. */
    @Test
    void theLimitMeetsTheSpecificationAtTheShelfLife() {
        Random random = new Random(5);
        for (int round = 0; round < 50; round++) {
            StabilityData data = made(random, 3, -0.1 - 0.2 * random.nextDouble(), 0.5);
            for (StabilityModel model : ShelfLife.of(data, PLAN).models().values()) {
                for (BatchLine line : model.batches()) {
                    double time = line.shelfLife();
                    if (time > 0 && Double.isFinite(time)) {
                        double lower = ShelfLife.of(data, PLAN, time).predictions().stream()
                                .filter(each -> each.model() == model.model()
                                        && each.batch().equals(line.batch()))
                                .findFirst()
                                .orElseThrow()
                                .lower();
                        assertThat(lower).isCloseTo(95, within(1e-9));
                    }
                }
            }
        }
    }

    @Test
    void unitsOfTimeAndOfResultDoNotMatter() {
        StabilityData data = made(new Random(6), 4, -0.2, 0.4);
        ShelfLife months = ShelfLife.of(data, PLAN);
        ShelfLife days = ShelfLife.of(scaled(data, 30, 0.01), ShelfLifePlan.of(new Specification(0.95, Double.NaN)));

        assertThat(days.model()).isEqualTo(months.model());
        assertThat(days.shelfLife()).isCloseTo(30 * months.shelfLife(), within(1e-9 * days.shelfLife()));
    }

    @Test
    void anUpperLimitIsALowerLimitMirrored() {
        StabilityData data = made(new Random(7), 3, -0.2, 0.4);
        ShelfLife lower = ShelfLife.of(data, PLAN);
        ShelfLife upper = ShelfLife.of(scaled(data, 1, -1), ShelfLifePlan.of(new Specification(Double.NaN, -95)));

        assertThat(upper.shelfLife()).isCloseTo(lower.shelfLife(), within(1e-10));
    }

    @Test
    void aTwoSidedLimitIsNeverMoreGenerous() {
        StabilityData data = made(new Random(8), 3, -0.2, 0.4);
        double oneSided = ShelfLife.of(data, PLAN).shelfLife();
        double twoSided = ShelfLife.of(data, PLAN.withInterval(ShelfLifePlan.Interval.TWO_SIDED))
                .shelfLife();

        assertThat(twoSided).isLessThan(oneSided);
    }

    @Test
    void timesCanBeTakenOnOtherScales() {
        StabilityData data = made(new Random(9), 1, -0.3, 0.1);
        ShelfLife root = ShelfLife.of(data, PLAN.withTimeScale(Transformation.SQRT));

        assertThat(root.shelfLife()).isPositive();
        assertThatThrownBy(() -> ShelfLife.of(data, PLAN.withTimeScale(Transformation.LOG)))
                .hasMessageContaining("Time of 0")
                .hasMessageContaining("log");
        assertThat(ShelfLife.of(data, PLAN.withTimeScale(Transformation.LOG).withTimeShift(1))
                        .shelfLife())
                .isPositive();
    }

    @Test
    void extrapolationFollowsTheRulesOfQ1e() {
        assertThat(limit(Extrapolation.Storage.ROOM, Extrapolation.Change.NONE, Extrapolation.Change.NONE, 9))
                .isEqualTo(18);
        assertThat(limit(Extrapolation.Storage.ROOM, Extrapolation.Change.NONE, Extrapolation.Change.NONE, 18))
                .isEqualTo(30);
        assertThat(limit(Extrapolation.Storage.ROOM, Extrapolation.Change.CHANGE, Extrapolation.Change.NONE, 18))
                .isEqualTo(24);
        assertThat(limit(Extrapolation.Storage.ROOM, Extrapolation.Change.CHANGE, Extrapolation.Change.CHANGE, 18))
                .isEqualTo(18);
        assertThat(limit(Extrapolation.Storage.REFRIGERATED, Extrapolation.Change.NONE, Extrapolation.Change.NONE, 6))
                .isEqualTo(9);
        assertThat(limit(Extrapolation.Storage.FROZEN, Extrapolation.Change.NONE, Extrapolation.Change.NONE, 6))
                .isEqualTo(6);
        assertThat(rule(
                        Extrapolation.Storage.ROOM,
                        Extrapolation.Change.WITHIN_3_MONTHS,
                        Extrapolation.Change.NONE,
                        Extrapolation.Basis.SUPPORTED))
                .satisfies(found -> {
                    assertThat(found.rule()).isEqualTo(Extrapolation.Rule.UP_TO_3_MONTHS);
                    assertThat(found.limit()).isEqualTo(15);
                    assertThat(found.needs())
                            .containsExactly(Extrapolation.Need.INTERMEDIATE_DATA, Extrapolation.Need.VERIFY);
                });
        assertThat(rule(
                                Extrapolation.Storage.ROOM,
                                Extrapolation.Change.NONE,
                                Extrapolation.Change.NONE,
                                Extrapolation.Basis.SUPPORTED)
                        .limit())
                .isEqualTo(18);
        assertThat(rule(
                                Extrapolation.Storage.REFRIGERATED,
                                Extrapolation.Change.NONE,
                                Extrapolation.Change.NONE,
                                Extrapolation.Basis.SUPPORTED)
                        .limit())
                .isEqualTo(15);
        assertThat(rule(
                                Extrapolation.Storage.REFRIGERATED,
                                Extrapolation.Change.WITHIN_6_MONTHS,
                                Extrapolation.Change.NONE,
                                Extrapolation.Basis.ANALYSED)
                        .needs())
                .isEmpty();
        assertThat(rule(
                                Extrapolation.Storage.REFRIGERATED,
                                Extrapolation.Change.WITHIN_3_MONTHS,
                                Extrapolation.Change.NONE,
                                Extrapolation.Basis.ANALYSED)
                        .needs())
                .containsExactly(Extrapolation.Need.ADDRESS_EXCURSIONS);
        assertThat(rule(
                                Extrapolation.Storage.DEEP_FROZEN,
                                Extrapolation.Change.NONE,
                                Extrapolation.Change.NONE,
                                Extrapolation.Basis.ANALYSED)
                        .limit())
                .isEqualTo(12);
        assertThat(rule(
                                Extrapolation.Storage.ROOM,
                                Extrapolation.Change.NONE,
                                Extrapolation.Change.NONE,
                                Extrapolation.Basis.UNSUPPORTED)
                        .limit())
                .isEqualTo(12);
        Extrapolation days = Extrapolation.of(
                Extrapolation.Storage.ROOM,
                Extrapolation.Change.NONE,
                Extrapolation.Change.NONE,
                365.25 * 2,
                Extrapolation.TimeUnit.DAYS);
        assertThat(days.limit()).isCloseTo(365.25 * 3, within(1e-9));
        assertThat(days.proposed(Double.POSITIVE_INFINITY)).isEqualTo(1095);
    }

    @Test
    void theShelfLifeIsTrackedAsDataArrive() {
        StabilityData data = made(new Random(10), 3, -0.15, 0.3);

        List<ShelfLifeLook> looks = ShelfLifeLook.along(data, PLAN, 12);

        assertThat(looks).hasSize(7);
        assertThat(looks.getFirst().shelfLife()).isNaN();
        assertThat(looks.getFirst().model()).isNull();
        assertThat(looks.getLast().shelfLife())
                .isEqualTo(ShelfLife.of(data, PLAN).shelfLife());
        assertThat(looks.getLast().claimBorne()).isTrue();
    }

    @Test
    void badDataAreRefused() {
        assertThatThrownBy(() -> ShelfLife.of(data("A", 0, 100, 0, 99, 0, 98), PLAN))
                .hasMessageContaining("one time only");
        assertThatThrownBy(() -> ShelfLife.of(data("A", 0, 100, 3, 99), PLAN))
                .hasMessageContaining("2 results do not suffice");
        assertThatThrownBy(() -> data("A", -1, 100)).hasMessageContaining("cannot be negative");
        assertThatThrownBy(() -> data("A", Double.NaN, 100)).hasMessageContaining("no row");
        assertThatThrownBy(
                        () -> ShelfLife.of(data("A", 0, 1, 3, -0.1, 6, 0.5), PLAN.withValueScale(Transformation.LOG)))
                .hasMessageContaining("Result of -0.1");
        assertThatThrownBy(() -> PLAN.withConfidence(1.0)).hasMessageContaining("between 0 and 1");
        assertThatThrownBy(() -> Specification.of(List.of(95.0), Specification.Side.BOTH))
                .hasMessageContaining("1 limits");
        assertThatThrownBy(() -> Specification.of(List.of(105.0, 95.0), Specification.Side.BOTH))
                .hasMessageContaining("not below");
    }

    @Test
    void aConstantResultNeverCrosses() {
        ShelfLife found = ShelfLife.of(data("A", 0, 99, 3, 99, 6, 99), PLAN);

        assertThat(found.shelfLife()).isInfinite();
        assertThat(found.flags())
                .containsExactlyInAnyOrder(
                        ShelfLifeFlag.PERFECT_FIT, ShelfLifeFlag.ONE_BATCH, ShelfLifeFlag.NEVER_CROSSES);
    }

    @Test
    void aBatchWithoutVarianceLeavesTheShelfLifeOpen() {
        StabilityData data = StabilityData.of(
                List.of("A", "A", "A", "A", "A", "B", "B"),
                new double[] {0, 3, 6, 9, 12, 0, 12},
                new double[] {100, 99.2, 98.1, 97.4, 96, 104, 90});

        ShelfLife found = ShelfLife.of(data, PLAN);

        assertThat(found.model()).isEqualTo(ModelKind.DIDS);
        assertThat(found.shelfLife()).isNaN();
        assertThat(found.worstBatch()).isEqualTo("B");
        assertThat(found.flags()).contains(ShelfLifeFlag.NO_VARIANCE_OF_A_BATCH);
        assertThat(Objects.requireNonNull(found.models().get("dids_pmse")).shelfLife())
                .isPositive();
    }

    private static Extrapolation rule(
            Extrapolation.Storage storage,
            Extrapolation.Change accelerated,
            Extrapolation.Change intermediate,
            Extrapolation.Basis basis) {
        return Extrapolation.of(storage, accelerated, intermediate, basis, 12, Extrapolation.TimeUnit.MONTHS);
    }

    private static double limit(
            Extrapolation.Storage storage,
            Extrapolation.Change accelerated,
            Extrapolation.Change intermediate,
            double covered) {
        return Extrapolation.of(storage, accelerated, intermediate, covered, Extrapolation.TimeUnit.MONTHS)
                .limit();
    }

    private static StabilityData data(String batch, double... timesAndValues) {
        List<@Nullable String> names = new ArrayList<>();
        double[] times = new double[timesAndValues.length / 2];
        double[] values = new double[times.length];
        for (int i = 0; i < times.length; i++) {
            names.add(batch);
            times[i] = timesAndValues[2 * i];
            values[i] = timesAndValues[2 * i + 1];
        }
        return StabilityData.of(names, times, values);
    }

    private static StabilityData made(Random random, int batches, double slope, double sd) {
        List<@Nullable String> names = new ArrayList<>();
        double[] months = {0, 3, 6, 9, 12, 18, 24};
        double[] times = new double[batches * months.length];
        double[] values = new double[times.length];
        for (int i = 0; i < times.length; i++) {
            names.add("b" + i / months.length);
            times[i] = months[i % months.length];
            values[i] = 101 + slope * times[i] + sd * random.nextGaussian();
        }
        return StabilityData.of(names, times, values);
    }

    private static StabilityData scaled(StabilityData data, double time, double value) {
        return new StabilityData(
                data.batches().stream()
                        .map(batch -> new StabilityData.Batch(
                                batch.name(),
                                Arrays.stream(batch.times())
                                        .map(each -> each * time)
                                        .toArray(),
                                Arrays.stream(batch.values())
                                        .map(each -> each * value)
                                        .toArray()))
                        .toList(),
                0);
    }
}
