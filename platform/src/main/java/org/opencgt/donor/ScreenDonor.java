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
import org.opencgt.subject.Donor;
import org.opencgt.subject.Site;

/** The results of the donor's tests for agents that blood and cells can carry. */
@ActType(
        value = "donor.screen",
        by = {Role.DOCTOR, Role.QUALITY_CONTROL_ANALYST, Role.CELL_LABORATORY})
public record ScreenDonor(@Concerns Ref<Donor> donor, Instant sampled, Ref<Site> laboratory, List<Result> panel)
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
        CMV
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
     */
    public record Result(
            Marker marker,
            Outcome outcome,
            String kit,
            @Nullable String registration,
            @Nullable LocalDate registeredUntil,
            boolean methodValidated) {}

    @Override
    public Effects effects(Occasion occasion) {
        Map<String, String> results = new LinkedHashMap<>();
        Map<String, Donor.Kit> kits = new LinkedHashMap<>();
        for (Result result : panel) {
            String marker = word(result.marker());
            results.put(marker, word(result.outcome()));
            kits.put(
                    marker,
                    new Donor.Kit(
                            result.kit(), result.registration(), result.registeredUntil(), result.methodValidated()));
        }
        return Effects.on(donor, d -> d.withScreening(new Donor.Screening(sampled, laboratory, results, kits)));
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }
}
