package org.opencgt.donor;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
import org.opencgt.subject.CollectionBuilder;
import org.opencgt.subject.Donor;
import org.opencgt.subject.Equipment;
import org.opencgt.subject.Product;
import org.opencgt.subject.Site;

/**
 * Tissue or cells that were frozen before, or were given after another use, become a collection.
 *
 * @param collected when they were taken
 */
@ActType(
        value = "donor.register-earlier-material",
        by = {Role.APHERESIS_NURSE, Role.CELL_LABORATORY, Role.DOCTOR},
        signed = {Meaning.PERFORMED, Meaning.VERIFIED})
public record RegisterEarlierMaterial(
        @Makes Ref<Collection> collection,
        @Uses Ref<Donor> donor,
        Ref<Product> product,
        Ref<Site> site,
        Ref<Area> area,
        @Concerns Ref<Equipment> equipment,
        Collection.Route route,
        Collection.Origin origin,
        Instant collected,
        @In(value = "mL", min = "0.1", max = "2000") BigDecimal volume,
        String procedureVersion,
        boolean infectious)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.create(
                collection,
                CollectionBuilder.builder()
                        .donationNumber(collection.id())
                        .donor(donor)
                        .product(product)
                        .site(site)
                        .collected(collected)
                        .volume(volume)
                        .infectious(infectious)
                        .status(Collection.Status.COLLECTED)
                        .procedure(Collection.Procedure.withoutApheresis(route, area, equipment, procedureVersion))
                        .tests(Map.of())
                        .origin(origin)
                        .furtherUses(List.of())
                        .build());
    }
}
