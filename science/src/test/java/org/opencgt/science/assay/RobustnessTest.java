package org.opencgt.science.assay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.opencgt.science.BadInput;

/** Against the filtration-rate experiment of Montgomery, Design and Analysis of Experiments (a 2^4 without replicates). */
class RobustnessTest {

    private static final double[] RATE = {45, 71, 48, 65, 68, 60, 80, 65, 43, 100, 45, 104, 75, 86, 70, 96};

    private static double[] factor(int k) {
        return IntStream.range(0, 16)
                .mapToDouble(run -> (run >> k & 1) == 1 ? 1 : -1)
                .toArray();
    }

    private static AssayFault code(BadInput refused) {
        return (AssayFault) refused.fault().code();
    }

    @Test
    void allFifteenEffectsAndLenthsMarginsAreAsPublished() {
        List<String> terms = new ArrayList<>();
        List<double[]> columns = new ArrayList<>();
        double[] ones = new double[16];
        Arrays.fill(ones, 1);
        columns.add(ones);
        for (int term = 1; term < 16; term++) {
            double[] column = ones.clone();
            StringBuilder name = new StringBuilder();
            for (int k = 0; k < 4; k++) {
                if ((term >> k & 1) == 1) {
                    name.append("ABCD".charAt(k));
                    for (int run = 0; run < 16; run++) {
                        column[run] *= factor(k)[run];
                    }
                }
            }
            terms.add(name.toString());
            columns.add(column);
        }

        Robustness found = Robustness.of(RATE, 0, terms, columns, new boolean[16], Double.NaN, 0.95);

        assertThat(found.effects().stream().filter(e -> e.term().length() == 1).map(Robustness.Effect::effect))
                .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-12 ? 0 : 1)
                .containsExactly(21.625, 3.125, 9.875, 14.625);
        assertThat(found.error()).isEqualTo(Robustness.Source.LENTH);
        assertThat(found.pse()).isCloseTo(2.625, within(1e-12));
        assertThat(found.margin()).isCloseTo(6.748, within(5e-4));
        assertThat(found.simultaneous()).isCloseTo(13.699, within(5e-3));
        assertThat(found.effects().stream()
                        .filter(Robustness.Effect::beyondMargin)
                        .map(Robustness.Effect::term))
                .containsExactly("A", "C", "AC", "D", "AD");
    }

    @Test
    void withResidualDegreesOfFreedomIntervalsRestOnThem() {
        Robustness found = Robustness.of(
                RATE,
                List.of("A", "B", "C", "D"),
                new double[][] {factor(0), factor(1), factor(2), factor(3)},
                true,
                Double.NaN,
                0.95);

        assertThat(found.df()).isEqualTo(5);
        assertThat(found.error()).isEqualTo(Robustness.Source.RESIDUAL);
        Robustness.Effect ac = found.effects().stream()
                .filter(effect -> effect.term().equals("A:C"))
                .findFirst()
                .orElseThrow();
        assertThat(ac.effect()).isCloseTo(-18.125, within(1e-12));
        assertThat(ac.se()).isCloseTo(2 * found.sigma() / 4, within(1e-12));
    }

    @Test
    void unitsOfFactorsDoNotMatterAndTheMiddleIsACentrePoint() {
        double[] a = {10, 20, 10, 20, 15, 15};
        double[] b = {1, 1, 3, 3, 2, 2};
        double[] y = {8, 10, 9, 11.5, 9.7, 9.9};

        Robustness found = Robustness.of(y, List.of("a", "b"), new double[][] {a, b}, false, 20, 0.95);

        assertThat(found.centrePoints()).isEqualTo(2);
        assertThat(found.curvature()).isCloseTo(9.8 - 9.625, within(1e-12));
        assertThat(found.effects().getFirst().effect()).isCloseTo(2.25, within(1e-12));
        assertThat(found.effects().getFirst().within()).isFalse();
    }

    @Test
    void whatTellsNothingIsRefused() {
        double[] a = {-1, 1, -1, 1};
        double[] b = {-1, -1, 1, 1};
        List<String> names = List.of("a", "b");
        assertThatThrownBy(() ->
                        Robustness.of(new double[] {5, 5, 5, 5}, names, new double[][] {a, b}, false, Double.NaN, 0.95))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        refused -> assertThat(code(refused)).isEqualTo(AssayFault.NO_SPREAD_OF_RESULTS));
        assertThatThrownBy(() ->
                        Robustness.of(new double[] {5, 6, 7, 8}, names, new double[][] {a, a}, false, Double.NaN, 0.95))
                .isInstanceOfSatisfying(
                        BadInput.class, refused -> assertThat(code(refused)).isEqualTo(AssayFault.CONFOUNDED));
        assertThatThrownBy(() -> Robustness.of(
                        new double[] {5, 6, 7, 8}, names, new double[][] {a, {1, 2, 5, 9}}, false, Double.NaN, 0.95))
                .isInstanceOfSatisfying(
                        BadInput.class, refused -> assertThat(code(refused)).isEqualTo(AssayFault.NOT_TWO_SETTINGS));
        assertThatThrownBy(() -> Robustness.of(
                        new double[] {5, 6}, names, new double[][] {{-1, 1}, {1, -1}}, false, Double.NaN, 0.95))
                .isInstanceOfSatisfying(
                        BadInput.class, refused -> assertThat(code(refused)).isEqualTo(AssayFault.TOO_FEW_RUNS));
    }

    @Test
    void aPerfectFitFallsBackOnLenthAndSaysWhatItCannotTell() {
        double[] a = {-1, 1, -1, 1, -1, 1};
        double[] b = {-1, -1, 1, 1, -1, 1};
        double[] y = {3, 5, 3, 5, 3, 5};

        Robustness found = Robustness.of(y, List.of("a", "b"), new double[][] {a, b}, false, Double.NaN, 0.95);

        assertThat(found.flags()).contains(AssayFlag.PERFECT_LINE, AssayFlag.FEW_EFFECTS);
        assertThat(found.effects().getFirst().effect()).isCloseTo(2, within(1e-12));
    }
}
