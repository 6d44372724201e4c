package org.opencgt.science.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.opencgt.science.Language;
import org.opencgt.science.Result;
import org.opencgt.science.cells.PassageDoublings;
import org.opencgt.science.cells.PassageFlag;
import org.opencgt.science.stability.MeanKineticTemperature;

class DocumentTest {

    private static final MeanKineticTemperature ONE = new MeanKineticTemperature(0.1 + 0.2, 5, -196, 6.25, 3, 1);

    private static final PassageDoublings ROW =
            new PassageDoublings("P1", 1e6, 8e6, Double.NaN, 3, 3, Double.NaN, List.of(PassageFlag.MISSING_TIME));

    @Test
    void jsonKeepsEveryDigitAndTheOrderOfDeclaration() {
        assertThat(Document.of(ONE).text(Format.JSON, Language.ENGLISH)).isEqualTo("""
                {
                  "mkt_c" : 0.30000000000000004,
                  "mean_c" : 5.0,
                  "min_c" : -196.0,
                  "max_c" : 6.25,
                  "n" : 3,
                  "missing" : 1
                }
                """);
    }

    @Test
    void jsonWritesNaNAsNullAndInfinityAsText() {
        String json = Json.mapper()
                .writeValueAsString(List.of(
                        new double[] {1, Double.NaN, Double.NEGATIVE_INFINITY}, Double.NaN, Double.POSITIVE_INFINITY));

        assertThat(json).isEqualToIgnoringWhitespace("""
                [[1.0, null, "-Infinity"], null, "Infinity"]""");
    }

    @Test
    void aDoubleReadBackFromJsonIsTheSame() {
        for (double value : new double[] {0.1, 1.0 / 3, Double.MIN_VALUE, Double.MAX_VALUE, 10.78800752066013}) {
            String json = Json.mapper().writeValueAsString(Map.of("x", value));
            assertThat(Json.mapper().readTree(json).get("x").doubleValue()).isEqualTo(value);
        }
    }

    @Test
    void csvHasTheNamesOfJsonAndFullPrecision() {
        assertThat(Document.of(PassageDoublings.class, List.of(ROW)).text(Format.CSV, Language.CHINESE))
                .isEqualTo("""
                passage,seeded,harvested,hours,doublings,cumulative_pdl,doubling_time_h,flags
                P1,1000000.0,8000000.0,,3.0,3.0,,missing-time
                """);
    }

    @Test
    void aSingleResultInCsvIsOneRow() {
        assertThat(Document.of(ONE).text(Format.CSV, Language.ENGLISH)).isEqualTo("""
                mkt_c,mean_c,min_c,max_c,n,missing
                0.30000000000000004,5.0,-196.0,6.25,3,1
                """);
    }

    @Test
    void aTableHasLabelsWithUnitsAndSixDigits() {
        assertThat(Document.of(ONE).text(Format.TABLE, Language.ENGLISH)).isEqualTo("""
                Mean kinetic temperature (°C)  0.3
                Arithmetic mean (°C)           5
                Lowest reading (°C)            -196
                Highest reading (°C)           6.25
                Readings used                  3
                Readings missing               1
                """);
    }

    @Test
    void chineseCharactersTakeTwoColumns() {
        assertThat(Document.of(ONE).text(Format.TABLE, Language.CHINESE)).startsWith("""
                平均动力学温度（°C）  0.3
                算术平均温度（°C）    5
                """);
    }

    @Test
    void rowsMakeATableWithAHeader() {
        assertThat(Document.of(PassageDoublings.class, List.of(ROW)).text(Format.TABLE, Language.ENGLISH))
                .isEqualTo("""
                Passage  Seeded (viable cells)  Harvested (viable cells)  Time (h)  Doublings  Cumulative PDL  Doubling time (h)  Flags
                P1       1e6                    8e6                                 3          3                                  missing-time
                """);
    }

    @Test
    void aTableMayHaveFewerColumnsThanTheData() {
        Document document = Document.of(PassageDoublings.class, List.of(ROW))
                .inTable(column -> column.equals("passage") || column.equals("flags"));

        assertThat(document.text(Format.TABLE, Language.ENGLISH)).isEqualTo("""
                Passage  Flags
                P1       missing-time
                """);
        assertThat(document.text(Format.CSV, Language.ENGLISH)).contains("cumulative_pdl");
    }

    @Test
    void aRecordMayShowItsRowsInTables() {
        Document document = Document.of(ONE, PassageDoublings.class, List.of(ROW));

        assertThat(document.hasRows()).isFalse();
        assertThat(document.text(Format.JSON, Language.ENGLISH))
                .contains("mkt_c")
                .doesNotContain("passage");
        assertThat(document.text(Format.CSV, Language.ENGLISH))
                .startsWith("passage,")
                .doesNotContain("mkt_c");
    }

    @Test
    void aLaterRowMayHaveMoreColumnsThanTheFirst() {
        record Row(String name, @JsonUnwrapped @Nullable Point more) implements Result {}

        assertThat(Document.of(Row.class, List.of(new Row("a", null), new Row("b", new Point(1, 2))))
                        .text(Format.CSV, Language.ENGLISH))
                .isEqualTo("""
                name,x,y
                a,,
                b,1.0,2
                """);
    }

    record Point(double x, int y) {}

    @Test
    void nestedResultsAreFlattenedByDottedNames() {
        record Nested(Point centre, List<Point> points, List<String> flags) implements Result {}

        Nested nested = new Nested(new Point(1, 2), List.of(new Point(3, 4), new Point(5, 6)), List.of("a", "b"));

        assertThat(Document.of(nested).text(Format.CSV, Language.ENGLISH)).isEqualTo("""
                centre.x,centre.y,points.1.x,points.1.y,points.2.x,points.2.y,flags
                1.0,2,3.0,4,5.0,6,a;b
                """);
    }

    @Test
    void numbersForPeopleHaveSixDigitsAndAnExponentWhereItHelps() {
        assertThat(Document.sixDigits(0)).isEqualTo("0");
        assertThat(Document.sixDigits(123456.7)).isEqualTo("123457");
        assertThat(Document.sixDigits(999999.9)).isEqualTo("1e6");
        assertThat(Document.sixDigits(2.1e8)).isEqualTo("2.1e8");
        assertThat(Document.sixDigits(-0.00123456789)).isEqualTo("-0.00123457");
        assertThat(Document.sixDigits(1.5e-7)).isEqualTo("1.5e-7");
    }
}
