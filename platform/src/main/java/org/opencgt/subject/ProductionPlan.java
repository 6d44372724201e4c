package org.opencgt.subject;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Derived;
import org.opencgt.act.In;
import org.opencgt.act.Ref;
import org.opencgt.act.States;
import org.opencgt.act.Subject;
import org.opencgt.act.Text;

/**
 * How many batches of a product are made for whom, and whether process and site can bear it. What a batch yields is that of the lots
 * that are monitored.
 *
 * @param approved absent before it
 * @param batches those begun by the plan, in order
 */
@RecordBuilder
@Subject.Kind(value = "production-plan", prefix = "PN")
public record ProductionPlan(
        Ref<Product> product,
        @Text(max = 200) String title,
        LocalDate from,
        LocalDate to,
        Demand demand,
        BatchYield batchYield,
        @Nullable Growth growth,
        Parallel parallel,
        @Nullable Instant approved,
        List<Ref<Batch>> batches)
        implements Subject, ProductionPlanBuilder.With {

    private static final MathContext DIGITS = MathContext.DECIMAL64;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * What is asked for; cells are viable cells.
     *
     * @param batches planned
     * @param doses planned in all
     * @param doseSize cells in one dose
     * @param releaseSamples cells of each batch that its tests use up
     * @param retention cells of each batch that are retained
     * @param stability cells of each batch that go on stability or into other studies
     */
    public record Demand(
            @In(value = "1", min = "1", max = "100000") int batches,
            @In(value = "1", min = "1", max = "10000000") int doses,
            @In(value = "10*6", min = "0") BigDecimal doseSize,
            @In(value = "10*6", min = "0") BigDecimal releaseSamples,
            @In(value = "10*6", min = "0") BigDecimal retention,
            @In(value = "10*6", min = "0") BigDecimal stability) {

        /** Doses that one batch has to give. */
        int dosesPerBatch() {
            return Math.ceilDiv(doses, batches);
        }

        BigDecimal samples() {
            return releaseSamples.add(retention).add(stability);
        }
    }

    /**
     * What a batch gives.
     *
     * @param monitoring whose lots tell it
     * @param attribute among those that are monitored: viable cells, 10*6
     */
    public record BatchYield(
            Ref<ProcessMonitoring> monitoring,
            @Text(max = 40, pattern = "[a-z][a-z0-9_]*") String attribute) {}

    /**
     * What the cells can become, for products that are expanded from few cells.
     *
     * @param startingCells of one batch
     * @param doublings that passage studies allow
     * @param differentiation share of cells that become the target cell
     * @param purification share of target cells that purification keeps
     */
    public record Growth(
            @In(value = "10*6", min = "0") BigDecimal startingCells,
            @In(value = "1", min = "0", max = "100") BigDecimal doublings,
            @In(value = "%", min = "0", max = "100") BigDecimal differentiation,
            @In(value = "%", min = "0", max = "100") BigDecimal purification) {}

    /**
     * Batches in production at the same time.
     *
     * @param most that are validated
     * @param resources that each batch takes up
     * @param segregation assessment of mix-up and cross-contamination at that number
     * @param challenge report of the run at that number
     */
    public record Parallel(
            @In(value = "1", min = "1", max = "10000") int most,
            List<Resource> resources,
            @Nullable Ref<Document> segregation,
            @Nullable Ref<Document> challenge) {}

    /** @param perBatch what one batch takes of the capacity, in the same unit */
    public record Resource(
            Kind kind,
            @Text(max = 100) String name,
            @In(value = "1", min = "0") BigDecimal capacity,
            @In(value = "1", min = "0") BigDecimal perBatch) {

        public enum Kind {
            PERSONNEL,
            EQUIPMENT,
            MATERIALS,
            ENVIRONMENT,
            TESTING
        }
    }

    /**
     * Whether yield meets demand.
     *
     * @param lots of which the yield is known
     * @param expected yield of a batch, the mean of these lots; absent where there is none
     * @param perBatch what one batch has to give: doses and samples
     * @param needed of all batches
     * @param offered by all batches at the mean yield
     * @param shortfall zero where there is none
     * @param sufficient in all and batch by batch
     * @param growthDoses doses that the cells of all batches can become; absent without growth
     */
    public record Supply(
            @In("1") int lots,
            @Nullable @In("10*6") BigDecimal expected,
            @In("10*6") BigDecimal perBatch,
            @In("10*6") BigDecimal needed,
            @Nullable @In("10*6") BigDecimal offered,
            @Nullable @In("10*6") BigDecimal shortfall,
            boolean sufficient,
            @Nullable @In("1") Long growthDoses) {}

    /** @param percent of the capacity at the greatest number of batches */
    public record Load(
            Resource.Kind kind,
            String name,
            @Nullable @In("%") BigDecimal percent,
            boolean borne) {}

    /** Demand against the yield of the lots as they stand. */
    @Derived
    public Supply supply(States states) {
        ProcessMonitoring monitoring = states.find(batchYield.monitoring(), ProcessMonitoring.class);
        ProcessMonitoring.Line line = monitoring == null
                ? null
                : monitoring.control(states).attributes().get(batchYield.attribute());
        BigDecimal mean = line == null ? null : line.mean();
        BigDecimal samples = demand.samples();
        BigDecimal perBatch = demand.doseSize()
                .multiply(BigDecimal.valueOf(demand.dosesPerBatch()))
                .add(samples);
        BigDecimal batchCount = BigDecimal.valueOf(demand.batches());
        BigDecimal needed =
                demand.doseSize().multiply(BigDecimal.valueOf(demand.doses())).add(samples.multiply(batchCount));
        BigDecimal offered = mean == null ? null : mean.multiply(batchCount);
        return new Supply(
                line == null ? 0 : line.n(),
                mean,
                perBatch,
                needed,
                offered,
                offered == null ? null : needed.subtract(offered).max(BigDecimal.ZERO),
                mean != null
                        && mean.compareTo(perBatch) >= 0
                        && mean.multiply(batchCount).compareTo(needed) >= 0,
                growthDoses());
    }

    /** {@code starting cells × 2^doublings × differentiation × purification / dose}, of each batch in whole doses. */
    private @Nullable Long growthDoses() {
        if (growth == null || demand.doseSize().signum() <= 0) {
            return null;
        }
        double cells = growth.startingCells().doubleValue()
                * Math.pow(2, growth.doublings().doubleValue())
                * growth.differentiation().divide(HUNDRED, DIGITS).doubleValue()
                * growth.purification().divide(HUNDRED, DIGITS).doubleValue();
        return (long) Math.floor(cells / demand.doseSize().doubleValue()) * demand.batches();
    }

    /** What each resource bears at the greatest number of batches. */
    @Derived
    public List<Load> loads() {
        return parallel.resources().stream()
                .map(resource -> {
                    BigDecimal taken = resource.perBatch().multiply(BigDecimal.valueOf(parallel.most()));
                    return new Load(
                            resource.kind(),
                            resource.name(),
                            resource.capacity().signum() > 0
                                    ? taken.multiply(HUNDRED).divide(resource.capacity(), 1, RoundingMode.HALF_UP)
                                    : null,
                            taken.compareTo(resource.capacity()) <= 0);
                })
                .toList();
    }

    /** Batches begun by the plan that are not yet filled, nor rejected. */
    @Derived
    public int running(States states) {
        return (int) batches.stream()
                .map(batch -> states.find(batch, Batch.class))
                .filter(Objects::nonNull)
                .filter(batch -> switch (batch.stage()) {
                    case OPENED, SELECTED, ACTIVATED, TRANSDUCED, EXPANDING, HARVESTED -> true;
                    case FORMULATED, CRYOPRESERVED, RELEASED, REJECTED -> false;
                })
                .count();
    }

    public ProductionPlan begun(Ref<Batch> batch) {
        return withBatches(Lists.plus(batches, batch));
    }
}
