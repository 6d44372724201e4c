package org.opencgt.science.table;

/**
 * Reads ASCII decimals: an optional sign, digits with or without a point, an optional exponent. Up to 15 digits with a power of
 * ten up to 22 are one exact multiplication or division (Clinger 1990); anything else is left to {@link Double#parseDouble}.
 */
final class Decimal {

    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private static final int EXACT_DIGITS = 15;

    /** Larger exponents overflow or vanish whatever the digits of a text that fits into memory. */
    private static final int LARGE_EXPONENT = 100_000_000;

    private Decimal() {}

    /** The finite number that a stretch of text writes; NaN if it writes none. Blanks around it are ignored. */
    static double parse(char[] text, int from, int to) {
        int begin = from;
        int end = to;
        while (begin < end && Character.isWhitespace(text[begin])) {
            begin++;
        }
        while (end > begin && Character.isWhitespace(text[end - 1])) {
            end--;
        }
        int i = begin;
        boolean negative = i < end && text[i] == '-';
        if (negative || (i < end && text[i] == '+')) {
            i++;
        }
        long mantissa = 0;
        int digits = 0;
        int significant = 0;
        int scale = 0;
        boolean point = false;
        for (; i < end; i++) {
            char c = text[i];
            if (c == '.' && !point) {
                point = true;
                continue;
            }
            if (c < '0' || c > '9') {
                break;
            }
            digits++;
            scale += point ? 1 : 0;
            if (significant > 0 || c != '0') {
                significant++;
                mantissa = significant <= EXACT_DIGITS ? 10 * mantissa + (c - '0') : mantissa;
            }
        }
        if (digits == 0) {
            return Double.NaN;
        }
        int exponent = 0;
        if (i < end && (text[i] == 'e' || text[i] == 'E')) {
            i++;
            boolean down = i < end && text[i] == '-';
            if (down || (i < end && text[i] == '+')) {
                i++;
            }
            int start = i;
            for (; i < end && text[i] >= '0' && text[i] <= '9'; i++) {
                exponent = Math.min(LARGE_EXPONENT, 10 * exponent + (text[i] - '0'));
            }
            if (i == start) {
                return Double.NaN;
            }
            exponent = down ? -exponent : exponent;
        }
        if (i < end) {
            return Double.NaN;
        }
        int power = exponent - scale;
        if (significant <= EXACT_DIGITS && Math.abs(power) < POWERS.length) {
            double value = power < 0 ? mantissa / POWERS[-power] : mantissa * POWERS[power];
            return negative ? -value : value;
        }
        double value = Double.parseDouble(new String(text, begin, end - begin));
        return Double.isFinite(value) ? value : Double.NaN;
    }
}
