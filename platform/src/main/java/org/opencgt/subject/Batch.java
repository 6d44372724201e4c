package org.opencgt.subject;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Derived;
import org.opencgt.act.In;
import org.opencgt.act.Ref;
import org.opencgt.act.States;
import org.opencgt.act.Subject;

/**
 * One batch of a product from one starting material: collected cells or vials of a cell bank.
 *
 * @param collection from which its cells stem, through a bank of one collection too; absent where they stem from several or none
 * @param area the room in which it is made
 * @param performers everybody who did a step of the making
 * @param materials what was used, in order
 * @param steps by name: {@code seeding}, {@code selection}, {@code activation}, {@code transduction}, {@code harvest}, {@code formulation},
 *     {@code cryopreservation}
 * @param inProcess the latest in-process result of each test
 * @param controls every in-process control in order
 * @param environment monitoring of the room while the batch was open to it
 * @param releaseTests the latest result of each release test, by the name that it has in the product's specification
 * @param viableCells total viable cells, after the latest step that counted them
 * @param transductionEfficiency share of T cells that express the receptor
 * @param populationDoublings of the expansion, to the harvest: the binary logarithm of the ratio of viable cells
 * @param units the containers filled from it
 * @param retained retention samples
 * @param deviations all that concern it, open or closed
 * @param openDeviations those that hold up its release
 * @param processChange by whose process it is made, before that is the process of the product
 * @param compositions what was counted in it, a newer count of a node in place of an older; absent before the first
 */
@RecordBuilder
@Subject.Kind(value = "batch", prefix = "B")
public record Batch(
        String number,
        Ref<Product> product,
        @Nullable Ref<Collection> collection,
        @Nullable BankSource bank,
        Ref<Site> site,
        Ref<Area> area,
        @Nullable Ref<Recipient> intendedRecipient,
        @Nullable String chainOfIdentity,
        Stage stage,
        Instant started,
        List<Ref<? extends Subject>> performers,
        List<MaterialUse> materials,
        Map<String, Step> steps,
        Map<String, TestResult> inProcess,
        List<Control> controls,
        List<Environment> environment,
        Map<String, TestResult> releaseTests,
        @Nullable @In("10*6") BigDecimal viableCells,
        @Nullable @In("%") BigDecimal transductionEfficiency,
        @Nullable @In("1") BigDecimal populationDoublings,
        @Nullable LocalDate produced,
        @Nullable LocalDate expires,
        List<Ref<Unit>> units,
        List<Ref<Sample>> retained,
        @Nullable Certificate certificate,
        @Nullable InformationSheet informationSheet,
        @Nullable Release release,
        @Nullable Rejection rejection,
        List<Ref<Deviation>> deviations,
        List<Ref<Deviation>> openDeviations,
        @Nullable Ref<ProcessChange> processChange,
        @Nullable List<LotComposition> compositions)
        implements Subject, BatchBuilder.With {

    /** The vials of a cell bank from which a batch starts. */
    public record BankSource(
            Ref<CellBank> bank, List<String> vials, @In("%") BigDecimal viability) {}

    public enum Stage {
        OPENED,
        SELECTED,
        ACTIVATED,
        TRANSDUCED,
        EXPANDING,
        HARVESTED,
        FORMULATED,
        CRYOPRESERVED,
        RELEASED,
        REJECTED
    }

    /** Where the process uses a material. */
    public enum ProcessStep {
        SELECTION,
        ACTIVATION,
        TRANSDUCTION,
        EXPANSION,
        HARVEST,
        FORMULATION,
        FILLING,
        CRYOPRESERVATION,
        SUPERNATANT_COLLECTION
    }

    /** A part of a lot that went into the batch. */
    public record MaterialUse(Ref<MaterialLot> lot, ProcessStep step, BigDecimal quantity, Instant at) {}

    /**
     * A step of the process as it was done.
     *
     * @param viableCells at its end
     * @param viability at its end
     * @param parameters by the name that the product's process limits give them: {@code moi}, {@code bead_to_cell_ratio},
     *     {@code culture_temperature}, {@code population_doublings}, {@code dmso}, {@code cooling_rate}, ...
     */
    public record Step(
            Instant started,
            Instant finished,
            Ref<? extends Subject> by,
            Ref<Equipment> equipment,
            @Nullable @In("10*6") BigDecimal viableCells,
            @Nullable @In("%") BigDecimal viability,
            Map<String, BigDecimal> parameters) {}

    /** One value of an in-process control. */
    public record Control(
            Instant sampled,
            String test,
            @Nullable BigDecimal value,
            @Nullable String unit,
            @Nullable String words,
            Ref<? extends Subject> by) {}

    /** Monitoring of a room in operation. */
    public record Environment(
            Instant sampled,
            Ref<Area> area,
            @In("/m3") BigDecimal particlesHalfMicron,
            @In("/m3") BigDecimal particlesFiveMicron,
            @In("{CFU}/m3") BigDecimal airborneMicrobes,
            @In("{CFU}/(4.h)") BigDecimal settledMicrobes) {}

    /** The certificate of analysis. */
    public record Certificate(String number, Instant issued, Ref<? extends Subject> by) {}

    /** The product, donor, source and process information for the hospital. */
    public record InformationSheet(String number, Instant issued) {}

    /** The decision of the qualified person. */
    public record Release(Instant at, Ref<Person> by, String certificate) {}

    /** The decision that the batch is not to be used. */
    public record Rejection(Instant at, String reason) {}

    /** A step is done: it is kept under its name, and its performer joins those who made the batch. */
    public Batch stepped(Stage reached, String name, Step step) {
        Map<String, Step> all = new LinkedHashMap<>(steps);
        all.put(name, step);
        return with(b -> {
            b.stage(reached).steps(all).performers(joined(performers, step.by()));
            if (step.viableCells() != null) {
                b.viableCells(step.viableCells());
            }
        });
    }

    /** What its counts say, by node. */
    @Derived
    public Map<String, LotComposition.Found> composition() {
        Map<String, LotComposition.Found> found = new LinkedHashMap<>();
        if (compositions != null) {
            compositions.forEach(c -> found.put(c.node(), c.found()));
        }
        return found;
    }

    /** Cells were counted at a node. */
    public Batch counted(LotComposition composition) {
        return withCompositions(Lists.superseding(
                compositions == null ? List.of() : compositions,
                c -> c.node().equals(composition.node()),
                composition));
    }

    /** The room was monitored. */
    public Batch monitored(Environment found) {
        List<Environment> all = new ArrayList<>(environment);
        all.add(found);
        return withEnvironment(List.copyOf(all));
    }

    /** A material went into the batch. */
    public Batch received(MaterialUse use, Ref<? extends Subject> by) {
        List<MaterialUse> all = new ArrayList<>(materials);
        all.add(use);
        return with(b -> b.materials(all).performers(joined(performers, by)));
    }

    /**
     * The culture ended. The population doublings are {@code log2(N / N0)}, N the viable cells at harvest and N0 those at the end
     * of the step with which the expansion began: transduction, else activation, selection, or seeding from a bank. The doubling time in hours is
     * the time between the ends of the two steps over the doublings. Both are unknown where a count is, or where it is zero; the
     * time too where the cells did not become more.
     */
    public Batch harvested(Step harvest) {
        Step start = Stream.of("transduction", "activation", "selection", "seeding")
                .map(steps::get)
                .filter(s -> s != null && s.viableCells() != null)
                .findFirst()
                .orElse(null);
        BigDecimal before = start == null ? null : start.viableCells();
        BigDecimal after = harvest.viableCells();
        Map<String, BigDecimal> parameters = new LinkedHashMap<>(harvest.parameters());
        BigDecimal doublings = null;
        if (start != null && before != null && after != null && before.signum() > 0 && after.signum() > 0) {
            doublings = CellBank.doublings(before, after);
            parameters.put("population_doublings", doublings);
            if (doublings.signum() > 0) {
                BigDecimal minutes = BigDecimal.valueOf(
                        Duration.between(start.finished(), harvest.finished()).toMinutes());
                parameters.put(
                        "population_doubling_time",
                        minutes.divide(doublings.multiply(BigDecimal.valueOf(60)), 1, RoundingMode.HALF_EVEN));
            }
        }
        BigDecimal counted = doublings;
        Step done = new Step(
                harvest.started(),
                harvest.finished(),
                harvest.by(),
                harvest.equipment(),
                harvest.viableCells(),
                harvest.viability(),
                parameters);
        return stepped(Stage.HARVESTED, "harvest", done).with(b -> b.populationDoublings(counted));
    }

    /** Hours from the end of the step with which the expansion began to the end of the harvest; absent before the harvest. */
    @Derived
    public @Nullable BigDecimal cultureHours() {
        Step harvest = steps.get("harvest");
        Step start = Stream.of("transduction", "activation", "selection", "seeding")
                .map(steps::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return harvest == null || start == null
                ? null
                : BigDecimal.valueOf(Duration.between(start.finished(), harvest.finished())
                                .toMinutes())
                        .divide(BigDecimal.valueOf(60), 1, RoundingMode.HALF_EVEN);
    }

    /**
     * Cumulative population doublings of the cells in the final product: those of the bank and those of the batch. Absent where
     * either is unknown, and of batches that do not start from a bank.
     */
    @Derived
    public @Nullable BigDecimal cumulativeDoublings(States states) {
        CellBank from = bank == null ? null : states.find(bank.bank(), CellBank.class);
        return from == null || from.doublings() == null || populationDoublings == null
                ? null
                : from.doublings().add(populationDoublings);
    }

    /** {@code ref} at the end of {@code refs}, once. */
    public static <R> List<R> joined(List<R> refs, R ref) {
        if (refs.contains(ref)) {
            return refs;
        }
        List<R> longer = new ArrayList<>(refs);
        longer.add(ref);
        return List.copyOf(longer);
    }
}
