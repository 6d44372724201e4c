package org.opencgt.science.stability;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.Fault;
import org.opencgt.science.table.Numbers;
import org.opencgt.science.table.Table;
import org.opencgt.science.table.TextColumn;

/** Moments of a column in hours: numbers as they are, dates with time (ISO 8601, with or without offset) from 1970 on. */
public final class HoursColumn {

    private static final double SECONDS = 3600;

    private HoursColumn() {}

    /** NaN where a moment is missing. */
    public static double[] of(Table table, String column) {
        TextColumn texts = table.text(column);
        double[] hours = new double[table.rows()];
        for (int row = 0; row < hours.length; row++) {
            String text = texts.get(row);
            hours[row] = text == null ? Double.NaN : hours(text, table, row, column);
        }
        return hours;
    }

    private static double hours(String text, Table table, int row, String column) {
        OptionalDouble number = Numbers.parse(text);
        if (number.isPresent()) {
            return number.getAsDouble();
        }
        Double moment = moment(text.strip().replace(' ', 'T'));
        if (moment == null) {
            throw Fault.of(StabilityFault.NOT_A_TIME)
                    .with("file", table.source())
                    .with("line", table.line(row))
                    .with("column", column)
                    .with("value", text)
                    .asException();
        }
        return moment;
    }

    private static @Nullable Double moment(String text) {
        try {
            TemporalAccessor parsed =
                    DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
            OffsetDateTime at = parsed instanceof OffsetDateTime offset
                    ? offset
                    : LocalDateTime.from(parsed).atOffset(ZoneOffset.UTC);
            return at.toEpochSecond() / SECONDS + at.getNano() / 1e9 / SECONDS;
        } catch (DateTimeException unparsable) {
            return null;
        }
    }
}
