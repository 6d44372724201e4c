package org.opencgt.subject;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Personal;
import org.opencgt.act.Subject;

/** Who gives cells; pseudonymous. */
@RecordBuilder
@Subject.Kind(value = "donor", prefix = "N")
public record Donor(
        Personal name,
        @Nullable String sex,
        @Nullable Integer birthYear,
        boolean autologous,
        @Nullable Consent consent,
        @Nullable Screening screening,
        @Nullable Eligibility eligibility,
        boolean infectiousHandling)
        implements Subject, DonorBuilder.With {

    /** Results by marker: {@code hbsag}, {@code anti_hcv}, ... → {@code reactive}, {@code non_reactive}, {@code indeterminate}. */
    public record Screening(Instant sampled, Map<String, String> results) {}

    public record Eligibility(Instant decided, Decision decision, String reason) {}

    public enum Decision {
        ELIGIBLE,
        ELIGIBLE_AUTOLOGOUS_INFECTIOUS,
        INELIGIBLE
    }
}
