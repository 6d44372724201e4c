package org.opencgt.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class WorkbookTest {

    private static final String SHARED = """
            <sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>name</t></si>
            <si><r><t>冻存</t></r><r><t>罐 2</t></r></si></sst>""";

    @Test
    void sharedAndInlineTextNumbersAndGapsAreRead() throws IOException {
        byte[] file = workbook(SHARED, """
                <row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>model</t></is></c></row>
                <row r="2"><c r="A2" t="s"><v>1</v></c><c r="C2"><v>12.5</v></c></row>
                <row r="3"><c r="A3"/></row>""");

        assertThat(Workbook.read(file)).containsExactly(List.of("name", "", "model"), List.of("冻存罐 2", "", "12.5"));
    }

    @Test
    void whatIsNoWorkbookIsRefused() {
        assertThatThrownBy(() -> Workbook.read("identifier,name".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IOException.class);
    }

    @Test
    void aTextThatIsNotThereIsRefused() throws IOException {
        byte[] file = workbook(SHARED, "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>9</v></c></row>");

        assertThatThrownBy(() -> Workbook.read(file)).isInstanceOf(IOException.class);
    }

    @Test
    void anEntityIsNotResolved() throws IOException {
        byte[] file = packed(
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><sst><si><t>&e;</t></si></sst>",
                sheet("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>"));

        assertThatThrownBy(() -> Workbook.read(file)).isInstanceOf(IOException.class);
    }

    private static byte[] workbook(String shared, String rows) throws IOException {
        return packed(shared, sheet(rows));
    }

    private static String sheet(String rows) {
        return "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>" + rows
                + "</sheetData></worksheet>";
    }

    private static byte[] packed(String shared, String sheet) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            zip.write(shared.getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            zip.write(sheet.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }
}
