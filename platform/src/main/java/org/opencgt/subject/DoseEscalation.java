package org.opencgt.subject;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.In;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;
import org.opencgt.act.Text;
import org.opencgt.science.dosefinding.Decision;

/**
 * The dose finding of a study, for one product and one indication: its plan, the patients at each dose, what was seen of them, and
 * where the design stands. Levels and cohorts are numbered from 1.
 *
 * @param approvedLevel where the next cohort may open: the starting level, then what the last signed decision says; absent once that
 *     cohort is open, and before
 * @param standing what the design says of the patients so far: computed by the numeric library from the other components, anew with
 *     each act
 */
@RecordBuilder
@Subject.Kind(value = "dose-escalation", prefix = "I")
public record DoseEscalation(
        Ref<Study> study,
        Ref<Product> product,
        String indication,
        Status status,
        DosePlan plan,
        @Nullable StartingDose startingDose,
        @Nullable Integer approvedLevel,
        List<Cohort> cohorts,
        List<Patient> patients,
        List<FailedProduct> failedProducts,
        List<DoseDecision> decisions,
        List<Expansion> expansions,
        @Nullable Recommendation recommendation,
        @Nullable Integer mtd,
        Standing standing)
        implements Subject, DoseEscalationBuilder.With {

    public enum Status {
        PLANNED,
        OPEN,
        STOPPED,
        COMPLETED
    }

    /** What a cohort is treated for. */
    public enum Purpose {
        /** To find the dose. */
        ESCALATION,
        /** To learn more of a dose below the present one, which was found safe. */
        BACKFILL,
        /** To learn more of the dose that was found; its patients don't count for the design. */
        EXPANSION
    }

    /** The method by which the starting dose was derived. */
    public enum StartingMethod {
        BODY_SURFACE_SCALING,
        ALLOMETRIC_SCALING,
        EFFECTIVE_CELLS,
        NOAEL,
        PRIOR_CLINICAL_DATA,
        OTHER
    }

    /**
     * The starting dose and what speaks for it (CP-3.2.2).
     *
     * @param level of the plan
     * @param unacceptableRisk the conclusion of the review
     * @param priorInvestigatorTrial whether an investigator-initiated trial of the product exists and no registration trial
     */
    public record StartingDose(
            int level,
            @In("10*6") BigDecimal dose,
            String indication,
            StartingMethod method,
            @Nullable String methodRationale,
            String safetyBasis,
            String activityBasis,
            @Nullable String speciesDifference,
            @Nullable String uncertainty,
            boolean priorInvestigatorTrial,
            List<PriorEvidence> evidence,
            boolean unacceptableRisk,
            String conclusionBasis,
            Instant at,
            List<Ref<? extends Subject>> signers) {}

    /** One topic of the review of earlier research (CP-3.2.2h). */
    public record PriorEvidence(
            Topic topic, @Text(max = 500) String finding, boolean notApplicable) {

        public enum Topic {
            DISEASE_CATEGORY,
            TARGET_BIOLOGY,
            IMMUNE_BALANCE,
            ROUTE,
            CAR_DESIGN,
            GENE_MODIFICATION,
            PHENOTYPE,
            MANUFACTURING_CONDITIONS,
            EFFICACY_DATA,
            SAFETY_DATA,
            MODEL_PREDICTION
        }
    }

    /**
     * Patients who are treated at one dose together.
     *
     * @param assigned patients who hold a place: all but those whom nobody could evaluate or treat
     * @param pending those of them whose outcome is open
     * @param remaining places left
     * @param nextFrom when the next patient may be treated at the earliest: sentinel or stagger interval after the last
     */
    public record Cohort(
            int number,
            Purpose purpose,
            int level,
            int size,
            Instant opened,
            int assigned,
            int pending,
            int remaining,
            @Nullable Instant nextFrom) {}

    /**
     * A patient in the dose finding.
     *
     * @param code in the study
     * @param dose as measured before it is given
     * @param dosesGiven how many whole doses; more than one only where the plan repeats doses
     * @param windowEnds when the outcome can be assessed as free of dose-limiting toxicity
     */
    @RecordBuilder
    public record Patient(
            String code,
            Ref<Recipient> recipient,
            @Nullable Ref<Order> order,
            int cohort,
            int level,
            Purpose purpose,
            PatientStatus status,
            Instant assigned,
            @Nullable ActualDose dose,
            @Nullable DoseException exception,
            @Nullable Administration administration,
            int dosesGiven,
            @Nullable Instant windowEnds,
            @Nullable Assessment assessment,
            @Nullable Boolean responded)
            implements DoseEscalationPatientBuilder.With {

        boolean holdsPlace() {
            return status != PatientStatus.NOT_EVALUABLE && status != PatientStatus.NOT_TREATED;
        }

        boolean isPending() {
            return holdsPlace() && assessment == null;
        }
    }

    public enum PatientStatus {
        ASSIGNED,
        /** Treated, and the outcome is open. */
        IN_WINDOW,
        NO_DLT,
        DLT,
        NOT_EVALUABLE,
        /** The product failed, or the patient withdrew before treatment. */
        NOT_TREATED
    }

    /**
     * The dose as measured (CP-3.2.3e, k).
     *
     * @param totalCells counted, living and dead
     * @param countedCells those by which the plan doses; absent where the share that tells them is missing
     * @param actual in the unit of the plan's basis; absent where cells, weight or height are missing
     * @param withinTolerance whether the actual dose is between the level's limits; absent likewise
     */
    public record ActualDose(
            Instant at,
            @In("10*6") BigDecimal totalCells,
            @In("%") BigDecimal viability,
            @Nullable @In("%") BigDecimal transductionEfficiency,
            @In("mL") BigDecimal volume,
            @Nullable @In("{copies}/{cell}") BigDecimal vectorCopies,
            @Nullable @In("10*6") BigDecimal cd3Cells,
            @Nullable @In("kg") BigDecimal weight,
            @Nullable @In("cm") BigDecimal height,
            @Nullable @In("10*6") BigDecimal countedCells,
            @Nullable @In("10*6") BigDecimal actual,
            @Nullable Boolean withinTolerance,
            List<Subset> subsets) {}

    /** The share of a cell subset in the product. */
    public record Subset(
            String name,
            @In(value = "%", min = "0", max = "100") BigDecimal percent) {}

    /** The signed consent to give a dose outside the tolerance, up to this figure. */
    public record DoseException(
            @In("10*6") BigDecimal from,
            @In("10*6") BigDecimal to,
            String reason,
            Instant at,
            List<Ref<? extends Subject>> signers) {}

    /** How the product was given. */
    public record Administration(
            Instant finished,
            DosePlan.RouteMode mode,
            String route,
            @Nullable String site,
            @Nullable String lesionEnvironment,
            @Nullable Instant checked,
            @Nullable Boolean embolism,
            @Nullable Boolean procedureInjury) {}

    /** What was found in the window. */
    public record Assessment(
            Instant at,
            Outcome outcome,
            @Nullable Instant onset,
            @Nullable String finding,
            Ref<? extends Subject> by) {

        public enum Outcome {
            NO_DLT,
            DLT,
            NOT_EVALUABLE
        }
    }

    /** A product that was not made, or out of its specification. */
    public record FailedProduct(String code, int level, Kind kind, String reason, Instant at) {

        public enum Kind {
            NOT_MADE,
            OUT_OF_SPECIFICATION,
            WITHDRAWN
        }
    }

    /**
     * The signed decision after a cohort.
     *
     * @param advised what the design said when the decision was taken; absent where it said nothing
     * @param advisedLevel the level that it said
     * @param stepRatio next target dose over the present one; absent where no further cohort was decided
     */
    public record DoseDecision(
            int cohort,
            Course course,
            @Nullable Integer nextLevel,
            @Nullable Decision advised,
            @Nullable Integer advisedLevel,
            @Nullable @In("1") BigDecimal stepRatio,
            List<Ground> grounds,
            String minutes,
            Instant at,
            List<Ref<? extends Subject>> signers) {

        public enum Course {
            CONTINUE,
            STOP,
            COMPLETE
        }
    }

    /** What a decision rests on, in one respect (CP-3.2.3b). */
    public record Ground(Topic topic, @Text(max = 500) String statement) {

        public enum Topic {
            SAFETY,
            EFFICACY,
            DOSE_RANGE,
            EXPOSURE,
            PRODUCT_FEATURES,
            TARGET_EXPRESSION,
            MINIMAL_EFFECTIVE_DOSE
        }
    }

    /**
     * An expansion cohort (CP-3.2.6b).
     *
     * @param eventRate a true rate of events that the cohort is meant to show
     * @param detection the probability to see at least one of them, 1 − (1 − p)^n: computed
     */
    public record Expansion(
            int cohort,
            int level,
            int size,
            @Nullable String objective,
            @Nullable String sampleSizeRationale,
            @In("1") BigDecimal eventRate,
            @In("1") BigDecimal detection) {}

    /** The recommended dose and the evidence for it (CP-3.2.2c). */
    public record Recommendation(
            int level,
            int lowestEffectiveLevel,
            int highestEffectiveLevel,
            List<DoseEvidence> evidence,
            Instant at,
            List<Ref<? extends Subject>> signers) {}

    /** One column of the evidence, or why it is empty. */
    public record DoseEvidence(
            Topic topic,
            @Nullable @Text(max = 500) String result,
            @Nullable @Text(max = 500) String whyEmpty) {

        public enum Topic {
            CELLULAR_KINETICS,
            PHARMACODYNAMICS,
            CELL_ACTIVITY,
            SAFETY,
            LATER_ANALYSES
        }
    }

    /**
     * Where the design stands.
     *
     * @param level the dose of the last escalation cohort, or the starting level
     * @param decision what the design says to do; absent before the first cohort and where it says nothing of these counts
     * @param nextLevel the level that it says; absent where it stops or waits
     * @param tableDecision what its table says of the counts at the level alone
     * @param obstacle code of the reason why it says nothing
     * @param ceiling the highest level that may be given next by any decision: never an eliminated one, never more than one above the
     *     highest that was tried, no higher than now unless the design is sure to escalate or stay; 0 for none
     * @param halted whether the design goes down or stops however the open outcomes and the free places of the cohort turn out
     * @param mtd the maximum tolerated dose if the trial ended now; absent if none can be selected
     * @param treated patients who count against the maximum
     */
    public record Standing(
            int level,
            @Nullable Decision decision,
            @Nullable Integer nextLevel,
            @Nullable Decision tableDecision,
            @Nullable String obstacle,
            int ceiling,
            boolean halted,
            @Nullable Integer mtd,
            int treated,
            List<AtLevel> levels) {}

    /**
     * What has been seen at one dose.
     *
     * @param evaluable patients whose outcome is known
     * @param responses those of them who responded; absent where the design does not look at it
     * @param eliminated whether the design gives up this dose
     * @param estimate isotonic estimate of the probability of dose-limiting toxicity; absent where nobody was evaluated
     */
    public record AtLevel(
            int level,
            int evaluable,
            int dlts,
            @Nullable Integer responses,
            int pending,
            boolean eliminated,
            @Nullable @In("1") BigDecimal estimate,
            @Nullable @In("1") BigDecimal lower,
            @Nullable @In("1") BigDecimal upper) {}

    /** A dose finding that nobody has entered yet. */
    public static DoseEscalation planned(Ref<Study> study, Ref<Product> product, String indication, DosePlan plan) {
        return new DoseEscalation(
                        study,
                        product,
                        indication,
                        Status.PLANNED,
                        plan,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        null,
                        null,
                        new Standing(1, null, null, null, null, 0, false, null, 0, List.of()))
                .judged();
    }

    /** The plan is another one; doses that are in use stay at their numbers. */
    public DoseEscalation amended(DosePlan next) {
        return changed(e -> e.withPlan(next));
    }

    /** A change, and the design asked anew. */
    public DoseEscalation changed(UnaryOperator<DoseEscalation> change) {
        return change.apply(this).judged();
    }

    private DoseEscalation judged() {
        DoseEscalation counted =
                withCohorts(cohorts.stream().map(c -> CohortCount.of(this, c)).toList());
        return counted.withStanding(EscalationRules.of(counted).standing());
    }

    /** A cohort opens. */
    public DoseEscalation opened(Purpose purpose, int level, int size, Instant at) {
        Cohort cohort = new Cohort(cohorts.size() + 1, purpose, level, size, at, 0, 0, size, null);
        return changed(e -> e.with(b -> {
            b.cohorts(Lists.plus(cohorts, cohort));
            if (purpose == Purpose.ESCALATION) {
                b.approvedLevel(null).status(Status.OPEN);
            }
        }));
    }

    /** The last cohort of the escalation. */
    public Optional<Cohort> lastCohort() {
        return cohorts.stream().filter(c -> c.purpose() == Purpose.ESCALATION).reduce((earlier, later) -> later);
    }

    /** A patient gets a place in the cohort, if there is such a cohort. */
    public DoseEscalation assigned(
            String code, Ref<Recipient> recipient, @Nullable Ref<Order> order, int cohort, Instant at) {
        return cohorts.stream()
                .filter(c -> c.number() == cohort)
                .findFirst()
                .map(c -> new Patient(
                        code,
                        recipient,
                        order,
                        cohort,
                        c.level(),
                        c.purpose(),
                        PatientStatus.ASSIGNED,
                        at,
                        null,
                        null,
                        null,
                        0,
                        null,
                        null,
                        null))
                .map(p -> changed(e -> e.withPatients(Lists.plus(patients, p))))
                .orElse(this);
    }

    /** The dose of the patient is measured, against the level of the patient. */
    public DoseEscalation measured(Ref<Recipient> recipient, Function<DosePlan.Level, ActualDose> measure) {
        return patient(recipient, p -> p.withDose(measure.apply(plan.level(p.level()))));
    }

    public DoseEscalation excepted(Ref<Recipient> recipient, DoseException exception) {
        return patient(recipient, p -> p.withException(exception));
    }

    /** The patient was given the dose or a fraction of it. */
    public DoseEscalation treated(Ref<Recipient> recipient, @Nullable Integer fraction, Administration given) {
        return patient(
                recipient,
                p -> p.with(b -> b.status(PatientStatus.IN_WINDOW)
                        .administration(given)
                        .dosesGiven(
                                fraction == null
                                                || fraction
                                                        == plan.level(p.level()).fractions()
                                        ? p.dosesGiven() + 1
                                        : p.dosesGiven())
                        .windowEnds(given.finished().plus(plan.dltWindow()))));
    }

    /** The patient was looked at after the dose. */
    public DoseEscalation checked(
            Ref<Recipient> recipient, Instant at, @Nullable Boolean embolism, @Nullable Boolean procedureInjury) {
        return patient(recipient, p -> {
            Administration a = p.administration();
            return a == null
                    ? p
                    : p.withAdministration(new Administration(
                            a.finished(),
                            a.mode(),
                            a.route(),
                            a.site(),
                            a.lesionEnvironment(),
                            at,
                            embolism,
                            procedureInjury));
        });
    }

    /** The patient gives the place back. */
    public DoseEscalation notTreated(Ref<Recipient> recipient, FailedProduct.Kind kind, String reason, Instant at) {
        return changed(e -> e.with(b -> b.patients(each(recipient, p -> p.withStatus(PatientStatus.NOT_TREATED)))
                .failedProducts(Lists.plusAll(
                        failedProducts,
                        patients.stream()
                                .filter(p -> p.recipient().equals(recipient))
                                .map(p -> new FailedProduct(p.code(), p.level(), kind, reason, at))
                                .toList()))));
    }

    public DoseEscalation assessed(Ref<Recipient> recipient, Assessment assessment) {
        PatientStatus status = switch (assessment.outcome()) {
            case NO_DLT -> PatientStatus.NO_DLT;
            case DLT -> PatientStatus.DLT;
            case NOT_EVALUABLE -> PatientStatus.NOT_EVALUABLE;
        };
        return patient(recipient, p -> p.with(b -> b.status(status).assessment(assessment)));
    }

    public DoseEscalation responded(Ref<Recipient> recipient, boolean responded) {
        return patient(recipient, p -> p.withResponded(responded));
    }

    /** A decision is signed. The maximum tolerated dose at the end is the one that the design selects. */
    public DoseEscalation decided(
            DoseDecision.Course course,
            @Nullable Integer nextLevel,
            List<Ground> grounds,
            String minutes,
            Instant at,
            List<Ref<? extends Subject>> signers) {
        DoseDecision decision = new DoseDecision(
                cohorts.size(),
                course,
                nextLevel,
                standing.decision(),
                standing.nextLevel(),
                stepRatio(nextLevel),
                grounds,
                minutes,
                at,
                signers);
        return changed(e -> e.with(b -> {
            b.decisions(Lists.plus(decisions, decision));
            switch (course) {
                case CONTINUE -> b.approvedLevel(nextLevel);
                case STOP -> b.approvedLevel(null).status(Status.STOPPED);
                case COMPLETE -> b.approvedLevel(null).status(Status.COMPLETED).mtd(standing.mtd());
            }
        }));
    }

    private @Nullable BigDecimal stepRatio(@Nullable Integer nextLevel) {
        if (nextLevel == null || nextLevel > plan.levels().size()) {
            return null;
        }
        BigDecimal now = plan.level(standing.level()).target();
        return now.signum() == 0 ? null : plan.level(nextLevel).target().divide(now, new MathContext(4));
    }

    /** An expansion cohort opens; the probability to see at least one event of rate p among n patients is 1 − (1 − p)^n. */
    public DoseEscalation expanded(
            int level,
            int size,
            @Nullable String objective,
            @Nullable String sampleSizeRationale,
            BigDecimal eventRate,
            Instant at) {
        BigDecimal detection = BigDecimal.ONE
                .subtract(BigDecimal.ONE.subtract(eventRate).pow(size))
                .setScale(4, RoundingMode.HALF_EVEN);
        Expansion expansion =
                new Expansion(cohorts.size() + 1, level, size, objective, sampleSizeRationale, eventRate, detection);
        return withExpansions(Lists.plus(expansions, expansion)).opened(Purpose.EXPANSION, level, size, at);
    }

    private DoseEscalation patient(Ref<Recipient> recipient, UnaryOperator<Patient> change) {
        return changed(e -> e.withPatients(each(recipient, change)));
    }

    private List<Patient> each(Ref<Recipient> recipient, UnaryOperator<Patient> change) {
        return patients.stream()
                .map(p -> p.recipient().equals(recipient) ? change.apply(p) : p)
                .toList();
    }
}
