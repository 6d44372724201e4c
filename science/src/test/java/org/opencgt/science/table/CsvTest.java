package org.opencgt.science.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opencgt.science.BadInput;

class CsvTest {

    @Test
    void readsQuotedCellsWithCommasQuotesAndLineBreaks() {
        Table table = Csv.parse("a,b\r\n\"x, \"\"y\"\"\nz\",2\r\n3,4", "f.csv");

        assertThat(table.header()).containsExactly("a", "b");
        assertThat(table.text("a").get(0)).isEqualTo("x, \"y\"\nz");
        assertThat(table.numbers("b").values()).containsExactly(2, 4);
    }

    @Test
    void knowsTheLineOfARowAfterAQuotedLineBreakAndABlankLine() {
        Table table = Csv.parse("a\n\"x\ny\"\n\n5", "f.csv");

        assertThat(table.line(0)).isEqualTo(2);
        assertThat(table.line(1)).isEqualTo(5);
    }

    @Test
    void toleratesAByteOrderMark(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("f.csv"), "\uFEFF温度\n5\n");

        assertThat(Csv.read(file).numbers("温度").values()).containsExactly(5);
    }

    @Test
    void refusesAnotherEncodingAndNamesTheLine(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("f.csv"), "a\n1\n温度\n".getBytes(Charset.forName("GBK")));

        assertThatThrownBy(() -> Csv.read(file)).isInstanceOf(BadInput.class).hasMessageContaining("line 3");
    }

    @Test
    void refusesRowsOfAnotherLengthThanTheHeader() {
        assertThatThrownBy(() -> Csv.parse("a,b\n1,2\n3\n", "f.csv"))
                .isInstanceOf(BadInput.class)
                .hasMessage("f.csv, line 3: 1 cells where the header has 2. [table.ragged]");
    }

    @Test
    void refusesTwoColumnsOfOneName() {
        assertThatThrownBy(() -> Csv.parse("a,b,a\n", "f.csv")).hasMessageContaining("two columns named \"a\"");
    }

    @Test
    void refusesAnEmptyFile() {
        assertThatThrownBy(() -> Csv.parse("", "f.csv")).hasMessageContaining("is empty");
    }

    @Test
    void refusesAnOpenQuote() {
        assertThatThrownBy(() -> Csv.parse("a\n\"x\n1\n", "f.csv"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("does not end with one");
    }

    @Test
    void aFileLargerThanAnyBufferIsReadWhole(@TempDir Path folder) throws Exception {
        StringBuilder text = new StringBuilder("name,x\n");
        for (int i = 0; i < 50_000; i++) {
            text.append("细胞").append(i).append("\uD83E\uDDEC,").append(i).append(".25\n");
        }
        Table table = Csv.read(Files.writeString(folder.resolve("f.csv"), text));

        assertThat(table.rows()).isEqualTo(50_000);
        assertThat(table.text("name").get(49_999)).isEqualTo("细胞49999\uD83E\uDDEC");
        assertThat(table.numbers("x").get(49_999)).isEqualTo(49_999.25);
        assertThat(table.line(49_999)).isEqualTo(50_001);
    }

    @Test
    void aForeignByteFarIntoAFileIsFound(@TempDir Path folder) throws Exception {
        byte[] bytes = "x\n".concat("123456\n".repeat(30_000)).getBytes(StandardCharsets.UTF_8);
        bytes[2 + 7 * 20_000] = (byte) 0xC3;
        Path file = Files.write(folder.resolve("f.csv"), bytes);

        assertThatThrownBy(() -> Csv.read(file)).hasMessageContaining("line 20002: the text is not UTF-8");
        Path cut = Files.write(folder.resolve("cut.csv"), new byte[] {'x', '\n', (byte) 0xE6, (byte) 0xB8});
        assertThatThrownBy(() -> Csv.read(cut)).hasMessageContaining("line 2");
    }

    @Test
    void anOpenQuoteIsNamedEvenWhereItSwallowsTheColumnsOfARow() {
        assertThatThrownBy(() -> Csv.parse("a,b\n1,\"x\n2,3\n4,5\n", "f.csv"))
                .hasMessageContaining("does not end with one");
        assertThatThrownBy(() -> Csv.parse("a,b\n\"x,2\n3,4\n", "f.csv")).hasMessageContaining("does not end with one");
    }

    @Test
    void refusesAFileThatIsNotThere(@TempDir Path folder) {
        assertThatThrownBy(() -> Csv.read(folder.resolve("none.csv")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("There is no file");
        assertThatThrownBy(() -> Csv.read(folder)).isInstanceOf(BadInput.class).hasMessageContaining("cannot be read");
    }

    @Test
    void writesWhatItReads() {
        List<List<String>> rows = List.of(List.of("x, \"y\"\nz", "1"), List.of("", "温"));

        Table table = Csv.parse(Csv.write(List.of("a", "b"), rows), "f.csv");

        assertThat(table.text("a").get(0)).isEqualTo("x, \"y\"\nz");
        assertThat(table.text("a").isMissing(1)).isTrue();
        assertThat(table.text("b").get(1)).isEqualTo("温");
    }
}
