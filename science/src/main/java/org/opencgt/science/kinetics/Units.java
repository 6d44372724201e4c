package org.opencgt.science.kinetics;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.Locale;
import java.util.Map;
import org.opencgt.science.Fault;
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

    private static final double DAYS_A_MONTH = 365.25 / 12;

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

    private static final Map<String, Double> PER_DAY = Map.ofEntries(
            Map.entry("", 1.0),
            Map.entry("d", 1.0),
            Map.entry("day", 1.0),
            Map.entry("days", 1.0),
            Map.entry("天", 1.0),
            Map.entry("日", 1.0),
            Map.entry("h", 24.0),
            Map.entry("hr", 24.0),
            Map.entry("hour", 24.0),
            Map.entry("hours", 24.0),
            Map.entry("小时", 24.0),
            Map.entry("min", 1440.0),
            Map.entry("wk", 1 / 7.0),
            Map.entry("week", 1 / 7.0),
            Map.entry("weeks", 1 / 7.0),
            Map.entry("周", 1 / 7.0),
            Map.entry("mo", 1 / DAYS_A_MONTH),
            Map.entry("month", 1 / DAYS_A_MONTH),
            Map.entry("months", 1 / DAYS_A_MONTH),
            Map.entry("月", 1 / DAYS_A_MONTH));

    /**
     * So many days in the unit of time, which is days where it is not named.
     *
     * @throws org.opencgt.science.BadInput if the unit is none that is known
     */
    public double days(double days) {
        Double perDay = PER_DAY.get(timeUnit.strip().toLowerCase(Locale.ROOT));
        if (perDay == null) {
            throw Fault.of(KineticsFault.UNKNOWN_TIME_UNIT)
                    .with("unit", timeUnit)
                    .asException();
        }
        return days * perDay;
    }

    /** So many months of 365.25/12 days in the unit of time; as {@link #days}. */
    public double months(double months) {
        return days(months * DAYS_A_MONTH);
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
