package org.opencgt.science.stability.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.opencgt.science.Language;
import org.opencgt.science.Messages;
import org.opencgt.science.Result;
import org.opencgt.science.TextKey;
import org.opencgt.science.output.Document;
import org.opencgt.science.report.Block;

/** How these reports write words, labels and numbers in one language. */
record Wording(Language language) {

    private static final MathContext FOUR_DIGITS = new MathContext(4);

    String of(TextKey key) {
        return Messages.text(key, language, Map.of());
    }

    String of(TextKey key, Map<String, ?> parameters) {
        return Messages.text(key, language, parameters);
    }

    String label(Class<? extends Result> result, String column) {
        return Messages.label(result, column, language).orElse(column);
    }

    /** Six significant digits; a dash where there is no number. */
    String number(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "−∞";
        }
        return Document.sixDigits(value).replace('-', '−');
    }

    /** Four significant digits, for tables that must fit on paper. */
    String brief(double value) {
        return Double.isFinite(value)
                ? number(new BigDecimal(value).round(FOUR_DIGITS).doubleValue())
                : number(value);
    }

    /** A table with a column of names, then numbers. */
    static Block.Grid grid(List<String> header, int texts, List<List<String>> rows) {
        List<Block.Column> columns = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            columns.add(new Block.Column(header.get(i), i >= texts));
        }
        return new Block.Grid("", columns, rows);
    }
}
