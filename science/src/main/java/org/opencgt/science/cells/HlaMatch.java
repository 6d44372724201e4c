package org.opencgt.science.cells;

import java.util.ArrayList;
import java.util.EnumSet;
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
 * How far a donor (or product) matches a recipient in HLA, locus by locus, alleles compared to two fields (the protein) unless said
 * otherwise. A mismatch counts in the direction graft-versus-host where the recipient has an allele that the donor lacks, and
 * host-versus-graft where the donor has one that the recipient lacks.
 *
 * @param matched of {@code possible} alleles, over the pairing that matches best
 * @param lowResolution loci where a typing has too few fields, so a match there is a possible one only
 */
@JsonNaming(SnakeCaseStrategy.class)
public record HlaMatch(
        int matched,
        int possible,
        int graftVersusHost,
        int hostVersusGraft,
        int fields,
        int lowResolution,
        List<Locus> loci)
        implements Result {

    /** What is to be noticed at a locus. */
    public enum Flag implements TextKey {
        /** Fewer fields are known than are compared. */
        LOW_RESOLUTION,
        /** One allele was given; it counts twice. */
        HOMOZYGOUS,
        /** An allele is not expressed. */
        NULL_ALLELE;

        @Override
        public String key() {
            return "cells.hla." + this;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** The comparison at a locus. */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Locus(
            String locus,
            String recipient,
            String donor,
            int matched,
            int graftVersusHost,
            int hostVersusGraft,
            List<Flag> flags)
            implements Result {
        public Locus {
            flags = List.copyOf(flags);
        }
    }

    /** The typing of both at a locus, as texts. */
    public record Typing(String locus, String recipient, String donor) {}

    public HlaMatch {
        loci = List.copyOf(loci);
    }

    /**
     * Compares typings.
     *
     * @param fields to compare, 1 (group) to 4; two tell the protein
     * @throws BadInput if a text is no allele, a locus comes twice, has more than two alleles or none
     */
    public static HlaMatch of(List<Typing> typings, int fields) {
        if (fields < 1 || fields > 4) {
            throw Fault.of(CellsFault.FIELDS).with("fields", fields).asException();
        }
        if (typings.isEmpty()) {
            throw Fault.of(CellsFault.NO_LOCUS).asException();
        }
        List<Locus> loci = new ArrayList<>();
        for (Typing typing : typings) {
            String plain = HlaAllele.plainLocus(typing.locus);
            if (loci.stream().anyMatch(each -> each.locus.equals(plain))) {
                throw Fault.of(CellsFault.LOCUS_TWICE).with("locus", plain).asException();
            }
            loci.add(locus(plain, typing, fields));
        }
        return new HlaMatch(
                loci.stream().mapToInt(Locus::matched).sum(),
                2 * loci.size(),
                loci.stream().mapToInt(Locus::graftVersusHost).sum(),
                loci.stream().mapToInt(Locus::hostVersusGraft).sum(),
                fields,
                (int) loci.stream()
                        .filter(each -> each.flags.contains(Flag.LOW_RESOLUTION))
                        .count(),
                loci);
    }

    private static Locus locus(String name, Typing typing, int fields) {
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        List<HlaAllele> recipient = alleles(name, typing.recipient, fields, flags);
        List<HlaAllele> donor = alleles(name, typing.donor, fields, flags);
        int straight = equal(recipient, 0, donor, 0, fields) + equal(recipient, 1, donor, 1, fields);
        int crossed = equal(recipient, 0, donor, 1, fields) + equal(recipient, 1, donor, 0, fields);
        return new Locus(
                name,
                typing.recipient.strip(),
                typing.donor.strip(),
                Math.max(straight, crossed),
                lacking(recipient, donor, fields),
                lacking(donor, recipient, fields),
                List.copyOf(flags));
    }

    private static int equal(List<HlaAllele> ones, int i, List<HlaAllele> others, int j, int fields) {
        return ones.get(i).equalsTo(fields, others.get(j)) ? 1 : 0;
    }

    /** How many different expressed alleles of the ones the others lack. */
    private static int lacking(List<HlaAllele> ones, List<HlaAllele> others, int fields) {
        List<HlaAllele> counted = new ArrayList<>();
        for (HlaAllele allele : ones) {
            boolean there = others.stream().anyMatch(other -> allele.equalsTo(fields, other));
            boolean before = counted.stream().anyMatch(other -> allele.equalsTo(fields, other));
            if (!allele.isNull() && !there && !before) {
                counted.add(allele);
            }
        }
        return counted.size();
    }

    private static List<HlaAllele> alleles(String locus, String text, int fields, Set<Flag> flags) {
        List<HlaAllele> alleles = new ArrayList<>();
        for (String part : text.strip().split("[,;/+\\s]+")) {
            if (!part.isEmpty()) {
                alleles.add(HlaAllele.of(locus, part));
            }
        }
        if (alleles.isEmpty() || alleles.size() > 2) {
            throw Fault.of(CellsFault.TOO_MANY_ALLELES)
                    .with("locus", locus)
                    .with("n", alleles.size())
                    .asException();
        }
        if (alleles.size() == 1) {
            alleles.add(alleles.getFirst());
            flags.add(Flag.HOMOZYGOUS);
        }
        if (alleles.stream().anyMatch(allele -> !allele.isKnownTo(fields))) {
            flags.add(Flag.LOW_RESOLUTION);
        }
        if (alleles.stream().anyMatch(HlaAllele::isNull)) {
            flags.add(Flag.NULL_ALLELE);
        }
        return alleles;
    }
}
