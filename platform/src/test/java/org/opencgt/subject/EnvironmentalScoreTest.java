package org.opencgt.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.opencgt.act.Ref;
import org.opencgt.subject.EnvironmentalAssessment.Degree;
import org.opencgt.subject.EnvironmentalAssessment.Hazard;
import org.opencgt.subject.EnvironmentalAssessment.Probability;
import org.opencgt.subject.EnvironmentalAssessment.Row;

class EnvironmentalScoreTest {

    @Test
    void theScoreIsDegreeTimesProbability() {
        assertThat(row(Hazard.TOXICITY, Degree.NEGLIGIBLE, Probability.NEGLIGIBLE)
                        .computed()
                        .score())
                .isEqualTo(1);
        assertThat(row(Hazard.TOXICITY, Degree.SERIOUS, Probability.LOW)
                        .computed()
                        .score())
                .isEqualTo(6);
        assertThat(row(Hazard.TOXICITY, Degree.PERMANENT, Probability.HIGH)
                        .computed()
                        .score())
                .isEqualTo(16);
    }

    @Test
    void withoutDegreeOrProbabilityThereIsNone() {
        assertThat(row(Hazard.TOXICITY, null, Probability.LOW).computed().score())
                .isNull();
        assertThat(row(Hazard.TOXICITY, Degree.SERIOUS, null).computed().score())
                .isNull();
    }

    @Test
    void theHighestScoreOfTheLatestRowsCounts() {
        EnvironmentalAssessment assessment = begun().assessed(
                        row(Hazard.TOXICITY, Degree.SERIOUS, Probability.MODERATE))
                .assessed(row(Hazard.LATENCY, Degree.SELF_LIMITING, Probability.LOW))
                .assessed(row(Hazard.CELL_FUSION, null, null));
        assertThat(assessment.overall()).isEqualTo(9);

        EnvironmentalAssessment revised = assessment.assessed(row(Hazard.TOXICITY, Degree.NEGLIGIBLE, Probability.LOW));
        assertThat(revised.rows()).hasSize(3);
        assertThat(revised.overall()).isEqualTo(4);
    }

    @Test
    void nothingThatAppliesHasNoScore() {
        assertThat(begun().assessed(row(Hazard.TOXICITY, null, null)).overall()).isNull();
    }

    private static Row row(Hazard hazard, @Nullable Degree degree, @Nullable Probability probability) {
        return new Row(hazard, List.of(), null, null, null, degree, probability, null, true, null, null);
    }

    private static EnvironmentalAssessment begun() {
        return EnvironmentalAssessmentBuilder.builder()
                .product(new Ref<>("product", "T1"))
                .status(EnvironmentalAssessment.Status.values()[0])
                .exposed("staff of the clean room")
                .environment("clean room, hospital ward")
                .quantity("one batch a month")
                .data(List.of())
                .requiredAreas(List.of())
                .rows(List.of())
                .absentAspects(Map.of())
                .operations(List.of())
                .measures(List.of())
                .confirmations(List.of())
                .build();
    }
}
