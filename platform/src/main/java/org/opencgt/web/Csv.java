package org.opencgt.web;

import java.util.List;
import java.util.stream.Collectors;

/** Lines of RFC 4180; text that a spreadsheet would take for a formula is led by an apostrophe. */
final class Csv {

    private Csv() {}

    static String line(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 && !text.matches("-?[0-9.Ee+-]+")
                ? "'" + text
                : text;
        return safe.matches("(?s).*[\",\r\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
