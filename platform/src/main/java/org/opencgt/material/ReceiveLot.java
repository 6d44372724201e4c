package org.opencgt.material;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Effects;
import org.opencgt.act.In;
import org.opencgt.act.Makes;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.act.Uses;
import org.opencgt.subject.CellBank;
import org.opencgt.subject.Donor;
import org.opencgt.subject.Material;
import org.opencgt.subject.MaterialLot;
import org.opencgt.subject.Site;

/**
 * A lot of a raw material, reagent, vector or container arrives and goes into quarantine.
 *
 * @param unit UCUM code of the quantity
 * @param certificate number of the certificate of analysis
 * @param certificateLot the lot number that stands on the certificate
 * @param origin from which it is made
 * @param gradeJustification why a lower grade than pharmaceutical serves
 * @param risk of its use, as assessed
 * @param approvedForUse whether the authority approved it for use in humans, or a pharmacopoeia describes it
 * @param useJustification why it is used although neither is so
 * @param definition the material of which it is a lot
 * @param donor whose serum or plasma it is
 * @param collected when serum or plasma was taken
 * @param bank whose cells made it, or which it is, of a reagent made in house
 */
@ActType(
        value = "material.receive-lot",
        by = {Role.WAREHOUSE})
public record ReceiveLot(
        @Makes Ref<MaterialLot> lot,
        String material,
        MaterialLot.Category category,
        MaterialLot.Use use,
        @Text(max = 60) String lotNumber,
        Ref<Site> supplier,
        Ref<Site> site,
        LocalDate expires,
        @In(value = "1", min = "0") BigDecimal quantity,
        @Text(max = 20) String unit,
        @Nullable @Text(max = 60) String certificate,
        @Nullable @Text(max = 60) String certificateLot,
        List<Origin> origin,
        MaterialLot.@Nullable Source source,
        MaterialLot.Grade grade,
        @Nullable @Text(max = 1000, lines = true) String gradeJustification,
        MaterialLot.Risk risk,
        boolean cellContact,
        boolean approvedForUse,
        @Nullable @Text(max = 1000, lines = true) String useJustification,
        @In(value = "Cel", min = "-273", max = "100") BigDecimal storageMinimum,
        @In(value = "Cel", min = "-273", max = "100") BigDecimal storageMaximum,
        @In(value = "Cel", min = "-273", max = "100") BigDecimal arrivalTemperature,
        boolean intact,
        @Nullable Ref<Material> definition,
        @Nullable Ref<Donor> donor,
        @Nullable LocalDate collected,
        @Uses @Nullable Ref<CellBank> bank)
        implements Act {

    public enum Origin {
        SYNTHETIC,
        RECOMBINANT,
        HUMAN,
        ANIMAL,
        PLANT,
        MICROBIAL
    }

    /** The words of a choice. */
    static List<String> words(List<Origin> origin) {
        return origin.stream().map(o -> o.name().toLowerCase(Locale.ROOT)).toList();
    }

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.create(
                lot,
                new MaterialLot(
                        material,
                        category,
                        use,
                        lotNumber,
                        supplier,
                        site,
                        expires,
                        occasion.performedAt(),
                        MaterialLot.Status.QUARANTINE,
                        quantity,
                        quantity,
                        unit,
                        certificate,
                        certificateLot,
                        words(origin),
                        source,
                        grade,
                        gradeJustification,
                        risk,
                        cellContact,
                        approvedForUse,
                        useJustification,
                        storageMinimum,
                        storageMaximum,
                        new MaterialLot.Arrival(arrivalTemperature, intact),
                        Map.of(),
                        null,
                        null,
                        definition,
                        donor,
                        collected,
                        bank));
    }
}
