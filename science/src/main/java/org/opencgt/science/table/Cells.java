package org.opencgt.science.table;

import java.util.Arrays;

/**
 * The cells of a table, one after the other in one array: a file of millions of cells then makes no millions of objects.
 */
final class Cells {

    private final int columns;
    private char[] text = new char[1024];
    /** Where each cell ends; it begins where the one before it ends. */
    private int[] ends = new int[256];

    private int count;

    Cells(int columns) {
        this.columns = columns;
    }

    /** Appends a cell, row by row. */
    void add(char[] buffer, int offset, int length) {
        int begin = count == 0 ? 0 : ends[count - 1];
        int end = Math.addExact(begin, length);
        if (end > text.length) {
            text = Arrays.copyOf(text, (int) Math.min(Integer.MAX_VALUE - 8, Math.max(2L * text.length, end)));
        }
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, 2 * count);
        }
        System.arraycopy(buffer, offset, text, begin, length);
        ends[count++] = end;
    }

    int rows() {
        return columns == 0 ? 0 : count / columns;
    }

    String get(int row, int column) {
        int cell = row * columns + column;
        return new String(text, begin(cell), ends[cell] - begin(cell));
    }

    boolean equal(int row, int column, String other) {
        int cell = row * columns + column;
        int begin = begin(cell);
        if (other.length() != ends[cell] - begin) {
            return false;
        }
        for (int i = 0; i < other.length(); i++) {
            if (other.charAt(i) != text[begin + i]) {
                return false;
            }
        }
        return true;
    }

    /** The number in a cell; NaN if there is none. */
    double number(int row, int column) {
        int cell = row * columns + column;
        return Decimal.parse(text, begin(cell), ends[cell]);
    }

    /** Whether a cell says that there is no value: empty, {@code .} or {@code NA}. */
    boolean isMissing(int row, int column) {
        int cell = row * columns + column;
        int begin = begin(cell);
        int end = ends[cell];
        while (begin < end && Character.isWhitespace(text[begin])) {
            begin++;
        }
        while (end > begin && Character.isWhitespace(text[end - 1])) {
            end--;
        }
        return switch (end - begin) {
            case 0 -> true;
            case 1 -> text[begin] == '.';
            case 2 -> text[begin] == 'N' && text[begin + 1] == 'A';
            default -> false;
        };
    }

    private int begin(int cell) {
        return cell == 0 ? 0 : ends[cell - 1];
    }
}
