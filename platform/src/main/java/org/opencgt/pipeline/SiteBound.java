package org.opencgt.pipeline;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Fault;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;
import org.opencgt.subject.AgentPlan;
import org.opencgt.subject.ArchiveFile;
import org.opencgt.subject.ArchiveLocation;
import org.opencgt.subject.Area;
import org.opencgt.subject.Batch;
import org.opencgt.subject.Belonging;
import org.opencgt.subject.BillItem;
import org.opencgt.subject.CellBank;
import org.opencgt.subject.CellLine;
import org.opencgt.subject.CharacterisationStudy;
import org.opencgt.subject.Collection;
import org.opencgt.subject.Deviation;
import org.opencgt.subject.Document;
import org.opencgt.subject.Donor;
import org.opencgt.subject.DonorProgramme;
import org.opencgt.subject.DoseEscalation;
import org.opencgt.subject.EnvironmentalAssessment;
import org.opencgt.subject.Equipment;
import org.opencgt.subject.Event;
import org.opencgt.subject.Finding;
import org.opencgt.subject.Fmea;
import org.opencgt.subject.KineticProfile;
import org.opencgt.subject.Material;
import org.opencgt.subject.MaterialLot;
import org.opencgt.subject.MethodStudy;
import org.opencgt.subject.NonclinicalStudy;
import org.opencgt.subject.Order;
import org.opencgt.subject.PassageStudy;
import org.opencgt.subject.Person;
import org.opencgt.subject.PharmacologyPlan;
import org.opencgt.subject.ProcessChange;
import org.opencgt.subject.ProcessMonitoring;
import org.opencgt.subject.Product;
import org.opencgt.subject.ProductionPlan;
import org.opencgt.subject.Recipient;
import org.opencgt.subject.Retention;
import org.opencgt.subject.Risk;
import org.opencgt.subject.RiskPlan;
import org.opencgt.subject.Sample;
import org.opencgt.subject.Shipment;
import org.opencgt.subject.Site;
import org.opencgt.subject.StabilityStudy;
import org.opencgt.subject.Study;
import org.opencgt.subject.Unit;

/**
 * What a token that is bound to a site reaches: the subjects of that site, and those that are of no site. A sample is where its
 * batch was made; what happened to a patient concerns the site that treats and the one that made the cells.
 */
public final class SiteBound {

    private SiteBound() {}

    /**
     * @param states gives the state of a subject that another one refers to; null where there is none
     * @throws NotAuthorised if the subject is another site's
     */
    public static void require(
            Ref<Site> boundTo,
            Ref<?> subject,
            Subject state,
            Function<? super Ref<? extends Subject>, ? extends @Nullable Subject> states) {
        if (!reaches(boundTo, subject, state, states)) {
            throw new NotAuthorised(Fault.at("", "other-site", boundTo.id(), subject.toString()));
        }
    }

    /** @param states gives the state of a subject that another one refers to; null where there is none */
    public static boolean reaches(
            Ref<Site> boundTo,
            Ref<?> subject,
            Subject state,
            Function<? super Ref<? extends Subject>, ? extends @Nullable Subject> states) {
        Set<Ref<Site>> sites = sites(subject, state, states);
        return sites.isEmpty() || sites.contains(boundTo);
    }

    private static Set<Ref<Site>> sites(
            Ref<?> ref, Subject state, Function<? super Ref<? extends Subject>, ? extends @Nullable Subject> states) {
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
            case Sample sample -> of(List.of(sample.batch()), states);
            case Event event -> ofEvent(event, states);
            case Deviation deviation -> {
                List<Ref<? extends Subject>> about = new ArrayList<>(deviation.batches());
                about.add(deviation.concerning());
                yield of(about, states);
            }
            case Risk risk -> of(List.of(risk.concerning()), states);
            case ArchiveFile file -> of(List.of(file.location()), states);
            case Retention retention -> of(retention.covers(), states);
            case DoseEscalation escalation -> of(List.of(escalation.study()), states);
            case PharmacologyPlan plan -> of(List.of(plan.study()), states);
            case KineticProfile profile -> of(List.of(profile.study()), states);
            case Belonging belonging -> of(belonging.belongsTo(), states);
            case CellLine line -> Set.of(line.site());
            case CellBank bank -> Set.of(bank.site());
            case PassageStudy study -> ofMaker(study.product(), states);
            case StabilityStudy study -> ofMaker(study.product(), states);
            case NonclinicalStudy study -> ofMaker(study.product(), states);
            case AgentPlan plan -> ofMaker(plan.product(), states);
            case EnvironmentalAssessment assessment -> ofMaker(assessment.product(), states);
            case Fmea fmea -> ofMaker(fmea.product(), states);
            case DonorProgramme programme -> Set.of(programme.site());
            case Material material -> Set.of(material.site());
            case BillItem item -> of(List.of(item.material()), states);
            case CharacterisationStudy study -> ofMaker(study.product(), states);
            case MethodStudy study -> ofMaker(study.product(), states);
            case ProcessChange change -> ofMaker(change.product(), states);
            case ProcessMonitoring monitoring -> ofMaker(monitoring.product(), states);
            case ProductionPlan plan -> ofMaker(plan.product(), states);
            case Product product -> Set.of();
            default -> throw new IllegalStateException("nobody has said of which site a " + ref.kind() + " is");
        };
    }

    /** A product is shared; what its maker found out about it is the maker's. */
    private static Set<Ref<Site>> ofMaker(
            Ref<Product> product, Function<? super Ref<? extends Subject>, ? extends @Nullable Subject> states) {
        return states.apply(product) instanceof Product known ? Set.of(known.manufacturer()) : Set.of();
    }

    private static Set<Ref<Site>> ofEvent(
            Event event, Function<? super Ref<? extends Subject>, ? extends @Nullable Subject> states) {
        List<Ref<? extends Subject>> about = new ArrayList<>();
        if (event.recipient() != null) {
            about.add(event.recipient());
        }
        if (event.order() != null) {
            about.add(event.order());
        }
        if (event.unit() != null) {
            about.add(event.unit());
            if (states.apply(event.unit()) instanceof Unit unit) {
                about.add(unit.batch());
            }
        }
        return of(about, states);
    }

    private static Set<Ref<Site>> of(
            List<? extends Ref<? extends Subject>> refs,
            Function<? super Ref<? extends Subject>, ? extends @Nullable Subject> states) {
        Set<Ref<Site>> sites = new HashSet<>();
        for (Ref<? extends Subject> ref : refs) {
            Subject state = states.apply(ref);
            if (state != null) {
                sites.addAll(sites(ref, state, states));
            }
        }
        return sites;
    }
}
