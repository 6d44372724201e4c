package org.opencgt.science.cells;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.opencgt.science.BadInput;
import org.opencgt.science.Fault;

/**
 * The short tandem repeats of a sample: its alleles by locus. A locus with one allele is homozygous or has lost an allele; that allele
 * counts once.
 *
 * @param alleles by the name of the locus in upper case without blanks; loci without alleles are left out
 */
public record StrProfile(String name, Map<String, Set<String>> alleles) {

    /** Tells the sex, not the identity, so it is not compared. */
    static final Set<String> AMELOGENIN = Set.of("AMEL", "AMELOGENIN");

    public StrProfile {
        Map<String, Set<String>> copy = new LinkedHashMap<>();
        alleles.forEach((locus, own) -> copy.put(locus, Set.copyOf(own)));
        alleles = Map.copyOf(copy);
    }

    /**
     * From texts such as {@code 11,12} by locus; alleles are separated by commas, semicolons, slashes or blanks.
     *
     * @throws BadInput if an allele is neither a number such as 9.3 nor X or Y, or a locus comes twice
     */
    public static StrProfile of(String name, Map<String, String> texts) {
        Map<String, Set<String>> alleles = new LinkedHashMap<>();
        texts.forEach((locus, text) -> {
            Set<String> own = new LinkedHashSet<>();
            for (String allele : text.strip().split("[,;/\\s]+")) {
                if (!allele.isEmpty()) {
                    own.add(checked(name, locus, allele));
                }
            }
            if (!own.isEmpty() && alleles.put(plain(locus), own) != null) {
                throw Fault.of(CellsFault.LOCUS_TWICE).with("locus", locus).asException();
            }
        });
        return new StrProfile(name, alleles);
    }

    static String plain(String locus) {
        return locus.replaceAll("\\s+", "").toUpperCase(Locale.ROOT);
    }

    private static String checked(String name, String locus, String allele) {
        String upper = allele.toUpperCase(Locale.ROOT);
        if (!upper.matches("\\d{1,3}(\\.\\d)?|[XY]")) {
            throw Fault.of(CellsFault.NOT_AN_ALLELE)
                    .with("name", name)
                    .with("locus", locus)
                    .with("allele", allele)
                    .asException();
        }
        return upper.endsWith(".0") ? upper.substring(0, upper.length() - 2) : upper;
    }
}
