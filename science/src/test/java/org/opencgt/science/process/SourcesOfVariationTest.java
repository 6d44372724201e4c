package org.opencgt.science.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.opencgt.science.BadInput;
import org.opencgt.science.process.DesignSpace.Response;
import org.opencgt.science.random.Xoshiro256;

class SourcesOfVariationTest {

    /** Means 2, 5 and 8 of two batches each, with a variance of 1 within: MS between 18, n0 = 2. */
    @Test
    void donorsAreSplitFromTheProcess() {
        double half = Math.sqrt(0.5);
        double[] values = {2 - half, 2 + half, 5 - half, 5 + half, 8 - half, 8 + half};
        VarianceShares found = VarianceShares.of(List.of("a", "a", "b", "b", "c", "c"), values, 0.95);

        assertThat(found.f()).isCloseTo(18, within(1e-12));
        assertThat(found.sdProcess()).isCloseTo(1, within(1e-12));
        assertThat(found.sdDonor()).isCloseTo(Math.sqrt(8.5), within(1e-12));
        assertThat(found.donorShare()).isCloseTo(8.5 / 9.5, within(1e-12));
        assertThat(found.donorShareLower()).isLessThan(found.donorShare());
        assertThat(found.donorShareUpper()).isGreaterThan(found.donorShare());
        assertThat(found.flags()).isEmpty();
    }

    @Test
    void aNegativeComponentIsZeroAndSaysSo() {
        VarianceShares found =
                VarianceShares.of(List.of("a", "a", "b", "b", "b"), new double[] {1, 3, 2, 2.1, 1.9}, 0.95);

        assertThat(found.sdDonor()).isZero();
        assertThat(found.flags()).contains(ProcessFlag.COMPONENT_AT_ZERO, ProcessFlag.UNBALANCED);
    }

    @Test
    void donorsNeedRepeats() {
        assertThatThrownBy(() -> VarianceShares.of(List.of("a", "b"), new double[] {1, 2}, 0.95))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("two batches");
        assertThatThrownBy(() -> VarianceShares.of(List.of("a", "a"), new double[] {1, 2}, 0.95))
                .isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> VarianceShares.of(List.of("a", "a", "b", "b"), new double[] {1, 1, 2, 2}, 0.95))
                .isInstanceOf(BadInput.class);
    }

    @Test
    void yieldsMultiplyToTheRecovery() {
        List<StepYields.Count> counts = new ArrayList<>();
        for (int batch = 0; batch < 6; batch++) {
            double loss = batch == 5 ? 0.1 : 0.8 + 0.01 * batch;
            counts.add(new StepYields.Count("B" + batch, "start", 100));
            counts.add(new StepYields.Count("B" + batch, "expansion", 800));
            counts.add(new StepYields.Count("B" + batch, "harvest", 800 * loss));
        }
        StepYields found = StepYields.of(counts);

        StepYields.Row last = found.batches().getLast();
        assertThat(last.recoveryPercent()).isCloseTo(80, within(1e-9));
        assertThat(last.yieldPercent()).isCloseTo(10, within(1e-9));
        assertThat(last.outlying()).isTrue();
        assertThat(found.batches().get(1).doublings()).isCloseTo(3, within(1e-12));
        assertThat(found.steps()).hasSize(3);
        assertThat(found.batches().stream().filter(StepYields.Row::outlying)).hasSize(1);
        assertThatThrownBy(() -> StepYields.of(List.of(new StepYields.Count("A", "s", 0))))
                .isInstanceOf(BadInput.class);
    }

    @Test
    void aDesignSpaceHoldsThePointsThatMeetTheirLimits() {
        double[][] settings = new double[2][18];
        double[] response = new double[18];
        Xoshiro256 random = Xoshiro256.seeded(4);
        for (int i = 0; i < 18; i++) {
            settings[0][i] = 30 + 4 * (i % 3);
            settings[1][i] = 7 + 0.2 * (i / 3 % 3);
            double x = (settings[0][i] - 34) / 4;
            double y = (settings[1][i] - 7.2) / 0.2;
            response[i] = 90 - 10 * x * x - 8 * y * y + 3 * x + 0.5 * random.nextGaussian();
        }
        DesignSpace found = DesignSpace.of(
                List.of("temperature", "pH"),
                settings,
                List.of(new Response("viability", response, 85, Double.NaN)),
                Map.of(),
                21,
                0.9);

        assertThat(found.best().probability()).isGreaterThan(0.99);
        assertThat(found.best().x()).isBetween(33.0, 36.0);
        assertThat(found.share()).isBetween(0.1, 0.6);
        assertThat(found.map()).hasSize(441);
        assertThat(found.surfaces().getFirst().coefficients().get("temperature^2"))
                .isCloseTo(-10, within(1.5));
        assertThat(found.map().getFirst().inside()).isFalse();
    }

    @Test
    void aChartMayRestOnItsFirstPointsOrOnWhatIsKnown() {
        List<double[]> x = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            x.add(new double[] {i < 20 ? i % 2 : 10});
        }
        List<String> labels = x.stream().map(value -> "L").toList();
        ControlChart first = ChartMaker.of(ChartType.I_MR).withBaseline(20).chart(labels, x);
        ControlChart known =
                ChartMaker.of(ChartType.I_MR).withCenter(5).withSigma(100).chart(labels, x);

        assertThat(first.center()).isCloseTo(0.5, within(1e-12));
        assertThat(first.violations()).anyMatch(violation -> violation.rule().equals("rule1"));
        assertThat(known.violations()).noneMatch(violation -> violation.rule().equals("rule1"));
        assertThatThrownBy(() -> ChartMaker.of(ChartType.I_MR).withBaseline(31).chart(labels, x))
                .isInstanceOf(BadInput.class);
    }

    @Test
    void rulesDoNotDependOnTheUnitOrTheSide() {
        Xoshiro256 random = Xoshiro256.seeded(9);
        double[] z = new double[400];
        double[] mirrored = new double[400];
        for (int i = 0; i < z.length; i++) {
            z[i] = 1.4 * random.nextGaussian();
            mirrored[i] = -z[i];
        }
        for (RuleSet rules : RuleSet.values()) {
            assertThat(rules.violations(mirrored))
                    .isEqualTo(rules.violations(z))
                    .isNotEmpty();
        }
    }
}
