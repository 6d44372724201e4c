package org.opencgt.donor;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Makes;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.act.Uses;
import org.opencgt.subject.Area;
import org.opencgt.subject.Collection;
import org.opencgt.subject.CollectionBuilder;
import org.opencgt.subject.Document;
import org.opencgt.subject.Donor;
import org.opencgt.subject.Equipment;
import org.opencgt.subject.Product;
import org.opencgt.subject.Site;

/**
 * Cells are taken from an embryo that stayed outside the body no longer than the law allows.
 *
 * @param began of the embryo's time outside the body
 * @param embryoConsent number of the consent to the use of the embryo
 */
@ActType(
        value = "donor.derive-embryonic-cells",
        by = {Role.CELL_LABORATORY, Role.DOCTOR},
        signed = {Meaning.PERFORMED, Meaning.VERIFIED})
public record DeriveEmbryonicCells(
        @Makes Ref<Collection> collection,
        @Uses Ref<Donor> donor,
        Ref<Product> product,
        Ref<Site> site,
        Ref<Area> area,
        @Concerns Ref<Equipment> equipment,
        Collection.Embryo.Beginning beginning,
        Instant began,
        Instant derived,
        @Text(max = 60) String embryoConsent,
        Ref<Document> ethicsApproval,
        String procedureVersion)
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
                        .collected(derived)
                        .infectious(false)
                        .status(Collection.Status.COLLECTED)
                        .procedure(Collection.Procedure.withoutApheresis(
                                Collection.Route.EMBRYO, area, equipment, procedureVersion))
                        .tests(Map.of())
                        .embryo(new Collection.Embryo(beginning, began, derived, embryoConsent, ethicsApproval))
                        .furtherUses(List.of())
                        .build());
    }
}
