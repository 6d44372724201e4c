package org.opencgt.web;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The text in the cells of the first sheet of an Excel workbook (ECMA-376, .xlsx). Formulas count by their last result; formats,
 * and so the look of dates, are not read: a date must stand as text.
 */
final class Workbook {

    /** Most bytes of one unpacked part: what claims to be a list of some hundred rows is smaller. */
    private static final int PART = 16 * 1024 * 1024;

    private static final int COLUMNS = 200;
    private static final int ROWS = 10_000;

    private Workbook() {}

    /**
     * Rows of cells, the first being the header; rows without any text are left out.
     *
     * @throws IOException if the file is no workbook, or too large
     */
    static List<List<String>> read(byte[] file) throws IOException {
        Map<String, byte[]> parts = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                if (name.equals("xl/sharedStrings.xml") || name.equals("xl/worksheets/sheet1.xml")) {
                    parts.put(name, limited(zip));
                }
            }
        }
        byte[] sheet = parts.get("xl/worksheets/sheet1.xml");
        if (sheet == null) {
            throw new IOException("no first sheet");
        }
        try {
            return rows(sheet, shared(parts.get("xl/sharedStrings.xml")));
        } catch (XMLStreamException e) {
            throw new IOException("a part of the workbook is no XML", e);
        }
    }

    private static byte[] limited(InputStream in) throws IOException {
        ByteArrayOutputStream unpacked = new ByteArrayOutputStream();
        in.transferTo(new java.io.FilterOutputStream(unpacked) {
            @Override
            public void write(byte[] bytes, int from, int count) throws IOException {
                if (unpacked.size() + count > PART) {
                    throw new IOException("too large");
                }
                unpacked.write(bytes, from, count);
            }
        });
        return unpacked.toByteArray();
    }

    private static XMLStreamReader xml(byte[] part) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory.createXMLStreamReader(new ByteArrayInputStream(part));
    }

    private static List<String> shared(byte @Nullable [] part) throws XMLStreamException {
        List<String> strings = new ArrayList<>();
        if (part == null) {
            return strings;
        }
        XMLStreamReader xml = xml(part);
        StringBuilder text = new StringBuilder();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("si")) {
                text.setLength(0);
            } else if (event == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("t")) {
                text.append(xml.getElementText());
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("si")) {
                strings.add(text.toString());
            }
        }
        return strings;
    }

    private static List<List<String>> rows(byte[] part, List<String> shared) throws XMLStreamException, IOException {
        List<List<String>> rows = new ArrayList<>();
        XMLStreamReader xml = xml(part);
        List<String> row = new ArrayList<>();
        int column = 0;
        String type = "";
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "row" -> row = new ArrayList<>();
                    case "c" -> {
                        String at = xml.getAttributeValue(null, "r");
                        column = at == null ? row.size() : column(at);
                        String stated = xml.getAttributeValue(null, "t");
                        type = stated == null ? "" : stated;
                    }
                    case "v" -> put(row, column, cell(xml.getElementText(), type, shared));
                    case "t" -> put(row, column, xml.getElementText());
                    default -> {}
                }
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("row")
                    && row.stream().anyMatch(text -> !text.isBlank())) {
                if (rows.size() >= ROWS) {
                    throw new IOException("too many rows");
                }
                rows.add(List.copyOf(row));
            }
        }
        return rows;
    }

    private static void put(List<String> row, int column, String text) throws IOException {
        if (column >= COLUMNS) {
            throw new IOException("too many columns");
        }
        while (row.size() <= column) {
            row.add("");
        }
        row.set(column, row.get(column) + text);
    }

    private static String cell(String value, String type, List<String> shared) throws IOException {
        if (!type.equals("s")) {
            return value;
        }
        int index = value.matches("\\d{1,7}") ? Integer.parseInt(value) : -1;
        if (index < 0 || index >= shared.size()) {
            throw new IOException("a cell names a text that is not there");
        }
        return shared.get(index);
    }

    /** Column of a cell such as B7, from 0. */
    private static int column(String at) {
        int column = 0;
        for (int i = 0; i < at.length() && at.charAt(i) >= 'A' && at.charAt(i) <= 'Z' && i < 3; i++) {
            column = column * 26 + at.charAt(i) - 'A' + 1;
        }
        return Math.max(0, column - 1);
    }
}
