package org.opencgt.science.kinetics;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.opencgt.science.BadInput;
import org.opencgt.science.Check;
import org.opencgt.science.Fault;
import org.opencgt.science.table.Numbers;

/**
 * What becomes of results below the limit of quantification when areas are computed, by their place: before the first
 * quantified sample, between quantified samples, or after the last one. On a curve without any quantified sample all are in
 * the first place.
 *
 * <p>Replaced values count as measured in areas, and in the middle also in the terminal slope. They never make the peak or the
 * last quantified sample, so AUClast ends where the laboratory last found cells.
 */
public record BelowLimitRule(Treatment first, Treatment middle, Treatment last) {

    /** Zero before the first and after the last quantified sample; left out in between. The default of PKNCA. */
    public static final BelowLimitRule DEFAULT = new BelowLimitRule(new Keep(), new Drop(), new Keep());

    /** What is done with one place. */
    public sealed interface Treatment {}

    /** The result counts as zero. */
    public record Keep() implements Treatment {
        @Override
        public String toString() {
            return "keep";
        }
    }

    /** The sample is left out. */
    public record Drop() implements Treatment {
        @Override
        public String toString() {
            return "drop";
        }
    }

    /** A number takes the place of the result. */
    public record Replace(double value) implements Treatment {
        public Replace {
            Check.notNegative(KineticsQuantity.CONCENTRATION, value);
        }

        @Override
        public String toString() {
            return Double.toString(value);
        }
    }

    /** Half of the limit that held for the sample takes the place of the result. */
    public record HalfLimit() implements Treatment {
        @Override
        public String toString() {
            return "lloq/2";
        }
    }

    /** The same in all places. */
    public static BelowLimitRule everywhere(Treatment treatment) {
        return new BelowLimitRule(treatment, treatment, treatment);
    }

    /**
     * Reads {@code first=keep,middle=drop,last=keep}, where places that are not named keep the default, or one treatment for
     * all. A treatment is {@code keep}, {@code drop}, {@code lloq/2} or a number.
     *
     * @throws BadInput if the text is neither
     */
    public static BelowLimitRule parse(String text) {
        if (!text.contains("=")) {
            return everywhere(treatment(text, text));
        }
        Map<String, Treatment> places = new HashMap<>();
        for (String part : text.split(",", -1)) {
            String[] sides = part.strip().split("=", -1);
            if (sides.length != 2
                    || places.put(sides[0].strip().toLowerCase(Locale.ROOT), treatment(sides[1], text)) != null) {
                throw unreadable(text);
            }
        }
        BelowLimitRule rule = new BelowLimitRule(
                places.getOrDefault("first", DEFAULT.first),
                places.getOrDefault("middle", DEFAULT.middle),
                places.getOrDefault("last", DEFAULT.last));
        places.keySet().removeAll(java.util.Set.of("first", "middle", "last"));
        if (!places.isEmpty()) {
            throw unreadable(text);
        }
        return rule;
    }

    private static Treatment treatment(String word, String text) {
        return switch (word.strip().toLowerCase(Locale.ROOT)) {
            case "keep" -> new Keep();
            case "drop" -> new Drop();
            case "lloq/2" -> new HalfLimit();
            default -> {
                OptionalDouble number = Numbers.parse(word);
                if (number.isEmpty()) {
                    throw unreadable(text);
                }
                yield new Replace(number.getAsDouble());
            }
        };
    }

    private static BadInput unreadable(String text) {
        return Fault.of(KineticsFault.UNREADABLE_BELOW_LIMIT_RULE)
                .with("text", text)
                .asException();
    }

    /** The curve as it is integrated. */
    Course applyTo(Curve curve) {
        int firstQuantified = curve.firstQuantified();
        int lastQuantified = curve.lastQuantified();
        Course.Builder course = new Course.Builder(curve.size());
        for (int i = 0; i < curve.size(); i++) {
            double time = curve.time(i);
            if (curve.isQuantified(i)) {
                course.add(time, curve.value(i));
                continue;
            }
            Treatment treatment =
                    firstQuantified < 0 || i < firstQuantified ? first : i > lastQuantified ? last : middle;
            switch (treatment) {
                case Keep keep -> course.add(time, 0);
                case Drop drop -> {}
                case Replace(double value) -> course.add(time, value);
                case HalfLimit half -> course.add(time, half(curve, i));
            }
        }
        return course.build(firstQuantified < 0 ? Double.NaN : curve.time(lastQuantified));
    }

    private static double half(Curve curve, int sample) {
        double limit = curve.limit(sample);
        if (Double.isNaN(limit)) {
            throw Fault.of(KineticsFault.LIMIT_UNKNOWN)
                    .with("subject", curve.subject())
                    .with("time", curve.time(sample))
                    .asException();
        }
        return limit / 2;
    }

    @Override
    public String toString() {
        return "first=" + first + ",middle=" + middle + ",last=" + last;
    }
}
