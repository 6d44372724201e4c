package org.opencgt.manufacturing;

import java.math.BigDecimal;
import java.util.List;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.In;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.Collection;

/**
 * The collected cells arrive at the maker; two people read the bag.
 *
 * @param scannedDonationNumber as it stands on the bag
 * @param scannedChainOfIdentity as it stands on the bag
 * @param faults what was amiss with bag, box or papers
 */
@ActType(
        value = "manufacturing.receive-collection",
        by = {Role.WAREHOUSE, Role.RECEIVER, Role.MANUFACTURING_OPERATOR},
        signed = {Meaning.PERFORMED, Meaning.VERIFIED},
        countersignedBy = {Role.WAREHOUSE, Role.RECEIVER, Role.MANUFACTURING_OPERATOR, Role.QUALITY})
public record ReceiveCollection(
        @Concerns Ref<Collection> collection,
        @Text(max = 20) String scannedDonationNumber,
        @Text(max = 40) String scannedChainOfIdentity,
        @In(value = "Cel", min = "-200", max = "60") BigDecimal temperature,
        boolean intact,
        List<String> faults)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                collection,
                c -> c.with(b -> b.receipt(new Collection.Receipt(
                                occasion.performedAt(),
                                temperature,
                                intact,
                                c.donationNumber().equals(scannedDonationNumber)
                                        && scannedChainOfIdentity.equals(c.chainOfIdentity()),
                                faults))
                        .status(Collection.Status.RECEIVED)));
    }
}
