package org.opencgt.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DonationNumberTest {

    /** Published worked examples: JPAC Red Book, annex 2, and ICCBBA ST-001, appendix A. */
    @ParameterizedTest
    @CsvSource({"G123498654321, H", "G123417654321, A"})
    void hasThePublishedCheckCharacter(String number, char expected) {
        assertThat(new DonationNumber(number).checkCharacter()).isEqualTo(expected);
    }

    @Test
    void anyOtherCheckCharacterIsWrong() {
        for (char other : "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*".toCharArray()) {
            assertThat(DonationNumber.isValid("G123498654321", String.valueOf(other)))
                    .as("%s", other)
                    .isEqualTo(other == 'H');
        }
    }

    @Test
    void findsEverySingleWrongDigitAndEverySwapOfNeighbours() {
        String number = "A999926000117";
        String check = String.valueOf(new DonationNumber(number).checkCharacter());
        for (int i = 5; i < number.length(); i++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                String other = number.substring(0, i) + digit + number.substring(i + 1);
                assertThat(DonationNumber.isValid(other, check)).as(other).isEqualTo(other.equals(number));
            }
            if (i + 1 < number.length() && number.charAt(i) != number.charAt(i + 1)) {
                String swapped =
                        number.substring(0, i) + number.charAt(i + 1) + number.charAt(i) + number.substring(i + 2);
                assertThat(DonationNumber.isValid(swapped, check)).as(swapped).isFalse();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "G12349865432", "G1234986543211", "O123498654321", "G12349865432A", "g123498654321"})
    void refusesAnotherShape(String text) {
        assertThatThrownBy(() -> new DonationNumber(text)).isInstanceOf(IllegalArgumentException.class);
        assertThat(DonationNumber.isValid(text, "H")).isFalse();
    }
}
