package org.opencgt.dosefinding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.opencgt.act.Ref;
import org.opencgt.science.BadInput;
import org.opencgt.science.dosefinding.Advice;
import org.opencgt.science.dosefinding.Decision;
import org.opencgt.science.dosefinding.TrialState;
import org.opencgt.science.dosefinding.design.Boin;
import org.opencgt.subject.DesignSettings;
import org.opencgt.subject.DoseEscalation;
import org.opencgt.subject.DoseEscalation.Assessment.Outcome;
import org.opencgt.subject.DoseEscalation.DoseDecision;
import org.opencgt.subject.DosePlan;
import org.opencgt.subject.Recipient;

class DoseEscalationTest {

    private final Course course = new Course(Plans.plan(Plans.boin()));

    @Test
    void theStudyNamesItsDoseFinding() {
        assertThat(course.study().doseEscalations()).containsExactly(Course.ESCALATION);
    }

    @Test
    void nothingIsAdvisedBeforeTheFirstCohort() {
        assertThat(course.standing().decision()).isNull();
        assertThat(course.standing().ceiling()).isEqualTo(1);
        assertThat(course.state().approvedLevel()).isEqualTo(1);
        assertThat(new Course(Plans.plan(Plans.boin())).open(1).state().approvedLevel())
                .isNull();
    }

    /** Liu and Yuan 2015, target 0.3: λe 0.236, λd 0.358; with three patients a dose is given up from three toxicities on. */
    @Test
    void theAdviceIsThatOfTheDecisionTable() {
        Decision[] expected = {Decision.ESCALATE, Decision.STAY, Decision.DEESCALATE, Decision.ELIMINATE};
        for (int dlts = 0; dlts <= 3; dlts++) {
            DoseEscalation.Standing standing = new Course(Plans.plan(Plans.boin()))
                    .cohort(1, 0)
                    .cohort(2, dlts)
                    .standing();
            assertThat(standing.decision()).as("%d of 3", dlts).isEqualTo(expected[dlts]);
            assertThat(standing.nextLevel()).isEqualTo(new int[] {3, 2, 1, 1}[dlts]);
            assertThat(standing.ceiling()).isEqualTo(new int[] {3, 3, 2, 1}[dlts]);
            assertThat(standing.halted()).isEqualTo(dlts >= 2);
            assertThat(standing.levels().get(1).eliminated()).isEqualTo(dlts == 3);
        }
    }

    @Test
    void aToxicLowestDoseEndsTheTrial() {
        DoseEscalation.Standing standing = course.cohort(1, 3).standing();
        assertThat(standing.decision()).isEqualTo(Decision.STOP);
        assertThat(standing.ceiling()).isZero();
        assertThat(standing.mtd()).isNull();
    }

    @Test
    void anOpenWindowWaitsUnlessTheAnswerIsSure() {
        course.cohort(1, 0).open(2);
        Ref<Recipient> first = course.treat();
        Ref<Recipient> second = course.treat();
        Ref<Recipient> third = course.treat();
        assertThat(course.standing().decision()).isEqualTo(Decision.WAIT);
        assertThat(course.standing().ceiling()).isEqualTo(2);

        course.assess(first, Outcome.NO_DLT).assess(second, Outcome.DLT);
        assertThat(course.standing().decision()).isEqualTo(Decision.WAIT);
        assertThat(course.standing().halted()).isFalse();
        assertThat(course.state().cohorts().getLast().pending()).isEqualTo(1);

        course.assess(third, Outcome.DLT);
        assertThat(course.standing().decision()).isEqualTo(Decision.DEESCALATE);
    }

    @Test
    void twoToxicitiesHaltTheCohortBeforeTheThirdPatient() {
        course.cohort(1, 0).open(2);
        course.assess(course.treat(), Outcome.DLT);
        assertThat(course.standing().halted()).isFalse(); // one of three would be fine
        course.assess(course.treat(), Outcome.DLT);
        assertThat(course.standing().halted()).isTrue();
        assertThat(course.state().cohorts().getLast().remaining()).isEqualTo(1);
    }

    @Test
    void whoCannotBeEvaluatedOrTreatedGivesThePlaceBack() {
        course.open(1);
        course.assess(course.treat(), Outcome.NOT_EVALUABLE);
        Ref<Recipient> failed = course.assign();
        course.act(new RecordFailedProduct(
                Course.ESCALATION, failed, DoseEscalation.FailedProduct.Kind.NOT_MADE, "did not expand"));
        assertThat(course.state().cohorts().getLast().remaining()).isEqualTo(3);
        assertThat(course.standing().treated()).isZero();
        assertThat(course.state().failedProducts()).hasSize(1);
        assertThat(course.standing().levels().getFirst().evaluable()).isZero();
    }

    @Test
    void backfillCountsAtItsDoseAndExpansionDoesNot() {
        course.cohort(1, 0).cohort(2, 1).backfill(1);
        course.assess(course.treat(), Outcome.DLT);
        assertThat(course.standing().level()).isEqualTo(2);
        assertThat(course.standing().levels().getFirst())
                .returns(4, DoseEscalation.AtLevel::evaluable)
                .returns(1, DoseEscalation.AtLevel::dlts);

        course.decide(DoseDecision.Course.COMPLETE, null)
                .act(new OpenExpansion(Course.ESCALATION, 1, 10, "late toxicity", "why", new BigDecimal("0.1")));
        DoseEscalation.Expansion expansion = course.state().expansions().getFirst();
        assertThat(expansion.detection()).isEqualByComparingTo("0.6513"); // 1 − 0.9^10
        course.assess(course.treat(), Outcome.DLT);
        assertThat(course.standing().levels().getFirst().evaluable()).isEqualTo(4);
    }

    @Test
    void aDecisionKeepsWhatTheDesignSaid() {
        course.cohort(1, 0).decide(DoseDecision.Course.CONTINUE, 2);
        assertThat(course.state().decisions().getFirst())
                .returns(Decision.ESCALATE, DoseDecision::advised)
                .returns(2, DoseDecision::advisedLevel)
                .extracting(DoseDecision::stepRatio)
                .satisfies(ratio -> assertThat(ratio).isEqualByComparingTo("3"));
        assertThat(course.state().approvedLevel()).isEqualTo(2);
    }

    @Test
    void theMaximumToleratedDoseIsTheOneThatTheDesignSelects() {
        course.cohort(1, 0).cohort(2, 1).cohort(2, 0).cohort(3, 3).decide(DoseDecision.Course.COMPLETE, null);
        assertThat(course.state().mtd())
                .isEqualTo(Boin.withDefaults(0.3)
                        .select(TrialState.outcomes(new int[] {3, 6, 3}, new int[] {0, 1, 3}, null))
                        .mtd())
                .isEqualTo(2);
        assertThat(course.state().status()).isEqualTo(DoseEscalation.Status.COMPLETED);
    }

    @Test
    void theSentinelIntervalRunsFromTheInfusion() {
        course.open(1);
        assertThat(course.state().cohorts().getLast().nextFrom()).isNull();
        course.treat();
        assertThat(course.state().cohorts().getLast().nextFrom())
                .isEqualTo(course.now().plus(Duration.ofDays(7)));
        course.later(Duration.ofDays(7)).treat();
        assertThat(course.state().cohorts().getLast().nextFrom())
                .isEqualTo(course.now().plus(Duration.ofDays(3)));
        assertThat(course.state().patients().getLast().windowEnds())
                .isEqualTo(course.now().plus(Duration.ofDays(28)));
    }

    @Test
    void theActualDoseFollowsFromTheMeasurements() {
        course.open(1);
        Ref<Recipient> recipient = course.assign();
        course.measure(recipient, "100", "90", "40", "72"); // 100e6 × 0.90 × 0.40 / 72 kg
        assertThat(actual(course).countedCells()).isEqualByComparingTo("36");
        assertThat(actual(course).actual()).isEqualByComparingTo("0.5");
        assertThat(actual(course).withinTolerance()).isTrue();
        course.measure(recipient, "100", "90", "40", "100");
        assertThat(actual(course).withinTolerance()).isFalse(); // 0.36 is below 0.4
        course.measure(recipient, "100", "90", "", "72");
        assertThat(actual(course).actual()).isNull();
        assertThat(actual(course).withinTolerance()).isNull();
        course.measure(recipient, "100", "90", "40", "");
        assertThat(actual(course).actual()).isNull();
    }

    @Test
    void bodySurfaceIsMostellers() {
        Course perSurface = new Course(Plans.plan(Plans.boin(), DosePlan.Basis.PER_M2, 3)).open(1);
        perSurface.measure(perSurface.assign(), "100", "100", "100", "70");
        // √(170 cm × 70 kg / 3600) = 1.8181 m²
        assertThat(Objects.requireNonNull(actual(perSurface).actual()).doubleValue())
                .isCloseTo(100 / 1.818119, Offset.offset(1e-4));
    }

    private static DoseEscalation.ActualDose actual(Course course) {
        return Objects.requireNonNull(course.state().patients().getLast().dose());
    }

    @Test
    void impossibleAndForeignSettingsAreRefused() {
        assertThatThrownBy(() -> Plans.design(DesignSettings.Name.BOIN, "1")).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> Plans.design(DesignSettings.Name.BOIN, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("design-needs-target");
        assertThatThrownBy(() -> Plans.design(DesignSettings.Name.THREE_PLUS_THREE, "0.3"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("design-foreign-setting");
        assertThatThrownBy(() ->
                        Plans.design(DesignSettings.Name.CUSTOM, "0.3", List.of(new DesignSettings.Row(3, "E,S,E,DU"))))
                .isInstanceOf(BadInput.class);
    }

    @Test
    void aCustomTableWithoutARowSaysNothingAndAllowsNothingHigher() {
        Course custom = new Course(Plans.plan(
                Plans.design(DesignSettings.Name.CUSTOM, "0.3", List.of(new DesignSettings.Row(3, "E,S,D,DU")))));
        custom.open(1);
        custom.assess(custom.treat(), Outcome.NO_DLT);
        assertThat(custom.standing().decision()).isNull();
        assertThat(custom.standing().obstacle()).isEqualTo("dosefinding.not-in-table");
        assertThat(custom.standing().ceiling()).isEqualTo(1);
        custom.assess(custom.treat(), Outcome.NO_DLT).assess(custom.treat(), Outcome.NO_DLT);
        assertThat(custom.standing().decision()).isEqualTo(Decision.ESCALATE);
    }

    @Test
    void threePlusThreeStopsWithADose() {
        Course rules = new Course(Plans.plan(Plans.design(DesignSettings.Name.THREE_PLUS_THREE, null)));
        rules.cohort(1, 0).cohort(2, 2);
        assertThat(rules.standing().decision()).isEqualTo(Decision.STOP);
        assertThat(rules.standing().mtd()).isEqualTo(1);
        assertThat(rules.standing().ceiling()).isZero();
    }

    @Test
    void aDesignThatWeighsEfficacyWaitsForResponses() {
        Course tepi = new Course(Plans.plan(Plans.design(DesignSettings.Name.TEPI, "0.4")));
        tepi.cohort(1, 0).cohort(2, 1);
        assertThat(tepi.standing().decision()).isEqualTo(Decision.WAIT); // down if nobody responds, else stay
        for (int i = 4; i <= 6; i++) {
            tepi.act(new AssessResponse(Course.ESCALATION, Course.patient(i), true, "complete remission"));
        }
        assertThat(tepi.standing().decision()).isEqualTo(Decision.STAY);
        assertThat(tepi.standing().levels().get(1).responses()).isEqualTo(3);
    }

    /** Whatever happens: the advice is the engine's for the counts, and nothing eliminated is ever within reach. */
    @Test
    void inRandomCoursesTheStateAgreesWithTheEngine() {
        Random random = new Random(20260302);
        for (int trial = 0; trial < 150; trial++) {
            Course any = new Course(Plans.plan(Plans.boin(), DosePlan.Basis.PER_KG, 4));
            int level = 1;
            int[] patients = new int[4];
            int[] dlts = new int[4];
            for (int cohort = 0; cohort < 6 && level > 0; cohort++) {
                int toxic = random.nextInt(100) < 60 ? 0 : random.nextInt(4);
                any.cohort(level, toxic);
                patients[level - 1] += 3;
                dlts[level - 1] += toxic;
                Advice advice = Boin.withDefaults(0.3).decide(TrialState.of(patients, dlts, level));
                DoseEscalation.Standing standing = any.standing();
                assertThat(standing.decision()).isEqualTo(advice.decision());
                assertThat(standing.nextLevel()).isEqualTo(advice.nextDose());
                for (DoseEscalation.AtLevel at : standing.levels()) {
                    assertThat(at.eliminated() && at.level() <= standing.ceiling())
                            .as("%s within reach", at)
                            .isFalse();
                }
                level = advice.nextDose() == null ? 0 : advice.nextDose();
            }
        }
    }
}
