package org.opencgt.science.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencgt.science.BadInput;
import org.opencgt.science.Language;
import org.opencgt.science.table.ConcentrationColumn.Kind;

class TableTest {

    @Test
    void anEmptyCellADotAndNaAreMissing() {
        NumberColumn column = Csv.parse("x,y\n,1\n.,1\nNA,1\n 7 ,1\n", "f.csv").numbers("x");

        assertThat(column.values()).containsExactly(Double.NaN, Double.NaN, Double.NaN, 7);
        assertThat(column.isMissing(0)).isTrue();
        assertThat(column.isMissing(3)).isFalse();
        assertThat(column.present()).containsExactly(7);
    }

    @Test
    void aWrongCellIsNamedByFileLineAndColumn() {
        Table table = Csv.parse("day,conc\n1,2\n2,abc\n", "kinetics.csv");

        assertThatThrownBy(() -> table.numbers("conc"))
                .isInstanceOf(BadInput.class)
                .hasMessage("kinetics.csv, line 3, column \"conc\": \"abc\" is not a number. [table.not-a-number]");
    }

    @Test
    void aFaultSpeaksBothLanguages() {
        Table table = Csv.parse("conc\nabc\n", "kinetics.csv");

        assertThatThrownBy(() -> table.numbers("conc"))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        refused -> assertThat(refused.fault().text(Language.CHINESE))
                                .isEqualTo("kinetics.csv 第 2 行，列“conc”：“abc”不是数字。"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,5", "NaN", "Infinity", "0x10", "1d", "1e999", "1 000", "--1", "e5", "１"})
    void whatIsNotAnAsciiDecimalIsNoNumber(String cell) {
        Table table = Csv.parse("x\n\"" + cell + "\"\n", "f.csv");

        assertThatThrownBy(() -> table.numbers("x")).isInstanceOf(BadInput.class);
    }

    @Test
    void aFractionIsADecimalUpToOneOrAPercentage() {
        assertThat(Csv.parse("x\n0.92\n92%\n92 %\n1\n0\n", "f.csv")
                        .fractions("x")
                        .values())
                .containsExactly(0.92, 0.92, 0.92, 1, 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"92", "101%", "-0.1", "%"})
    void aBareNumberAboveOneIsNoFraction(String cell) {
        Table table = Csv.parse("x\n" + cell + "\n", "f.csv");

        assertThatThrownBy(() -> table.fractions("x")).hasMessageContaining("Write 0.92 or 92%");
    }

    @Test
    void aConcentrationMayBeBelowTheLimitOfQuantification() {
        ConcentrationColumn column =
                Csv.parse("c\n12.5\nBLQ\nbql\n<LLOQ\n<50\nNA\n<BLQ\n", "f.csv").concentrations("c");

        assertThat(column.kind(0)).isEqualTo(Kind.QUANTIFIED);
        assertThat(column.get(0)).isEqualTo(12.5);
        for (int row = 1; row <= 4; row++) {
            assertThat(column.kind(row)).isEqualTo(Kind.BELOW_LIMIT);
            assertThat(column.get(row)).isNaN();
        }
        assertThat(column.limit(1)).isNaN();
        assertThat(column.limit(4)).isEqualTo(50);
        assertThat(column.kind(5)).isEqualTo(Kind.MISSING);
        assertThat(column.kind(6)).isEqualTo(Kind.BELOW_LIMIT);
    }

    @Test
    void aWordThatIsNoConcentrationIsRefused() {
        Table table = Csv.parse("c\n<abc\n", "f.csv");

        assertThatThrownBy(() -> table.concentrations("c")).hasMessageContaining("\"<abc\" is neither");
    }

    @Test
    void anUnknownColumnIsRefusedWithThoseThatThereAre() {
        Table table = Csv.parse("day,conc\n1,2\n", "f.csv");

        assertThatThrownBy(() -> table.numbers("dose")).hasMessageContaining("Its columns: day, conc");
    }

    @Test
    void aFileSeparatedBySemicolonsIsRecognised() {
        Table table = Csv.parse("day;conc\n1;2\n", "f.csv");

        assertThatThrownBy(() -> table.numbers("day")).hasMessageContaining("not separated by commas");
    }

    @Test
    void valuesHandedOutAreCopies() {
        NumberColumn column = Csv.parse("x\n1\n", "f.csv").numbers("x");

        column.values()[0] = 99;

        assertThat(column.get(0)).isEqualTo(1);
    }
}
