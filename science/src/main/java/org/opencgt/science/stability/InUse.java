package org.opencgt.science.stability;

import org.opencgt.science.BadInput;
import org.opencgt.science.Fault;
import org.opencgt.science.Result;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * Whether a unit was used within its time after thawing or opening.
 *
 * @param hours from thawing or opening to use
 * @param leftHours negative where it was used too late
 */
@JsonNaming(SnakeCaseStrategy.class)
public record InUse(String unit, double hours, double limitHours, double leftHours, boolean within) implements Result {

    /**
     * Of one unit.
     *
     * @param from when it was thawed or opened, in hours
     * @param to when it was used, in hours from the same origin
     * @throws BadInput if it was used before
     */
    public static InUse of(String unit, double from, double to, double limitHours) {
        double hours = to - from;
        if (!(hours >= 0)) {
            throw Fault.of(StabilityFault.USED_BEFORE_THAW)
                    .with("unit", unit)
                    .with("hours", hours)
                    .asException();
        }
        return new InUse(unit, hours, limitHours, limitHours - hours, hours <= limitHours);
    }
}
