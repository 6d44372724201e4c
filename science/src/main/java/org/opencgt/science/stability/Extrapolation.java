package org.opencgt.science.stability;

import java.util.Locale;
import org.opencgt.science.TextKey;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * How far beyond the data a shelf life may reach: the rules of ICH Q1E (2003), 2.4 and 2.5 and Appendix A, for data with a
 * statistical analysis and relevant supporting data. With X the time covered by long-term data,
 *
 * <pre>
 *   room temperature   no change when accelerated              2 X, at most X + 12 months
 *                      change, but none at the intermediate    1.5 X, at most X + 6 months
 *                      change there too                        X
 *   refrigerated       no change when accelerated              1.5 X, at most X + 6 months
 *                      change                                  X
 *   frozen                                                     X
 * </pre>
 *
 * @param covered X
 * @param limit the longest shelf life that the rule allows, in the unit of the data
 */
@JsonNaming(SnakeCaseStrategy.class)
public record Extrapolation(Storage storage, double covered, Rule rule, double limit) {

    /** Where the product is kept. */
    public enum Storage {
        ROOM,
        REFRIGERATED,
        FROZEN;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether a significant change was seen in a study under stress. */
    public enum Change {
        NONE,
        CHANGE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The unit of times, with its length in months. */
    public enum TimeUnit {
        HOURS(24 * 365.25 / 12),
        DAYS(365.25 / 12),
        WEEKS(365.25 / 12 / 7),
        MONTHS(1),
        YEARS(1.0 / 12);

        private final double inMonth;

        TimeUnit(double inMonth) {
            this.inMonth = inMonth;
        }

        double ofMonths(double months) {
            return months * inMonth;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Which rule applies. */
    public enum Rule implements TextKey {
        TWICE_UP_TO_12_MONTHS(2, 12),
        HALF_MORE_UP_TO_6_MONTHS(1.5, 6),
        NO_EXTRAPOLATION(1, 0);

        private final double factor;
        private final double months;

        Rule(double factor, double months) {
            this.factor = factor;
            this.months = months;
        }

        @Override
        public String key() {
            return "stability.rule." + this;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * The rule for a product.
     *
     * @param covered X, in {@code unit}
     */
    public static Extrapolation of(
            Storage storage, Change accelerated, Change intermediate, double covered, TimeUnit unit) {
        Rule rule = switch (storage) {
            case ROOM ->
                accelerated == Change.NONE
                        ? Rule.TWICE_UP_TO_12_MONTHS
                        : intermediate == Change.NONE ? Rule.HALF_MORE_UP_TO_6_MONTHS : Rule.NO_EXTRAPOLATION;
            case REFRIGERATED -> accelerated == Change.NONE ? Rule.HALF_MORE_UP_TO_6_MONTHS : Rule.NO_EXTRAPOLATION;
            case FROZEN -> Rule.NO_EXTRAPOLATION;
        };
        double limit = Math.min(rule.factor * covered, covered + unit.ofMonths(rule.months));
        return new Extrapolation(storage, covered, rule, limit);
    }

    /** The shelf life to propose: what the data bear, no longer than the rule allows, in whole units of time. */
    public double proposed(double shelfLife) {
        return Math.floor(Math.min(shelfLife, limit));
    }
}
