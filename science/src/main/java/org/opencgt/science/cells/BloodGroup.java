package org.opencgt.science.cells;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.BadInput;
import org.opencgt.science.Fault;

/**
 * A blood group of the systems ABO and Rh.
 *
 * @param rhPositive whether the cells carry RhD; null if it is not known
 */
public record BloodGroup(
        boolean hasA, boolean hasB, @Nullable Boolean rhPositive) {

    private static final Pattern FORM = Pattern.compile("(A|B|AB|O|0)\\s*(\\+|-|−|POS(?:ITIVE)?|NEG(?:ATIVE)?)?");

    /**
     * From a text such as {@code A+}, {@code O neg} or {@code AB}.
     *
     * @throws BadInput if it is none
     */
    public static BloodGroup of(String text) {
        Matcher matcher = FORM.matcher(text.strip().toUpperCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw Fault.of(CellsFault.NOT_A_BLOOD_GROUP).with("text", text).asException();
        }
        String group = matcher.group(1);
        String rh = matcher.group(2);
        return new BloodGroup(
                group.contains("A"), group.contains("B"), rh == null ? null : rh.startsWith("+") || rh.startsWith("P"));
    }
}
