package org.opencgt.science.dosefinding.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.opencgt.science.Language;
import org.opencgt.science.Messages;
import org.opencgt.science.Result;
import org.opencgt.science.TextKey;
import org.opencgt.science.output.Document;

/** How these reports write words, labels and numbers in one language. */
record Wording(Language language) {

    static final String NONE = "–";

    String of(TextKey key) {
        return Messages.text(key, language, Map.of());
    }

    String of(TextKey key, Map<String, ?> parameters) {
        return Messages.text(key, language, parameters);
    }

    String label(Class<? extends Result> result, String property) {
        return Messages.label(result, property, language).orElse(property);
    }

    /** With so many digits after the point; a dash where there is no number. */
    static String number(double value, int digits) {
        return Double.isFinite(value)
                ? new BigDecimal(value).setScale(digits, RoundingMode.HALF_EVEN).toPlainString()
                : NONE;
    }

    /** As people write it in a protocol. */
    static String number(double value) {
        return Double.isFinite(value) ? Document.sixDigits(value) : NONE;
    }

    /** The value of a setting of a design. */
    String value(Object value) {
        return switch (value) {
            case Double number -> number(number);
            case Boolean yes -> of(yes ? Phrase.YES : Phrase.NO);
            case Collection<?> values ->
                values.stream()
                        .map(this::value)
                        .collect(Collectors.joining(
                                values.stream().anyMatch(Collection.class::isInstance) ? " / " : ", "));
            default -> value.toString();
        };
    }
}
