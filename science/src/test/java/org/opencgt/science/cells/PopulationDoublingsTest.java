package org.opencgt.science.cells;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.opencgt.science.BadInput;

class PopulationDoublingsTest {

    @Test
    void anEightfoldGainIsExactlyThreeDoublings() {
        assertThat(PopulationDoublings.doublings(1e6, 8e6)).isEqualTo(3);
        assertThat(PopulationDoublings.doublings(3e5, 3e5 * 1024)).isEqualTo(10);
        assertThat(PopulationDoublings.doublings(4, 1)).isEqualTo(-2);
    }

    @Test
    void aTenfoldGainIsThreeAndAThirdDoublings() {
        assertThat(PopulationDoublings.doublings(1e6, 1e7)).isCloseTo(3.321928094887362, within(1e-15));
    }

    @Test
    void theDoublingTimeIsTheTimeOverTheDoublings() {
        assertThat(PopulationDoublings.doublingTime(1e6, 8e6, 72)).isEqualTo(24);
        // t ln 2 / ln(N1/N0) = 96 × 0.693147180560 / 1.609437912434
        assertThat(PopulationDoublings.doublingTime(2e5, 1e6, 96)).isCloseTo(41.344949575, within(1e-9));
    }

    @Test
    void aPopulationThatDoesNotGrowHasNoDoublingTime() {
        assertThat(PopulationDoublings.doublingTime(1e6, 1e6, 72)).isNaN();
        assertThat(PopulationDoublings.doublingTime(1e6, 5e5, 72)).isNaN();
    }

    @Test
    void theLevelAddsUpFromItsOrigin() {
        List<PassageDoublings> along = PopulationDoublings.along(
                List.of(new Passage("P3", 1e6, 4e6, 48), new Passage("P4", 1e6, 8e6, 72)), 12.5);

        assertThat(along).extracting(PassageDoublings::cumulativePdl).containsExactly(14.5, 17.5);
        assertThat(along).extracting(PassageDoublings::doublingTimeH).containsExactly(24.0, 24.0);
        assertThat(along).allSatisfy(passage -> assertThat(passage.flags()).isEmpty());
    }

    @Test
    void afterAPassageWithoutCountsTheLevelIsUnknown() {
        List<PassageDoublings> along = PopulationDoublings.along(
                List.of(
                        new Passage("P1", 1e6, 4e6, 48),
                        new Passage("P2", 1e6, Double.NaN, 48),
                        new Passage("P3", 1e6, 4e6, Double.NaN)),
                0);

        assertThat(along.get(1).flags()).containsExactly(PassageFlag.MISSING_COUNT);
        assertThat(along.get(2).flags()).containsExactly(PassageFlag.MISSING_TIME);
        assertThat(along.get(2).doublings()).isEqualTo(2);
        assertThat(along.get(2).cumulativePdl()).isNaN();
    }

    @Test
    void aLossLowersTheLevelAndIsFlagged() {
        List<PassageDoublings> along = PopulationDoublings.along(List.of(new Passage("P1", 2e6, 1e6, 48)), 5);

        assertThat(along.getFirst().cumulativePdl()).isEqualTo(4);
        assertThat(along.getFirst().flags()).containsExactly(PassageFlag.NO_GROWTH);
    }

    @Test
    void countsAndTimesMustBePositive() {
        assertThatThrownBy(() -> PopulationDoublings.doublings(0, 1e6))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("Seeded cells must be greater than zero, not 0.");
        assertThatThrownBy(() -> PopulationDoublings.doublings(1e6, -1)).hasMessageContaining("Harvested cells");
        assertThatThrownBy(() -> PopulationDoublings.doublingTime(1, 2, 0)).hasMessageContaining("Culture time");
        assertThatThrownBy(() -> PopulationDoublings.along(List.of(), -1)).hasMessageContaining("doubling level");
        assertThatThrownBy(() -> new Passage("P1", 1e6, 0, 48)).hasMessageContaining("Harvested cells");
        assertThatThrownBy(() -> new Passage("P1", 1e6, 2e6, -48)).hasMessageContaining("Culture time");
        assertThatThrownBy(() -> PopulationDoublings.doublings(1, Double.POSITIVE_INFINITY))
                .hasMessageContaining("not finite");
    }
}
