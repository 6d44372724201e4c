package org.opencgt.science.stability;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.opencgt.science.TextKey;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * How far beyond the data a shelf life may reach: the decision tree of ICH Q1E (2003), 2.4 and 2.5 and Appendix A. With X the time
 * covered by long-term data,
 *
 * <pre>
 *                                                         analysed or     supported only   unsupported
 *                                                         little change
 *   room temperature   no change when accelerated         2X, X + 12      1.5X, X + 6      X
 *                      change, none at intermediate       1.5X, X + 6     X + 3            X
 *                      change there too                   X               X                X
 *   refrigerated       no change when accelerated         1.5X, X + 6     X + 3            X
 *                      change within 6 months             X               X                X
 *   freezer, deeper                                       X               X                X
 * </pre>
 *
 * <p>Of two figures the lesser counts, in months. A significant change within the first three months asks a refrigerated product, and
 * storage in a freezer any product, to address short excursions too. Products of biotechnology get their shelf life from data in real time
 * (ICH Q5C): for them take {@link Basis#UNSUPPORTED}.
 *
 * @param covered X
 * @param limit the longest shelf life that the rule allows, in the unit of the data
 * @param basis what stands behind an extrapolation
 * @param needs what else the guideline asks for
 */
@JsonNaming(SnakeCaseStrategy.class)
public record Extrapolation(Storage storage, double covered, Rule rule, double limit, Basis basis, List<Need> needs) {

    public Extrapolation {
        needs = List.copyOf(needs);
    }

    /** Where the product is kept. */
    public enum Storage {
        ROOM,
        REFRIGERATED,
        FROZEN,
        /** Below -20 °C, such as vapour of nitrogen. */
        DEEP_FROZEN;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Whether a significant change was seen in a study under stress. */
    public enum Change {
        NONE,
        /** At a time that is not told. */
        CHANGE,
        /** Within the first three months. */
        WITHIN_3_MONTHS,
        /** Between three and six months. */
        WITHIN_6_MONTHS;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What stands behind an extrapolation. */
    public enum Basis {
        /** Data that show little change and scatter, or a statistical analysis, and relevant supporting data. */
        ANALYSED,
        /** Relevant supporting data, but no statistical analysis. */
        SUPPORTED,
        /** Neither. */
        UNSUPPORTED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What else is asked for. */
    public enum Need implements TextKey {
        /** Data at the intermediate condition decide on extrapolation. */
        INTERMEDIATE_DATA,
        /** The effect of short excursions outside the storage condition, such as in transport, is to be addressed. */
        ADDRESS_EXCURSIONS,
        /** A shelf life beyond the data is to be verified by data as they arrive. */
        VERIFY;

        @Override
        public String key() {
            return "stability.need." + this;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
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
        UP_TO_3_MONTHS(Double.POSITIVE_INFINITY, 3),
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
     * The rule for a product with analysed data.
     *
     * @param covered X, in {@code unit}
     */
    public static Extrapolation of(
            Storage storage, Change accelerated, Change intermediate, double covered, TimeUnit unit) {
        return of(storage, accelerated, intermediate, Basis.ANALYSED, covered, unit);
    }

    /**
     * The rule for a product.
     *
     * @param covered X, in {@code unit}
     */
    public static Extrapolation of(
            Storage storage, Change accelerated, Change intermediate, Basis basis, double covered, TimeUnit unit) {
        Rule rule = rule(storage, accelerated, intermediate, basis);
        double limit = rule == Rule.NO_EXTRAPOLATION
                ? covered
                : Math.min(rule.factor * covered, covered + unit.ofMonths(rule.months));
        List<Need> needs = new ArrayList<>();
        if (storage == Storage.ROOM && accelerated != Change.NONE) {
            needs.add(Need.INTERMEDIATE_DATA);
        }
        if (storage == Storage.FROZEN
                || storage == Storage.DEEP_FROZEN
                || (storage == Storage.REFRIGERATED
                        && (accelerated == Change.CHANGE || accelerated == Change.WITHIN_3_MONTHS))) {
            needs.add(Need.ADDRESS_EXCURSIONS);
        }
        if (rule != Rule.NO_EXTRAPOLATION) {
            needs.add(Need.VERIFY);
        }
        return new Extrapolation(storage, covered, rule, limit, basis, needs);
    }

    private static Rule rule(Storage storage, Change accelerated, Change intermediate, Basis basis) {
        Rule most = switch (storage) {
            case ROOM ->
                accelerated == Change.NONE
                        ? Rule.TWICE_UP_TO_12_MONTHS
                        : intermediate == Change.NONE ? Rule.HALF_MORE_UP_TO_6_MONTHS : Rule.NO_EXTRAPOLATION;
            case REFRIGERATED -> accelerated == Change.NONE ? Rule.HALF_MORE_UP_TO_6_MONTHS : Rule.NO_EXTRAPOLATION;
            case FROZEN, DEEP_FROZEN -> Rule.NO_EXTRAPOLATION;
        };
        return switch (basis) {
            case ANALYSED -> most;
            case SUPPORTED ->
                switch (most) {
                    case TWICE_UP_TO_12_MONTHS -> Rule.HALF_MORE_UP_TO_6_MONTHS;
                    case HALF_MORE_UP_TO_6_MONTHS, UP_TO_3_MONTHS -> Rule.UP_TO_3_MONTHS;
                    case NO_EXTRAPOLATION -> Rule.NO_EXTRAPOLATION;
                };
            case UNSUPPORTED -> Rule.NO_EXTRAPOLATION;
        };
    }

    /** The shelf life to propose: what the data bear, no longer than the rule allows, in whole units of time. */
    public double proposed(double shelfLife) {
        return Math.floor(Math.min(shelfLife, limit));
    }
}
