package org.opencgt.cellbank;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.In;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.CellBank;
import org.opencgt.subject.Donor;

/**
 * How attributes vary between the donors of a bank, and the bank against the banks before it. Coefficients of variation are
 * computed from the values.
 */
@ActType(
        value = "cellbank.compare-donors",
        by = {Role.QUALITY_CONTROL_ANALYST, Role.QUALITY},
        signed = {Meaning.REVIEWED})
public record CompareDonors(@Concerns Ref<CellBank> bank, List<Attribute> attributes) implements Act {

    /**
     * @param withinLimit highest coefficient of variation between the donors of the bank
     * @param betweenLimit largest difference of the bank's mean from the mean of the earlier banks
     * @param earlierBanks means of the earlier banks
     */
    public record Attribute(
            @Text(max = 40, pattern = "[a-z][a-z0-9_]*") String attribute,
            List<DonorValue> values,
            @In(value = "%", min = "0") BigDecimal withinLimit,
            List<BigDecimal> earlierBanks,
            @In(value = "%", min = "0") BigDecimal betweenLimit) {

        CellBank.Variation variation() {
            double[] x =
                    values.stream().mapToDouble(v -> v.value().doubleValue()).toArray();
            double mean = Arrays.stream(x).average().orElse(0);
            double squares = Arrays.stream(x).map(v -> (v - mean) * (v - mean)).sum();
            double within = x.length < 2 || mean == 0 ? 0 : 100 * Math.sqrt(squares / (x.length - 1)) / Math.abs(mean);
            double before = earlierBanks.stream()
                    .mapToDouble(BigDecimal::doubleValue)
                    .average()
                    .orElse(0);
            BigDecimal between = earlierBanks.isEmpty() || before == 0
                    ? null
                    : rounded(100 * Math.abs(mean - before) / Math.abs(before));
            return new CellBank.Variation(
                    attribute, x.length, rounded(mean), rounded(within), withinLimit, between, betweenLimit);
        }

        private static BigDecimal rounded(double value) {
            return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_EVEN);
        }
    }

    public record DonorValue(Ref<Donor> donor, BigDecimal value) {}

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                bank,
                b -> b.withUniformity(
                        attributes.stream().map(Attribute::variation).toList()));
    }
}
