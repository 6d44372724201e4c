package org.opencgt.science.potency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opencgt.science.BadInput;
import org.opencgt.science.potency.CytokineRelease.Reading;

class CytokineReleaseTest {

    private static final double NONE = Double.NaN;

    private static Reading on(double dose, double signal) {
        return new Reading("T", true, dose, signal, 8);
    }

    private static Reading off(double signal) {
        return new Reading("T", false, NONE, signal, 8);
    }

    private static List<CytokineRelease> curve(double[] doses, double top, double middle) {
        List<Reading> readings = new ArrayList<>(List.of(off(10), off(10)));
        for (double dose : doses) {
            double net = top / (1 + middle / dose);
            readings.add(on(dose, 10 + net * 1.01));
            readings.add(on(dose, 10 + net * 0.99));
        }
        return CytokineRelease.of(readings);
    }

    @Test
    void netFoldAreaAndEc50OfAKnownCurve() {
        double[] doses = {0.1, 0.3, 1, 3, 10, 30, 100};
        List<CytokineRelease> rows = curve(doses, 1000, 2);

        CytokineRelease third = rows.get(2);
        assertThat(third.net()).isCloseTo(1000.0 / 3, within(1e-9));
        assertThat(third.fold()).isCloseTo((10 + 1000.0 / 3) / 10, within(1e-9));
        double area = 0;
        for (int i = 1; i < doses.length; i++) {
            area += (1000 / (1 + 2 / doses[i - 1]) + 1000 / (1 + 2 / doses[i]))
                    / 2
                    * Math.log10(doses[i] / doses[i - 1]);
        }
        assertThat(third.area()).isCloseTo(area, within(1e-9 * area));
        assertThat(third.ec50()).isCloseTo(2, within(0.02));
        assertThat(third.ec50Lower()).isLessThan(2);
        assertThat(third.ec50Upper()).isGreaterThan(2);
        assertThat(third.flags()).isEmpty();
    }

    @Test
    void wellsBelowTheLimitCountHalfAndAreTold() {
        List<CytokineRelease> rows = CytokineRelease.of(
                List.of(off(NONE), off(NONE), on(1, NONE), on(1, 3), on(3, NONE), on(3, 20), on(10, 100), on(10, 110)));

        CytokineRelease none = rows.get(0);
        assertThat(none.nBelow()).isEqualTo(2);
        assertThat(none.net()).isNaN();
        assertThat(none.fold()).isNaN();
        assertThat(none.flags())
                .contains(
                        PotencyFlag.ALL_BELOW_LIMIT,
                        PotencyFlag.BACKGROUND_BELOW_LIMIT,
                        PotencyFlag.TOO_FEW_DOSES_FOR_CURVE);
        CytokineRelease some = rows.get(1);
        assertThat(some.mean()).isCloseTo(12, within(1e-12));
        assertThat(some.flags()).contains(PotencyFlag.SOME_BELOW_LIMIT);
        // the background is below 8, so the fold is at least 105 / 8
        assertThat(rows.get(2).fold()).isCloseTo(105.0 / 8, within(1e-12));
        assertThat(rows.get(2).net()).isCloseTo(101, within(1e-12));
        assertThat(rows.get(2).ec50()).isNaN();
    }

    @Test
    void aBackgroundAtTheSameRatioGoesBeforeTheCommonOne() {
        List<CytokineRelease> rows =
                CytokineRelease.of(List.of(off(10), new Reading("T", false, 3, 30, NONE), on(1, 100), on(3, 100)));

        assertThat(rows.get(0).background()).isCloseTo(20, within(1e-12));
        assertThat(rows.get(1).background()).isEqualTo(30);
    }

    @Test
    void flatAndTurningResponsesHaveNoEc50OrSaySo() {
        List<Reading> flat = new ArrayList<>(List.of(off(10)));
        List<Reading> turning = new ArrayList<>(List.of(off(10)));
        double[] doses = {1, 2, 4, 8, 16, 32};
        double[] hump = {12, 100, 500, 900, 300, 40};
        for (int i = 0; i < doses.length; i++) {
            for (int well = 0; well < 3; well++) {
                flat.add(on(doses[i], 100 + (i * 7 + well * 5) % 4));
                turning.add(on(doses[i], hump[i] + well));
            }
        }

        assertThat(CytokineRelease.of(flat).getFirst().flags()).contains(PotencyFlag.NO_CURVE);
        assertThat(CytokineRelease.of(flat).getFirst().ec50()).isNaN();
        assertThat(CytokineRelease.of(turning).getFirst().flags())
                .containsAnyOf(PotencyFlag.NOT_MONOTONE, PotencyFlag.NO_CURVE);
    }

    @Test
    void allWellsAlikeOrNoBackgroundAtAll() {
        assertThat(CytokineRelease.of(List.of(off(50), on(1, 50), on(2, 50), on(4, 50), on(8, 50)))
                        .getFirst()
                        .flags())
                .contains(PotencyFlag.NO_CURVE);
        assertThat(CytokineRelease.of(List.of(new Reading("T", false, NONE, 0, NONE), on(1, 50)))
                        .getFirst()
                        .flags())
                .contains(PotencyFlag.NO_BACKGROUND);
        assertThatThrownBy(() -> CytokineRelease.of(List.of(on(1, 50))))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("unstimulated");
        assertThatThrownBy(() -> CytokineRelease.of(List.of(off(50)))).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> new Reading("T", true, 1, NONE, NONE)).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> on(1, -3)).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> on(0, 3)).isInstanceOf(BadInput.class);
    }
}
