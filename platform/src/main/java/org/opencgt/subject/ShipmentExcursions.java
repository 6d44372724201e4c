package org.opencgt.subject;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.stability.ExcursionBudget;
import org.opencgt.subject.Shipment.BandUse;
import org.opencgt.subject.Shipment.ExcursionUse;
import org.opencgt.subject.Shipment.Reading;

/** What a transport used of a studied allowance, by the engine of the numeric library. */
final class ShipmentExcursions {

    private static final MathContext DIGITS = new MathContext(12);
    private static final double SECONDS_AN_HOUR = 3600;

    private ShipmentExcursions() {}

    /**
     * The readings outside the limits and those beside them: all that the time outside depends on.
     *
     * @param before kept so far
     * @param last reading before these; null if there is none
     */
    static List<Reading> kept(
            List<Reading> before, @Nullable Reading last, List<Reading> readings, BigDecimal low, BigDecimal high) {
        List<Reading> all =
                Stream.concat(Stream.ofNullable(last), readings.stream()).toList();
        List<Reading> kept = new ArrayList<>(before);
        for (int i = 0; i < all.size(); i++) {
            boolean near = isOut(all.get(i), low, high)
                    || i > 0 && isOut(all.get(i - 1), low, high)
                    || i + 1 < all.size() && isOut(all.get(i + 1), low, high);
            boolean known =
                    !kept.isEmpty() && !all.get(i).at().isAfter(kept.getLast().at());
            if (near && !known) {
                kept.add(all.get(i));
            }
        }
        return List.copyOf(kept);
    }

    static ExcursionUse use(
            List<Reading> readings, BigDecimal low, BigDecimal high, List<StabilityStudy.ExcursionBand> allowance) {
        if (readings.size() < 2) {
            boolean within = readings.isEmpty(); // one reading alone, outside: for how long nobody knows
            return new ExcursionUse(
                    within,
                    readings.size(),
                    BigDecimal.ZERO,
                    BigDecimal.ZERO,
                    BigDecimal.ZERO,
                    List.of(),
                    within ? List.of() : List.of(ExcursionBudget.Flag.GAP.toString()));
        }
        Instant start = readings.getFirst().at();
        ExcursionBudget budget = ExcursionBudget.of(
                readings.stream()
                        .mapToDouble(r -> Duration.between(start, r.at()).toMillis() / 1000.0 / SECONDS_AN_HOUR)
                        .toArray(),
                readings.stream()
                        .mapToDouble(r -> r.temperature().doubleValue())
                        .toArray(),
                new ExcursionBudget.Allowance(
                        low.doubleValue(),
                        high.doubleValue(),
                        allowance.stream()
                                .map(band -> new ExcursionBudget.Band(
                                        band.from().doubleValue(),
                                        band.to().doubleValue(),
                                        band.hours().doubleValue(),
                                        band.count()))
                                .toList(),
                        Double.POSITIVE_INFINITY,
                        0,
                        Double.POSITIVE_INFINITY)); // gaps are the temperature record's
        return new ExcursionUse(
                budget.withinBudget(),
                budget.excursions(),
                decimal(budget.hoursOutside()),
                decimal(budget.longestHours()),
                decimal(budget.hoursNotStudied()),
                budget.bands().stream()
                        .map(band -> new BandUse(
                                decimal(band.fromC()),
                                decimal(band.toC()),
                                decimal(band.hours()),
                                decimal(band.hoursAllowed()),
                                band.count(),
                                (int) band.countAllowed()))
                        .toList(),
                budget.flags().stream().map(Object::toString).toList());
    }

    private static boolean isOut(Reading reading, BigDecimal low, BigDecimal high) {
        return reading.temperature().compareTo(low) < 0 || reading.temperature().compareTo(high) > 0;
    }

    private static BigDecimal decimal(double value) {
        return new BigDecimal(value, DIGITS);
    }
}
