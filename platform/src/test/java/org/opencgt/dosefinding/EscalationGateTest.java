package org.opencgt.dosefinding;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.opencgt.Folding;
import org.opencgt.act.Act;
import org.opencgt.act.Effects;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;
import org.opencgt.act.Vocabulary;
import org.opencgt.gate.Facts;
import org.opencgt.gate.Finding;
import org.opencgt.gate.Gate;
import org.opencgt.gate.Language;
import org.opencgt.gate.OpenObligation;
import org.opencgt.gate.Situation;
import org.opencgt.gate.Verdict;
import org.opencgt.guideline.Guidelines;
import org.opencgt.guideline.PackLoader;
import org.opencgt.subject.DoseEscalation;
import org.opencgt.subject.DoseEscalation.Assessment.Outcome;
import org.opencgt.subject.DoseEscalation.DoseDecision;
import org.opencgt.subject.DosePlan;
import org.opencgt.subject.Recipient;

/** Attempts to get round the design, with a justification for every clause: what the house forbids stays forbidden. */
class EscalationGateTest {

    private static final Vocabulary VOCABULARY = new Vocabulary();
    private static final Language LANGUAGE = new Language(VOCABULARY);
    private static final Guidelines GUIDELINES = PackLoader.load(LANGUAGE, (Path) null);
    private static final Gate GATE = new Gate(LANGUAGE, GUIDELINES.checks());

    private static final Set<Finding.Result> QUIET =
            Set.of(Finding.Result.HOLDS, Finding.Result.LIFTED, Finding.Result.NOT_ADOPTED);

    private final Course course = new Course(Plans.plan(Plans.boin()));

    /** The clauses that block the act although a reason is given for each that may be lifted. */
    private List<String> blocking(Act act) {
        return judge(act, true).findings().stream()
                .filter(f -> !QUIET.contains(f.result()))
                .map(Finding::clause)
                .distinct()
                .toList();
    }

    private List<String> blockingWithoutReasons(Act act) {
        return judge(act, false).findings().stream()
                .filter(f -> !QUIET.contains(f.result()))
                .map(Finding::clause)
                .distinct()
                .toList();
    }

    private Verdict judge(Act act, boolean justified) {
        DoseEscalation before = course.state();
        Map<Ref<? extends Subject>, Subject> states = new HashMap<>(Map.of(Course.ESCALATION, before));
        states.put(Course.STUDY, course.study());
        Occasion occasion = new Occasion(
                "E", course.now(), course.now(), Folding.OPERATOR, List.of(Folding.OPERATOR, Folding.ANOTHER));
        Map<Ref<? extends Subject>, Subject> after = new HashMap<>(states);
        for (Effects.Step step : act.effects(occasion).steps()) {
            if (step instanceof Effects.Change(var ref, var change)) {
                Subject state = after.get(ref);
                if (state != null) {
                    after.put(ref, change.apply(state));
                }
            }
        }
        Map<String, String> reasons = new HashMap<>();
        if (justified) {
            GUIDELINES.packs().forEach(p -> p.clauses().forEach(c -> reasons.put(c.id(), "because I say so")));
        }
        return GATE.evaluate(
                new Situation(VOCABULARY.declaration(act), act, occasion, states, after, new Known(states), reasons));
    }

    private record Known(Map<Ref<? extends Subject>, Subject> states) implements Facts {

        @Override
        public @Nullable Subject state(Ref<? extends Subject> ref) {
            return states.get(ref);
        }

        @Override
        public List<OpenObligation> obligations(Ref<? extends Subject> ref) {
            return List.of();
        }

        @Override
        public Set<Ref<? extends Subject>> ancestors(Ref<? extends Subject> ref) {
            return Set.of();
        }

        @Override
        public Set<Ref<? extends Subject>> descendants(Ref<? extends Subject> ref) {
            return Set.of();
        }
    }

    private static DecideDose decision(@Nullable Integer level) {
        List<DoseEscalation.Ground> grounds = new ArrayList<>();
        for (DoseEscalation.Ground.Topic topic : DoseEscalation.Ground.Topic.values()) {
            grounds.add(new DoseEscalation.Ground(topic, "seen"));
        }
        return new DecideDose(Course.ESCALATION, DoseDecision.Course.CONTINUE, level, grounds, "minutes");
    }

    private static OpenCohort cohort(OpenCohort.Kind kind, int level) {
        return new OpenCohort(Course.ESCALATION, kind, level, null);
    }

    private Treat treat(Ref<Recipient> recipient) {
        return new Treat(
                Course.ESCALATION,
                recipient,
                null,
                course.now(),
                DosePlan.RouteMode.INTRAVENOUS,
                "intravenous",
                null,
                null,
                null);
    }

    @Test
    void theAdviceIsFollowedWithoutAsking() {
        course.cohort(1, 0);
        assertThat(blockingWithoutReasons(decision(2))).isEmpty();
    }

    @Test
    void aReasonLiftsACautiousDeviation() {
        course.cohort(1, 0);
        assertThat(blockingWithoutReasons(decision(1))).containsExactly("CP-3.2.3a");
        assertThat(blocking(decision(1))).isEmpty();
    }

    @Test
    void noReasonLiftsASkippedDose() {
        course.cohort(1, 0);
        assertThat(blocking(decision(3))).containsExactly("OC-D1");
    }

    @Test
    void noReasonLiftsAnEliminatedDose() {
        course.cohort(1, 0).cohort(2, 3);
        assertThat(blocking(decision(2))).containsExactly("OC-D1");
        assertThat(blocking(decision(3))).containsExactly("OC-D1");
        assertThat(blocking(decision(1))).isEmpty();
    }

    @Test
    void noReasonLiftsAStepUpWhileTheOutcomesDecide() {
        course.cohort(1, 0).open(2);
        course.treat();
        course.assess(course.treat(), Outcome.NO_DLT);
        assertThat(blocking(decision(3))).contains("OC-D1");
        assertThat(blockingWithoutReasons(decision(2))).contains("CP-3.2.3a");
    }

    @Test
    void noReasonOpensACohortWithoutADecision() {
        course.cohort(1, 0);
        assertThat(blocking(cohort(OpenCohort.Kind.ESCALATION, 2))).contains("OC-D2");
        course.act(decision(2));
        assertThat(blocking(cohort(OpenCohort.Kind.ESCALATION, 2))).isEmpty();
        assertThat(blocking(cohort(OpenCohort.Kind.ESCALATION, 1))).contains("OC-D2");
    }

    @Test
    void aDecisionThatLaterOutcomesOverturnOpensNothing() {
        course.cohort(1, 0).cohort(2, 0).act(decision(3)).backfill(1);
        for (int i = 0; i < 3; i++) {
            course.assess(course.treat(), Outcome.DLT);
        }
        assertThat(course.standing().levels().getFirst().dlts()).isEqualTo(3);
        course.backfill(1);
        for (int i = 0; i < 3; i++) {
            course.assess(course.treat(), Outcome.DLT);
        }
        assertThat(course.standing().decision()).isEqualTo(org.opencgt.science.dosefinding.Decision.STOP);
        assertThat(blocking(cohort(OpenCohort.Kind.ESCALATION, 3))).contains("OC-D1");
    }

    @Test
    void backfillStaysBelowThePresentDose() {
        course.cohort(1, 0).open(2);
        assertThat(blocking(cohort(OpenCohort.Kind.BACKFILL, 2))).contains("OC-D2");
        assertThat(blocking(cohort(OpenCohort.Kind.BACKFILL, 1))).isEmpty();
    }

    @Test
    void noReasonLiftsTheSentinelInterval() {
        course.open(1);
        course.treat();
        Ref<Recipient> next = course.assign();
        course.measure(next, "100", "90", "40", "72").later(Duration.ofDays(3));
        assertThat(blocking(treat(next))).containsExactly("OC-D3");
        course.later(Duration.ofDays(4));
        assertThat(blocking(treat(next))).isEmpty();
    }

    @Test
    void noReasonLiftsADoseOutsideItsTolerance() {
        course.open(1);
        Ref<Recipient> patient = course.assign();
        assertThat(blocking(treat(patient))).contains("CP-3.2.3e", "OC-D2"); // never measured
        course.measure(patient, "100", "90", "40", "100"); // 0.36, the limit is 0.4
        assertThat(blocking(treat(patient))).containsExactly("CP-3.2.3e");
        course.act(new ApproveDoseException(
                Course.ESCALATION, patient, new BigDecimal("0.37"), new BigDecimal("0.40"), "the only product"));
        assertThat(blocking(treat(patient))).containsExactly("CP-3.2.3e"); // the exception covers another dose
        course.act(new ApproveDoseException(
                Course.ESCALATION, patient, new BigDecimal("0.35"), new BigDecimal("0.40"), "the only product"));
        assertThat(blocking(treat(patient))).isEmpty();
    }

    @Test
    void aMissingTransductionEfficiencyLeavesTheDoseUnknown() {
        course.open(1);
        Ref<Recipient> patient = course.assign();
        course.measure(patient, "100", "90", "", "72");
        assertThat(blocking(treat(patient))).contains("CP-3.2.3e");
        assertThat(blockingWithoutReasons(treat(patient))).contains("CP-3.2.3e", "CP-3.2.3k");
    }

    @Test
    void nobodyIsTreatedTwiceOrWithoutAPlace() {
        course.open(1);
        Ref<Recipient> patient = course.assign();
        course.measure(patient, "100", "90", "40", "72").act(treat(patient));
        assertThat(blocking(treat(patient))).contains("OC-D2");
        assertThat(blocking(treat(Course.patient(99)))).contains("OC-D2", "OC-D3", "CP-3.2.3e");
    }

    @Test
    void nobodyIsFreeOfToxicityBeforeTheWindowEnds() {
        course.open(1);
        Ref<Recipient> patient = course.treat();
        AssessDlt none = new AssessDlt(Course.ESCALATION, patient, Outcome.NO_DLT, null, null);
        course.later(Duration.ofDays(27));
        assertThat(blocking(none)).containsExactly("OC-D2");
        course.later(Duration.ofDays(1));
        assertThat(blocking(none)).isEmpty();
    }

    @Test
    void aHaltedDoseAsksForAReasonBeforeAnotherPatient() {
        course.cohort(1, 0).open(2);
        course.assess(course.treat(), Outcome.DLT).assess(course.treat(), Outcome.DLT);
        Ref<Recipient> third = course.assign();
        course.measure(third, "300", "90", "40", "72").later(Duration.ofDays(7));
        assertThat(blockingWithoutReasons(treat(third))).containsExactly("CP-3.2.3a");
    }
}
