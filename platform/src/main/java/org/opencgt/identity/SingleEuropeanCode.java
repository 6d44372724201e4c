package org.opencgt.identity;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Single European Code of tissues and cells (Directive (EU) 2015/565; ISBT 128 data structure 038).
 *
 * @param country two letters (ISO 3166-1)
 * @param establishment six characters of the tissue establishment
 * @param donation 13 characters of the unique donation number
 * @param coding product coding system: A ISBT 128, B Eurocode, E EUTC
 * @param product seven characters
 * @param split three characters
 */
public record SingleEuropeanCode(
        String country,
        String establishment,
        String donation,
        char coding,
        String product,
        String split,
        LocalDate expires) {

    private static final Pattern SHAPE =
            Pattern.compile("([A-Z]{2})([A-Z0-9]{6})([A-Z0-9]{13})([ABE])([A-Z0-9]{7})([A-Z0-9]{3})([0-9]{8})");
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

    /**
     * Reads the 40 characters, with or without spaces.
     *
     * @throws InvalidIdentifier when they have another shape or no such day exists
     */
    static SingleEuropeanCode read(String input) {
        Matcher parts = SHAPE.matcher(input.replace(" ", ""));
        if (!parts.matches()) {
            throw new InvalidIdentifier("identifier-shape", input, "PL001499Z549917123456 A00T041600320171231");
        }
        try {
            return new SingleEuropeanCode(
                    parts.group(1),
                    parts.group(2),
                    parts.group(3),
                    parts.group(4).charAt(0),
                    parts.group(5),
                    parts.group(6),
                    LocalDate.parse(parts.group(7), DATE));
        } catch (DateTimeException e) {
            throw new InvalidIdentifier("identifier-date", parts.group(7));
        }
    }
}
