package org.opencgt.clinic;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.In;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Personal;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.act.Whose;
import org.opencgt.identity.DonationNumber;
import org.opencgt.subject.Order;
import org.opencgt.subject.Recipient;
import org.opencgt.subject.Unit;

/**
 * Three checks and seven matches: before, during and after the infusion two people compare bed, name, product, dose, time,
 * concentration and route on wristband, label and order (CA-8.2.6f, IC-5.1.1.3k). Codes stand as the scanner typed them.
 *
 * @param moment which of the three checks
 * @param wristband hospital number; kept in the vault
 * @param nameAgrees whether the recipient, or who speaks for the recipient, states the name that stands on wristband and order
 * @param room code at the door of the treatment room: the bed
 * @param unitLabel identifier of the unit
 * @param donationNumber on the unit's label, without check character
 * @param checkCharacter of the donation number
 * @param chainOfIdentity on the unit's label
 * @param productName on the unit's label
 * @param batchNumber on the unit's label
 * @param orderCode identifier of the order
 * @param dose cells by which the product is dosed, of this unit
 * @param concentration on the unit's label
 * @param route that is prepared
 * @param expires on the unit's label
 */
@ActType(
        value = "clinic.verify",
        by = {Role.NURSE, Role.DOCTOR},
        signed = {Meaning.PERFORMED, Meaning.VERIFIED})
public record Verify(
        @Concerns Ref<Unit> unit,
        @Concerns Ref<Recipient> recipient,
        @Concerns Ref<Order> order,
        Moment moment,
        @Whose("recipient") Personal wristband,
        boolean nameAgrees,
        @Text(max = 80) String room,
        @Text(max = 80) String unitLabel,
        @Text(max = 20) String donationNumber,
        @Text(max = 1) String checkCharacter,
        @Text(max = 40) String chainOfIdentity,
        @Text(max = 100) String productName,
        @Text(max = 40) String batchNumber,
        @Text(max = 80) String orderCode,
        @In(value = "10*6", min = "0") BigDecimal dose,
        @In(value = "10*6/mL", min = "0") BigDecimal concentration,
        @Text(max = 60) String route,
        LocalDate expires)
        implements Act {

    /** The three checks. */
    public enum Moment {
        BEFORE,
        DURING,
        AFTER
    }

    @Override
    public Effects effects(Occasion occasion) {
        boolean valid = DonationNumber.isValid(donationNumber, checkCharacter);
        return Effects.on(unit, u -> {
            Unit.Verification before = u.verification();
            return switch (moment) {
                case BEFORE ->
                    u.withVerification(new Unit.Verification(
                            occasion.performedAt(),
                            occasion.signers().getFirst(),
                            occasion.signers().getLast(),
                            recipient,
                            order,
                            valid,
                            null,
                            null));
                case DURING -> before == null ? u : u.withVerification(before.during(occasion.performedAt()));
                case AFTER -> before == null ? u : u.withVerification(before.after(occasion.performedAt()));
            };
        });
    }
}
