package org.opencgt.science.stability;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.opencgt.science.BadInput;
import org.opencgt.science.Check;
import org.opencgt.science.Fault;
import org.opencgt.science.Result;
import org.opencgt.science.TextKey;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * What a unit has been through together with those it was made from: hours of hold add up along its lineage, and so do freeze-thaw
 * cycles. A unit made from several carries the burden of the most burdened one.
 *
 * @param path from the origin to this unit, along which the hours of hold are longest
 * @param withinLimits false where a limit is exceeded
 */
@JsonNaming(SnakeCaseStrategy.class)
public record HandlingHistory(
        String unit,
        String path,
        double holdHours,
        double cumulativeHoldHours,
        int thaws,
        int cumulativeThaws,
        boolean withinLimits,
        List<Flag> flags)
        implements Result {

    /** What is to be noticed. */
    public enum Flag implements TextKey {
        HOLD_OVER_LIMIT,
        THAWS_OVER_LIMIT,
        /** A parent has no row of its own, so nothing is known of what it went through. */
        UNKNOWN_PARENT;

        @Override
        public String key() {
            return "stability.history." + this;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * A step in the life of a unit; a unit may have several.
     *
     * @param parents the units it was made from
     * @param holdHours for which it was held
     * @param thaws how often it was frozen and thawed
     */
    public record Step(String unit, List<String> parents, double holdHours, int thaws) {
        public Step {
            parents = List.copyOf(parents);
            Check.notNegative(StabilityQuantity.HOLD_HOURS, holdHours);
            Check.notNegative(StabilityQuantity.FREEZE_THAW_COUNT, thaws);
        }
    }

    public HandlingHistory {
        flags = List.copyOf(flags);
    }

    /**
     * The history of each unit, in the order of their first rows.
     *
     * @param mostHours along a lineage; infinite if not limited
     * @param mostThaws along a lineage; infinite if not limited
     * @throws BadInput if units descend from each other in a circle
     */
    public static List<HandlingHistory> of(List<Step> steps, double mostHours, double mostThaws) {
        Map<String, Own> own = new LinkedHashMap<>();
        for (Step step : steps) {
            own.computeIfAbsent(step.unit, unseen -> new Own()).add(step);
        }
        Map<String, Carried> known = new HashMap<>();
        List<HandlingHistory> histories = new ArrayList<>();
        own.forEach((unit, burden) -> {
            Carried carried = carried(unit, own, known, new HashSet<>());
            Set<Flag> flags = EnumSet.noneOf(Flag.class);
            if (carried.hours > mostHours) {
                flags.add(Flag.HOLD_OVER_LIMIT);
            }
            if (carried.thaws > mostThaws) {
                flags.add(Flag.THAWS_OVER_LIMIT);
            }
            boolean within = flags.isEmpty();
            if (carried.unknown) {
                flags.add(Flag.UNKNOWN_PARENT);
            }
            histories.add(new HandlingHistory(
                    unit,
                    carried.path,
                    burden.hours,
                    carried.hours,
                    burden.thaws,
                    carried.thaws,
                    within,
                    List.copyOf(flags)));
        });
        return histories;
    }

    private static final class Own {
        private final Set<String> parents = new LinkedHashSet<>();
        private double hours;
        private int thaws;

        void add(Step step) {
            parents.addAll(step.parents);
            hours += step.holdHours;
            thaws += step.thaws;
        }
    }

    private record Carried(String path, double hours, int thaws, boolean unknown) {}

    private static Carried carried(String unit, Map<String, Own> own, Map<String, Carried> known, Set<String> under) {
        Carried done = known.get(unit);
        if (done != null) {
            return done;
        }
        Own burden = own.get(unit);
        if (burden == null) {
            return new Carried(unit, 0, 0, true);
        }
        if (!under.add(unit)) {
            throw Fault.of(StabilityFault.LINEAGE_CIRCLE).with("unit", unit).asException();
        }
        double hours = 0;
        int thaws = 0;
        boolean unknown = false;
        String path = "";
        for (String parent : burden.parents) {
            Carried above = carried(parent, own, known, under);
            if (above.hours > hours || path.isEmpty()) {
                path = above.path;
            }
            hours = Math.max(hours, above.hours);
            thaws = Math.max(thaws, above.thaws);
            unknown |= above.unknown;
        }
        under.remove(unit);
        Carried result = new Carried(
                path.isEmpty() ? unit : path + " > " + unit, hours + burden.hours, thaws + burden.thaws, unknown);
        known.put(unit, result);
        return result;
    }
}
