package org.opencgt.cellbank;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.opencgt.act.Ref;
import org.opencgt.subject.CellBank;
import org.opencgt.subject.PassageStudy;
import org.opencgt.subject.PassageStudyBuilder;
import org.opencgt.subject.Product;

/** Numbers calculated by hand. */
class CellBankCalculationsTest {

    @Test
    void coefficientOfVariationBetweenDonors() {
        // mean 10, squares 4 + 0 + 4, deviation √(8/2) = 2: 20 %
        CellBank.Variation v = attribute(List.of(), "8", "10", "12").variation();
        assertThat(v.donors()).isEqualTo(3);
        assertThat(v.mean()).isEqualByComparingTo("10");
        assertThat(v.withinPercent()).isEqualByComparingTo("20");
        assertThat(v.betweenPercent()).isNull();
    }

    @Test
    void differenceFromTheBanksBefore() {
        // banks before: mean (7 + 9) / 2 = 8; this one 10: 25 % more
        assertThat(attribute(List.of(dec("7"), dec("9")), "8", "10", "12")
                        .variation()
                        .betweenPercent())
                .isEqualByComparingTo("25");
    }

    @Test
    void doublingsAreTheBinaryLogarithm() {
        assertThat(CellBank.doublings(dec("5"), dec("160"))).isEqualByComparingTo("5");
        assertThat(CellBank.doublings(dec("4"), dec("3"))).isEqualByComparingTo("-0.42");
    }

    @Test
    void theStudySupportsTheLastPassageBeforeAnItemLeavesItsLimits() {
        PassageStudy study = study().passed(passage(30, "20", "91"))
                .passed(passage(20, "10", "95"))
                .passed(passage(40, "30", "79"))
                .passed(passage(50, "40", "90"));
        assertThat(study.supportedPassage()).isEqualTo(30);
        assertThat(study.supportedDoublings()).isEqualByComparingTo("20");
    }

    @Test
    void noPassageIsSupportedWhereTheFirstFails() {
        PassageStudy study = study().passed(passage(20, "10", "70")).passed(passage(30, "20", "95"));
        assertThat(study.supportedPassage()).isNull();
        assertThat(study.supportedDoublings()).isNull();
    }

    @Test
    void theTrendIsTheSlopeOfTheLeastSquaresLine() {
        // x 10, 20, 30; y 95, 91, 90: Σdx·dy = (-10·3) + 0 + (10·-2) = -50, Σdx² = 200
        PassageStudy study = study().passed(passage(20, "10", "95"))
                .passed(passage(30, "20", "91"))
                .passed(passage(40, "30", "90"));
        assertThat(requireNonNull(study.trends().get("viability"))).isEqualByComparingTo("-0.25");
        assertThat(study().passed(passage(20, "10", "95")).trends())
                .as("one point has no slope")
                .isEmpty();
    }

    private static CompareDonors.Attribute attribute(List<BigDecimal> earlier, String... values) {
        return new CompareDonors.Attribute(
                "viability",
                Arrays.stream(values)
                        .map(v -> new CompareDonors.DonorValue(new Ref<>("donor", "N" + v), dec(v)))
                        .toList(),
                dec("30"),
                earlier,
                dec("30"));
    }

    private static PassageStudy study() {
        return PassageStudyBuilder.builder()
                .title("Passages")
                .status(PassageStudy.Status.RUNNING)
                .product(new Ref<>("product", "T1"))
                .material(PassageStudy.Material.BANK_CELLS)
                .medium("medium")
                .vessel("flask")
                .parameters(Map.of())
                .justifications(Map.of())
                .limits(Map.of("viability", new Product.Criterion(dec("80"), null, "%", List.of(), "count")))
                .omissions(Map.of())
                .passages(List.of())
                .trends(Map.of())
                .build();
    }

    private static PassageStudy.Passage passage(int number, String doublings, String viability) {
        return new PassageStudy.Passage(
                number, dec(doublings), List.of(new PassageStudy.Reading("viability", dec(viability), null)));
    }

    private static BigDecimal dec(String number) {
        return new BigDecimal(number);
    }
}
