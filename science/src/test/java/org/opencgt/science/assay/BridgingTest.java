package org.opencgt.science.assay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.opencgt.science.BadInput;
import org.opencgt.science.comparability.Margin;

class BridgingTest {

    private static final List<@Nullable String> SAMPLES =
            List.of("a", "a", "a", "a", "b", "b", "b", "b", "c", "c", "c", "c");
    private static final List<@Nullable String> METHODS =
            List.of("old", "old", "new", "new", "old", "old", "new", "new", "old", "old", "new", "new");
    private static final double[] VALUES = {10, 12, 11, 12, 20, 22, 21.5, 22, 30, 32, 31, 31.5};

    private static Bridging of(double[] values, double largest) {
        return Bridging.of(SAMPLES, METHODS, values, "old", "new", new Margin.Difference(-2, 2), 0.05, largest);
    }

    @Test
    void theBiasIsThatOfTheMeansAndThePrecisionThatWithinSamples() {
        Bridging found = of(VALUES, 2);

        // differences of means 0.5, 0.75, 0.25: mean 0.5, sd 0.25; t(0.95, 2) = 2.919986
        assertThat(found.bias().estimate()).isCloseTo(0.5, within(1e-12));
        assertThat(found.bias().upper()).isCloseTo(0.5 + 2.919985580355516 * 0.25 / Math.sqrt(3), within(1e-10));
        Bridging.PrecisionRatio precision = Objects.requireNonNull(found.precision());
        assertThat(precision.sdOld()).isCloseTo(Math.sqrt(2), within(1e-12));
        assertThat(precision.sdNew()).isCloseTo(Math.sqrt(0.75 / 3 / 1), within(1e-12));
        // F(0.05; 3, 3) = 1/9.276628
        assertThat(precision.upper()).isCloseTo(precision.ratio() * Math.sqrt(9.276628153), within(1e-6));
        assertThat(found.bridged()).isTrue();
    }

    @Test
    void unitsScaleTheBiasAndNotTheRatioOfPrecisions() {
        double[] scaled = VALUES.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= 1e3;
        }
        Bridging other = Bridging.of(
                SAMPLES, METHODS, scaled, "old", "new", new Margin.Difference(-2000, 2000), 0.05, Double.NaN);

        assertThat(Objects.requireNonNull(other.precision()).ratio())
                .isCloseTo(
                        Objects.requireNonNull(of(VALUES, Double.NaN).precision())
                                .ratio(),
                        within(1e-12));
    }

    @Test
    void withoutReplicatesThereIsNoPrecisionAndALimitOfItIsRefused() {
        List<@Nullable String> samples = List.of("a", "a", "b", "b", "c", "c");
        List<@Nullable String> methods = List.of("old", "new", "old", "new", "old", "new");
        double[] values = {1, 1.1, 2, 2.2, 3, 3.1};
        Margin margin = new Margin.Ratio(0.8, 1.25);

        Bridging found = Bridging.of(samples, methods, values, "old", "new", margin, 0.05, Double.NaN);

        assertThat(found.precision()).isNull();
        assertThat(found.flags()).containsExactly(AssayFlag.NO_PRECISION);
        assertThat(found.bias().estimate()).isCloseTo(Math.cbrt(1.1 * 1.1 * 3.1 / 3), within(1e-12));
        assertThatThrownBy(() -> Bridging.of(samples, methods, values, "old", "new", margin, 0.05, 1.5))
                .isInstanceOf(BadInput.class);
    }

    @Test
    void unusableDataAreRefused() {
        assertThatThrownBy(() -> Bridging.of(
                        SAMPLES, METHODS, VALUES, "old", "rapid", new Margin.Difference(-2, 2), 0.05, Double.NaN))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("rapid");
        double[] negative = VALUES.clone();
        negative[0] = -1;
        assertThatThrownBy(() -> Bridging.of(
                        SAMPLES, METHODS, negative, "old", "new", new Margin.Ratio(0.8, 1.25), 0.05, Double.NaN))
                .isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> of(new double[] {1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6}, Double.NaN))
                .isInstanceOf(BadInput.class);
    }
}
