package org.opencgt.pipeline;

import java.util.Set;
import org.opencgt.act.Fault;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;
import org.opencgt.subject.ArchiveLocation;
import org.opencgt.subject.Area;
import org.opencgt.subject.Batch;
import org.opencgt.subject.Collection;
import org.opencgt.subject.Document;
import org.opencgt.subject.Donor;
import org.opencgt.subject.Equipment;
import org.opencgt.subject.Finding;
import org.opencgt.subject.MaterialLot;
import org.opencgt.subject.Order;
import org.opencgt.subject.Person;
import org.opencgt.subject.Recipient;
import org.opencgt.subject.RiskPlan;
import org.opencgt.subject.Shipment;
import org.opencgt.subject.Site;
import org.opencgt.subject.Study;
import org.opencgt.subject.Unit;

/** What a token that is bound to a site reaches: the subjects of that site, and those that are of no site. */
public final class SiteBound {

    private SiteBound() {}

    /**
     * @throws NotAuthorised if the subject is another site's
     */
    public static void require(Ref<Site> boundTo, Ref<?> subject, Subject state) {
        if (!reaches(boundTo, subject, state)) {
            throw new NotAuthorised(Fault.at("", "other-site", boundTo.id(), subject.toString()));
        }
    }

    public static boolean reaches(Ref<Site> boundTo, Ref<?> subject, Subject state) {
        Set<Ref<Site>> sites = sites(subject, state);
        return sites.isEmpty() || sites.contains(boundTo);
    }

    private static Set<Ref<Site>> sites(Ref<?> ref, Subject state) {
        return switch (state) {
            case Site site -> Set.of(new Ref<>(ref.kind(), ref.id()));
            case Unit unit -> Set.of(unit.heldAt());
            case Batch batch -> Set.of(batch.site());
            case Collection collection -> Set.of(collection.site());
            case Recipient recipient -> Set.of(recipient.site());
            case Order order -> Set.of(order.site());
            case Shipment shipment ->
                shipment.from().equals(shipment.to())
                        ? Set.of(shipment.from())
                        : Set.of(shipment.from(), shipment.to());
            case Equipment equipment -> Set.of(equipment.site());
            case Area area -> Set.of(area.site());
            case Document document -> Set.of(document.site());
            case Person person -> Set.of(person.site());
            case Donor donor -> Set.of(donor.site());
            case MaterialLot lot -> Set.of(lot.site());
            case Study study -> Set.of(study.site());
            case Finding finding -> Set.of(finding.site());
            case RiskPlan plan -> Set.of(plan.site());
            case ArchiveLocation location -> Set.of(location.site());
            default -> Set.of();
        };
    }
}
