package org.opencgt.subject;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Personal;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;

/**
 * Who gives cells; pseudonymous.
 *
 * @param site where the donor is cared for
 * @param product for which cells are to be collected
 */
@RecordBuilder
@Subject.Kind(value = "donor", prefix = "N")
public record Donor(
        Personal name,
        Ref<Site> site,
        Ref<Product> product,
        @Nullable String sex,
        @Nullable Integer birthYear,
        boolean autologous,
        @Nullable Consent consent,
        @Nullable History history,
        @Nullable Screening screening,
        @Nullable Eligibility eligibility,
        boolean infectiousHandling)
        implements Subject, DonorBuilder.With {

    /** What the donor told and the chart says. */
    public record History(
            Instant taken,
            boolean radiationExposure,
            boolean epidemicAreaStay,
            String medicalHistory,
            String familyHistory,
            boolean largeInfusionBeforeSampling) {}

    /**
     * Results by marker: {@code hbsag}, {@code anti_hcv}, ... → {@code reactive}, {@code non_reactive}, {@code indeterminate}.
     *
     * @param kits by marker: the registration number of the kit and the day until which it is valid
     */
    public record Screening(
            Instant sampled, Ref<Site> laboratory, Map<String, String> results, Map<String, Kit> kits) {}

    /** A diagnostic kit with its registration at the authority. */
    public record Kit(
            String name,
            @Nullable String registration,
            @Nullable LocalDate registeredUntil,
            boolean methodValidated) {}

    public record Eligibility(Instant decided, Decision decision, String reason, String criteriaVersion) {}

    public enum Decision {
        ELIGIBLE,
        ELIGIBLE_AUTOLOGOUS_INFECTIOUS,
        INELIGIBLE
    }
}
