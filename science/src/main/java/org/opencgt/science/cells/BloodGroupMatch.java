package org.opencgt.science.cells;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.Result;
import org.opencgt.science.TextKey;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * Whether a donor's cells and plasma fit a recipient by ABO and RhD. Major: the recipient has antibodies against the donor's cells;
 * minor: the donor's plasma has antibodies against the recipient's cells (Rowley SD. Transplantation 2011;91:1069-78).
 *
 * @param redCellsCompatible no major mismatch
 * @param plasmaCompatible no minor mismatch
 * @param rhCompatible false where an RhD-negative recipient would get RhD-positive cells; null if one is not known
 */
@JsonNaming(SnakeCaseStrategy.class)
public record BloodGroupMatch(
        String pair,
        String recipient,
        String donor,
        Mismatch mismatch,
        boolean redCellsCompatible,
        boolean plasmaCompatible,
        @Nullable Boolean rhCompatible)
        implements Result {

    /** In which direction antibodies meet cells. */
    public enum Mismatch implements TextKey {
        NONE,
        MAJOR,
        MINOR,
        BIDIRECTIONAL;

        @Override
        public String key() {
            return "cells.abo." + this;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Of two groups as texts.
     *
     * @throws org.opencgt.science.BadInput if one is no blood group
     */
    public static BloodGroupMatch of(String pair, String recipient, String donor) {
        BloodGroup to = BloodGroup.of(recipient);
        BloodGroup from = BloodGroup.of(donor);
        boolean major = lacks(to, from);
        boolean minor = lacks(from, to);
        return new BloodGroupMatch(
                pair,
                recipient.strip(),
                donor.strip(),
                major ? (minor ? Mismatch.BIDIRECTIONAL : Mismatch.MAJOR) : minor ? Mismatch.MINOR : Mismatch.NONE,
                !major,
                !minor,
                to.rhPositive() == null || from.rhPositive() == null ? null : to.rhPositive() || !from.rhPositive());
    }

    /** Whether the other has an antigen that this one lacks, against which it has antibodies. */
    private static boolean lacks(BloodGroup one, BloodGroup other) {
        return (other.hasA() && !one.hasA()) || (other.hasB() && !one.hasB());
    }
}
