package org.opencgt.lineage;

import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;

/**
 * Whether a dose goes back to whom it must. Of an autologous product all donors above the unit must be the recipient in person;
 * of any product there must be a donor.
 *
 * @param donors every donor above the unit
 * @param expected the donor that the recipient is; null where the recipient is no donor
 */
public record ChainOfIdentity(
        Ref<? extends Subject> unit,
        Ref<? extends Subject> recipient,
        Set<Ref<? extends Subject>> donors,
        @Nullable Ref<? extends Subject> expected,
        Result result) {

    private static final String DONOR = "donor";

    /** How the check came out. */
    public enum Result {
        /** The chain is whole. */
        INTACT,
        /** A donor above the unit is another person than the recipient. */
        OTHER_DONOR,
        /** No donor is known above the unit. */
        NO_DONOR,
        /** The product is autologous and the recipient is not known to be a donor. */
        RECIPIENT_NO_DONOR
    }

    /**
     * @param ancestors everything above the unit
     * @param donorOfRecipient the donor that the recipient is, null where there is none
     */
    public static ChainOfIdentity check(
            Ref<? extends Subject> unit,
            Ref<? extends Subject> recipient,
            Set<Ref<? extends Subject>> ancestors,
            @Nullable Ref<? extends Subject> donorOfRecipient,
            boolean autologous) {
        Set<Ref<? extends Subject>> donors =
                ancestors.stream().filter(ref -> ref.kind().equals(DONOR)).collect(Collectors.toUnmodifiableSet());
        return new ChainOfIdentity(
                unit, recipient, donors, donorOfRecipient, result(donors, donorOfRecipient, autologous));
    }

    private static Result result(
            Set<Ref<? extends Subject>> donors, @Nullable Ref<? extends Subject> expected, boolean autologous) {
        if (donors.isEmpty()) {
            return Result.NO_DONOR;
        }
        if (!autologous) {
            return Result.INTACT;
        }
        if (expected == null) {
            return Result.RECIPIENT_NO_DONOR;
        }
        return donors.equals(Set.of(expected)) ? Result.INTACT : Result.OTHER_DONOR;
    }
}
