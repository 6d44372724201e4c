package org.opencgt.science.cells;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.opencgt.science.BadInput;
import org.opencgt.science.Fault;

/**
 * An HLA allele by the nomenclature of the WHO committee: fields after the locus, of which the first tells the group, the second the
 * protein.
 *
 * @param isNull whether it carries the suffix N: no protein is expressed
 */
public record HlaAllele(String locus, List<String> fields, boolean isNull) {

    private static final Pattern FORM =
            Pattern.compile("(?:HLA-)?(?:([A-Z]+\\d*)\\*)?(\\d{2,4}(?::\\d{2,4}){0,3})([NLSCAQ]?)([GP]?)");

    public HlaAllele {
        fields = List.copyOf(fields);
    }

    /**
     * From a text such as {@code HLA-A*02:01:01G}, {@code A*02:01} or {@code 02:01}.
     *
     * @param locus where it was found
     * @throws BadInput if it is no allele or one of another locus
     */
    public static HlaAllele of(String locus, String text) {
        String plain = plainLocus(locus);
        Matcher matcher = FORM.matcher(text.strip().toUpperCase(Locale.ROOT));
        if (!matcher.matches() || (matcher.group(1) != null && !matcher.group(1).equals(plain))) {
            throw Fault.of(CellsFault.NOT_AN_ALLELE)
                    .with("name", "HLA")
                    .with("locus", locus)
                    .with("allele", text)
                    .asException();
        }
        return new HlaAllele(
                plain, List.of(matcher.group(2).split(":")), matcher.group(3).equals("N"));
    }

    static String plainLocus(String locus) {
        String plain = locus.strip().toUpperCase(Locale.ROOT);
        return plain.startsWith("HLA-") ? plain.substring(4) : plain;
    }

    boolean isKnownTo(int depth) {
        return fields.size() >= depth;
    }

    /** Whether both are the same as far as the first fields tell. An allele without protein equals only another one. */
    boolean equalsTo(int depth, HlaAllele other) {
        int known = Math.min(depth, Math.min(fields.size(), other.fields.size()));
        return isNull == other.isNull && fields.subList(0, known).equals(other.fields.subList(0, known));
    }
}
