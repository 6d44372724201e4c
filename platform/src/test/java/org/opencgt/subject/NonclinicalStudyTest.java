package org.opencgt.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.opencgt.act.Ref;
import org.opencgt.subject.NonclinicalPlan.AnimalGroup;
import org.opencgt.subject.NonclinicalPlan.Detection;
import org.opencgt.subject.NonclinicalPlan.Endpoint;
import org.opencgt.subject.NonclinicalPlan.Tells;
import org.opencgt.subject.NonclinicalStudy.Effect;
import org.opencgt.subject.NonclinicalStudy.Fate;
import org.opencgt.subject.NonclinicalStudy.Measured;
import org.opencgt.subject.NonclinicalStudy.Trend;

class NonclinicalStudyTest {

    private static final Endpoint ENZYME = endpoint("alt", Tells.TOXICITY, null, List.of(), "0", "28");
    private static final Endpoint LABEL =
            endpoint("label", Tells.PRODUCT_CONCENTRATION, "0.5", List.of("high"), "1", "2", "3", "4", "5");

    @Test
    void withoutAPlanNothingIsKnown() {
        NonclinicalStudy study = study(null);
        assertThat(study.groupSize()).isNull();
        assertThat(study.noEffectDose()).isNull();
        assertThat(study.effects()).isEmpty();
        assertThat(study.missing()).isEmpty();
        assertThat(study.amountGiven()).isZero();
    }

    @Test
    void animalsNeededFollowFromWhatIsToBeDetected() {
        NonclinicalPlan plan = plan(List.of(ENZYME));
        assertThat(study(plan).groupSize()).isNull();
        // one standard deviation at 0.05 and 0.8 needs 17
        Detection detection = new Detection("alt", number("10"), number("10"), number("0.05"), number("0.8"));
        assertThat(study(detecting(plan, detection)).groupSize()).isEqualTo(17);
        Detection nothing = new Detection("alt", number("0"), number("10"), number("0.05"), number("0.8"));
        assertThat(study(detecting(plan, nothing)).groupSize()).isNull();
    }

    /** (1 + 10) a dose, 3 animals, 2 doses. */
    @Test
    void theAmountIsThatOfAllDoses() {
        assertThat(study(plan(List.of(ENZYME))).amountNeeded()).isEqualByComparingTo("66");
    }

    @Test
    void whatThePlanMeasuresAndNobodyReportedIsMissing() {
        NonclinicalStudy study = study(plan(List.of(ENZYME, LABEL)));
        assertThat(study.missing()).hasSize(3 * 2 + 5).contains("low alt 28", "high label 3");
        assertThat(study.measured(row("low", "alt", "28", 40, 41, 42)).missing())
                .hasSize(3 * 2 + 4)
                .doesNotContain("low alt 28");
    }

    @Test
    void changesFromBaselineAreComparedWhereAllAnimalsHaveOne() {
        NonclinicalStudy study = study(plan(List.of(ENZYME)))
                .measured(row("control", "alt", "28", 40, 50, 60))
                .measured(row("low", "alt", "28", 41, 52, 61))
                .measured(row("high", "alt", "28", 70, 81, 90));
        Effect values = study.effects().getLast();
        assertThat(values.fromBaseline()).isFalse();
        assertThat(values.difference().doubleValue()).isCloseTo(91 / 3.0, within(1e-9));
        study = study.measured(row("control", "alt", "0", 39, 50, 59))
                .measured(row("low", "alt", "0", 40, 51, 60))
                .measured(row("high", "alt", "0", 40, 50, 60));
        Effect changes = study.effects().getLast();
        assertThat(changes.fromBaseline()).isTrue();
        assertThat(changes.mean().doubleValue()).isCloseTo(91 / 3.0, within(1e-9));
        assertThat(changes.controlMean().doubleValue()).isCloseTo(2 / 3.0, within(1e-9));
        assertThat(changes.p()).isLessThan(new BigDecimal("0.001"));
        assertThat(study.noEffectDose()).isEqualByComparingTo("1");
        Trend trend = study.trends().getFirst();
        assertThat(trend.lowestEffectDose()).isEqualByComparingTo("10");
        assertThat(trend.slope()).isCloseTo(number("3"), within(number("0.15")));
    }

    @Test
    void aDoseGroupWithoutResultsLeavesTheDoseWithoutEffectUnknown() {
        NonclinicalStudy study = study(plan(List.of(ENZYME)))
                .measured(row("control", "alt", "28", 40, 50, 60))
                .measured(row("high", "alt", "28", 70, 81, 90));
        assertThat(study.trends().getFirst().noEffectDose()).isNull();
        assertThat(study.noEffectDose()).isNull();
    }

    /** Halves each day from 16: the last value is below the limit and counts as not found. */
    @Test
    void kineticsAreThoseOfTheMeans() {
        NonclinicalStudy study = study(plan(List.of(LABEL)))
                .measured(row("high", "label", "1", 15, 16, 17))
                .measured(row("high", "label", "2", 7, 8, 9))
                .measured(row("high", "label", "3", 3, 4, 5))
                .measured(row("high", "label", "4", 1, 2, 3))
                .measured(row("high", "label", "5", 0.4, 0.2, 0));
        Fate fate = study.fates().getFirst();
        assertThat(fate.cmax()).isEqualByComparingTo("16");
        assertThat(fate.tmax()).isEqualByComparingTo("1");
        assertThat(fate.halfLife()).isCloseTo(number("1"), within(number("1e-9")));
        assertThat(fate.lastFound()).isEqualByComparingTo("4");
        assertThat(fate.gone()).isTrue();
        assertThat(study.trends()).isEmpty(); // a course is no effect
    }

    private static NonclinicalStudy study(@Nullable NonclinicalPlan plan) {
        return new NonclinicalStudy(
                new Ref<>("product", "P"),
                "Study",
                List.of(NonclinicalStudy.Purpose.GENERAL_TOXICITY),
                NonclinicalStudy.Status.PLANNED,
                plan,
                null,
                List.of(),
                List.of(),
                List.of(),
                null);
    }

    private static NonclinicalPlan plan(List<Endpoint> endpoints) {
        return new NonclinicalPlan(
                new Ref<>("document", "D"),
                "rat",
                null,
                "into a vein",
                null,
                "10*9 particles",
                2,
                NonclinicalPlan.TimeUnit.DAYS,
                List.of(
                        new AnimalGroup("control", true, BigDecimal.ZERO, 3),
                        new AnimalGroup("low", false, BigDecimal.ONE, 3),
                        new AnimalGroup("high", false, BigDecimal.TEN, 3)),
                endpoints,
                null,
                new NonclinicalPlan.Article(
                        Product.CellSource.ALLOGENEIC,
                        ProductProfile.StartingCells.ADULT_STEM_CELL,
                        null,
                        "1.0",
                        new NonclinicalPlan.Culture(
                                Product.InformationPack.ExpansionMode.ADHERENT, number("36"), number("38"), "air"),
                        List.of(),
                        "slow",
                        "bath",
                        "1.0"),
                null);
    }

    private static NonclinicalPlan detecting(NonclinicalPlan plan, Detection detection) {
        return new NonclinicalPlan(
                plan.protocol(),
                plan.species(),
                plan.diseaseModel(),
                plan.administration(),
                plan.labelling(),
                plan.doseUnit(),
                plan.doses(),
                plan.timeUnit(),
                plan.groups(),
                plan.endpoints(),
                detection,
                plan.article(),
                plan.surrogate());
    }

    private static Endpoint endpoint(
            String name, Tells tells, @Nullable String limit, List<String> groups, String... times) {
        return new Endpoint(
                name,
                tells,
                null,
                "1",
                limit == null ? null : number(limit),
                List.of(times).stream().map(NonclinicalStudyTest::number).toList(),
                groups);
    }

    private static Measured row(String group, String endpoint, String time, double... values) {
        Map<String, BigDecimal> animals = new LinkedHashMap<>();
        for (double value : values) {
            animals.put(group + (animals.size() + 1), BigDecimal.valueOf(value));
        }
        return new Measured(group, endpoint, number(time), animals);
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }
}
