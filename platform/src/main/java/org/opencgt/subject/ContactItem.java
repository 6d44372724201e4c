package org.opencgt.subject;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.In;
import org.opencgt.act.Ref;
import org.opencgt.act.Text;

/**
 * A thing that touches the cells: the container in which they are given, its closure, or a vessel of the process (IC-9, SC-8).
 *
 * @param use whether the product is packed in it or only meets it while it is made
 * @param route by which the product is given from it; of packaging
 * @param choice why it suits route, form and product
 * @param regulatorApproved whether the authority has approved it for such use
 * @param clinicalExperience whether it was used on people safely
 * @param preferenceReason why one without approval or experience is taken
 * @param plan of the compatibility study: packaging, storage, transport and use
 * @param lots of product packed in it in the study
 * @param smallSample whether a small item of the same material was studied in its place
 * @param representativeness assessment of that
 * @param suitability validation in the process; of vessels
 * @param lowestTested coldest temperature at which it held
 * @param supplierData performance and safety data of its supplier, taken before clinical trials
 * @param sampleSafety why the sample is safe with the supplier's data or preliminary stability alone
 * @param openJustification why it is not closed
 */
public record ContactItem(
        String name,
        Use use,
        Kind kind,
        List<Material> materials,
        boolean closed,
        @Nullable @Text(max = 500) String openJustification,
        @Nullable Route route,
        @Nullable @Text(max = 500) String choice,
        boolean regulatorApproved,
        boolean clinicalExperience,
        @Nullable @Text(max = 500) String preferenceReason,
        @Nullable Ref<Document> plan,
        @Nullable Ref<Document> compatibility,
        @In(value = "1", min = "0") int lots,
        boolean smallSample,
        @Nullable Ref<Document> representativeness,
        @Nullable Ref<Document> biocompatibility,
        @Nullable Ref<Document> suitability,
        @Nullable Ref<Document> sealIntegrity,
        @Nullable Ref<Document> lowTemperature,
        @Nullable @In("Cel") BigDecimal lowestTested,
        @Nullable Ref<Document> supplierData,
        @Nullable Ref<Document> preliminaryStability,
        @Nullable @Text(max = 500) String sampleSafety,
        List<Observation> observations) {

    public enum Use {
        PACKAGING,
        CLOSURE,
        PRODUCTION
    }

    public enum Kind {
        CRYOVIAL,
        VIAL,
        SOFT_BAG,
        CRYOBAG,
        STOPPER_OR_SEAL,
        CULTURE_FLASK,
        CULTURE_BAG,
        PIPETTE_OR_TIP,
        SYRINGE,
        TUBING,
        OTHER
    }

    public enum Material {
        POLYMER,
        GLASS,
        METAL,
        RUBBER
    }

    public enum Route {
        INTRAVENOUS,
        LOCAL,
        OPHTHALMIC,
        OTHER
    }

    /** What was seen of one point of the study. */
    public record Observation(Point point, @Text(max = 500) String finding) {}

    /** The points on which a study looks, by material (IC-9.3.1 to IC-9.3.4). */
    public enum Point {
        VAPOUR_AND_OXYGEN_INGRESS,
        LOSS_OF_VOLATILES,
        ADSORPTION,
        CELL_POLYMER_INTERACTION,
        ADDITIVES_AND_DEGRADANTS,
        PARTICLES,
        SEALING,
        ALKALI_AND_PH,
        HARMFUL_METALS,
        FLAKING,
        LIGHT,
        GLASS_ADSORPTION,
        PINHOLES_AND_SKEW,
        CORROSION,
        METAL_IONS,
        PROTECTIVE_FILM,
        RUBBER_LEACHABLES,
        RUBBER_ADSORPTION,
        FILLER_SHEDDING
    }
}
