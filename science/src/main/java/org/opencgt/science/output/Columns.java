package org.opencgt.science.output;

import java.lang.Character.UnicodeBlock;
import java.util.List;
import java.util.Set;

/** Aligns text in columns, on a terminal on which Chinese characters are two columns wide. */
final class Columns {

    private static final Set<UnicodeBlock> WIDE = Set.of(
            UnicodeBlock.CJK_UNIFIED_IDEOGRAPHS,
            UnicodeBlock.CJK_UNIFIED_IDEOGRAPHS_EXTENSION_A,
            UnicodeBlock.CJK_UNIFIED_IDEOGRAPHS_EXTENSION_B,
            UnicodeBlock.CJK_COMPATIBILITY_IDEOGRAPHS,
            UnicodeBlock.CJK_SYMBOLS_AND_PUNCTUATION,
            UnicodeBlock.HALFWIDTH_AND_FULLWIDTH_FORMS,
            UnicodeBlock.HIRAGANA,
            UnicodeBlock.KATAKANA,
            UnicodeBlock.HANGUL_SYLLABLES);

    private Columns() {}

    /** Lines of equally many cells, two blanks between columns. */
    static String align(List<List<String>> lines) {
        int columns = lines.getFirst().size();
        int[] widths = new int[columns];
        for (List<String> line : lines) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], width(line.get(i)));
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> line : lines) {
            StringBuilder row = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                row.append(line.get(i)).repeat(' ', widths[i] - width(line.get(i)) + 2);
            }
            text.append(row.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private static int width(String text) {
        return text.codePoints()
                .map(c -> WIDE.contains(UnicodeBlock.of(c)) ? 2 : 1)
                .sum();
    }
}
