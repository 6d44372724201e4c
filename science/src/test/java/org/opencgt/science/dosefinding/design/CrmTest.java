package org.opencgt.science.dosefinding.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opencgt.science.BadInput;
import org.opencgt.science.Language;
import org.opencgt.science.dosefinding.Advice;
import org.opencgt.science.dosefinding.Reference;
import org.opencgt.science.dosefinding.TrialState;
import org.opencgt.science.dosefinding.design.Crm.Estimator;
import tools.jackson.databind.JsonNode;

/** Against the R package dfcrm 0.2-2.1, whose integrals are good to about six digits and whose maxima to about four. */
class CrmTest {

    private static final List<Double> SKELETON = Skeleton.of(ToxicityModel.EMPIRIC, 3, 0.05, 0.3, 3, 5);

    static List<JsonNode> cases() {
        return List.copyOf(Reference.json("crm_cases.json").get("cases").values());
    }

    static List<JsonNode> skeletons() {
        return List.copyOf(Reference.json("crm_cases.json").get("skeletons").values());
    }

    @ParameterizedTest
    @MethodSource("skeletons")
    void skeletonsAreThoseOfTheReference(JsonNode reference) {
        List<Double> skeleton = Skeleton.of(
                model(reference),
                3,
                reference.get("halfwidth").doubleValue(),
                reference.get("target").doubleValue(),
                reference.get("nu").intValue(),
                reference.get("nlevel").intValue());

        close(skeleton, reference.get("skeleton"), 1e-13);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void fitsAreThoseOfTheReference(JsonNode reference) {
        boolean bayes = reference.get("method").asString().equals("bayes");
        List<Double> skeleton = Reference.numbers(reference.get("skeleton"));
        Crm crm = new Crm(
                model(reference),
                skeleton,
                reference.get("target").doubleValue(),
                reference.get("scale").doubleValue(),
                3,
                bayes ? Estimator.BAYES : Estimator.MLE,
                null);
        int[] patients = new int[skeleton.size()];
        int[] dlts = new int[skeleton.size()];
        for (int i = 0; i < reference.get("level").size(); i++) {
            patients[reference.get("level").get(i).intValue() - 1]++;
            dlts[reference.get("level").get(i).intValue() - 1] +=
                    reference.get("tox").get(i).intValue();
        }

        CrmFit fit = crm.fit(patients, dlts);

        assertThat(fit.mtd()).isEqualTo(reference.get("mtd").intValue());
        double tolerance = bayes ? 2e-6 : 1e-4;
        assertThat(fit.estimate()).isCloseTo(reference.get("estimate").doubleValue(), within(tolerance));
        close(fit.toxicity(), reference.get("ptox"), tolerance);
        if (bayes) {
            // The variance that the reference gives with a maximum of likelihood is no variance: some are negative.
            assertThat(fit.variance()).isCloseTo(reference.get("post_var").doubleValue(), within(1e-5));
            close(fit.lower(), reference.get("ptoxL"), 1e-5);
            close(fit.upper(), reference.get("ptoxU"), 1e-5);
        }
    }

    /** Adaptive quadrature and minimisation to 1e-13 with SciPy 1.17. */
    @Test
    void figuresAreGoodToTheLastDigits() {
        Crm crm = Crm.withDefaults(List.of(0.05, 0.12, 0.25, 0.4, 0.55), 0.25);
        int[] patients = {3, 3, 6, 3, 0};
        int[] dlts = {0, 0, 1, 2, 0};

        CrmFit fit = crm.fit(patients, dlts);
        assertThat(fit.estimate()).isCloseTo(0.10228452159542796, within(1e-13));
        assertThat(fit.variance()).isCloseTo(0.11574908590586909, within(1e-13));
        assertThat(crm.posterior().exceeds(0, 0.25, patients, dlts)).isCloseTo(0.006979277569657334, within(1e-13));

        CrmFit maximum = crm.with(ToxicityModel.EMPIRIC, Estimator.MLE).fit(patients, dlts);
        assertThat(maximum.estimate()).isCloseTo(0.131591086641359, within(1e-9));
        assertThat(maximum.variance()).isCloseTo(0.123426144402, within(1e-7));
    }

    @Test
    void noDoseIsSkippedAndNoneRisesAfterToxicity() {
        Crm crm = Crm.withDefaults(SKELETON, 0.3);

        assertThat(move(crm.decide(TrialState.of(new int[] {3, 0, 0, 0, 0}, new int[5], 1))))
                .isEqualTo("E 2");
        TrialState held = TrialState.of(new int[] {3, 12, 3, 0, 0}, new int[] {0, 0, 1, 0, 0}, 3);
        assertThat(move(crm.decide(held))).isEqualTo("S 3");
        assertThat(crm.decide(held).reason().text(Language.ENGLISH))
                .contains("the last cohort was not below the target");
        assertThat(move(crm.decide(TrialState.of(new int[] {3, 12, 6, 0, 0}, new int[] {0, 0, 1, 0, 0}, 3)
                        .afterCohort(3, 0))))
                .isEqualTo("E 4");
        assertThat(move(crm.decide(TrialState.of(new int[] {3, 3, 3, 3, 0}, new int[] {0, 1, 2, 3, 0}, 4))))
                .isEqualTo("D 1");
    }

    @Test
    void aTrialCanBeStopped() {
        TrialState state = TrialState.of(new int[] {6, 0, 0, 0, 0}, new int[] {5, 0, 0, 0, 0}, 1);
        Crm crm = Crm.withDefaults(SKELETON, 0.3);

        assertThat(move(crm.decide(state))).isEqualTo("S 1");
        assertThat(move(crm.stoppingAbove(0.95).decide(state))).isEqualTo("STOP null");
        assertThat(crm.stoppingAbove(0.95).select(state.doses()).mtd()).isNull();
    }

    @Test
    void impossibleModelsAreRefused() {
        assertThatThrownBy(() -> Crm.withDefaults(List.of(0.2, 0.1), 0.3)).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> Crm.withDefaults(List.of(), 0.3)).isInstanceOf(BadInput.class);
        assertThatThrownBy(
                        () -> Crm.withDefaults(List.of(0.1, 0.97), 0.3).with(ToxicityModel.LOGISTIC, Estimator.BAYES))
                .hasMessageContaining("intercept-too-small");
        Crm crm = Crm.withDefaults(SKELETON, 0.3);
        assertThatThrownBy(() -> crm.table(new TableSize(3, 30))).hasMessageContaining("no-table");
        assertThatThrownBy(() -> crm.fit(new int[] {3}, new int[] {0})).hasMessageContaining("other-number-of-doses");
        assertThatThrownBy(
                        () -> crm.with(ToxicityModel.EMPIRIC, Estimator.MLE).fit(new int[] {3, 0, 0, 0, 0}, new int[5]))
                .hasMessageContaining("no-mle");
        assertThatThrownBy(() -> Skeleton.of(ToxicityModel.EMPIRIC, 3, 0.4, 0.3, 3, 5))
                .isInstanceOf(BadInput.class);
    }

    private static String move(Advice advice) {
        return advice.decision() + " " + advice.nextDose();
    }

    private static ToxicityModel model(JsonNode reference) {
        return ToxicityModel.valueOf(reference.get("model").asString().toUpperCase(Locale.ROOT));
    }

    private static void close(List<Double> ours, JsonNode reference, double tolerance) {
        List<Double> expected = Reference.numbers(reference);
        assertThat(ours).hasSameSizeAs(expected);
        for (int dose = 0; dose < ours.size(); dose++) {
            assertThat(ours.get(dose)).isCloseTo(expected.get(dose), within(tolerance));
        }
    }
}
