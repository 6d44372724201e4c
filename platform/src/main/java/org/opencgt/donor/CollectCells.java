package org.opencgt.donor;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.In;
import org.opencgt.act.Makes;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Uses;
import org.opencgt.subject.Area;
import org.opencgt.subject.Collection;
import org.opencgt.subject.Donor;
import org.opencgt.subject.Equipment;
import org.opencgt.subject.Product;
import org.opencgt.subject.Site;

/**
 * Cells are taken from the donor, by apheresis or another route. The identifier of the collection is the donation identification
 * number of the label set that goes on the bag.
 *
 * @param scannedDonor the donor's code as scanned from the wristband
 * @param infectious whether the bag must be handled as infectious
 * @param microbialSample number of the sample for a microbial test
 * @param protection what kept agents of the surroundings away
 * @param stationCleared when the workplace was cleared of the donor before
 */
@ActType(
        value = "donor.collect",
        by = {Role.APHERESIS_NURSE},
        signed = {Meaning.PERFORMED, Meaning.VERIFIED},
        countersignedBy = {Role.APHERESIS_NURSE, Role.NURSE, Role.DOCTOR})
public record CollectCells(
        @Makes Ref<Collection> collection,
        @Uses Ref<Donor> donor,
        @Concerns Ref<Equipment> equipment,
        String scannedDonor,
        Ref<Product> product,
        Ref<Site> site,
        Ref<Area> area,
        Collection.Route route,
        @Nullable String routeReason,
        String procedureVersion,
        Instant started,
        Instant finished,

        @Nullable @In(value = "mL", min = "0", max = "30000")
        BigDecimal processedBloodVolume,

        @Nullable @In(value = "mL/min", min = "0", max = "200")
        BigDecimal flowRate,

        @Nullable String anticoagulant,
        @In(value = "mL", min = "0.1", max = "2000") BigDecimal volume,
        @In(value = "10*9", min = "0", max = "500") BigDecimal totalNucleatedCells,
        boolean infectious,
        boolean aseptic,
        boolean closureIntact,
        @Nullable String microbialSample,
        List<Collection.Protection> protection,
        @Nullable Instant stationCleared)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.create(
                        collection,
                        new Collection(
                                collection.id(),
                                donor,
                                product,
                                site,
                                finished,
                                volume,
                                totalNucleatedCells,
                                infectious,
                                null,
                                Collection.Status.COLLECTED,
                                new Collection.Procedure(
                                        route,
                                        area,
                                        equipment,
                                        procedureVersion,
                                        routeReason,
                                        processedBloodVolume,
                                        flowRate,
                                        anticoagulant,
                                        aseptic,
                                        closureIntact,
                                        microbialSample,
                                        protection,
                                        stationCleared),
                                null,
                                null,
                                Map.of(),
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                List.of()))
                .andOn(equipment, e -> e.withLastCollection(new Equipment.LastCollection(donor, finished)));
    }
}
