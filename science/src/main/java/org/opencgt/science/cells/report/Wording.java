package org.opencgt.science.cells.report;

import java.util.Map;
import org.opencgt.science.Language;
import org.opencgt.science.Messages;
import org.opencgt.science.Result;
import org.opencgt.science.TextKey;
import org.opencgt.science.output.Document;

/** How these reports write words, labels and numbers in one language. */
record Wording(Language language) {

    String of(TextKey key) {
        return Messages.text(key, language, Map.of());
    }

    String label(Class<? extends Result> result, String column) {
        return Messages.label(result, column, language).orElse(column);
    }

    /** Six significant digits; a dash where there is no number. */
    String number(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        return Double.isInfinite(value) ? "∞" : Document.sixDigits(value).replace('-', '−');
    }
}
