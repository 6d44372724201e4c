package org.opencgt.science.kinetics.report;

import java.util.Map;
import java.util.regex.Pattern;
import org.opencgt.science.Language;
import org.opencgt.science.Messages;
import org.opencgt.science.Result;
import org.opencgt.science.TextKey;
import org.opencgt.science.kinetics.Units;
import org.opencgt.science.kinetics.Units.Dimension;

/** How these reports write words, labels and numbers in one language. */
record Wording(Language language, Units units) {

    private static final Pattern AREA = Pattern.compile("auc_([0-9.-]+)_([0-9.-]+)");
    private static final int DIGITS = 4;

    String of(TextKey key) {
        return Messages.text(key, language, Map.of());
    }

    String of(TextKey key, Map<String, ?> parameters) {
        return Messages.text(key, language, parameters);
    }

    /** The label of a column, with the unit of its kind of quantity. */
    String label(Class<? extends Result> result, String column, Dimension dimension) {
        return withUnit(label(result, column), units.of(dimension));
    }

    String label(Class<? extends Result> result, String column) {
        return Messages.label(result, column, language)
                .orElseGet(() -> AREA.matcher(column).replaceFirst("AUC $1–$2"));
    }

    String timeAxis() {
        return withUnit(of(Phrase.TIME_AXIS), units.timeUnit());
    }

    String valueAxis() {
        return units.valueUnit().isEmpty() ? of(Phrase.VALUE_AXIS) : units.valueUnit();
    }

    private static String withUnit(String label, String unit) {
        return unit.isEmpty() || label.contains("(" + unit + ")") || label.contains("（" + unit + "）")
                ? label
                : label + " (" + unit + ")";
    }

    /** Four significant digits; a dash where there is no number. */
    String number(double value) {
        return org.opencgt.science.report.Wording.significant(value, DIGITS);
    }
}
