package org.opencgt.science.dosefinding.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.opencgt.science.BadInput;
import org.opencgt.science.dosefinding.Truth;
import org.opencgt.science.dosefinding.design.Tepi;
import org.opencgt.science.dosefinding.design.Utility;

class ScenarioGeneratorTest {

    @Test
    void everyDoseIsTheRightOneEquallyOften() {
        List<Scenario> scenarios = ScenarioGenerator.of(5, 0.3, 1).toxicity(5000);

        for (int dose = 1; dose <= 5; dose++) {
            int right = dose;
            long count = scenarios.stream()
                    .filter(scenario -> scenario.truth().closestTo(0.3) == right)
                    .count();
            assertThat(count / 5000.0).isCloseTo(0.2, within(0.025));
        }
        assertThat(scenarios)
                .allSatisfy(scenario ->
                        assertThat(scenario.truth().toxicity()).isSorted().allMatch(p -> p >= 0 && p <= 1));
    }

    @Test
    void withEfficacyTheOptimalDoseIsTolerableAndEffective() {
        Tepi tepi = Tepi.withDefaults(0.3, 0.4);
        for (Scenario scenario : ScenarioGenerator.of(5, 0.3, 2).withEfficacy(500, 0.4, Utility.usual())) {
            Truth truth = scenario.truth();
            int optimal = tepi.ideal(truth, 0.3) - 1;

            assertThat(truth.toxicity().get(optimal)).isLessThanOrEqualTo(0.35);
            assertThat(Objects.requireNonNull(truth.efficacy()).get(optimal)).isGreaterThanOrEqualTo(0.45);
        }
    }

    @Test
    void equalSeedsGiveEqualScenarios() {
        assertThat(ScenarioGenerator.of(4, 0.25, 9).toxicity(10))
                .isEqualTo(ScenarioGenerator.of(4, 0.25, 9).toxicity(10))
                .isNotEqualTo(ScenarioGenerator.of(4, 0.25, 8).toxicity(10));
    }

    @Test
    void impossibleWishesAreRefused() {
        assertThatThrownBy(() -> ScenarioGenerator.of(1, 0.3, 1)).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> ScenarioGenerator.of(5, 0.95, 1)).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> ScenarioGenerator.of(5, 0.3, 1).withEfficacy(1, 0.95, Utility.usual()))
                .isInstanceOf(BadInput.class);
    }
}
