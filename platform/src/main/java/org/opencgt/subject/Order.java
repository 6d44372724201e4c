package org.opencgt.subject;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.In;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;

/**
 * A doctor’s order to treat a recipient with a product, and the course of treatment that follows from it.
 *
 * @param quantity number of units ordered
 * @param dose viable cells with the function that the product is dosed by
 * @param route one of the product's
 * @param plannedConditioning medicines before the infusion, none where the product needs none
 * @param conditioningFrom earliest planned start of the conditioning
 * @param conditioningTo latest planned start of the conditioning
 * @param allocated the units that are meant for this order
 * @param readiness of receipt at the hospital
 * @param bedside emergency readiness, confirmed for one infusion
 * @param infused the units given so far
 * @param openReactions reactions that nobody has handled yet
 * @param days the daily assessments of the first week, in order
 * @param visits the follow-up visits, in order
 * @param doseEscalation the dose finding in which the recipient is treated
 */
@RecordBuilder
@Subject.Kind(value = "order", prefix = "O")
public record Order(
        Ref<Recipient> recipient,
        Ref<Product> product,
        @Nullable Ref<Batch> batch,
        Ref<Site> site,
        Status status,
        Ref<? extends Subject> orderedBy,
        int quantity,
        @In("10*6") BigDecimal dose,
        String route,
        @Nullable Instant plannedInfusion,
        List<Medicine> plannedConditioning,
        @Nullable Instant conditioningFrom,
        @Nullable Instant conditioningTo,
        @Nullable Conditioning conditioning,
        List<Ref<Unit>> allocated,
        @Nullable Readiness readiness,
        @Nullable Bedside bedside,
        List<Ref<Unit>> infused,
        @Nullable Treatment treatment,
        @Nullable Instant observationStarted,
        @Nullable Instant observationEnded,
        List<Observation> observations,
        List<Reaction> reactions,
        int openReactions,
        List<Day> days,
        List<Visit> visits,
        List<Ref<Event>> events,
        @Nullable Suspension suspension,
        @Nullable Closing closing,
        @Nullable Ref<DoseEscalation> doseEscalation)
        implements Subject, OrderBuilder.With {

    public enum Status {
        ORDERED,
        CONDITIONED,
        INFUSED,
        OBSERVED,
        SUSPENDED,
        TERMINATED,
        CLOSED
    }

    /**
     * A medicine of a regimen.
     *
     * @param dose on each of its days
     * @param unit UCUM code, for example {@code mg/m2}
     * @param day of the regimen, the first is 1
     * @param days how many days in a row
     */
    public record Medicine(
            String name,
            BigDecimal dose,
            String unit,
            @In(value = "1", min = "1") int day,
            @In(value = "d", min = "1") int days) {}

    /**
     * Lymphodepletion or other preconditioning.
     *
     * @param medicines as given
     * @param asPlanned whether medicines and start are those of the order: computed
     * @param decision the doctor's reason where they are not
     */
    public record Conditioning(
            String regimen,
            Instant started,
            Instant finished,
            boolean asPlanned,
            List<Medicine> medicines,
            @Nullable String decision,
            Ref<? extends Subject> doctor) {}

    /** The hospital can receive the product and store it at once. */
    public record Readiness(
            Instant at, Ref<Person> receiver, Ref<Area> area, Ref<Equipment> storage, String position) {}

    /** Who stands by in an emergency. */
    public record Bedside(Instant at, Ref<Person> firstAider, String location, String channel, Instant channelTested) {}

    /**
     * What was given, over all units of the order.
     *
     * @param started of the first unit
     * @param finished of the last unit; absent while one runs
     * @param dose cells given
     */
    public record Treatment(
            Instant started,
            @Nullable Instant finished,
            @In("10*6") BigDecimal dose,
            @In("mL") BigDecimal volume,
            boolean reaction) {}

    /** Vital signs at one time. */
    public record Observation(
            Instant at,
            @In("Cel") BigDecimal temperature,
            @In("/min") int pulse,
            @In("/min") int respiration,
            @In("mm[Hg]") int systolic,
            @In("mm[Hg]") int diastolic,
            @In("%") BigDecimal oxygenSaturation,
            boolean abnormal) {}

    /** Something unfavourable seen during or after the infusion. */
    public record Reaction(
            Instant onset,
            String description,
            boolean emergency,
            @Nullable Instant handled,
            @Nullable String action,
            @Nullable String rule,
            @Nullable Ref<Event> event) {}

    /** The assessment of one day after the infusion, day 0. */
    public record Day(int day, Instant at, boolean complete, boolean abnormal) {}

    /**
     * A follow-up visit.
     *
     * @param day of the plan, counted from the infusion
     * @param done whether the recipient was seen or reached
     * @param lateEffects those that were found
     */
    public record Visit(int day, Instant at, boolean done, List<String> lateEffects) {}

    /** The course was suspended or ended. */
    public record Suspension(Instant since, String reason, Ref<? extends Subject> decidedBy, Status before) {}

    /** The course is over. */
    public record Closing(Instant at, String reason, boolean complete) {}

    /** The start and medicines that the order plans are those given. */
    public boolean plans(Instant started, List<Medicine> medicines) {
        boolean inWindow = (conditioningFrom == null || !started.isBefore(conditioningFrom))
                && (conditioningTo == null || !started.isAfter(conditioningTo));
        return inWindow && sorted(medicines).equals(sorted(plannedConditioning));
    }

    private static List<String> sorted(List<Medicine> medicines) {
        return medicines.stream()
                .map(m -> m.name() + " " + m.dose().stripTrailingZeros().toPlainString() + " " + m.unit() + " "
                        + m.day() + " " + m.days())
                .sorted()
                .toList();
    }

    /** The infusion of a unit begins. */
    public Order started(Instant at, Ref<Unit> unit) {
        Treatment next = treatment == null
                ? new Treatment(at, null, BigDecimal.ZERO, BigDecimal.ZERO, false)
                : new Treatment(treatment.started, null, treatment.dose, treatment.volume, treatment.reaction);
        return with(b -> b.treatment(next).infused(plus(infused, unit)));
    }

    /** The infusion of a unit ends; observation begins. */
    public Order finished(Instant at, BigDecimal cells, BigDecimal volume, boolean reaction) {
        Treatment before =
                treatment == null ? new Treatment(at, null, BigDecimal.ZERO, BigDecimal.ZERO, false) : treatment;
        return with(b -> b.status(Status.INFUSED)
                .treatment(new Treatment(
                        before.started,
                        at,
                        before.dose.add(cells),
                        before.volume.add(volume),
                        before.reaction || reaction))
                .observationStarted(at));
    }

    public Order observed(Observation observation) {
        return withObservations(plus(observations, observation));
    }

    public Order reacted(Reaction reaction) {
        return with(b -> b.reactions(plus(reactions, reaction)).openReactions(openReactions + 1));
    }

    /** The reaction of that onset was handled. */
    public Order handled(Instant onset, Instant at, String action, String rule, @Nullable Ref<Event> event) {
        List<Reaction> next = reactions.stream()
                .map(r -> r.onset.equals(onset) && r.handled == null
                        ? new Reaction(r.onset, r.description, r.emergency, at, action, rule, event)
                        : r)
                .toList();
        int open = (int) next.stream().filter(r -> r.handled == null).count();
        return with(b -> b.reactions(next).openReactions(open));
    }

    public Order assessed(Day day) {
        return withDays(plus(days, day));
    }

    public Order visited(Visit visit) {
        return withVisits(plus(visits, visit));
    }

    public Order reported(Ref<Event> event) {
        return withEvents(plus(events, event));
    }

    private static <T> List<T> plus(List<T> list, T item) {
        List<T> longer = new ArrayList<>(list);
        longer.add(item);
        return List.copyOf(longer);
    }
}
