package org.opencgt.science.kinetics;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * The units of the data, carried through to results; each empty where it is not known. They are names: nothing is converted.
 *
 * @param timeUnit such as {@code d}
 * @param valueUnit such as {@code copies/µg}
 * @param doseUnit such as {@code cells/kg}
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(Include.NON_EMPTY)
public record Units(String timeUnit, String valueUnit, String doseUnit) {

    public static final Units UNKNOWN = new Units("", "", "");

    /** What kind of quantity a parameter is, which tells its unit. */
    public enum Dimension {
        VALUE,
        TIME,
        RATE,
        AREA,
        MOMENT,
        VALUE_PER_TIME,
        DOSE,
        VALUE_PER_DOSE,
        AREA_PER_DOSE,
        CLEARANCE,
        VOLUME,
        PERCENT,
        NUMBER
    }

    /** The unit of a kind of quantity; empty where it has none or a unit that it is made of is not known. */
    public String of(Dimension dimension) {
        return switch (dimension) {
            case VALUE -> valueUnit;
            case TIME -> timeUnit;
            case RATE -> timeUnit.isEmpty() ? "" : "1/" + timeUnit;
            case AREA -> product(timeUnit, valueUnit);
            case MOMENT -> product(timeUnit.isEmpty() ? "" : timeUnit + "²", valueUnit);
            case VALUE_PER_TIME -> quotient(valueUnit, timeUnit);
            case DOSE -> doseUnit;
            case VALUE_PER_DOSE -> quotient(valueUnit, doseUnit);
            case AREA_PER_DOSE -> quotient(product(timeUnit, valueUnit), doseUnit);
            case CLEARANCE -> quotient(doseUnit, product(timeUnit, valueUnit));
            case VOLUME -> quotient(doseUnit, valueUnit);
            case PERCENT -> "%";
            case NUMBER -> "";
        };
    }

    private static String product(String one, String other) {
        return one.isEmpty() || other.isEmpty() ? "" : one + "·" + other;
    }

    private static String quotient(String dividend, String divisor) {
        return dividend.isEmpty() || divisor.isEmpty() ? "" : bracketed(dividend) + "/" + bracketed(divisor);
    }

    private static String bracketed(String unit) {
        return unit.contains("/") || unit.contains("·") ? "(" + unit + ")" : unit;
    }
}
