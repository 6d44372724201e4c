package org.opencgt.science.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import org.opencgt.science.Language;
import org.opencgt.science.Messages;
import org.opencgt.science.Result;
import org.opencgt.science.TextKey;

/** How reports write words, labels and numbers in one language. */
public record Wording(Language language) {

    private static final int DIGITS = 5;
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    public String of(TextKey key) {
        return Messages.text(key, language, Map.of());
    }

    public String of(TextKey key, Map<String, ?> parameters) {
        return Messages.text(key, language, parameters);
    }

    /** The label of a property of a result; its name if it has none. */
    public String label(Class<? extends Result> result, String property) {
        return Messages.label(result, property, language).orElse(property);
    }

    /** A property of a result with its label. */
    public Block.Fact fact(Class<? extends Result> result, String property, double value) {
        return new Block.Fact(label(result, property), number(value));
    }

    /** A property of a result with its label. */
    public Block.Fact fact(Class<? extends Result> result, String property, String value) {
        return new Block.Fact(label(result, property), value);
    }

    /** Five significant digits; a dash where there is no number. */
    public String number(double value) {
        return significant(value, DIGITS);
    }

    /** So many significant digits; a dash where there is no number. */
    public static String significant(double value, int digits) {
        if (Double.isNaN(value)) {
            return "–";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "−∞";
        }
        BigDecimal rounded =
                new BigDecimal(value).round(new MathContext(digits)).stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (rounded.signum() == 0 || (exponent >= -3 && exponent < 7)) {
            return rounded.toPlainString().replace('-', '−');
        }
        String mantissa =
                rounded.scaleByPowerOfTen(-exponent).stripTrailingZeros().toPlainString();
        return (mantissa + "×10" + superscript(exponent)).replace('-', '−');
    }

    private static String superscript(int exponent) {
        StringBuilder text = new StringBuilder(exponent < 0 ? "⁻" : "");
        Integer.toString(Math.abs(exponent)).chars().forEach(digit -> text.append(SUPERSCRIPTS.charAt(digit - '0')));
        return text.toString();
    }
}
