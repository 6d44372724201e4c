package org.opencgt.science.cells;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.opencgt.science.BadInput;
import org.opencgt.science.Fault;
import org.opencgt.science.Result;
import org.opencgt.science.TextKey;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * How much two STR profiles have in common, over the loci that both have, amelogenin left out:
 *
 * <pre>
 *   Tanabe                   100 * 2 shared / (alleles of query + alleles of reference)
 *   Masters, of the query    100 * shared / alleles of query
 *   Masters, of the reference 100 * shared / alleles of reference
 * </pre>
 *
 * <p>(Tanabe H et al. Tissue Cult Res Commun 1999;18:329-38; Masters JR et al. PNAS 2001;98:8012-7.) By Tanabe 90% and more is a match
 * and 80% and more may be one; by Masters 80% and 60% (Capes-Davis A et al. Int J Cancer 2013;132:2510-9).
 *
 * @param lociWithMoreThanTwo loci of the query with three alleles or more, amelogenin left out
 * @param mixture whether so many of them that cells of two people are likely: at three loci or more by default
 */
@JsonNaming(SnakeCaseStrategy.class)
public record StrMatch(
        String reference,
        int loci,
        int shared,
        int queryAlleles,
        int referenceAlleles,
        double tanabePercent,
        double mastersQueryPercent,
        double mastersReferencePercent,
        Verdict verdict,
        @JsonProperty("loci_with_more_than_two") int lociWithMoreThanTwo,
        boolean mixture,
        List<Flag> flags)
        implements Result {

    /** By which figure a match is judged. */
    public enum Algorithm {
        TANABE(90, 80),
        MASTERS_QUERY(80, 60),
        MASTERS_REFERENCE(80, 60);

        private final double match;
        private final double possible;

        Algorithm(double match, double possible) {
            this.match = match;
            this.possible = possible;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Whether both come from the same person. */
    public enum Verdict implements TextKey {
        MATCH,
        AMBIGUOUS,
        NO_MATCH;

        @Override
        public String key() {
            return "cells.str." + this;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What is to be noticed. */
    public enum Flag implements TextKey {
        /** Fewer than eight loci are compared, the least that databases accept. */
        FEW_LOCI,
        /** The query has three alleles or more at some loci, too few for a mixture. */
        MORE_THAN_TWO_ALLELES,
        MIXTURE;

        @Override
        public String key() {
            return "cells.str.flag." + this;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Databases accept no fewer loci. */
    private static final int LEAST_LOCI = 8;

    public static final int MIXTURE_LOCI = 3;

    public StrMatch {
        flags = List.copyOf(flags);
    }

    /**
     * Compares two profiles.
     *
     * @param mixtureLoci from how many loci with three alleles or more the query counts as a mixture
     * @throws BadInput if they have no locus in common
     */
    public static StrMatch of(StrProfile query, StrProfile reference, Algorithm algorithm, int mixtureLoci) {
        int loci = 0;
        int shared = 0;
        int ofQuery = 0;
        int ofReference = 0;
        int crowded = 0;
        for (String locus : query.alleles().keySet()) {
            if (StrProfile.AMELOGENIN.contains(locus)) {
                continue;
            }
            Set<String> own = query.alleles().getOrDefault(locus, Set.of());
            if (own.size() > 2) {
                crowded++;
            }
            Set<String> other = reference.alleles().get(locus);
            if (other != null) {
                Set<String> common = new HashSet<>(own);
                common.retainAll(other);
                loci++;
                shared += common.size();
                ofQuery += own.size();
                ofReference += other.size();
            }
        }
        if (loci == 0) {
            throw Fault.of(CellsFault.NO_COMMON_LOCUS)
                    .with("query", query.name())
                    .with("reference", reference.name())
                    .asException();
        }
        double tanabe = 200.0 * shared / (ofQuery + ofReference);
        double mastersQuery = 100.0 * shared / ofQuery;
        double mastersReference = 100.0 * shared / ofReference;
        double judged = switch (algorithm) {
            case TANABE -> tanabe;
            case MASTERS_QUERY -> mastersQuery;
            case MASTERS_REFERENCE -> mastersReference;
        };
        boolean mixture = crowded >= mixtureLoci;
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        if (loci < LEAST_LOCI) {
            flags.add(Flag.FEW_LOCI);
        }
        if (mixture) {
            flags.add(Flag.MIXTURE);
        } else if (crowded > 0) {
            flags.add(Flag.MORE_THAN_TWO_ALLELES);
        }
        return new StrMatch(
                reference.name(),
                loci,
                shared,
                ofQuery,
                ofReference,
                tanabe,
                mastersQuery,
                mastersReference,
                judged >= algorithm.match
                        ? Verdict.MATCH
                        : judged >= algorithm.possible ? Verdict.AMBIGUOUS : Verdict.NO_MATCH,
                crowded,
                mixture,
                List.copyOf(flags));
    }
}
