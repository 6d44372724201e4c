package org.opencgt.science.dosefinding.design;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as people read them in a sentence. */
final class Figures {

    private static final MathContext FOUR_DIGITS = new MathContext(4);

    private Figures() {}

    /** Four significant digits. */
    static String of(double value) {
        return new BigDecimal(value).round(FOUR_DIGITS).stripTrailingZeros().toPlainString();
    }
}
