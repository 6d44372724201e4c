package org.opencgt.science.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "1.",
                ".5",
                "-.5e3",
                "+7",
                "1e22",
                "1e23",
                "123456789012345",
                "1234567890123456",
                "9007199254740993",
                "0.000000000000000000000000000001",
                "4.9e-324",
                "2.2250738585072011e-308",
                "1.7976931348623157e308",
                "0.1000000000000000055511151231257827021181583404541015625",
                "79.599999999999994",
                "000123.4500",
                "1E-5",
                "5e-400",
                "0e99999999999"
            })
    void givesTheNearestDouble(String text) {
        assertThat(parsed(text)).isEqualTo(Double.parseDouble(text));
        assertThat(parsed("\t " + text + " ")).isEqualTo(Double.parseDouble(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "+",
                ".",
                "e5",
                "1e",
                "1e+",
                "1.2.3",
                "1,5",
                "0x1p3",
                "1f",
                "NaN",
                "Infinity",
                "1e309",
                "1e99999999999",
                "１",
                "1 0"
            })
    void anythingElseIsNoNumber(String text) {
        assertThat(parsed(text)).isNaN();
    }

    @Test
    void everyDoubleIsReadBackFromItsDigits() {
        Random random = new Random(7);
        for (int i = 0; i < 200_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                assertThat(parsed(Double.toString(value))).isEqualTo(value);
            }
            String laboratory = String.format(Locale.ROOT, "%." + random.nextInt(8) + "f", 1e6 * random.nextGaussian());
            assertThat(parsed(laboratory)).isEqualTo(Double.parseDouble(laboratory));
        }
    }

    private static double parsed(String text) {
        String within = "7" + text + "7";
        return Decimal.parse(within.toCharArray(), 1, 1 + text.length());
    }
}
