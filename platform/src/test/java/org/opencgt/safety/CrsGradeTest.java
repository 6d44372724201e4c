package org.opencgt.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencgt.safety.CrsGrade.Oxygen;
import org.opencgt.safety.CrsGrade.Vasopressors;

/** Table 2 of Lee et al. 2019, boundary by boundary. */
class CrsGradeTest {

    @ParameterizedTest
    @CsvSource({
        "37.9, 0",
        "38.0, 1",
        "38.00, 1",
        "41.5, 1",
    })
    void feverOfThirtyEightDegreesMakesGradeOne(String temperature, int grade) {
        assertThat(CrsGrade.of(new BigDecimal(temperature), false, false, Vasopressors.NONE, Oxygen.NONE))
                .isEqualTo(grade);
    }

    @ParameterizedTest
    @CsvSource({
        "NONE, false, 1",
        "NONE, true, 2",
        "VASOPRESSIN_ONLY, true, 3",
        "ONE, true, 3",
        "ONE_WITH_VASOPRESSIN, true, 3",
        "SEVERAL, true, 4",
        "SEVERAL, false, 4",
    })
    void bloodPressure(Vasopressors vasopressors, boolean hypotension, int grade) {
        assertThat(CrsGrade.of(new BigDecimal("39"), false, hypotension, vasopressors, Oxygen.NONE))
                .isEqualTo(grade);
    }

    @ParameterizedTest
    @CsvSource({
        "NONE, 1",
        "LOW_FLOW_NASAL_CANNULA, 2",
        "BLOW_BY, 2",
        "HIGH_FLOW_NASAL_CANNULA, 3",
        "FACE_MASK, 3",
        "NON_REBREATHER_MASK, 3",
        "VENTURI_MASK, 3",
        "POSITIVE_PRESSURE, 4",
    })
    void oxygenation(Oxygen oxygen, int grade) {
        assertThat(CrsGrade.of(new BigDecimal("39"), false, false, Vasopressors.NONE, oxygen))
                .isEqualTo(grade);
    }

    @Test
    void theMoreSevereOfHypotensionAndHypoxiaCounts() {
        assertThat(CrsGrade.of(new BigDecimal("39.5"), false, true, Vasopressors.ONE, Oxygen.LOW_FLOW_NASAL_CANNULA))
                .isEqualTo(3);
        assertThat(CrsGrade.of(new BigDecimal("39.5"), false, true, Vasopressors.NONE, Oxygen.POSITIVE_PRESSURE))
                .isEqualTo(4);
    }

    @Test
    void withoutFeverThereIsNoGradeUnlessMedicinesHideIt() {
        BigDecimal normal = new BigDecimal("36.8");
        assertThat(CrsGrade.of(normal, false, true, Vasopressors.NONE, Oxygen.NONE))
                .isZero();
        assertThat(CrsGrade.of(normal, true, true, Vasopressors.NONE, Oxygen.NONE))
                .isEqualTo(2);
        assertThat(CrsGrade.of(normal, true, false, Vasopressors.NONE, Oxygen.NONE))
                .isEqualTo(1);
    }
}
