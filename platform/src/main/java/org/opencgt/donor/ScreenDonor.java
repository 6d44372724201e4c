package org.opencgt.donor;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.Donor;
import org.opencgt.subject.Site;

/**
 * The results of the donor's tests for agents that blood and cells can carry.
 *
 * @param specimen whose blood was tested; of a donor of cord the mother's, and the child's from the cord
 */
@ActType(
        value = "donor.screen",
        by = {Role.DOCTOR, Role.QUALITY_CONTROL_ANALYST, Role.CELL_LABORATORY})
public record ScreenDonor(
        @Concerns Ref<Donor> donor,
        Instant sampled,
        Ref<Site> laboratory,
        List<Result> panel,
        Donor.@Nullable Specimen specimen)
        implements Act {

    /** What is tested for. */
    public enum Marker {
        HBSAG,
        ANTI_HBC,
        HBV_DNA,
        ANTI_HCV,
        HCV_RNA,
        ANTI_HIV,
        HIV_RNA,
        TREPONEMA,
        ANTI_HTLV,
        EBV,
        CMV,
        ANTI_HTLV_1,
        ANTI_HTLV_2,
        PARVOVIRUS_B19,
        HAV,
        HEV,
        WEST_NILE_VIRUS,
        DENGUE_VIRUS,
        ZIKA_VIRUS,
        MALARIA,
        TRYPANOSOMA_CRUZI,
        TOXOPLASMA,
        TUBERCULOSIS,
        SARS_COV_2
    }

    public enum Outcome {
        NON_REACTIVE,
        REACTIVE,
        INDETERMINATE
    }

    /**
     * One marker with the kit that was used.
     *
     * @param registration of the kit at the authority
     * @param methodValidated whether the laboratory has an approved validation or verification of the method
     * @param tier how far the test is approved
     * @param noHigherTier why no test of a higher tier is used
     * @param suitability report that shows sensitivity and suitability, or the full validation
     */
    public record Result(
            Marker marker,
            Outcome outcome,
            String kit,
            @Nullable String registration,
            @Nullable LocalDate registeredUntil,
            boolean methodValidated,
            Donor.@Nullable Tier tier,
            @Nullable @Text(max = 500) String noHigherTier,
            @Nullable @Text(max = 200) String suitability) {}

    @Override
    public Effects effects(Occasion occasion) {
        Donor.Screening done = screening(sampled, laboratory, specimen, panel);
        return Effects.on(donor, d -> specimen == Donor.Specimen.CORD_BLOOD ? d.withCordBlood(done) : d.screened(done));
    }

    /** The results by marker, with the kits. */
    static Donor.Screening screening(
            Instant sampled, Ref<Site> laboratory, Donor.@Nullable Specimen specimen, List<Result> panel) {
        Map<String, String> results = new LinkedHashMap<>();
        Map<String, Donor.Kit> kits = new LinkedHashMap<>();
        for (Result result : panel) {
            String marker = word(result.marker());
            results.put(marker, word(result.outcome()));
            kits.put(
                    marker,
                    new Donor.Kit(
                            result.kit(),
                            result.registration(),
                            result.registeredUntil(),
                            result.methodValidated(),
                            result.tier(),
                            result.noHigherTier(),
                            result.suitability()));
        }
        return new Donor.Screening(sampled, laboratory, results, kits, specimen);
    }

    static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }
}
