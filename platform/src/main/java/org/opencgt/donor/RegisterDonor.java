package org.opencgt.donor;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Effects;
import org.opencgt.act.In;
import org.opencgt.act.Makes;
import org.opencgt.act.Occasion;
import org.opencgt.act.Personal;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.Collection;
import org.opencgt.subject.Donor;
import org.opencgt.subject.DonorBuilder;
import org.opencgt.subject.DonorProgramme;
import org.opencgt.subject.Product;
import org.opencgt.subject.Site;

/**
 * A person from whom cells are to be collected is entered under a pseudonym. The donor of cord or placenta is the mother.
 *
 * @param programme by which the donor is chosen and tested
 * @param intendedRoute how the cells are to be obtained
 */
@ActType(
        value = "donor.register",
        by = {Role.DOCTOR, Role.APHERESIS_NURSE, Role.STUDY_COORDINATOR})
public record RegisterDonor(
        @Makes Ref<Donor> donor,
        Personal name,
        Sex sex,
        @In(value = "a", min = "1900", max = "2200") int birthYear,
        boolean autologous,
        Ref<Product> product,
        Ref<Site> site,
        @Nullable Ref<DonorProgramme> programme,
        Collection.@Nullable Route intendedRoute)
        implements Act {

    /** As in the donor's chart. */
    public enum Sex {
        FEMALE,
        MALE
    }

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.create(
                donor,
                DonorBuilder.builder()
                        .name(name)
                        .site(site)
                        .product(product)
                        .sex(sex.name().toLowerCase(Locale.ROOT))
                        .birthYear(birthYear)
                        .autologous(autologous)
                        .programme(programme)
                        .intendedRoute(intendedRoute)
                        .traits(Donor.traits(autologous, intendedRoute))
                        .matches(List.of())
                        .information(List.of())
                        .build());
    }
}
