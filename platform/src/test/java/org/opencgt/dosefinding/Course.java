package org.opencgt.dosefinding;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.opencgt.Folding;
import org.opencgt.act.Act;
import org.opencgt.act.Ref;
import org.opencgt.study.RegisterStudy;
import org.opencgt.subject.DoseEscalation;
import org.opencgt.subject.DoseEscalation.Assessment.Outcome;
import org.opencgt.subject.DosePlan;
import org.opencgt.subject.Product;
import org.opencgt.subject.Recipient;
import org.opencgt.subject.Site;
import org.opencgt.subject.Study;

/** A dose escalation told in acts, without gates. */
final class Course {

    static final Ref<DoseEscalation> ESCALATION = Ref.parse("dose-escalation:I1");
    static final Ref<Study> STUDY = Ref.parse("study:Y1");
    static final Ref<Product> PRODUCT = Ref.parse("product:T1");

    private static final Ref<Site> SITE = Ref.parse("site:S1");

    private final Folding folding = new Folding();
    private final DosePlan plan;
    private Instant now = Instant.parse("2026-03-02T08:00:00Z");
    private int patients;

    Course(DosePlan plan) {
        this.plan = plan;
        act(new RegisterStudy(STUDY, PRODUCT, SITE, SITE, "Dose finding", "DF", "1.0", null, null, null));
        act(new PlanDoseFinding(ESCALATION, STUDY, PRODUCT, "lymphoma", plan));
        act(new SetStartingDose(
                ESCALATION,
                1,
                plan.level(1).target(),
                "lymphoma",
                DoseEscalation.StartingMethod.PRIOR_CLINICAL_DATA,
                null,
                "safe",
                "active",
                null,
                null,
                false,
                List.of(),
                false,
                "report"));
    }

    DoseEscalation state() {
        return folding.state(ESCALATION);
    }

    DoseEscalation.Standing standing() {
        return state().standing();
    }

    Study study() {
        return folding.state(STUDY);
    }

    Instant now() {
        return now;
    }

    Course act(Act act) {
        folding.act(now.toString(), List.of(Folding.OPERATOR, Folding.ANOTHER), act);
        return this;
    }

    Course later(Duration time) {
        now = now.plus(time);
        return this;
    }

    Course open(int level) {
        return act(new OpenCohort(ESCALATION, OpenCohort.Kind.ESCALATION, level, null));
    }

    Course backfill(int level) {
        return act(new OpenCohort(ESCALATION, OpenCohort.Kind.BACKFILL, level, null));
    }

    static Ref<Recipient> patient(int number) {
        return new Ref<>("recipient", "C" + number);
    }

    /** A patient gets a place in the newest cohort, and the dose. */
    Ref<Recipient> treat() {
        Ref<Recipient> recipient = assign();
        act(new Treat(
                ESCALATION, recipient, null, now, DosePlan.RouteMode.INTRAVENOUS, "intravenous", null, null, null));
        return recipient;
    }

    Ref<Recipient> assign() {
        patients++;
        Ref<Recipient> recipient = patient(patients);
        act(new AssignPatient(
                ESCALATION, recipient, null, "DF-" + patients, state().cohorts().size(), true));
        return recipient;
    }

    Course assess(Ref<Recipient> recipient, Outcome outcome) {
        return act(new AssessDlt(ESCALATION, recipient, outcome, outcome == Outcome.DLT ? now : null, "finding"));
    }

    Course measure(Ref<Recipient> recipient, String total, String viability, String transduction, String weight) {
        return act(new ConfirmDose(
                ESCALATION,
                recipient,
                new BigDecimal(total),
                new BigDecimal(viability),
                transduction.isEmpty() ? null : new BigDecimal(transduction),
                new BigDecimal("40"),
                null,
                null,
                weight.isEmpty() ? null : new BigDecimal(weight),
                new BigDecimal("170"),
                List.of()));
    }

    /** A cohort of three at the level, so many of them with a toxicity. */
    Course cohort(int level, int dlts) {
        open(level);
        for (int i = 0; i < plan.cohortSize(); i++) {
            assess(treat(), i < dlts ? Outcome.DLT : Outcome.NO_DLT);
        }
        return this;
    }

    Course decide(DoseEscalation.DoseDecision.Course course, @org.jspecify.annotations.Nullable Integer level) {
        return act(new DecideDose(ESCALATION, course, level, List.of(), "minutes"));
    }
}
