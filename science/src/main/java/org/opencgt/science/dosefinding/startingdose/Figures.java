package org.opencgt.science.dosefinding.startingdose;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as people read them in a sentence. */
final class Figures {

    private static final MathContext FOUR_DIGITS = new MathContext(4);
    private static final double LARGE = 1e5;

    private Figures() {}

    /** Four significant digits; with an exponent from 100,000 up. */
    static String of(double value) {
        BigDecimal rounded = new BigDecimal(value).round(FOUR_DIGITS).stripTrailingZeros();
        if (Math.abs(value) < LARGE) {
            return rounded.toPlainString();
        }
        int exponent = rounded.precision() - rounded.scale() - 1;
        return rounded.scaleByPowerOfTen(-exponent).stripTrailingZeros().toPlainString() + "e" + exponent;
    }
}
