package org.opencgt.material;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Effects;
import org.opencgt.act.Makes;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.Material;
import org.opencgt.subject.MaterialBuilder;
import org.opencgt.subject.MaterialLot;
import org.opencgt.subject.Site;

/**
 * A material enters the list of materials, whatever its lots.
 *
 * @param startingClass of a raw material: whether it is a starting material, and which
 * @param traceability where the records of its human origin stand
 * @param gradeReason why a lower grade than pharmaceutical serves
 * @param novel of an excipient: whether it is new in its use
 * @param bloodProductStandard the standard of blood products that it meets, or why it departs from it
 */
@ActType(
        value = "material.define",
        by = {Role.QUALITY, Role.WAREHOUSE, Role.MANUFACTURING_OPERATOR})
public record DefineMaterial(
        @Makes Ref<Material> material,
        String name,
        Ref<Site> site,
        MaterialLot.Category category,
        MaterialLot.Use use,
        Material.@Nullable StartingClass startingClass,
        List<Material.Component> composition,
        Material.Antibiotic antibiotic,
        Material.SerumContent serum,
        List<ReceiveLot.Origin> origin,
        @Nullable String traceability,
        MaterialLot.Grade grade,
        @Nullable @Text(max = 1000, lines = true) String gradeReason,
        MaterialLot.Risk risk,
        boolean cellContact,
        boolean approvedForHumanUse,
        boolean regulatorApproved,
        boolean gmp,
        boolean novel,
        Material.@Nullable Pharmacopoeia pharmacopoeia,
        @Nullable String bloodProductStandard,
        Material.@Nullable Vector vector,
        Material.@Nullable Antigen antigen,
        Material.@Nullable AutologousSerum autologousSerum)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.create(
                material,
                MaterialBuilder.builder()
                        .name(name)
                        .site(site)
                        .category(category)
                        .use(use)
                        .startingClass(startingClass)
                        .composition(composition)
                        .antibiotic(antibiotic)
                        .serum(serum)
                        .origin(ReceiveLot.words(origin))
                        .traceability(traceability)
                        .grade(grade)
                        .gradeReason(gradeReason)
                        .risk(risk)
                        .cellContact(cellContact)
                        .approvedForHumanUse(approvedForHumanUse)
                        .regulatorApproved(regulatorApproved)
                        .gmp(gmp)
                        .novel(novel)
                        .pharmacopoeia(pharmacopoeia)
                        .bloodProductStandard(bloodProductStandard)
                        .vector(vector)
                        .antigen(antigen)
                        .autologousSerum(autologousSerum)
                        .specification(Map.of())
                        .assessments(List.of())
                        .suppliers(List.of())
                        .uses(List.of())
                        .build());
    }
}
